"""Gives a server the bucket of its owner as a folder, and the owner's service account, once both are ready.

jupyterhub-gke creates bucket, account and the account's right to the bucket from the users files. The hub may create
none of them. homes.json of the ConfigMap `<hub>-homes` says which are ready: {"ready": {KEY: "bucket" or "folder"}, …}.
KEY is a hash of the person's name, as src/access/homes/names.ts makes it.

Everybody else gets a server without a bucket, as the namespace's default account, which has no rights. The rights of an
account are those of everything that runs in the pod, so that no two people may share one.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from kubernetes_asyncio.client.models import V1CSIVolumeSource, V1Volume, V1VolumeMount

from hub_files import Log, WatchedFile
from hub_members import same_account

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable

    from kubernetes_asyncio.client.models import V1Pod
    from kubespawner.spawner import KubeSpawner
    from traitlets.config import Config

    Path = str | os.PathLike[str]
    Hook = Callable[[KubeSpawner, V1Pod], V1Pod | Awaitable[V1Pod]]

SETTINGS_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-homes.json"
HOMES_FILE = "/etc/jupyterhub-gke/homes/homes.json"
VOLUME = "jupyterhub-gke-bucket"
# GKE's webhook adds the program that mounts buckets to pods with this annotation.
ANNOTATION = "gke-gcsfuse/volumes"
DRIVER = "gcsfuse.csi.storage.gke.io"


def home_key(project: str, hub: str, email: str) -> str:
    """The person's key in the names of their bucket and account."""
    return hashlib.sha256(f"{project}/{hub}/{same_account(email)}".encode()).hexdigest()[:12]


def parse_ready(text: str) -> dict[str, str]:
    """Kinds of the homes that are ready, by key; ValueError for an invalid list, with which nobody has a home."""
    data: object = json.loads(text)
    ready = data.get("ready") if isinstance(data, dict) else None
    if not isinstance(ready, dict) or not all(kind in ("bucket", "folder") for kind in ready.values()):
        raise ValueError("the list of homes is invalid")
    return ready


def load_buckets(settings_path: Path = SETTINGS_FILE, homes_path: Path = HOMES_FILE, log: Log | None = None) -> Buckets:
    """The buckets of this hub, by the file {"project", "hub", "mountPath"} of its configuration."""
    with open(settings_path, encoding="utf-8") as file:
        settings = json.load(file)
    return Buckets(
        settings["project"], settings["hub"], settings["mountPath"], WatchedFile(homes_path, parse_ready, log)
    )


class Buckets:
    """Called with a spawner and its pod, which it changes where the person's bucket is ready."""

    def __init__(self, project: str, hub: str, mount_path: str, homes: WatchedFile[dict[str, str]]) -> None:
        self._project, self._hub, self._mount_path, self._homes = project, hub, mount_path, homes

    def __call__(self, spawner: KubeSpawner, pod: V1Pod) -> V1Pod:
        ready = self._homes.value or {}
        key = home_key(self._project, self._hub, spawner.user.name)
        kind = ready.get(key)
        if kind is None:
            spawner.log.info("No bucket of this person is ready; the server starts without one")
            return pod
        pod.spec.service_account_name = f"home-{key}"
        # The program that mounts the bucket asks Google by the pod's identity, not by a token of the cluster.
        pod.spec.automount_service_account_token = False
        pod.metadata.annotations = {**(pod.metadata.annotations or {}), ANNOTATION: "true"}
        notebook = pod.spec.containers[0]
        volume = V1Volume(name=VOLUME, csi=self._source(key, kind, pod.spec))
        pod.spec.volumes = [*(pod.spec.volumes or []), volume]
        mount = V1VolumeMount(name=VOLUME, mount_path=self._mount_path)
        notebook.volume_mounts = [*(notebook.volume_mounts or []), mount]
        return pod

    def _source(self, key: str, kind: str, spec: Any) -> V1CSIVolumeSource:
        # KubeSpawner's security contexts are plain dicts. A bucket has no owners: whoever the notebook runs as owns it.
        uid = (spec.containers[0].security_context or {}).get("runAsUser", 1000)
        gid = (spec.security_context or {}).get("fsGroup", 100)
        options = ["implicit-dirs", f"uid={uid}", f"gid={gid}", "file-mode=0664", "dir-mode=0775"]
        prefix = f"{self._project}-{self._hub}"
        attributes = {
            "bucketName": f"{prefix}-{key}" if kind == "bucket" else f"{prefix}-homes",
            "mountOptions": ",".join([*options, f"only-dir={key}"] if kind == "folder" else options),
            # The account may read and write objects, and may not look at the bucket itself.
            "skipCSIBucketAccessCheck": "true",
        }
        return V1CSIVolumeSource(driver=DRIVER, read_only=False, volume_attributes=attributes)


def add_hook(spawner_config: Config, buckets: Buckets) -> None:
    """Puts the buckets into KubeSpawner's section of the configuration, after a hook that is there already."""
    before: Hook | None = spawner_config.get("modify_pod_hook")
    if before is None:
        spawner_config.modify_pod_hook = buckets
        return

    async def both(spawner: KubeSpawner, pod: V1Pod) -> V1Pod:
        changed: Any = before(spawner, pod)
        if hasattr(changed, "__await__"):
            changed = await changed
        return buckets(spawner, changed)

    spawner_config.modify_pod_hook = both
