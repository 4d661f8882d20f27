"""A real notebook server ends terminals that idle, and has the settings by which it ends kernels."""

import json
import os
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest
import requests
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from jupyter_server_terminals.terminalmanager import TerminalManager

from conftest import ROOT
from notebook_idle import VARIABLE, _load_jupyter_server_extension
from real_hub import free_ports, until


def loaded(monkeypatch, text, **settings):
    app = SimpleNamespace(kernel_manager=AsyncMappingKernelManager(), web_app=SimpleNamespace(settings=settings))
    monkeypatch.setenv(VARIABLE, text)
    _load_jupyter_server_extension(app)
    return app


def test_the_real_managers_get_the_time(monkeypatch):
    app = loaded(monkeypatch, "3600", terminal_manager=TerminalManager())
    kernels, terminals = app.kernel_manager, app.web_app.settings["terminal_manager"]
    assert (kernels.cull_idle_timeout, kernels.cull_interval) == (3600, 300)
    assert (kernels.cull_connected, kernels.cull_busy) == (True, False)
    assert (terminals.cull_inactive_timeout, terminals.cull_interval) == (3600, 300)


@pytest.mark.parametrize("text", ["", "0", "-1", "1h"])
def test_without_a_time_nothing_changes(monkeypatch, text):
    assert loaded(monkeypatch, text).kernel_manager.cull_idle_timeout == 0


def test_a_server_without_terminals_starts(monkeypatch):
    assert loaded(monkeypatch, "600").kernel_manager.cull_idle_timeout == 600


def test_a_terminal_that_idles_is_ended_by_the_real_server(tmp_path):
    below = tmp_path / "jupyter" / "jupyter_server_config.d"
    below.mkdir(parents=True)
    (below / "jupyterhub-gke.json").write_text(
        json.dumps({"ServerApp": {"jpserver_extensions": {"notebook_idle": True}}})
    )
    env = {
        **os.environ,
        "HOME": str(tmp_path),
        "JUPYTER_CONFIG_PATH": str(tmp_path / "jupyter"),
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT / "helm" / "hub"), os.environ.get("PYTHONPATH")])),
        "SHELL": "/bin/sh",
        VARIABLE: "2",
    }
    [port] = free_ports(1)
    url, headers = f"http://127.0.0.1:{port}/api/terminals", {"Authorization": "token secret"}
    command = [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    server = subprocess.Popen(
        [*command, "--ServerApp.ip=127.0.0.1", "--IdentityProvider.token=secret"],
        env=env,
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def terminals():
        return requests.get(url, headers=headers, timeout=5).json()

    try:
        until("the server is up", lambda: requests.get(url, headers=headers, timeout=5).ok)
        assert requests.post(url, headers=headers, timeout=10).ok and len(terminals()) == 1
        started = time.monotonic()
        until("the terminal is ended", lambda: not terminals())
        assert time.monotonic() - started > 1
    finally:
        server.terminate()
        server.wait(20)
