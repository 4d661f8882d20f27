"""Settings of the hub of real_hub.py: roles and service as in helm/hub/base.yaml, and local notebook servers."""

import os
import sys

c = get_config()  # noqa: F821

folder = os.environ["TEST_FOLDER"]
port, api_port, hub_port = (int(os.environ[f"TEST_{name}_PORT"]) for name in ("PROXY", "API", "HUB"))

c.JupyterHub.bind_url = f"http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{hub_port}"
c.JupyterHub.db_url = f"sqlite:///{folder}/hub.sqlite"
c.JupyterHub.cookie_secret_file = f"{folder}/cookie_secret"
c.JupyterHub.authenticator_class = "iap_authenticator.IAPAuthenticator"
c.JupyterHub.allow_named_servers = True
c.JupyterHub.cleanup_servers = True
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{api_port}"
c.ConfigurableHTTPProxy.command = [os.environ["TEST_PROXY_COMMAND"]]
c.ConfigurableHTTPProxy.pid_file = f"{folder}/proxy.pid"

c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = folder + "/home-{username}"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--allow-root"] if os.geteuid() == 0 else []
c.Spawner.environment = {"JUPYTER_CONFIG_PATH": f"{folder}/jupyter", "PYTHONPATH": os.environ["PYTHONPATH"]}

kept = ("JUPYTERHUB_GKE_", "KUBERNETES_SERVICE_", "POD_NAMESPACE", "PYTHONPATH")
c.JupyterHub.services = [
    {
        "name": "jupyterhub-gke-access-reconciler",
        "command": [sys.executable, os.environ["TEST_HUB_FOLDER"] + "/access_reconciler.py"],
        "environment": {name: value for name, value in os.environ.items() if name.startswith(kept)},
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "jupyterhub-gke-access-reconciler",
        "scopes": [
            "list:users",
            "read:users:name",
            "read:users:activity",
            "read:servers",
            "delete:servers",
            "read:tokens",
            "tokens",
        ],
        "services": ["jupyterhub-gke-access-reconciler"],
    },
    {
        "name": "jupyterhub-gke-admins",
        "scopes": [
            "admin-ui",
            "list:users",
            "read:users:name",
            "read:users:activity",
            "read:servers",
            "delete:servers",
        ],
        "groups": ["jupyterhub-gke-admins"],
    },
    {"name": "jupyterhub-gke-full-admins", "scopes": ["access:servers"], "groups": ["jupyterhub-gke-full-admins"]},
]

if "TEST_NAMED_LIMIT" in os.environ:
    import server_limits

    c.JupyterHub.named_server_limit_per_user = int(os.environ["TEST_NAMED_LIMIT"])
    # No limit of memory is mounted here.
    server_limits.configure(c, None)

if "TEST_KERNELS" in os.environ:
    c.Spawner.environment = {**c.Spawner.environment, "JUPYTER_PATH": os.environ["TEST_KERNELS"]}

if "TEST_GATE" in os.environ:
    sys.path.append(os.path.dirname(os.path.abspath(__file__)))
    from gate_spawner import GateSpawner

    c.JupyterHub.spawner_class = GateSpawner

if "TEST_PROFILES" in os.environ:
    sys.path.append(os.path.dirname(os.path.abspath(__file__)))
    from profile_groups import load_profiles, offer_profiles
    from profile_spawner import ProfileSpawner

    c.JupyterHub.spawner_class = ProfileSpawner
    offer_profiles(c.ProfileSpawner, load_profiles(os.environ["TEST_PROFILES"]))
    c.ProfileSpawner.start_timeout = int(os.environ.get("TEST_START_TIMEOUT", "60"))
    if "TEST_START_PAGE" in os.environ:
        import start_page
        import start_progress

        c.KubeSpawner = c.ProfileSpawner
        page = start_page.load(os.environ["TEST_START_PAGE"], os.environ["TEST_HUB_FOLDER"] + "/templates")
        start_page.configure(c, page, os.environ["TEST_HUB_FOLDER"] + "/templates")
        start_progress.install(ProfileSpawner, page.usual)
        c.JupyterHub.active_server_limit = int(os.environ.get("TEST_ACTIVE_LIMIT", "0"))
        c.Spawner.consecutive_failure_limit = 3

if "TEST_SUBDOMAINS" in os.environ:
    import hub_subdomains

    c.JupyterHub.subdomain_host = os.environ["TEST_SUBDOMAINS"]
    c.JupyterHub.cookie_host_prefix_enabled = True
    hub_subdomains.configure(c)
