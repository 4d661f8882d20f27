"""hub_trial.py against the real JupyterHub, in a process of its own for each text of code."""

import json
import os
import sys

import pytest
from jupyterhub.app import JupyterHub

import hub_trial

CONFIG = """
import os
c = get_config()
c.JupyterHub.spawner_class = "kubespawner.KubeSpawner"
c.JupyterHub.authenticator_class = "dummy"
c.JupyterHub.cookie_secret = b"0" * 32
c.JupyterHub.db_url = "sqlite:////nowhere/hub.sqlite"
for key, config_py in {"10-mine": os.environ["CODE"]}.items():
    exec(config_py)
"""


@pytest.fixture
def trial(tmp_path):
    """Runs the trial with some code; its report."""
    folder = tmp_path / "etc" / "jupyterhub"
    folder.mkdir(parents=True)
    (folder / "jupyterhub_config.py").write_text(CONFIG)
    log = tmp_path / "termination-log"

    def child(code):
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        os.chdir(tmp_path)
        os.environ.update(CODE=code, TERMINATION_LOG=str(log))
        sys.path.insert(0, str(folder))
        hub_trial.TERMINATION_LOG = str(log)
        JupyterHub.clear_instance()
        return hub_trial.main(["--config", str(folder / "jupyterhub_config.py"), "--upgrade-db"])

    def run(code, files=None):
        log.write_text("")
        for name, text in (files or {}).items():
            (folder / name).write_text(text)
        # A process of its own: code may do anything, and an audit hook stays. To load JupyterHub anew takes seconds.
        pid = os.fork()
        if pid == 0:
            try:
                os._exit(child(code))
            finally:
                os._exit(99)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        report = json.loads(log.read_text())
        assert status == (0 if report["verdict"] == "good" else 1)
        return report

    return run


@pytest.mark.parametrize(
    "code",
    [
        "c.JupyterHub.concurrent_spawn_limit = 3",
        "c.KubeSpawner.start_timeout = 90",
        "import threading, time; threading.Thread(target=time.sleep, args=(300,)).start()",
        'c.JupyterHub.load_roles = [{"name": "list", "scopes": ["list:users"], "groups": ["a"]}]',
        "try:\n    open('/var/run/secrets/kubernetes.io/serviceaccount/token')\nexcept OSError:\n    pass",
    ],
)
def test_a_hub_that_would_start_is_good(trial, code):
    assert trial(code) == {"verdict": "good"}


@pytest.mark.parametrize(
    ("code", "error", "line"),
    [
        ("x = 1\nx = typo", "NameError: name 'typo' is not defined", 2),
        ("x = 1\n\ndef f(:", "SyntaxError: invalid syntax", 3),
        ("import nothing_like_it", "ModuleNotFoundError: No module named 'nothing_like_it'", 1),
        ("def f():\n    raise ValueError('no')\nf()", "ValueError: no", 2),
        ("import sys; sys.exit('it is closed')", "SystemExit: it is closed", 1),
    ],
)
def test_an_error_of_code_is_refused_at_its_entry_and_line(trial, code, error, line):
    assert trial(code) == {"verdict": "refused", "error": error, "entry": "10-mine", "line": line}


@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("c.JupyterHub.concurrent_spawn_limit = 'many'", "TraitError: The 'concurrent_spawn_limit' trait"),
        ("c.KubeSpawner.start_timeout = 'long'", "TraitError: The 'start_timeout' trait of a KubeSpawner instance"),
        ("c.JupyterHub.authenticator_class = 'no.Such'", "TraitError: The 'authenticator_class' trait"),
        ("c.Authenticator.enable_auth_state = True", "NoEncryptionKeys"),
        (
            'c.JupyterHub.load_roles = [{"name": "role", "scopes": ["list:nobody"]}]',
            "ScopeNotFound: Scope 'list:nobody' for role role does not exist",
        ),
        (
            'c.JupyterHub.load_roles = [{"name": "role", "scopes": ["list:users"], "services": ["no"]}]',
            "ValueError: Found undefined service no in role role",
        ),
    ],
)
def test_a_setting_that_the_hub_refuses_is_refused(trial, code, error):
    report = trial(code)
    assert report["verdict"] == "refused"
    assert report["error"].startswith(error)


def test_an_error_in_a_module_beside_the_configuration_names_the_file(trial):
    report = trial("import mine", {"mine.py": "x = 1\nx = typo\n"})
    assert report == {
        "verdict": "refused",
        "error": "NameError: name 'typo' is not defined",
        "file": "mine.py",
        "line": 2,
    }
    assert trial("import other", {"other.py": "def f(:\n"})["file"] == "other.py"


@pytest.mark.parametrize(
    ("code", "denied"),
    [
        ("import urllib.request as r; r.urlopen('http://10.0.0.1/')", ["the network"]),
        ("import socket; socket.getaddrinfo('example.com', 443)", ["the network"]),
        ("import subprocess; subprocess.run(['id'], check=True)", ["another program"]),
        ("import os; os.system('id'); typo", ["another program"]),
        ("open('/var/run/secrets/kubernetes.io/serviceaccount/token')", ["the token of the cluster"]),
        (
            "import subprocess\ntry:\n    subprocess.run(['id'])\nexcept OSError:\n    x = None\nx.y",
            ["another program"],
        ),
    ],
)
def test_an_error_after_something_that_only_the_trial_refuses_is_undecided(trial, code, denied):
    report = trial(code)
    assert report["verdict"] == "undecided"
    assert report["denied"] == denied


@pytest.mark.parametrize("code", ["import os; os.environ['REPORT_SERVICE_HOST']", "open('/srv/jupyterhub/list.json')"])
def test_what_another_place_may_have_is_undecided(trial, code):
    assert trial(code)["verdict"] == "undecided"


def test_code_that_never_ends_is_refused_where_it_hangs(trial, monkeypatch):
    monkeypatch.setattr(hub_trial, "PATIENCE", 2)
    report = trial("x = 1\nwhile True:\n    pass")
    assert report["verdict"] == "refused"
    assert report["entry"] == "10-mine"
    assert report["line"] in {2, 3}
    asks = "import os\ntry:\n    os.system('id')\nexcept OSError:\n    pass\n"
    assert trial(f"{asks}while True: pass")["verdict"] == "undecided"


def test_what_hangs_in_a_library_is_undecided(trial, monkeypatch):
    monkeypatch.setattr(hub_trial, "PATIENCE", 2)
    assert trial("import threading\nthreading.Event().wait(90)")["verdict"] == "undecided"


def test_nothing_is_certain_without_a_disk_of_the_hub(trial, monkeypatch):
    monkeypatch.setenv("JUPYTERHUB_GKE_TRIAL_LACKS", "a disk of hub.extraVolumes")
    report = trial("import code_on_that_disk")
    assert report["verdict"] == "undecided"
    assert report["denied"] == ["a disk of hub.extraVolumes"]


def test_a_program_that_the_trial_refuses_does_not_run(trial, tmp_path):
    trial(f"import subprocess; subprocess.run(['touch', {str(tmp_path / 'done')!r}])")
    assert not (tmp_path / "done").exists()


def test_the_sentence_of_code_that_has_written_one_is_kept(trial):
    code = "import os, sys; open(os.environ['TERMINATION_LOG'], 'a').write('The hub does not start: no.'); sys.exit(1)"
    report = trial(code)
    assert (report["verdict"], report["error"]) == ("refused", "The hub does not start: no.")


SECRET = "".join(f"{index * 7919:x}\\'" for index in range(120))


@pytest.mark.parametrize(
    "code",
    [
        "raise ValueError('x' * 1400 + os.environ['SECRET'])",
        "raise ValueError('x' * 1400 + repr(os.environ['SECRET']))",
        "raise ValueError(f\"{os.environ['SECRET'].encode()!r} is bad\")",
        "raise ValueError({'key': os.environ['SECRET']})",
        "import json; raise ValueError(json.dumps([os.environ['SECRET']]))",
        "import base64; raise ValueError(base64.b64encode(os.environ['SECRET'].encode()).decode())",
        "open(os.environ['TERMINATION_LOG'], 'w').write('x' * 1400 + os.environ['SECRET']); raise SystemExit(1)",
    ],
)
def test_a_secret_that_crosses_the_end_of_a_report_is_not_in_it(trial, monkeypatch, tmp_path, code):
    known = tmp_path / "known.json"
    known.write_text(json.dumps([SECRET, "short"]))
    monkeypatch.setattr(hub_trial, "KNOWN_FILE", str(known))
    monkeypatch.setenv("SECRET", SECRET)
    report = trial(code)
    assert "***" in report["error"] or report["error"].endswith("x")
    for size in (4, 8, 40):
        assert SECRET[:size] not in report["error"]
        assert json.dumps(SECRET)[1 : size + 1] not in report["error"]


def test_a_secret_of_several_lines_is_hidden_line_by_line(monkeypatch):
    monkeypatch.setattr(hub_trial, "secrets", [])
    hub_trial.learn(["first line\nsecond line", "abc"])
    assert hub_trial.sentence(ValueError("bad: second line, abc")) == "ValueError: bad: ***, abc"
    assert hub_trial.sentence(ValueError("first line\nsecond line")) == "ValueError: ***"
