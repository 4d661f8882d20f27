"""The last code of the hub's configuration. It refuses to start a hub in which other code set what this sets.

`validate` refuses the same in jupyterhub.yaml. It cannot see names that code computes, nor code in an image. A hub with
a wrong setting would lose people's homes or admit anybody, and would look as if it ran well. What is expected comes
from the chart's values as they are mounted. The chart gives its own copy of them to code, which can change it.
"""

from __future__ import annotations

import importlib.util
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from traitlets.config import Config

    Values = Mapping[str, Any]

VALUES_FILE = "/usr/local/etc/jupyterhub/secret/values.yaml"
# Kubernetes keeps what a container writes here, and `apply` shows it.
TERMINATION_LOG = "/dev/termination-log"
AUTHENTICATOR = "iap_authenticator.IAPAuthenticator"
SPAWNER = "kubespawner.KubeSpawner"
PROFILES_FILE = "jupyterhub-gke-profiles.json"
PREFIX = "jupyterhub-gke-"
SAFE_TO_EVICT = "cluster-autoscaler.kubernetes.io/safe-to-evict"

# In the order in which traitlets reads them: a later one wins.
HUB_CLASSES = ("Configurable", "LoggingConfigurable", "SingletonConfigurable", "Application", "JupyterHub")
SPAWNER_CLASSES = ("Configurable", "LoggingConfigurable", "Spawner", "KubeSpawner")
LOGIN_CLASSES = ("Configurable", "LoggingConfigurable", "Authenticator", "CheckedAuthenticator", "IAPAuthenticator")
# Settings of the authenticator that admit nobody.
FREE_LOGIN = {"enable_auth_state", "otp_prompt", "request_otp", "log", "parent", "config"}
# Beginning of the labels by which the chart's network policies let a server reach the hub or the proxy.
NETWORK_ACCESS = "hub.jupyter.org/network-access-"
# Label of a node, by which the servers of a hub with named zones stay in them.
ZONE = "topology.kubernetes.io/zone"
UNSET = object()


def check(c: Config, values_file: str = VALUES_FILE) -> None:
    """Ends the hub with one sentence if a setting is not as jupyterhub-gke set it."""
    with open(values_file, encoding="utf-8") as file:
        values = yaml.safe_load(file)  # type: ignore[no-untyped-call]  # PyYAML has no types
    changed = list(changed_settings(c, values))
    if changed:
        refuse(changed)


def refuse(changed: Sequence[str]) -> NoReturn:
    """Says which settings were changed, where Kubernetes and people look for it."""
    names = ", ".join(dict.fromkeys(changed))
    sentence = (
        f"The hub does not start: hub.values or its code changes {names}, which jupyterhub-gke sets. "
        "Remove that from jupyterhub.yaml and run apply again."
    )
    print(f"FATAL: {sentence}", file=sys.stderr, flush=True)
    try:
        with open(TERMINATION_LOG, "a", encoding="utf-8") as file:
            file.write(sentence)
    except OSError:
        pass  # Outside Kubernetes there is none.
    sys.exit(1)


def changed_settings(c: Config, values: Values) -> Iterator[str]:
    """Names of the settings that differ from what jupyterhub-gke sets."""
    yield from _login(c, values)
    yield from _hosts(c, values)
    yield from _servers(c, values)
    yield from _labels(c, values)
    yield from _limits(c, values)
    yield from _homes(c, values)
    yield from _profiles(c, values)
    yield from _named(c, values, "services", ("command",))
    yield from _named(c, values, "loadRoles", ("scopes", "groups", "services", "users"))


def setting(c: Config, classes: Iterable[str], name: str) -> Any:
    """The value that traitlets uses, or UNSET. It also reads sections below that of the application."""
    value: Any = UNSET
    for root in (c, c.get("JupyterHub", {})):
        for class_name in classes:
            section = root.get(class_name) if class_name in root else None
            if section is not None and name in section:
                value = section[name]
    return value


def _is_class(value: Any, name: str) -> bool:
    return value == name or f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', '')}" in {
        name,
        name.replace("kubespawner.", "kubespawner.spawner."),
    }


def _login(c: Config, values: Values) -> Iterator[str]:
    if not _is_class(setting(c, HUB_CLASSES, "authenticator_class"), AUTHENTICATOR):
        yield "c.JupyterHub.authenticator_class"
    elif _is_patched("iap_authenticator", "IAPAuthenticator") or _is_patched(
        "iap_session_check", "CheckedAuthenticator"
    ):
        yield "methods of the class IAPAuthenticator"
    if setting(c, HUB_CLASSES, "admin_access") not in (False, UNSET):
        yield "c.JupyterHub.admin_access"
    for name in ("admin_users", "api_tokens", "load_groups", "service_tokens"):
        if setting(c, HUB_CLASSES, name) not in (UNSET, {}, [], set()):
            yield f"c.JupyterHub.{name}"
    ours = values["hub"]["config"]["Authenticator"]
    written = {
        name
        for root in (c, c["JupyterHub"])
        for class_name in LOGIN_CLASSES[2:]
        if class_name in root
        for name in root[class_name]
    }
    for name in sorted((written | set(ours)) - FREE_LOGIN):
        if name not in ours or setting(c, LOGIN_CLASSES, name) != ours[name]:
            yield f"c.Authenticator.{name}"


def _hosts(c: Config, values: Values) -> Iterator[str]:
    ours = values["hub"]["config"].get("JupyterHub", {})
    for name in ("subdomain_host", "cookie_host_prefix_enabled"):
        if (setting(c, HUB_CLASSES, name) or UNSET) != (ours.get(name) or UNSET):
            yield f"c.JupyterHub.{name}"
    hook = setting(c, HUB_CLASSES, "subdomain_hook")
    if ours.get("subdomain_host") and getattr(hook, "__module__", None) != "hub_subdomains":
        yield "c.JupyterHub.subdomain_hook"


def _servers(c: Config, values: Values) -> Iterator[str]:
    if not _is_class(setting(c, HUB_CLASSES, "spawner_class"), SPAWNER):
        yield "c.JupyterHub.spawner_class"
    if setting(c, SPAWNER_CLASSES, "namespace") != os.environ.get("POD_NAMESPACE", "default"):
        yield "c.KubeSpawner.namespace"
    environment = setting(c, SPAWNER_CLASSES, "environment")
    ours = {
        name: value
        for name, value in values["singleuser"].get("extraEnv", {}).items()
        if name == "PYTHONPATH" or name.startswith("JUPYTERHUB_")
    }
    if not _has(environment, ours):
        yield "c.KubeSpawner.environment"
    pod = {
        name: values["singleuser"].get("extraPodConfig", {}).get(name)
        for name in ("automountServiceAccountToken", "enableServiceLinks")
        if name in values["singleuser"].get("extraPodConfig", {})
    }
    if not _has(setting(c, SPAWNER_CLASSES, "extra_pod_config"), pod):
        yield "c.KubeSpawner.extra_pod_config"
    ours = {name: value for name, value in values["singleuser"]["extraAnnotations"].items() if name == SAFE_TO_EVICT}
    if not _has(setting(c, SPAWNER_CLASSES, "extra_annotations"), ours):
        yield "c.KubeSpawner.extra_annotations"
    if setting(c, SPAWNER_CLASSES, "automount_service_account_token") not in (UNSET, None, False):
        yield "c.KubeSpawner.automount_service_account_token"
    # The code before this one has put the gate of each server around any hook of others.
    if getattr(setting(c, SPAWNER_CLASSES, "modify_pod_hook"), "__module__", None) != "gate_pod":
        yield "c.KubeSpawner.modify_pod_hook"
    required = values["singleuser"].get("extraNodeAffinity", {}).get("required")
    if _has_zones(required) and not _has_zones(setting(c, SPAWNER_CLASSES, "node_affinity_required")):
        yield "c.KubeSpawner.node_affinity_required"
    database = values["hub"].get("db", {}).get("type")
    if database == "sqlite-pvc" and setting(c, HUB_CLASSES, "db_url") != "sqlite:///jupyterhub.sqlite":
        yield "c.JupyterHub.db_url"


def _has_zones(terms: Any) -> bool:
    """Whether every term names zones. A node needs to fit only one of them."""
    return (
        isinstance(terms, list)
        and bool(terms)
        and all(any(one.get("key") == ZONE for one in term.get("matchExpressions") or []) for term in terms)
    )


def _labels(c: Config, values: Values) -> Iterator[str]:
    """The chart's network policies select servers by these labels. KubeSpawner sets the common ones over all others."""
    name = values.get("nameOverride", values.get("Chart", {}).get("Name", "jupyterhub"))
    release = values.get("Release", {}).get("Name")
    ours = {"app": name, "app.kubernetes.io/name": name}
    if release:
        ours |= {"release": release, "app.kubernetes.io/instance": release}
    if not _has(setting(c, SPAWNER_CLASSES, "common_labels"), ours):
        yield "c.KubeSpawner.common_labels"
    if setting(c, SPAWNER_CLASSES, "component_label") not in (UNSET, "singleuser-server"):
        yield "c.KubeSpawner.component_label"
    given = setting(c, SPAWNER_CLASSES, "extra_labels")
    found = given if isinstance(given, dict) else {}
    if _ways(found) != _ways(values["singleuser"].get("extraLabels") or {}):
        yield "c.KubeSpawner.extra_labels"


def _ways(labels: Values) -> Values:
    return {name: value for name, value in labels.items() if name.startswith(NETWORK_ACCESS)}


def _limits(c: Config, values: Values) -> Iterator[str]:
    for name, key in (
        ("active_server_limit", "activeServerLimit"),
        ("allow_named_servers", "allowNamedServers"),
        ("concurrent_spawn_limit", "concurrentSpawnLimit"),
    ):
        # To the chart null is no value, and JupyterHub's default of all three is falsy.
        found = setting(c, HUB_CLASSES, name)
        if (None if found is UNSET else found) != values["hub"].get(key):
            yield f"c.JupyterHub.{name}"
    hook = setting(c, HUB_CLASSES, "named_server_limit_per_user")
    if type(hook).__module__ != "server_limits" or hook.limit != values["hub"].get("namedServerLimitPerUser", 0):
        yield "c.JupyterHub.named_server_limit_per_user"


def _homes(c: Config, values: Values) -> Iterator[str]:
    if setting(c, SPAWNER_CLASSES, "delete_pvc") is not False:
        yield "c.KubeSpawner.delete_pvc"
    storage = values["singleuser"]["storage"]
    volumes: list[Values] = []
    mounts: list[Values] = []
    if storage["type"] == "dynamic":
        dynamic = storage["dynamic"]
        ours = {
            "storage_pvc_ensure": True,
            "storage_capacity": storage["capacity"],
            "storage_class": dynamic.get("storageClass"),
            "storage_access_modes": dynamic.get("storageAccessModes"),
            "pvc_name_template": dynamic.get("pvcNameTemplate"),
        }
        for name, value in ours.items():
            if value is not None and setting(c, SPAWNER_CLASSES, name) != value:
                yield f"c.KubeSpawner.{name}"
        home = dynamic["volumeNameTemplate"]
        volumes.append({"name": home, "persistentVolumeClaim": {"claimName": "{pvc_name}"}})
        mounts.append({"name": home, "mountPath": storage["homeMountPath"]})
    files = values["singleuser"].get("extraFiles") or {}
    mounts.extend({"name": "files", "mountPath": file["mountPath"], "subPath": key} for key, file in files.items())
    found = _entries(setting(c, SPAWNER_CLASSES, "volumes"))
    kept = all(any(_has(one, ours) for one in found) for ours in volumes)
    if not kept or (files and not any(one.get("name") == "files" and "secret" in one for one in found)):
        yield "c.KubeSpawner.volumes"
    mounted = _entries(setting(c, SPAWNER_CLASSES, "volume_mounts"))
    for one in mounts:
        # A second mount at the same place would hide ours.
        here = [mount for mount in mounted if str(mount.get("mountPath")).rstrip("/") == one["mountPath"].rstrip("/")]
        if len(here) != 1 or not _has(here[0], one):
            yield "c.KubeSpawner.volume_mounts"


def _profiles(c: Config, values: Values) -> Iterator[str]:
    """Where profiles have groups, the choice of a profile is a right that the groups give."""
    if PROFILES_FILE not in (values["hub"].get("extraFiles") or {}):
        return
    from profile_groups import ProfileGroups  # noqa: PLC0415 - mounted only for hubs that use it

    offered = setting(c, SPAWNER_CLASSES, "profile_list")
    if not isinstance(offered, ProfileGroups):
        yield "c.KubeSpawner.profile_list"
        return
    form = setting(c, SPAWNER_CLASSES, "options_form")
    # The code before this one has set the start page, unless the operator has a template for it.
    is_page = form is UNSET or getattr(form, "__module__", None) == "start_page"
    if form != offered.form if offered.single else not is_page:
        yield "c.KubeSpawner.options_form"
    for name in ("options_from_form", "apply_user_options", "group_overrides"):
        if setting(c, SPAWNER_CLASSES, name) not in (UNSET, None, {}):
            yield f"c.KubeSpawner.{name}"


def _named(c: Config, values: Values, key: str, fields: Sequence[str]) -> Iterator[str]:
    """Services and roles of jupyterhub-gke: each is there once, as the values have it."""
    name = "services" if key == "services" else "load_roles"
    found = setting(c, HUB_CLASSES, name)
    entries = [entry for entry in found if isinstance(entry, dict)] if isinstance(found, list) else []
    for own, expected in values["hub"].get(key, {}).items():
        if not own.startswith(PREFIX):
            continue
        same = [entry for entry in entries if entry.get("name") == own]
        if len(same) != 1 or any(same[0].get(field) != expected.get(field) for field in fields):
            yield f"c.JupyterHub.{name}"
    culler = "jupyterhub-idle-culler"
    if values.get("cull", {}).get("enabled") and not any(entry.get("name") == culler for entry in entries):
        yield f"c.JupyterHub.{name}"


def _entries(value: Any) -> list[Values]:
    entries = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [entry for entry in entries if isinstance(entry, dict)]


def _has(value: Any, ours: Values) -> bool:
    return not ours or (isinstance(value, dict) and all(value.get(name) == one for name, one in ours.items()))


def _is_patched(module_name: str, class_name: str) -> bool:
    """Compares a class of this product with the same class, loaded once more from its file."""
    module = sys.modules.get(module_name)
    if module is None:
        return False
    spec = importlib.util.spec_from_file_location(f"_{module_name}_as_mounted", module.__file__ or "")
    if spec is None or spec.loader is None:
        return True
    mounted = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(mounted)
    running, original = (vars(getattr(one, class_name)) for one in (module, mounted))
    return running.keys() != original.keys() or any(
        getattr(running[name], "__code__", None) != code
        for name, one in original.items()
        if (code := getattr(one, "__code__", None)) is not None
    )
