"""The pods that the real KubeSpawner makes of profiles, as src/helm/values writes them (profile-pods.json)."""

import asyncio
import copy
import json
from pathlib import Path
from types import SimpleNamespace

import kubespawner.spawner
import pytest
from jupyterhub.objects import Server
from kubernetes_asyncio.client import ApiClient
from kubespawner import KubeSpawner
from tornado.web import HTTPError
from traitlets.config import Config

from profile_groups import NO_CHOICE, NOT_ALLOWED, ProfileGroups, give_time_to_start, offer_profiles

# test/unit/helm/values/profile-pods.test.ts keeps it as the product writes it.
PROFILES = json.loads((Path(__file__).parents[1] / "fixtures" / "profile-pods.json").read_text(encoding="utf-8"))[
    "profiles"
]
NAMES = [profile["slug"] for profile in PROFILES]
CHART_TOLERATIONS = [
    {"key": "hub.jupyter.org/dedicated", "operator": "Equal", "value": "user", "effect": "NoSchedule"},
    {"key": "hub.jupyter.org_dedicated", "operator": "Equal", "value": "user", "effect": "NoSchedule"},
]


def chart_config(profiles):
    """KubeSpawner's settings as the chart's jupyterhub_config.py 4.4.0 makes them of our values."""
    config = Config()
    spawner = config.KubeSpawner
    spawner.namespace = "research"
    spawner.image = "quay.io/jupyterhub/k8s-singleuser-sample:4.4.0"
    spawner.cpu_guarantee, spawner.cpu_limit = 1, 2
    spawner.mem_guarantee = spawner.mem_limit = 4 * 2**30
    spawner.tolerations = copy.deepcopy(CHART_TOLERATIONS)
    spawner.environment = {"PYTHONPATH": "/usr/local/etc/jupyterhub-gke"}
    spawner.extra_pod_config = {"automountServiceAccountToken": False, "enableServiceLinks": False}
    home = "volume-{user_server}"
    spawner.volumes = {home: {"name": home, "persistentVolumeClaim": {"claimName": "{pvc_name}"}}}
    spawner.volume_mounts = {
        home: {"mountPath": "/home/jovyan", "name": home, "subPath": None},
        "0-files": {"mountPath": "/etc/x", "subPath": "x", "name": "files"},
    }
    offer_profiles(spawner, ProfileGroups(profiles))
    return config


def spawner(profiles, groups=("ml",), spawner_class=KubeSpawner, **options):
    user = SimpleNamespace(
        name="ada@acme.dev",
        id=7,
        url="/user/ada@acme.dev/",
        escaped_name="ada@acme.dev",
        groups=[SimpleNamespace(name=group) for group in groups],
        settings={},
    )
    hub = SimpleNamespace(
        public_host="",
        url="http://hub:8081/hub/",
        base_url="/hub/",
        api_url="http://hub:8081/hub/api",
        server=Server(url="http://hub:8081/hub/"),
    )
    made = spawner_class(
        config=chart_config(profiles), user=user, hub=hub, _mock=True, api_token="t0ken", oauth_client_id="x"
    )
    made.user_options = options
    return made


@pytest.fixture(autouse=True)
def no_cluster(monkeypatch):
    """KubeSpawner looks for a cluster when it is made."""
    monkeypatch.setattr(kubespawner.spawner, "load_config", lambda **_: None)
    monkeypatch.setattr(kubespawner.spawner, "shared_client", lambda *_, **__: None)


def pod(profiles, **options):
    """The pod as Kubernetes gets it."""

    async def manifest():
        made = spawner(profiles, **options)
        await made.load_user_options()
        async with ApiClient() as client:
            return client.sanitize_for_serialization(await made.get_pod_manifest())

    return asyncio.run(manifest())


@pytest.mark.parametrize("name", NAMES)
def test_a_profile_starts_the_same_pod_whether_it_is_the_only_one_or_one_of_several(name):
    alone = [{**profile, "default": True} for profile in PROFILES if profile["slug"] == name]
    assert pod(alone) == pod(alone, profile=name) == pod(PROFILES, profile=name)


@pytest.mark.parametrize("name", NAMES)
def test_no_profile_loses_the_home_the_guard_or_what_the_chart_tolerates(name):
    made = pod(PROFILES, profile=name)["spec"]
    volumes = {volume["name"]: volume for volume in made["volumes"]}
    [container] = made["containers"]
    [home] = [mount for mount in container["volumeMounts"] if mount["mountPath"] == "/home/jovyan"]
    assert volumes[home["name"]]["persistentVolumeClaim"]["claimName"].startswith("claim-ada")
    assert [mount["name"] for mount in container["volumeMounts"] if mount["mountPath"] == "/etc/x"] == ["files"]
    env = {one["name"]: one.get("value") for one in container["env"]}
    assert env["PYTHONPATH"] == "/usr/local/etc/jupyterhub-gke"
    assert made["tolerations"][:2] == CHART_TOLERATIONS
    assert made["automountServiceAccountToken"] is False and made["enableServiceLinks"] is False


def test_an_accelerator_is_limit_and_guarantee_with_label_toleration_and_memory():
    made = pod(PROFILES, profile="l4-two")["spec"]
    [container] = made["containers"]
    assert container["resources"]["limits"] == {"cpu": 8, "memory": 32 * 2**30, "nvidia.com/gpu": "2"}
    assert container["resources"]["requests"] == {"cpu": 8, "memory": 32 * 2**30, "nvidia.com/gpu": "2"}
    assert made["nodeSelector"] == {
        "cloud.google.com/gke-accelerator": "nvidia-l4",
        "cloud.google.com/gke-gpu-driver-version": "latest",
    }
    assert made["tolerations"][2:] == [{"key": "nvidia.com/gpu", "operator": "Exists"}]
    [volume] = [one for one in made["volumes"] if "emptyDir" in one]
    assert volume["emptyDir"] == {"medium": "Memory", "sizeLimit": str(2 * 2**30)}
    [mount] = [one for one in container["volumeMounts"] if one["name"] == volume["name"]]
    assert mount["mountPath"] == "/dev/shm"


def test_the_other_kinds_are_in_the_pod():
    tpu = pod(PROFILES, profile="tpu")["spec"]
    assert tpu["containers"][0]["resources"]["limits"]["google.com/tpu"] == "4"
    spot = pod(PROFILES, profile="l4-spot")["spec"]
    assert spot["nodeSelector"]["cloud.google.com/gke-spot"] == "true"
    assert [one["key"] for one in spot["tolerations"][2:]] == ["nvidia.com/gpu", "cloud.google.com/gke-spot"]
    order = pod(PROFILES, profile="order")["spec"]
    assert [*order["nodeSelector"]] == ["cloud.google.com/compute-class"]
    assert [one["key"] for one in order["tolerations"][2:]] == ["nvidia.com/gpu", "cloud.google.com/gke-spot"]
    assert order["containers"][0]["resources"]["requests"]["nvidia.com/gpu"] == "1"
    assert pod(PROFILES, profile="sandbox")["spec"]["runtimeClassName"] == "gvisor"
    assert "runtimeClassName" not in pod(PROFILES, profile="cpu")["spec"]
    env = {one["name"]: one for one in pod(PROFILES, profile="variables")["spec"]["containers"][0]["env"]}
    assert env["JSON"]["value"] == '{"a": 1}'
    assert env["KEY"]["valueFrom"] == {"secretKeyRef": {"name": "research-secrets", "key": "LMS"}}
    large = pod(PROFILES, profile="large")["spec"]["containers"][0]["resources"]
    assert large["requests"] == {"cpu": 2, "memory": 8 * 2**30} and not large.get("limits")


def test_a_choice_changes_memory_its_half_and_variables():
    [container] = (made := pod(PROFILES, profile="options", size="a-large")["spec"])["containers"]
    assert container["resources"]["limits"]["memory"] == 24 * 2**30
    [volume] = [one for one in made["volumes"] if "emptyDir" in one]
    assert volume["emptyDir"]["sizeLimit"] == str(12 * 2**30)
    assert {"name": "SIZE", "value": "large"} in container["env"]
    # Without a word the first choice starts, in the order of the file.
    assert pod(PROFILES, profile="options")["spec"]["containers"][0]["resources"]["limits"]["memory"] == 8 * 2**30


def test_an_image_of_ones_own_starts_where_the_pattern_allows_it():
    own = {"profile": "options", "image--unlisted-choice": "quay.io/acme/mine:1"}
    made = spawner(PROFILES, **own)
    made.profile_list.check(made)
    assert pod(PROFILES, **own)["spec"]["containers"][0]["image"] == "quay.io/acme/mine:1"


@pytest.mark.parametrize(
    "image",
    [
        "docker.io/evil/x:1",
        "quay.io/acme/x:1\n",
        "quay.io/acme/x\nevil",
        "quay.io/acme/x {pvc_name}",
        "quay.io/acme/" + "x" * 300,
        ["quay.io/acme/x"],
        {"a": 1},
        7,
    ],
)
@pytest.mark.parametrize("named", [True, False])
def test_any_other_image_is_refused_also_where_the_request_names_no_profile(image, named):
    only = [{**profile, "default": True} for profile in PROFILES if profile["slug"] == "options"]
    options = {"image--unlisted-choice": image, **({"profile": "options"} if named else {})}
    made = spawner(only, **options)
    with pytest.raises(HTTPError) as caught:
        made.profile_list.check(made)
    assert (caught.value.status_code, caught.value.log_message) == (400, NOT_ALLOWED)


def test_an_image_of_ones_own_or_a_choice_that_no_option_offers_is_refused():
    for options, text in (
        ({"size--unlisted-choice": "quay.io/acme/x:1"}, NOT_ALLOWED),
        ({"size": "huge"}, NO_CHOICE),
        ({"size": ["a-large"]}, NO_CHOICE),
    ):
        made = spawner(PROFILES, profile="options", **options)
        with pytest.raises(HTTPError) as caught:
            made.profile_list.check(made)
        assert (caught.value.status_code, caught.value.log_message) == (400, text)
    for options in ({"size": "a-large"}, {}, {"size": ""}):
        made = spawner(PROFILES, profile="options", **options)
        made.profile_list.check(made)


def test_a_pattern_that_python_cannot_read_allows_nothing():
    broken = copy.deepcopy([profile for profile in PROFILES if profile["slug"] == "options"])
    broken[0]["profile_options"][1]["unlisted_choice"]["validation_regex"] = "^(?<x>a)$"
    made = spawner(broken, **{"image--unlisted-choice": "a"})
    with pytest.raises(HTTPError):
        made.profile_list.check(made)


@pytest.mark.parametrize(
    ("name", "seconds"), [("cpu", 300), ("l4", 1200), ("tpu", 1800), ("spot", 1200), ("sandbox", 300), (None, 300)]
)
def test_jupyterhub_waits_as_long_as_the_profile_says(name, seconds):
    """JupyterHub reads the limit right after start() returns, before any of KubeSpawner's code of the start has run."""

    class Timed(KubeSpawner):
        async def _start(self):
            raise AssertionError("it runs later")

        def start(self):
            return None

    give_time_to_start(Timed)
    made = spawner(PROFILES, spawner_class=Timed, **({"profile": name} if name else {}))
    made.start_timeout = 300
    made.start()
    assert made.start_timeout == seconds
