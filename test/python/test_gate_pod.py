"""How the gate comes into a pod, and what happens when it ends."""

import asyncio
import json
import logging

import pytest
from kubespawner.objects import make_pod
from traitlets.config import Config

from gate_pod import NAME, NOTEBOOK_PORT, Gates, add_gate, end_servers_without_gate

EVE = "eve@acme.dev"


class Spawner:
    port = 8888


def pod(**more):
    env = {
        "JUPYTERHUB_USER": EVE,
        "JUPYTERHUB_API_TOKEN": "t0ken",
        "JUPYTERHUB_SERVICE_URL": "http://0.0.0.0:8888/user/eve@acme.dev/",
        "MINE": "x",
    }
    return make_pod(name="jupyter-x", cmd=["jupyterhub-singleuser"], port=8888, image="image:1", env=env, **more)


def test_the_gate_has_the_port_before_any_other_container_runs():
    made = Gates("hub:1")(Spawner(), pod(init_containers=[{"name": "mine", "image": "busybox"}]))
    gate, mine = made.spec.init_containers
    assert (gate.name, gate.restart_policy, mine.name) == (NAME, "Always", "mine")
    assert gate.startup_probe.tcp_socket.port == 8888
    assert gate.image == "hub:1"
    env = {one.name: one.value for one in gate.env}
    assert env["JUPYTERHUB_USER"] == EVE and env["JUPYTERHUB_API_TOKEN"] == "t0ken" and "MINE" not in env


def test_the_notebook_does_not_listen_where_other_pods_reach_it_nor_share_processes_with_the_gate():
    made = Gates("hub:1")(Spawner(), pod())
    env = {one.name: one.value for one in made.spec.containers[0].env}
    assert env["JUPYTERHUB_SERVICE_URL"] == f"http://127.0.0.1:{NOTEBOOK_PORT}/user/eve@acme.dev/"
    assert made.spec.share_process_namespace is False
    mounts = made.spec.init_containers[0].volume_mounts
    # Nothing that the owner can write.
    assert {mount.name for mount in mounts} == {"files"} and all(mount.read_only for mount in mounts)
    security = made.spec.init_containers[0].security_context
    assert security.read_only_root_filesystem and security.capabilities.drop == ["ALL"]


def test_a_users_own_hook_does_not_replace_the_gate():
    config = Config()

    async def hook(_spawner, changed):
        changed.metadata.labels["mine"] = "yes"
        changed.spec.share_process_namespace = True
        return changed

    config.KubeSpawner.modify_pod_hook = hook
    add_gate(config.KubeSpawner, Gates("hub:1", "IfNotPresent", ["secret"]))
    made = asyncio.run(config.KubeSpawner.modify_pod_hook(Spawner(), pod(labels={})))
    assert made.metadata.labels["mine"] == "yes"
    assert made.spec.init_containers[0].name == NAME and made.spec.share_process_namespace is False
    assert json.dumps([secret.name for secret in made.spec.image_pull_secrets]) == '["secret"]'


ENDED = [
    {"restartCount": 1, "state": {"running": {}}},
    {"restartCount": 0, "state": {"terminated": {"exitCode": 137}}},
    {"restartCount": 0, "state": {"waiting": {}}, "lastState": {"terminated": {"exitCode": 137}}},
]
RUNS = [{"restartCount": 0, "state": {"running": {}}, "lastState": {}}, {"restartCount": 0, "state": {"waiting": {}}}]


@pytest.mark.parametrize(("gate", "status"), [*((one, 1) for one in ENDED), *((one, None) for one in RUNS)])
def test_a_server_whose_gate_has_ended_does_not_go_on(gate, status):
    class Running:
        namespace, pod_name, log, stopped = "ns", "jupyter-x", logging.getLogger("test"), False

        def __init__(self, *statuses):
            pod = {"status": {"initContainerStatuses": list(statuses)}}
            self.pod_reflector = type("Reflector", (), {"pods": {"ns/jupyter-x": pod}})

        async def poll(self):
            return None

        async def stop(self, now=False):
            self.stopped = now

    end_servers_without_gate(Running)
    server = Running({"name": "other", "restartCount": 4}, {"name": NAME, **gate})
    assert asyncio.run(server.poll()) == status and server.stopped is (status == 1)
    # Servers of an older version have none.
    assert asyncio.run(Running({"name": "other", "restartCount": 4}).poll()) is None
