"""What the access reconciler asks of JupyterHub's API, and reconciler and authenticator of the Kubernetes API. Only the standard library."""

import json
import os
import ssl
import urllib.error
import urllib.request
from urllib.parse import quote

SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"


class ApiError(Exception):
    """An answer other than success (`status`), or none at all (`status` 0)."""

    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an error: the token would go along to wherever it points."""

    def redirect_request(self, *_):
        return None


class Api:
    """JSON over HTTP, never by way of a proxy of the environment; `timeout` in seconds."""

    def __init__(self, base, token, context=None, timeout=15):
        self._base = base.rstrip("/")
        self._token, self._timeout = token, timeout
        handlers = [urllib.request.ProxyHandler({}), _NoRedirect()]
        if context is not None:
            handlers.append(urllib.request.HTTPSHandler(context=context))
        self._opener = urllib.request.build_opener(*handlers)

    def call(self, method, path, body=None, content_type="application/json", accept="application/json"):
        """Status and parsed body."""
        headers = {"Authorization": f"Bearer {self._token()}", "Accept": accept}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = content_type
        request = urllib.request.Request(self._base + path, data=data, headers=headers, method=method)
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                text = answer.read()
                return answer.status, json.loads(text) if text and "json" in answer.headers.get("Content-Type", "") else None
        except urllib.error.HTTPError as error:
            raise ApiError(error.code, f"{method} {path.split('?')[0]} answered {error.code}") from None
        except (OSError, ValueError) as error:
            raise ApiError(0, f"{method} failed: {error}") from None


class Hub:
    """The calls of JupyterHub's API that the access reconciler makes."""

    def __init__(self, api):
        self._api = api

    def users(self, active_only):
        """Models of all users, or of those with a running or starting server."""
        found, offset = [], 0
        while offset is not None:
            path = f"/users?limit=200&offset={offset}" + ("&state=active" if active_only else "")
            _, page = self._api.call("GET", path, accept="application/jupyterhub-pagination+json")
            found += page["items"]
            following = page["_pagination"]["next"]
            offset = following["offset"] if following else None
        return found

    def stop(self, user, server):
        """Whether the server is stopped; False while it is stopping."""
        path = f"/users/{quote(user, safe='')}/" + (f"servers/{quote(server, safe='')}" if server else "server")
        try:
            return self._api.call("DELETE", path)[0] != 202
        except ApiError as error:
            if error.status == 404:
                return True
            raise

    def delete_tokens(self, user):
        """How many tokens the person had, all of which are deleted."""
        path = f"/users/{quote(user, safe='')}/tokens"
        _, found = self._api.call("GET", path)
        for token in found["api_tokens"]:
            try:
                self._api.call("DELETE", f"{path}/{quote(token['id'], safe='')}")
            except ApiError as error:
                # One OAuth token takes its client's others along.
                if error.status != 404:
                    raise
        return len(found["api_tokens"])


class Cluster:
    """The two ConfigMaps of this hub, and its proxy."""

    def __init__(self, api, namespace, hub):
        self._api = api
        folder = f"/api/v1/namespaces/{quote(namespace, safe='')}"
        self._path = f"{folder}/configmaps/{quote(hub, safe='')}"
        self._proxies = f"{folder}/pods?labelSelector=" + quote(f"app.kubernetes.io/component=proxy,app.kubernetes.io/instance={hub}")

    def _data(self, name, key):
        try:
            _, found = self._api.call("GET", f"{self._path}-{name}")
        except ApiError as error:
            if error.status == 404:
                return ""
            raise
        return (found.get("data") or {}).get(key, "")

    def members(self):
        """Text of members.json, empty where there is none."""
        return self._data("members", "members.json")

    def status(self):
        """Text of the last report, empty where there is none."""
        return self._data("reconciler", "status.json")

    def report(self, status):
        text = json.dumps(status, separators=(",", ":"), sort_keys=True)
        self._api.call("PATCH", f"{self._path}-reconciler", {"data": {"status.json": text}}, "application/merge-patch+json")

    def proxies(self):
        """IP addresses of the proxy's pods, as Kubernetes writes them."""
        _, found = self._api.call("GET", self._proxies)
        states = [pod.get("status") or {} for pod in found["items"]]
        # A pod that has ended keeps its addresses on record, though another one may have them.
        running = [state for state in states if state.get("phase") not in ("Succeeded", "Failed")]
        return [entry["ip"] for state in running for entry in state.get("podIPs") or []]


def connect():
    """The hub and the cluster by the environment."""
    env = os.environ
    return Hub(Api(env["JUPYTERHUB_API_URL"], lambda: env["JUPYTERHUB_API_TOKEN"])), connect_cluster()


def connect_cluster(timeout=15):
    """The cluster by the environment, None where there is none; `timeout` of a call in seconds."""
    env = os.environ
    account = env.get("JUPYTERHUB_GKE_SERVICE_ACCOUNT_DIR", SERVICE_ACCOUNT)
    host, namespace, name = env.get("KUBERNETES_SERVICE_HOST"), env.get("POD_NAMESPACE"), env.get("JUPYTERHUB_GKE_HUB")
    if not host or not namespace or not name or not os.path.exists(f"{account}/token"):
        return None

    def token():
        # Read for every call: the cluster renews it within the hour.
        with open(f"{account}/token", encoding="ascii") as file:
            return file.read().strip()

    authority = f"[{host}]" if ":" in host else host
    ca = f"{account}/ca.crt"
    context = ssl.create_default_context(cafile=ca if os.path.exists(ca) else None)
    api = Api(f"https://{authority}:{env.get('KUBERNETES_SERVICE_PORT', '443')}", token, context, timeout)
    return Cluster(api, namespace, name)
