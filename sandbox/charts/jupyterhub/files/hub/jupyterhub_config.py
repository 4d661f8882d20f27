# Settings of the hub from the chart's values: the same values mean the same as in Zero to JupyterHub.
import glob
import os
import sys

c = get_config()  # noqa: F821 - given by JupyterHub; z2jh has another one of that name

sys.path.insert(0, os.path.dirname(os.path.realpath(__file__)))

from z2jh import get_config, get_name_env, get_secret_value, set_config_if_not_none  # noqa: E402


def traits(section, values, names):
    """Sets traits from values of the same name in camelCase, or of the name that is given."""
    for trait, key in names.items():
        first, *rest = trait.split("_")
        camel_case = first + "".join(part.capitalize() for part in rest)
        set_config_if_not_none(section, trait, f"{values}.{camel_case if key is None else key}")


def pairs(entries):
    """Volumes or mounts as a map, whichever way the values give them."""
    if isinstance(entries, dict):
        return entries
    return {f"extra-{index}-{entry['name']}": entry for index, entry in enumerate(entries or [])}


# The proxy is a pod of its own and outlives the hub, and so do the users' servers.
hub_port = get_name_env("hub", "_SERVICE_PORT")
c.JupyterHub.spawner_class = "kubespawner.KubeSpawner"
c.ConfigurableHTTPProxy.api_url = f"http://proxy-api:{get_name_env('proxy-api', '_SERVICE_PORT')}"
c.ConfigurableHTTPProxy.should_start = False
c.JupyterHub.cleanup_servers = False
c.JupyterHub.last_activity_interval = 60
c.JupyterHub.tornado_settings = {"slow_spawn_timeout": 0}
c.JupyterHub.hub_bind_url = "http://:8081"
c.JupyterHub.hub_connect_url = f"http://hub:{hub_port}"
c.JupyterHub.cookie_secret = get_secret_value("hub.config.JupyterHub.cookie_secret")
c.CryptKeeper.keys = get_secret_value("hub.config.CryptKeeper.keys").split(";")

db_type = get_config("hub.db.type")
if db_type == "sqlite-pvc":
    c.JupyterHub.db_url = "sqlite:///jupyterhub.sqlite"
elif db_type == "sqlite-memory":
    c.JupyterHub.db_url = "sqlite://"
else:
    set_config_if_not_none(c.JupyterHub, "db_url", "hub.db.url")

traits(
    c.JupyterHub,
    "hub",
    dict.fromkeys(
        "concurrent_spawn_limit active_server_limit base_url allow_named_servers named_server_limit_per_user "
        "authenticate_prometheus redirect_to_server shutdown_on_logout template_paths template_vars".split()
    ),
)
set_config_if_not_none(c.Spawner, "consecutive_failure_limit", "hub.consecutiveFailureLimit")
if get_config("debug.enabled"):
    c.JupyterHub.log_level = "DEBUG"
    c.Spawner.debug = True

# What a user's server is.
release = get_config("Release.Name")
c.KubeSpawner.namespace = os.environ["POD_NAMESPACE"]
c.KubeSpawner.common_labels = {
    "app": "jupyterhub",
    "release": release,
    "app.kubernetes.io/name": "jupyterhub",
    "app.kubernetes.io/instance": release,
    "app.kubernetes.io/managed-by": "kubespawner",
}
image = get_config("singleuser.image")
c.KubeSpawner.image = f"{image['name']}:{image['tag']}" if image.get("tag") else image["name"]
c.KubeSpawner.allow_privilege_escalation = get_config("singleuser.allowPrivilegeEscalation")
c.Spawner.cmd = get_config("singleuser.cmd")
set_config_if_not_none(c.Spawner, "default_url", "singleuser.defaultUrl")
own_names = dict.fromkeys(
    "pod_name_template start_timeout extra_labels extra_annotations uid fs_gid node_selector lifecycle_hooks "
    "init_containers extra_containers profile_list extra_pod_config".split()
)
traits(
    c.KubeSpawner,
    "singleuser",
    own_names
    | {
        "image_pull_policy": "image.pullPolicy",
        "events_enabled": "events",
        "service_account": "serviceAccountName",
        "mem_limit": "memory.limit",
        "mem_guarantee": "memory.guarantee",
        "cpu_limit": "cpu.limit",
        "cpu_guarantee": "cpu.guarantee",
        "extra_resource_limits": "extraResource.limits",
        "extra_resource_guarantees": "extraResource.guarantees",
        "environment": "extraEnv",
        "storage_extra_labels": "storage.extraLabels",
    },
)
pull_secrets = [*get_config("imagePullSecrets", []), *(image.get("pullSecrets") or [])]
if pull_secrets:
    c.KubeSpawner.image_pull_secrets = pull_secrets
affinity = {kind: list(get_config(f"singleuser.extraNodeAffinity.{kind}", [])) for kind in ("required", "preferred")}
tolerations = get_config("scheduling.userPods.tolerations", []) + get_config("singleuser.extraTolerations", [])
if tolerations:
    c.KubeSpawner.tolerations = tolerations
user_nodes = {"matchExpressions": [{"key": "hub.jupyter.org/node-purpose", "operator": "In", "values": ["user"]}]}
match get_config("scheduling.userPods.nodeAffinity.matchNodePurpose"):
    case "prefer":
        affinity["preferred"].append({"weight": 100, "preference": user_nodes})
    case "require":
        affinity["required"].append(user_nodes)
for kind, terms in affinity.items():
    if terms:
        c.KubeSpawner[f"node_affinity_{kind}"] = terms

# Where its files are.
volumes, mounts = {}, {}
storage = get_config("singleuser.storage")
if storage["type"] == "dynamic":
    dynamic = storage["dynamic"]
    name = dynamic["volumeNameTemplate"]
    c.KubeSpawner.storage_pvc_ensure = True
    c.KubeSpawner.storage_capacity = storage["capacity"]
    c.KubeSpawner.storage_access_modes = dynamic["storageAccessModes"]
    set_config_if_not_none(c.KubeSpawner, "storage_class", "singleuser.storage.dynamic.storageClass")
    set_config_if_not_none(c.KubeSpawner, "pvc_name_template", "singleuser.storage.dynamic.pvcNameTemplate")
    volumes[name] = {"name": name, "persistentVolumeClaim": {"claimName": "{pvc_name}"}}
    mounts[name] = {"name": name, "mountPath": storage["homeMountPath"], "subPath": dynamic.get("subPath")}
elif storage["type"] == "static":
    volumes["home"] = {"name": "home", "persistentVolumeClaim": {"claimName": storage["static"].get("pvcName")}}
    mounts["home"] = {
        "name": "home",
        "mountPath": storage["homeMountPath"],
        "subPath": storage["static"].get("subPath"),
    }
files = get_config("singleuser.extraFiles", {})
if files:
    items = [
        {"key": key, "path": key} | ({"mode": file["mode"]} if file.get("mode") is not None else {})
        for key, file in files.items()
    ]
    volumes["files"] = {"name": "files", "secret": {"secretName": "singleuser", "items": items}}
    for key, file in files.items():
        mounts[f"files-{key}"] = {"name": "files", "mountPath": file["mountPath"], "subPath": key}
c.KubeSpawner.volumes = volumes | pairs(storage["extraVolumes"])
c.KubeSpawner.volume_mounts = mounts | pairs(storage["extraVolumeMounts"])

metadata = get_config("singleuser.cloudMetadata")
if metadata["blockWithIptables"]:
    tools = get_config("singleuser.networkTools.image")
    command = (
        f"iptables --append OUTPUT --protocol tcp --destination {metadata['ip']} --destination-port 80 --jump DROP"
    )
    c.KubeSpawner.init_containers = [
        *get_config("singleuser.initContainers", []),
        {
            "name": "block-cloud-metadata",
            "image": f"{tools['name']}:{tools['tag']}",
            "command": command.split(),
            "securityContext": {"privileged": True, "runAsUser": 0, "capabilities": {"add": ["NET_ADMIN"]}},
        },
    ]

# Services and what they may do.
c.JupyterHub.services = []
c.JupyterHub.load_roles = []
if get_config("cull.enabled"):
    cull = get_config("cull")
    base = get_config("hub.baseUrl", "/").rstrip("/")
    command = ["python3", "-m", "jupyterhub_idle_culler", f"--url=http://localhost:8081{base}/hub/api"]
    options = {"timeout": "timeout", "cull-every": "every", "concurrency": "concurrency", "max-age": "maxAge"}
    command += [f"--{option}={cull[key]}" for option, key in options.items() if cull.get(key)]
    command += ["--cull-users"] if cull["users"] else []
    command += [] if cull["adminUsers"] else ["--cull-admin-users=false"]
    command += ["--remove-named-servers"] if cull["removeNamedServers"] else []
    scopes = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
    scopes += ["admin:users"] if cull["users"] else []
    c.JupyterHub.services.append({"name": "jupyterhub-idle-culler", "command": command})
    c.JupyterHub.load_roles.append(
        {"name": "jupyterhub-idle-culler", "scopes": scopes, "services": ["jupyterhub-idle-culler"]}
    )
for key, service in get_config("hub.services", {}).items():
    service.setdefault("name", key)
    service.pop("apiToken", None)
    c.JupyterHub.services.append(service | {"api_token": get_secret_value(f"hub.services.{key}.apiToken")})
for key, role in get_config("hub.loadRoles", {}).items():
    c.JupyterHub.load_roles.append({"name": key} | role)

# The values' own settings come last, and code after them.
secrets = {"JupyterHub": ["cookie_secret", "services", "proxy_auth_token"], "CryptKeeper": ["keys"]}
secrets["ConfigurableHTTPProxy"] = ["auth_token"]
for section, settings in get_config("hub.config", {}).items():
    if not section[:1].isupper():
        sys.exit(f"hub.config.{section} names no class: class names begin with a capital letter")
    kept = {name: value for name, value in settings.items() if name not in secrets.get(section, [])}
    c[section].update(kept)
for path in sorted(glob.glob("/usr/local/etc/jupyterhub/jupyterhub_config.d/*.py")):
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"))
for key, code in sorted(get_config("hub.extraConfig", {}).items()):
    print(f"Loading extra config: {key}")
    exec(compile(code, f"hub.extraConfig.{key}", "exec"))
