"""Puts the gate (notebook_gate.py) into each notebook pod, as a container of its own that starts before all others.

It is a sidecar of Kubernetes: an init container that goes on running. The notebook's container starts once the gate has
the pod's port, so that notebook code cannot take it. Each container has processes and files of its own. Should a gate
end nevertheless, notebook code could take the port before Kubernetes starts the gate again. So the hub stops such a
server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kubernetes_asyncio.client.models import (
    V1Capabilities,
    V1Container,
    V1EnvVar,
    V1LocalObjectReference,
    V1Probe,
    V1ResourceRequirements,
    V1SecurityContext,
    V1TCPSocketAction,
    V1VolumeMount,
)

if TYPE_CHECKING:
    from kubernetes_asyncio.client.models import V1Pod
    from traitlets.config import Config

FOLDER = "/usr/local/etc/jupyterhub-gke"
FILES = ("notebook_gate.py", "notebook_gate_rules.py", "notebook_guard.py")
# The chart's volume of singleuser.extraFiles.
VOLUME = "files"
NAME = "jupyterhub-gke-gate"
NOTEBOOK_PORT = 18888
SERVICE_URL = "JUPYTERHUB_SERVICE_URL"
ENV = (
    "JUPYTERHUB_USER",
    "JUPYTERHUB_SERVICE_PREFIX",
    "JUPYTERHUB_SERVER_NAME",
    "JUPYTERHUB_API_URL",
    "JUPYTERHUB_API_TOKEN",
    "JUPYTERHUB_PUBLIC_URL",
)


class Gates:
    """Called with a spawner and its pod, which it changes. `image`: the hub's own, which has Python and tornado."""

    def __init__(self, image: str, pull_policy: str | None = None, pull_secrets: list[str] | None = None) -> None:
        self._image, self._pull_policy, self._pull_secrets = image, pull_policy or None, pull_secrets or []

    def __call__(self, spawner: Any, pod: V1Pod) -> V1Pod:
        spec, notebook = pod.spec, pod.spec.containers[0]
        env = list(notebook.env or [])
        [url] = [one for one in env if one.name == SERVICE_URL]
        path = urlsplit(url.value).path
        here = V1EnvVar(name=SERVICE_URL, value=f"http://127.0.0.1:{NOTEBOOK_PORT}{path}")
        notebook.env = [here if one.name == SERVICE_URL else one for one in env]
        # With shared processes, notebook code could end the gate.
        spec.share_process_namespace = False
        spec.init_containers = [self._container(env, spawner.port), *(spec.init_containers or [])]
        known = {secret.name for secret in spec.image_pull_secrets or []}
        more = [V1LocalObjectReference(name=name) for name in self._pull_secrets if name not in known]
        if more:
            spec.image_pull_secrets = [*(spec.image_pull_secrets or []), *more]
        return pod

    def _container(self, env: list[V1EnvVar], port: int) -> V1Container:
        return V1Container(
            name=NAME,
            image=self._image,
            image_pull_policy=self._pull_policy,
            command=["python3", f"{FOLDER}/{FILES[0]}"],
            env=[
                *(one for one in env if one.name in ENV),
                V1EnvVar(name="JUPYTERHUB_GKE_GATE_PORT", value=str(port)),
                V1EnvVar(name="JUPYTERHUB_GKE_NOTEBOOK_PORT", value=str(NOTEBOOK_PORT)),
                V1EnvVar(name="PYTHONDONTWRITEBYTECODE", value="1"),
            ],
            volume_mounts=[
                V1VolumeMount(name=VOLUME, mount_path=f"{FOLDER}/{name}", sub_path=name, read_only=True)
                for name in FILES
            ],
            resources=V1ResourceRequirements(requests={"cpu": "50m", "memory": "192Mi"}, limits={"memory": "192Mi"}),
            restart_policy="Always",
            security_context=V1SecurityContext(
                run_as_user=65532,
                run_as_group=65532,
                run_as_non_root=True,
                read_only_root_filesystem=True,
                allow_privilege_escalation=False,
                capabilities=V1Capabilities(drop=["ALL"]),
            ),
            startup_probe=V1Probe(tcp_socket=V1TCPSocketAction(port=port), period_seconds=1, failure_threshold=120),
        )


def add_gate(spawner_config: Config, gates: Gates) -> None:
    """Puts the gate into KubeSpawner's section of the configuration, after a hook that is there already."""
    before: Any = spawner_config.get("modify_pod_hook")

    async def changed(spawner: Any, pod: V1Pod) -> V1Pod:
        if before is not None:
            result: Any = before(spawner, pod)
            pod = await result if hasattr(result, "__await__") else result
        return gates(spawner, pod)

    spawner_config.modify_pod_hook = changed


def has_lost_gate(pod: dict[str, Any]) -> bool:
    """Whether the gate of a pod has ended at least once. `pod` is as Kubernetes writes it."""
    statuses = pod.get("status", {}).get("initContainerStatuses") or []
    for status in statuses:
        if status.get("name") == NAME:
            ends = [(status.get(key) or {}).get("terminated") for key in ("state", "lastState")]
            return bool(status.get("restartCount")) or any(ends)
    return False


def end_servers_without_gate(spawner_class: Any) -> None:
    """Puts a check into KubeSpawner's poll, which the hub calls for each server every half minute."""
    poll = spawner_class.poll

    async def checked(self: Any) -> int | None:
        status: int | None = await poll(self)
        pods = getattr(getattr(self, "pod_reflector", None), "pods", {})
        pod = pods.get(f"{self.namespace}/{self.pod_name}")
        if status is not None or pod is None or not has_lost_gate(pod):
            return status
        self.log.error("The gate of %s has ended, so the server is stopped", self.pod_name)
        await self.stop(now=True)
        return 1

    spawner_class.poll = checked
