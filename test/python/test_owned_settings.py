"""The hub refuses to start where code set what the product owns, whatever way the code takes."""

import copy
import textwrap

import pytest
import yaml
from traitlets.config import Config

import owned_settings
import server_limits
from conftest import ROOT
from gate_pod import add_gate
from owned_settings import changed_settings, check

BASE = yaml.safe_load((ROOT / "helm" / "hub" / "base.yaml").read_text())
GUARD = {
    "notebook_guard.py": {"mountPath": "/usr/local/etc/jupyterhub-gke/notebook_guard.py"},
    "jupyterhub-gke.json": {"mountPath": "/etc/jupyter/jupyter_server_config.d/jupyterhub-gke.json"},
}


def chart_values():
    """The values that the chart mounts, as far as the check reads them."""
    values = copy.deepcopy(BASE)
    values |= {"Chart": {"Name": "jupyterhub", "Version": "4.4.0"}, "Release": {"Name": "research"}}
    # As src/helm/values/limits.ts writes them.
    values["hub"] |= {"concurrentSpawnLimit": 64, "allowNamedServers": True, "namedServerLimitPerUser": 2}
    values["singleuser"] |= {
        "extraLabels": {"hub.jupyter.org/network-access-hub": "true", "team": "ml"},
        "extraEnv": {"JUPYTERHUB_GKE_HUB": "research", "PYTHONPATH": "/usr/local/etc/jupyterhub-gke", "MINE": "x"},
        "extraFiles": GUARD,
        "storage": {
            "type": "dynamic",
            "capacity": "10Gi",
            "homeMountPath": "/home/jovyan",
            "dynamic": {
                "storageClass": "jupyterhub-research-home",
                "storageAccessModes": ["ReadWriteOnce"],
                "volumeNameTemplate": "volume-{user_server}",
                "pvcNameTemplate": None,
            },
        },
    }
    return values


def chart_config(values):
    """What the chart's own configuration makes of the values (files/hub/jupyterhub_config.py of z2jh 4.4.0)."""
    # The chart gives code the very objects of its copy of the values.
    values = copy.deepcopy(values)
    c = Config()
    c.JupyterHub.spawner_class = "kubespawner.KubeSpawner"
    c.JupyterHub.db_url = "sqlite:///jupyterhub.sqlite"
    single = values["singleuser"]
    storage, dynamic = single["storage"], single["storage"]["dynamic"]
    name = dynamic["volumeNameTemplate"]
    c.JupyterHub.concurrent_spawn_limit = values["hub"]["concurrentSpawnLimit"]
    c.JupyterHub.allow_named_servers = values["hub"]["allowNamedServers"]
    c.JupyterHub.named_server_limit_per_user = values["hub"]["namedServerLimitPerUser"]
    c.KubeSpawner.namespace = "default"
    c.KubeSpawner.common_labels = {
        **dict.fromkeys(("app", "app.kubernetes.io/name"), values["Chart"]["Name"]),
        **dict.fromkeys(("release", "app.kubernetes.io/instance"), values["Release"]["Name"]),
        "app.kubernetes.io/managed-by": "kubespawner",
    }
    c.KubeSpawner.extra_labels = single["extraLabels"]
    c.KubeSpawner.extra_annotations = single["extraAnnotations"]
    c.KubeSpawner.environment = single["extraEnv"]
    c.KubeSpawner.extra_pod_config = single["extraPodConfig"]
    c.KubeSpawner.storage_pvc_ensure = True
    c.KubeSpawner.storage_capacity = storage["capacity"]
    c.KubeSpawner.storage_class = dynamic["storageClass"]
    c.KubeSpawner.storage_access_modes = dynamic["storageAccessModes"]
    c.KubeSpawner.volumes = {
        name: {"name": name, "persistentVolumeClaim": {"claimName": "{pvc_name}"}},
        "files": {"name": "files", "secret": {"secretName": "singleuser", "items": []}},
    }
    c.KubeSpawner.volume_mounts = {
        name: {"name": name, "mountPath": storage["homeMountPath"], "subPath": None},
        **{
            f"{index}-files": {"name": "files", "mountPath": file["mountPath"], "subPath": key}
            for index, (key, file) in enumerate(single["extraFiles"].items())
        },
    }
    c.JupyterHub.services = [{"name": "jupyterhub-idle-culler", "command": []}]
    c.JupyterHub.load_roles = [{"name": "jupyterhub-idle-culler", "scopes": []}]
    c.JupyterHub.services += [{"name": key, **one} for key, one in values["hub"]["services"].items()]
    c.JupyterHub.load_roles += [{"name": key, **one} for key, one in values["hub"]["loadRoles"].items()]
    for section, settings in values["hub"]["config"].items():
        c[section].update(settings)
    return c


class Spawner:
    """Has nothing to replace, since no limit of memory is mounted here."""


def changed(code, values=None):
    values = values or chart_values()
    c = chart_config(values)
    exec(textwrap.dedent(code), {"c": c})
    server_limits.configure(c, Spawner)
    add_gate(c.KubeSpawner, None)
    return list(changed_settings(c, values))


def test_a_hub_as_the_product_sets_it_starts():
    assert changed("") == []


@pytest.mark.parametrize(
    "code",
    [
        "c.KubeSpawner.environment['TEAM'] = 'a'",
        "c.KubeSpawner.volumes['shm'] = {'name': 'shm', 'emptyDir': {}}",
        "c.KubeSpawner.volume_mounts['shm'] = {'name': 'shm', 'mountPath': '/dev/shm'}",
        "c.KubeSpawner.volumes = [*c.KubeSpawner.volumes.values(), {'name': 'shm', 'emptyDir': {}}]",
        "c.JupyterHub.load_roles.append({'name': 'mine', 'scopes': ['list:users'], 'groups': ['ml']})",
        "c.JupyterHub.services.append({'name': 'mine', 'url': 'http://127.0.0.1:1'})",
        "c.KubeSpawner.modify_pod_hook = print",
        "c.KubeSpawner.profile_list = [{'display_name': 'x'}]",
        "c.KubeSpawner.http_timeout = 60",
        "c.KubeSpawner.extra_annotations['team'] = 'a'",
        "c.Authenticator.enable_auth_state = True",
        "c.KubeSpawner.extra_pod_config['priorityClassName'] = 'high'",
        "c.KubeSpawner.extra_labels['cost-centre'] = '42'",
        "c.KubeSpawner.extra_labels.pop('team')",
        "c.KubeSpawner.common_labels['cost-centre'] = '42'",
        "c.KubeSpawner.component_label = 'singleuser-server'",
        "if c.JupyterHub.authenticator_class == 'github': c.JupyterHub.admin_access = True",
    ],
)
def test_code_that_adds_something_of_its_own_starts(code):
    assert changed(code) == []


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("c.JupyterHub.update({'authenticator_' + 'class': 'dummy'})", ["c.JupyterHub.authenticator_class"]),
        ("c['Jupyter' + 'Hub'].spawner_class = 'simple'", ["c.JupyterHub.spawner_class"]),
        ("c.JupyterHub.admin_access = True", ["c.JupyterHub.admin_access"]),
        ("c.JupyterHub.subdomain_host = 'https://eve.example'", ["c.JupyterHub.subdomain_host"]),
        ("c.JupyterHub.cookie_host_prefix_enabled = True", ["c.JupyterHub.cookie_host_prefix_enabled"]),
        ("c.JupyterHub.admin_users = {'eve'}", ["c.JupyterHub.admin_users"]),
        ("c.Application.api_tokens = {'x': 'eve'}", ["c.JupyterHub.api_tokens"]),
        ("c.JupyterHub.load_groups = {'jupyterhub-gke-admins': {'users': ['eve']}}", ["c.JupyterHub.load_groups"]),
        ("c.Authenticator.allowed_users = {'eve'}", ["c.Authenticator.allowed_users"]),
        ("c.IAPAuthenticator.keys_url = 'http://eve'", ["c.Authenticator.keys_url"]),
        ("c.JupyterHub.IAPAuthenticator.keys_url = 'http://eve'", ["c.Authenticator.keys_url"]),
        ("c.Authenticator.auth_refresh_age = 0", ["c.Authenticator.auth_refresh_age"]),
        ("c.CheckedAuthenticator.refresh_pre_spawn = False", ["c.Authenticator.refresh_pre_spawn"]),
        ("c.Authenticator.post_auth_hook = print", ["c.Authenticator.post_auth_hook"]),
        ("c.KubeSpawner.volumes = [{'name': 'shm', 'emptyDir': {}}]", ["c.KubeSpawner.volumes"]),
        ("c.Spawner.volumes = []; c.KubeSpawner.pop('volumes')", ["c.KubeSpawner.volumes"]),
        ("c.JupyterHub.KubeSpawner.volumes = []", ["c.KubeSpawner.volumes"]),
        ("c.KubeSpawner.volume_mounts.popitem()", ["c.KubeSpawner.volume_mounts"]),
        (
            "c.KubeSpawner.volume_mounts['x'] = {'name': 'x', 'mountPath': '/home/jovyan/'}",
            ["c.KubeSpawner.volume_mounts"],
        ),
        ("c.KubeSpawner.extra_annotations = {'team': 'a'}", ["c.KubeSpawner.extra_annotations"]),
        ("c.JupyterHub.concurrent_spawn_limit = 0", ["c.JupyterHub.concurrent_spawn_limit"]),
        ("c.JupyterHub.active_server_limit = 5", ["c.JupyterHub.active_server_limit"]),
        ("c.JupyterHub.allow_named_servers = False", ["c.JupyterHub.allow_named_servers"]),
        ("c.JupyterHub.named_server_limit_per_user = 9", ["c.JupyterHub.named_server_limit_per_user"]),
        ("c.JupyterHub.named_server_limit_per_user = print", ["c.JupyterHub.named_server_limit_per_user"]),
        ("c.KubeSpawner.environment = {'MINE': 'x'}", ["c.KubeSpawner.environment"]),
        ("c.KubeSpawner.environment['PYTHONPATH'] = '/tmp'", ["c.KubeSpawner.environment"]),
        ("c.KubeSpawner.environment = lambda spawner: {}", ["c.KubeSpawner.environment"]),
        ("c.KubeSpawner.storage_class = 'standard'", ["c.KubeSpawner.storage_class"]),
        ("c.KubeSpawner.storage_pvc_ensure = False", ["c.KubeSpawner.storage_pvc_ensure"]),
        ("c.KubeSpawner.delete_pvc = True", ["c.KubeSpawner.delete_pvc"]),
        ("del c.KubeSpawner['delete_pvc']", ["c.KubeSpawner.delete_pvc"]),
        ("c.KubeSpawner.namespace = 'other'", ["c.KubeSpawner.namespace"]),
        ("c.JupyterHub.KubeSpawner.modify_pod_hook = print", ["c.KubeSpawner.modify_pod_hook"]),
        ("c.KubeSpawner.common_labels = {}", ["c.KubeSpawner.common_labels"]),
        ("c.KubeSpawner.common_labels['app'] = 'other'", ["c.KubeSpawner.common_labels"]),
        ("del c.KubeSpawner.common_labels['release']", ["c.KubeSpawner.common_labels"]),
        ("c.KubeSpawner['component' + '_label'] = 'x'", ["c.KubeSpawner.component_label"]),
        ("c.KubeSpawner.extra_labels = {}", ["c.KubeSpawner.extra_labels"]),
        (
            "c.KubeSpawner.extra_labels['hub.jupyter.org/network-access-proxy-api'] = 'true'",
            ["c.KubeSpawner.extra_labels"],
        ),
        ("c.KubeSpawner.extra_pod_config = {}", ["c.KubeSpawner.extra_pod_config"]),
        (
            "c.KubeSpawner.automount_service_account_token = True",
            ["c.KubeSpawner.automount_service_account_token"],
        ),
        ("c.JupyterHub.db_url = 'sqlite://'", ["c.JupyterHub.db_url"]),
        ("c.JupyterHub.services = []", ["c.JupyterHub.services", "c.JupyterHub.services"]),
        ("c.JupyterHub.services.pop()", ["c.JupyterHub.services"]),
        ("c.JupyterHub.load_roles[1]['scopes'].append('admin:users')", ["c.JupyterHub.load_roles"]),
        ("c.JupyterHub.load_roles[1]['users'] = ['eve']", ["c.JupyterHub.load_roles"]),
        ("c.JupyterHub.load_roles.append(dict(c.JupyterHub.load_roles[1]))", ["c.JupyterHub.load_roles"]),
        (
            "import iap_authenticator\niap_authenticator.IAPAuthenticator.refresh_user = lambda *a: True",
            ["methods of the class IAPAuthenticator"],
        ),
        (
            "import iap_authenticator\niap_authenticator.IAPAuthenticator.pre_spawn_start = None",
            ["methods of the class IAPAuthenticator"],
        ),
    ],
)
def test_the_hub_does_not_start_with_another_setting(code, names):
    import iap_authenticator  # noqa: PLC0415

    kept = dict(vars(iap_authenticator.IAPAuthenticator))
    try:
        assert changed(code) == names
    finally:
        for name in ("refresh_user", "pre_spawn_start"):
            if name in kept:
                setattr(iap_authenticator.IAPAuthenticator, name, kept[name])
            elif name in vars(iap_authenticator.IAPAuthenticator):
                delattr(iap_authenticator.IAPAuthenticator, name)


def test_hosts_of_people_are_not_replaced():
    values = chart_values()
    values["hub"]["config"]["JupyterHub"] |= {
        "subdomain_host": "https://hub.acme.dev",
        "cookie_host_prefix_enabled": True,
    }
    ours = "import hub_subdomains\nhub_subdomains.configure(c)\n"
    assert changed(ours, values) == []
    for code, name in {
        "c.JupyterHub.subdomain_hook = 'legacy'": "subdomain_hook",
        "c.JupyterHub.subdomain_hook = lambda name, domain, kind: domain": "subdomain_hook",
        "c.JupyterHub.subdomain_host = ''": "subdomain_host",
        "c.Application.subdomain_host = 'x'; del c.JupyterHub['subdomain_host']": "subdomain_host",
        "c.JupyterHub.cookie_host_prefix_enabled = False": "cookie_host_prefix_enabled",
    }.items():
        assert changed(ours + code, values) == [f"c.JupyterHub.{name}"]
    assert changed("", values) == ["c.JupyterHub.subdomain_hook"]


def test_servers_stay_in_the_zones_that_are_named():
    values = chart_values()
    zone = {"key": "topology.kubernetes.io/zone", "operator": "In", "values": ["us-central1-a"]}
    arm = {"key": "kubernetes.io/arch", "operator": "In", "values": ["arm64"]}

    def named(*terms):
        found = [{"matchExpressions": list(expressions)} for expressions in terms]
        return changed(f"c.KubeSpawner.node_affinity_required = {found!r}", values)

    assert named([arm]) == []
    values["singleuser"]["extraNodeAffinity"] = {"required": [{"matchExpressions": [zone]}]}
    for terms in ([], [[arm]], [[zone], [arm]], [[]]):
        assert named(*terms) == ["c.KubeSpawner.node_affinity_required"]
    assert changed("", values) == ["c.KubeSpawner.node_affinity_required"]
    assert named([arm, zone]) == []


def test_profiles_of_groups_are_not_replaced():
    values = chart_values()
    values["hub"]["extraFiles"] = {"jupyterhub-gke-profiles.json": {}}
    offered = (
        "from profile_groups import ProfileGroups, offer_profiles\n"
        "offer_profiles(c.KubeSpawner, ProfileGroups([{'slug': 'a'}, {'slug': 'b', 'groups': ['ml']}]))\n"
    )
    assert changed(offered, values) == []
    page = "from start_page import StartPage\nc.KubeSpawner.options_form = StartPage({'hub': 'a', 'profiles': {}}).form"
    assert changed(offered + page, values) == []
    assert changed("c.KubeSpawner.profile_list = []", values) == ["c.KubeSpawner.profile_list"]
    assert changed(offered + "c.KubeSpawner.options_form = ''", values) == ["c.KubeSpawner.options_form"]
    assert changed(offered + "c.Spawner.group_overrides = {'x': {}}", values) == ["c.KubeSpawner.group_overrides"]


def test_the_refusal_is_one_sentence_where_people_look(tmp_path, monkeypatch, capsys):
    log, file = tmp_path / "termination-log", tmp_path / "values.yaml"
    monkeypatch.setattr(owned_settings, "TERMINATION_LOG", str(log))
    values = chart_values()
    file.write_text(yaml.safe_dump(values))
    c = chart_config(values)
    server_limits.configure(c, Spawner)
    add_gate(c.KubeSpawner, None)
    check(c, str(file))
    c.KubeSpawner.delete_pvc = True
    c.JupyterHub.services = []
    with pytest.raises(SystemExit) as ended:
        check(c, str(file))
    assert ended.value.code == 1
    sentence = (
        "The hub does not start: hub.values or its code changes c.KubeSpawner.delete_pvc, c.JupyterHub.services, "
        "which jupyterhub-gke sets."
    )
    assert log.read_text().startswith(sentence)
    assert f"FATAL: {sentence}" in capsys.readouterr().err
