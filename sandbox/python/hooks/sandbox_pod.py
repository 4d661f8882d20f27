"""What a pod of the sandbox is made of, read from the file that SANDBOX_POD names, and the patches that need it.

The node agent writes the file before the container starts: {"ip", "namespace", "network", "paths": [[mount path, folder
on this machine]]}.
"""

import json
import os

import sandbox_files
import sandbox_imports
import sandbox_network


def install(pod_file):
    """Makes this process, and every process that it starts, one of the pod."""
    with open(pod_file, encoding="utf-8") as file:
        pod = json.load(file)
    paths = sandbox_files.Paths(pod["paths"])
    network = sandbox_network.Network(pod["ip"], pod["namespace"], pod["network"])
    inherited = {"SANDBOX_POD": pod_file, "PYTHONPATH": _own_path()}
    if "NODE_OPTIONS" in os.environ:
        inherited["NODE_OPTIONS"] = os.environ["NODE_OPTIONS"]

    sandbox_files.patch_os(paths)
    sandbox_imports.when_imported("socket", lambda module: sandbox_network.patch_socket(module, network))
    sandbox_imports.when_imported("subprocess", lambda module: sandbox_files.patch_subprocess(module, paths, inherited))
    sandbox_imports.when_imported("ssl", lambda module: sandbox_files.patch_ssl(module, paths))
    sandbox_imports.when_imported("sqlite3", lambda module: sandbox_files.patch_sqlite(module, paths))
    sandbox_imports.when_imported("tornado.httpclient", sandbox_network.patch_tornado)


def _own_path():
    """What stands before the container's own entries: this folder, and the packages where Python has no venv."""
    parts = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    folder = os.path.dirname(os.path.abspath(__file__))
    return parts[: parts.index(folder) + 1] if folder in parts else [folder]
