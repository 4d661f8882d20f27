"""Whose server gets which bucket: a pod made by KubeSpawner and changed by our hook."""

import asyncio
import json
import logging
from pathlib import Path

import pytest
from kubespawner.objects import make_pod
from traitlets.config import Config

from home_bucket import ANNOTATION, VOLUME, add_hook, home_key, load_buckets, parse_ready

ADA, GRACE = "ada@acme.dev", "grace@acme.dev"
ADA_KEY, GRACE_KEY = home_key("acme-research", "research", ADA), home_key("acme-research", "research", GRACE)
KEYS = json.loads((Path(__file__).parents[1] / "fixtures" / "home-keys.json").read_text())


class Named:
    log = logging.getLogger("test")

    def __init__(self, name):
        self.user = self
        self.name = name


def pod(**more):
    return make_pod(
        name="jupyter-x",
        cmd=["jupyterhub-singleuser"],
        port=8888,
        image="image:1",
        image_pull_policy="IfNotPresent",
        **more,
    )


def buckets(folder, ready):
    settings, homes = folder / "settings.json", folder / "homes.json"
    settings.write_text(json.dumps({"project": "acme-research", "hub": "research", "mountPath": "/home/jovyan/bucket"}))
    homes.write_text(ready if isinstance(ready, str) else json.dumps({"ready": ready, "left": {}}))
    return load_buckets(settings, homes)


@pytest.mark.parametrize("case", KEYS)
def test_keys_are_those_that_typescript_computes(case):
    # The hub's names are in lower case already.
    assert home_key(case["project"], case["hub"], case["email"].lower()) == case["key"]


def test_a_ready_bucket_is_mounted_and_the_pod_runs_as_the_persons_own_account(tmp_path):
    changed = buckets(tmp_path, {ADA_KEY: "bucket"})(Named(ADA), pod(uid=1001, fs_gid=200))
    spec = changed.spec
    assert spec.service_account_name == f"home-{ADA_KEY}"
    assert spec.automount_service_account_token is False
    assert changed.metadata.annotations[ANNOTATION] == "true"
    [volume] = [volume for volume in spec.volumes if volume.name == VOLUME]
    assert volume.csi.driver == "gcsfuse.csi.storage.gke.io"
    assert volume.csi.volume_attributes["bucketName"] == f"acme-research-research-{ADA_KEY}"
    assert volume.csi.volume_attributes["mountOptions"] == "implicit-dirs,uid=1001,gid=200,file-mode=0664,dir-mode=0775"
    [mount] = [mount for mount in spec.containers[0].volume_mounts if mount.name == VOLUME]
    assert mount.mount_path == "/home/jovyan/bucket"


def test_a_managed_folder_is_the_only_part_of_its_bucket_that_is_mounted(tmp_path):
    changed = buckets(tmp_path, {ADA_KEY: "folder"})(Named(ADA), pod())
    [volume] = [volume for volume in changed.spec.volumes if volume.name == VOLUME]
    attributes = volume.csi.volume_attributes
    assert attributes["bucketName"] == "acme-research-research-homes"
    assert attributes["mountOptions"].endswith(f",only-dir={ADA_KEY}")
    assert ",uid=1000,gid=100," in attributes["mountOptions"]


@pytest.mark.parametrize(
    "ready",
    [{GRACE_KEY: "bucket"}, {}, "", "{", "[]", "null", '{"ready": []}', '{"ready": {"x": "disk"}}', '{"left": {}}'],
)
def test_without_a_ready_bucket_the_server_starts_as_before(tmp_path, ready):
    before = pod().to_dict()
    assert buckets(tmp_path, ready)(Named(ADA), pod()).to_dict() == before


def test_nobody_has_a_bucket_while_the_list_of_homes_is_absent(tmp_path):
    made = buckets(tmp_path, {})
    (tmp_path / "homes.json").unlink()
    assert made(Named(ADA), pod()).spec.service_account_name is None
    (tmp_path / "homes.json").write_text(json.dumps({"ready": {ADA_KEY: "bucket"}}))
    assert made(Named(ADA), pod()).spec.service_account_name == f"home-{ADA_KEY}"
    (tmp_path / "homes.json").write_text(json.dumps({"ready": {GRACE_KEY: "bucket"}}))
    assert made(Named(ADA), pod()).spec.service_account_name is None
    assert made(Named(GRACE), pod()).spec.service_account_name == f"home-{GRACE_KEY}"


def test_a_pods_own_volumes_and_annotations_stay(tmp_path):
    given = pod(
        annotations={"mine": "1"},
        volumes=[{"name": "home", "emptyDir": {}}],
        volume_mounts=[{"name": "home", "mountPath": "/home/jovyan"}],
        service_account="other",
    )
    changed = buckets(tmp_path, {ADA_KEY: "bucket"})(Named(ADA), given)
    assert changed.metadata.annotations["mine"] == "1"
    assert [mount.mount_path for mount in changed.spec.containers[0].volume_mounts] == [
        "/home/jovyan",
        "/home/jovyan/bucket",
    ]
    assert changed.spec.service_account_name == f"home-{ADA_KEY}"


def test_an_operators_own_hook_is_called_first_whether_it_is_async_or_not(tmp_path):
    def mark(spawner, given):
        given.metadata.annotations = {"seen": spawner.name}
        return given

    async def mark_later(spawner, given):
        await asyncio.sleep(0)
        return mark(spawner, given)

    for hook in (mark, mark_later):
        config = Config()
        config.KubeSpawner.modify_pod_hook = hook
        add_hook(config.KubeSpawner, buckets(tmp_path, {ADA_KEY: "bucket"}))
        changed = asyncio.run(config.KubeSpawner.modify_pod_hook(Named(ADA), pod()))
        assert changed.metadata.annotations == {"seen": ADA, ANNOTATION: "true"}
        assert changed.spec.service_account_name == f"home-{ADA_KEY}"


def test_without_another_hook_ours_is_the_hook(tmp_path):
    config = Config()
    made = buckets(tmp_path, {})
    add_hook(config.KubeSpawner, made)
    assert config.KubeSpawner.modify_pod_hook is made


def test_homes_of_unknown_kinds_are_refused():
    assert parse_ready('{"ready": {"a": "bucket"}, "left": 1}') == {"a": "bucket"}
    for text in ("1", "null", '{"ready": null}', '{"ready": {"a": true}}'):
        with pytest.raises(ValueError):
            parse_ready(text)
