"""Files that change while the hub runs: mounted ConfigMaps, and the access reconciler's newer copy of the list.

Only the standard library: the authenticator (in the hub) and the access reconciler (a process of its own) both import
this.
"""

import os
import stat
import time
from collections.abc import Callable
from typing import Generic, TypeVar

from hub_last_list import LastList
from hub_members import MAX_BYTES, Members

# Age in seconds up to which the access reconciler's copy counts. The reconciler renews it every few seconds.
FRESH_SECONDS = 60

Log = Callable[[str], object]
Parsed = TypeVar("Parsed")


class WatchedFile(Generic[Parsed]):
    """A parsed file that is read again whenever it changes; `value` is None while it is absent or invalid."""

    def __init__(self, path: str | os.PathLike[str], parse: Callable[[str], Parsed], log: Log | None = None) -> None:
        self.path = path
        self._parse = parse
        self._log = log
        self._seen: tuple[int, int, int, int] | None = None
        self._value: Parsed | None = None
        self._said: str | None = None

    @property
    def value(self) -> Parsed | None:
        """The content as parsed from the newest version of the file."""
        try:
            now = os.stat(self.path)
            seen = (now.st_mtime_ns, now.st_ctime_ns, now.st_ino, now.st_size)
            if seen != self._seen or self._value is None:
                if now.st_size > MAX_BYTES:
                    raise ValueError("the file is too large")
                with open(self.path, encoding="utf-8") as file:
                    self._value = self._parse(file.read())
                self._seen = seen
                self._say(self._problem_of(self._value))
        except OSError as error:
            self._value = self._seen = None
            self._say(str(error))
        except (ValueError, RecursionError) as error:
            self._seen = None
            self._value = self._instead()
            self._say(str(error))
        return self._value

    def _instead(self) -> Parsed | None:
        """The value where the content is invalid."""
        return None

    def _problem_of(self, value: Parsed) -> str | None:  # noqa: ARG002 - of a subclass
        """What to log of a value that was read."""
        return None

    def _say(self, problem: str | None) -> None:
        if self._log is not None and problem != self._said:
            self._log(f"{self.path}: {problem}" if problem else f"{self.path}: read")
        self._said = problem


class WatchedList(WatchedFile[Members]):
    """A file with a list of people. Where its content cannot be read, the last valid list counts; absent it is None."""

    def __init__(self, path: str | os.PathLike[str], lists: LastList, log: Log | None = None) -> None:
        super().__init__(path, lists.read, log)
        self._lists = lists

    def _instead(self) -> Members | None:
        return self._lists.valid

    def _problem_of(self, value: Members) -> str | None:
        return None if value.unread is None else f"{value.unread.problem}; the last valid list stays in force"


def fresh_path(hub_pid: int) -> str:
    """Path of the access reconciler's copy of the list, for the hub with this process id."""
    # Not by TMPDIR: a service gets few of the hub's variables, and both processes must arrive at the same path.
    default = f"/tmp/jupyterhub-gke-{os.geteuid()}-{hub_pid}/members.json"  # noqa: S108 - MembersSource checks the owner
    return os.environ.get("JUPYTERHUB_GKE_FRESH_FILE") or default


class MembersSource:
    """The list in force: the mounted ConfigMap, or the access reconciler's copy of it where that is newer.

    kubelet brings a changed ConfigMap into the pod within about a minute. The reconciler asks the API server every few
    seconds. Without a mounted file there is no list at all, and a copy that is not renewed is dropped. So the copy can
    only make a change take effect earlier, or stand in for a mounted list that cannot be read.
    """

    def __init__(self, path: str | os.PathLike[str], fresh: str, log: Log | None = None) -> None:
        lists = LastList()
        self._mounted = WatchedList(path, lists, log)
        self._fresh_path = fresh
        self._fresh = WatchedList(fresh, lists)

    @property
    def value(self) -> Members | None:
        """The list in force, or None where there is none."""
        # First the copy: after a restart of the hub it is the only list that can be read, where the mounted one cannot.
        fresh = self._fresh.value if self._trusted() else None
        mounted = self._mounted.value
        if mounted is None:
            return None
        return fresh if fresh is not None and fresh.generation > mounted.generation else mounted

    def _trusted(self) -> bool:
        try:
            file, folder = os.lstat(self._fresh_path), os.lstat(os.path.dirname(self._fresh_path))
        except OSError:
            return False
        is_ours = file.st_uid == folder.st_uid == os.geteuid()
        is_closed = stat.S_ISREG(file.st_mode) and not folder.st_mode & 0o022
        return is_ours and is_closed and abs(time.time() - file.st_mtime) < FRESH_SECONDS
