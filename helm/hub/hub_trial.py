"""Starts the hub as far as its settings decide, beside the hub that runs: `hub_trial.py ARGUMENTS OF JUPYTERHUB`.

`apply` runs it in the image and with the settings of the new hub, before the old hub is stopped. All code of the
configuration runs, and roles, services, handlers and the spawner are made. The database is an empty one in memory,
nothing is listened to, and no way leads out: code that asks for the network, a program or the cluster's token is
refused. What fails after such a refusal proves nothing about the hub, and is reported as undecided.

The report is one JSON object in the termination message of the container.
"""

from __future__ import annotations

import asyncio
import base64
import json
import os
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from types import FrameType

TERMINATION_LOG = "/dev/termination-log"
TOKEN_FOLDER = "/var/run/secrets/kubernetes.io"  # noqa: S105 - a path
NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"}
PROGRAMS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"}
# Errors that a hub with a network and a token would have as well.
CERTAIN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ImportError,
    LookupError,
    NameError,
    SyntaxError,
    TypeError,
    ValueError,
)
CERTAIN_PACKAGES = {"jupyterhub", "kubespawner", "traitlets", "yaml"}
CONFIG_FOLDERS = ("/etc/jupyterhub", "/jupyterhub_config.d")
MAX_TEXT = 1500
# Secrets of the hub that are no part of a report. They are looked for before a text is cut.
KNOWN_FILE = "known.json"
# A shorter text would be hidden everywhere.
MIN_SECRET = 4
# Seconds for all that the settings decide. It takes one or two.
PATIENCE = 60


class Ended(Exception):
    """JupyterHub ends itself; the cause is the error that it handles, if it handles one."""


class Denied(PermissionError):
    """Something that the trial does not allow."""


# What was asked for and is not there.
denied: set[str] = set()
# Secrets as they can stand in a text, longest first.
secrets: list[str] = []


def watch(event: str, arguments: tuple[Any, ...]) -> None:
    """Audit hook: refuses what leads out of this process, and notes that it was asked for."""
    if event in NETWORK:
        what = "the network"
    elif event in PROGRAMS:
        what = "another program"
    elif event == "open" and str(arguments[0]).startswith(TOKEN_FOLDER):
        what = "the token of the cluster"
    else:
        return
    denied.add(what)
    raise Denied(f"the trial of the hub does not allow {what}")


async def start(arguments: list[str]) -> None:
    """Everything that JupyterHub does before it listens, with a database in memory."""
    # An image that lacks one of them belongs into the report. They ask for programs of the system when they are loaded.
    from jupyterhub.app import JupyterHub  # noqa: PLC0415
    from kubespawner.spawner import KubeSpawner  # noqa: PLC0415

    sys.addaudithook(watch)
    timer = threading.Timer(PATIENCE, give_up, (threading.main_thread().ident,))
    timer.daemon = True
    timer.start()
    hub: Any = JupyterHub
    connect = hub.init_db

    def in_memory(app: Any) -> None:
        app.db_url, app.upgrade_db, app.db_kwargs = "sqlite:///:memory:", False, {}
        connect(app)

    def ends(_app: Any, status: Any = 0) -> NoReturn:
        raise Ended(status if isinstance(status, str) else "") from sys.exc_info()[1]

    hub.init_db, hub.exit = in_memory, ends
    app = hub.instance()
    await app.initialize(arguments)
    if issubclass(app.spawner_class, KubeSpawner):
        check_spawner(app.spawner_class, app.config)


def check_spawner(spawner_class: Any, config: Any) -> None:
    """Refuses settings of a wrong type, which the hub itself would read only when a server starts."""
    from traitlets import TraitError  # noqa: PLC0415
    from traitlets.config import LoggingConfigurable  # noqa: PLC0415

    try:
        # KubeSpawner's own __init__ connects to the cluster.
        LoggingConfigurable.__init__(spawner_class.__new__(spawner_class), config=config)
    except TraitError:
        raise
    except Exception:  # noqa: BLE001 - a trait that asks for the server's user or cluster
        traceback.print_exc()


def give_up(main_thread: int) -> NoReturn:
    """Ends a trial that hangs, and reports the code in which it does."""
    frame = sys._current_frames().get(main_thread)  # noqa: SLF001 - there is no other way
    # What hangs in a library may wait for a network of its own, which no hook sees.
    is_entry = frame is not None and not os.path.isfile(frame.f_code.co_filename)
    where = _entry(frame, frame.f_lineno) if frame is not None and is_entry else {}
    verdict = "refused" if where and not denied else "undecided"
    write({"verdict": verdict, "error": f"its code does not end within {PATIENCE} seconds"} | where)
    os._exit(1)


def causes(error: BaseException) -> list[BaseException]:
    """The error and what it was raised from or while handling, last first."""
    found: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in found:
        found.append(one)
        one = one.__cause__ or one.__context__
    return found


def is_certain(error: BaseException) -> bool:
    """Whether the hub itself would end by this error, too."""
    chain = causes(error)
    if denied or any(isinstance(one, OSError) for one in chain):
        return False
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    if isinstance(error, KeyError) and frames and frames[-1].f_globals.get("__name__") == "os":
        return False  # a variable of the environment, such as those of Services that the change brings
    if isinstance(error, (SystemExit, Ended)):
        return True
    return isinstance(error, CERTAIN) or type(error).__module__.split(".")[0] in CERTAIN_PACKAGES


def place(error: BaseException) -> dict[str, Any]:
    """Entry of hub.extraConfig or file beside the configuration, and line in it, where the error has one."""
    frames: list[tuple[FrameType, int]] = list(traceback.walk_tb(error.__traceback__))
    if isinstance(error, SyntaxError) and frames:
        path = error.filename or ""
        if not os.path.isfile(path):
            return _entry(frames[-1][0], error.lineno or 1)
        return {"file": os.path.basename(path), "line": error.lineno or 1}
    for frame, line in reversed(frames):
        path = frame.f_code.co_filename
        if not os.path.isfile(path):
            found = _entry(frame, line)
            if found:
                return found
        elif os.path.dirname(path).endswith(CONFIG_FOLDERS) and os.path.basename(path) != "jupyterhub_config.py":
            return {"file": os.path.basename(path), "line": line}
    return {}


def _entry(frame: FrameType, line: int) -> dict[str, Any]:
    """The chart runs each entry as a text, in a loop over their keys."""
    key = frame.f_globals.get("key")
    return {"entry": key, "line": line} if isinstance(key, str) else {}


def learn(known: list[str]) -> None:
    """Notes secrets, with the forms in which messages of Python show them."""
    forms: set[str] = set()
    for secret in known:
        for part in (secret, *secret.splitlines()):
            plain, data = repr(part)[1:-1], part.encode("utf-8", "replace")
            forms |= {part, plain, plain.replace("\\'", "'"), plain.replace("'", "\\'"), repr(data)[2:-1]}
            forms |= {json.dumps(part)[1:-1], json.dumps(part, ensure_ascii=False)[1:-1]}
            forms |= {base64.b64encode(data).decode(), " ".join(part.split())}
    secrets[:] = sorted((form for form in forms if len(form) >= MIN_SECRET), key=len, reverse=True)


def redacted(text: str) -> str:
    """The text without secrets. Nobody finds the half of one that a later cut leaves."""
    for secret in secrets:
        text = text.replace(secret, "***")
    return text


def sentence(error: BaseException) -> str:
    """The error in one line."""
    text = str(error) or (f"exit code {error.code}" if isinstance(error, SystemExit) else "")
    if isinstance(error, SyntaxError):
        text = error.msg
    elif isinstance(error, KeyError) and type(error) is not KeyError:
        text = str(error.args[0]) if error.args else ""  # str() would quote it
    name = type(error).__name__
    line = " ".join(redacted(text if isinstance(error, Ended) and text else f"{name}: {text}").split())
    return line.rstrip(":. ")[:MAX_TEXT]


def report_of(error: BaseException) -> dict[str, Any]:
    """The report of a failed start."""
    root = error.__cause__ if isinstance(error, Ended) and error.__cause__ is not None else error
    report: dict[str, Any] = {"verdict": "refused" if is_certain(root) else "undecided", "error": sentence(root)}
    if denied:
        report["denied"] = sorted(denied)
    return report | place(root)


def write(report: dict[str, Any]) -> None:
    """Keeps the sentence of code that has written one, such as owned_settings.py."""
    try:
        with open(TERMINATION_LOG, encoding="utf-8") as file:
            said = file.read().strip()
    except OSError:
        said = ""
    if said:
        report = report | {"error": redacted(said)[:MAX_TEXT]}
    with open(TERMINATION_LOG, "w", encoding="utf-8") as file:
        json.dump(report, file)


def main(arguments: list[str]) -> int:
    """Runs the trial and reports it. Code may leave threads, which must not keep the container."""
    known = os.path.join(os.path.dirname(os.path.abspath(__file__)), KNOWN_FILE)
    if os.path.exists(known):
        with open(known, encoding="utf-8") as file:
            learn(json.load(file))
    lacks = os.environ.get("JUPYTERHUB_GKE_TRIAL_LACKS")
    if lacks:
        denied.add(lacks)
    try:
        asyncio.run(start(arguments))
    except BaseException as error:  # noqa: BLE001 - code may raise anything
        traceback.print_exc()
        write(report_of(error))
        return 1
    write({"verdict": "good"})
    return 0


if __name__ == "__main__":
    CODE = main(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(CODE)
