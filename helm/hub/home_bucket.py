"""Lets the server of a person whose bucket is ready run as that person's own service account, with the bucket as a folder.

The bucket, the account and the right of the one to the other are made by jupyterhub-gke from the users files, never by the hub, which may do
neither. homes.json of the ConfigMap `<hub>-homes` says which are ready: {"ready": {KEY: "bucket" or "folder"}, …}. KEY is the person's name in
hashed form, as src/access/homes/names.ts makes it. Whoever has none gets a server without it, as the namespace's default account, which has no
rights: the rights of an account are those of everything that runs in the pod, so that no two people may share one.
"""

import hashlib
import json

from hub_members import MAX_BYTES, WatchedFile, same_account
from kubernetes_asyncio.client.models import V1CSIVolumeSource, V1Volume, V1VolumeMount

SETTINGS_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-homes.json"
HOMES_FILE = "/etc/jupyterhub-gke/homes/homes.json"
VOLUME = "jupyterhub-gke-bucket"
# GKE's webhook adds the program that mounts buckets to pods with this annotation.
ANNOTATION = "gke-gcsfuse/volumes"
DRIVER = "gcsfuse.csi.storage.gke.io"


def home_key(project, hub, email):
    """The person's key in the names of their bucket and account."""
    return hashlib.sha256(f"{project}/{hub}/{same_account(email)}".encode()).hexdigest()[:12]


def parse_ready(text):
    """Kinds of the homes that are ready, by key; ValueError for anything else, which is then no home for anybody."""
    data = json.loads(text)
    ready = data.get("ready") if isinstance(data, dict) else None
    if not isinstance(ready, dict) or not all(kind in ("bucket", "folder") for kind in ready.values()):
        raise ValueError("the list of homes is not one")
    return ready


def load_buckets(settings_path=SETTINGS_FILE, homes_path=HOMES_FILE, log=None):
    """The buckets of this hub, by the file {"project", "hub", "mountPath"} of its configuration."""
    with open(settings_path, encoding="utf-8") as file:
        settings = json.load(file)
    return Buckets(settings["project"], settings["hub"], settings["mountPath"], WatchedFile(homes_path, parse_ready, log))


class Buckets:
    """Called with a spawner and its pod, which it changes where the person's bucket is ready."""

    def __init__(self, project, hub, mount_path, homes):
        self._project, self._hub, self._mount_path, self._homes = project, hub, mount_path, homes

    def __call__(self, spawner, pod):
        ready = self._homes.value or {}
        key = home_key(self._project, self._hub, spawner.user.name)
        kind = ready.get(key)
        if kind is None:
            spawner.log.info("No bucket of this person is ready; the server starts without one")
            return pod
        pod.spec.service_account_name = f"home-{key}"
        # What mounts the bucket asks Google by the pod's identity, not by a token of the cluster in the pod.
        pod.spec.automount_service_account_token = False
        pod.metadata.annotations = {**(pod.metadata.annotations or {}), ANNOTATION: "true"}
        notebook = pod.spec.containers[0]
        pod.spec.volumes = [*(pod.spec.volumes or []), V1Volume(name=VOLUME, csi=self._source(key, kind, pod.spec))]
        notebook.volume_mounts = [*(notebook.volume_mounts or []), V1VolumeMount(name=VOLUME, mount_path=self._mount_path)]
        return pod

    def _source(self, key, kind, spec):
        # KubeSpawner leaves these as the API spells them. A bucket has no owners: whoever the notebook runs as owns all of it.
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


def add_hook(spawner_config, buckets):
    """Puts the buckets into KubeSpawner's section of the configuration, after a hook that is there already."""
    before = spawner_config.get("modify_pod_hook")
    if before is None:
        spawner_config.modify_pod_hook = buckets
        return

    async def both(spawner, pod):
        changed = before(spawner, pod)
        if hasattr(changed, "__await__"):
            changed = await changed
        return buckets(spawner, changed)

    spawner_config.modify_pod_hook = both
