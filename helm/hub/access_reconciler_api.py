"""Calls of JupyterHub's API, for the access reconciler, and of the Kubernetes API, also for the authenticator.

Only the standard library.
"""

import json
import os
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypedDict
from urllib.parse import quote

SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount"


class UserModel(TypedDict):
    """What the reconciler reads of a user in an answer of JupyterHub's API; `servers` is by name."""

    name: str
    servers: dict[str, dict[str, Any]] | None
    last_activity: str | None


class ApiError(Exception):
    """An answer other than success (`status`), or none at all (`status` 0)."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirect is an error: the token would go along to wherever it points."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


class Api:
    """JSON over HTTP, never by way of a proxy of the environment; `timeout` in seconds."""

    def __init__(
        self, base: str, token: Callable[[], str], context: ssl.SSLContext | None = None, timeout: float = 15
    ) -> None:
        self._base = base.rstrip("/")
        self._token, self._timeout = token, timeout
        handlers: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({}), _NoRedirect()]
        if context is not None:
            handlers.append(urllib.request.HTTPSHandler(context=context))
        self._opener = urllib.request.build_opener(*handlers)

    def call(
        self,
        method: str,
        path: str,
        body: object = None,
        content_type: str = "application/json",
        accept: str = "application/json",
    ) -> tuple[int, Any]:
        """Status and parsed body."""
        headers = {"Authorization": f"Bearer {self._token()}", "Accept": accept}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            headers["Content-Type"] = content_type
        url = self._base + path
        request = urllib.request.Request(url, data=data, headers=headers, method=method)  # noqa: S310 - http or https
        try:
            with self._opener.open(request, timeout=self._timeout) as answer:
                text = answer.read()
                is_json = text and "json" in answer.headers.get("Content-Type", "")
                return answer.status, json.loads(text) if is_json else None
        except urllib.error.HTTPError as error:
            raise ApiError(error.code, f"{method} {path.split('?', maxsplit=1)[0]} answered {error.code}") from None
        except (OSError, ValueError) as error:
            raise ApiError(0, f"{method} failed: {error}") from None


class Hub:
    """The calls of JupyterHub's API that the access reconciler makes."""

    def __init__(self, api: Api) -> None:
        self._api = api

    def users(self, active_only: bool) -> list[UserModel]:
        """Models of all users, or of those with a running or starting server."""
        found: list[UserModel] = []
        offset: int | None = 0
        while offset is not None:
            path = f"/users?limit=200&offset={offset}" + ("&state=active" if active_only else "")
            _, page = self._api.call("GET", path, accept="application/jupyterhub-pagination+json")
            found += page["items"]
            following = page["_pagination"]["next"]
            offset = following["offset"] if following else None
        return found

    def stop(self, user: str, server: str) -> bool:
        """Whether the server is stopped; False while it is stopping."""
        path = f"/users/{quote(user, safe='')}/" + (f"servers/{quote(server, safe='')}" if server else "server")
        try:
            return self._api.call("DELETE", path)[0] != HTTPStatus.ACCEPTED
        except ApiError as error:
            if error.status == HTTPStatus.NOT_FOUND:
                return True
            raise

    def delete_tokens(self, user: str) -> int:
        """How many tokens the person had. All of them are deleted."""
        path = f"/users/{quote(user, safe='')}/tokens"
        _, found = self._api.call("GET", path)
        for token in found["api_tokens"]:
            try:
                self._api.call("DELETE", f"{path}/{quote(token['id'], safe='')}")
            except ApiError as error:
                # The deletion of one OAuth token deletes the other tokens of its client.
                if error.status != HTTPStatus.NOT_FOUND:
                    raise
        return len(found["api_tokens"])


class Cluster:
    """The two ConfigMaps of this hub, and its proxy."""

    def __init__(self, api: Api, namespace: str, hub: str) -> None:
        self._api = api
        folder = f"/api/v1/namespaces/{quote(namespace, safe='')}"
        labels = f"app.kubernetes.io/component=proxy,app.kubernetes.io/instance={hub}"
        self._path = f"{folder}/configmaps/{quote(hub, safe='')}"
        self._name = f"{hub}-reconciler"
        self._labels = {"app.kubernetes.io/managed-by": "jupyterhub-gke", "app.kubernetes.io/instance": hub}
        self._deployments = f"/apis/apps/v1/namespaces/{quote(namespace, safe='')}/deployments"
        self._proxies = f"{folder}/pods?labelSelector={quote(labels)}"

    def _data(self, name: str, key: str) -> str:
        try:
            _, found = self._api.call("GET", f"{self._path}-{name}")
        except ApiError as error:
            if error.status == HTTPStatus.NOT_FOUND:
                return ""
            raise
        text: str = (found.get("data") or {}).get(key, "")
        return text

    def members(self) -> str:
        """Text of members.json, empty where there is none."""
        return self._data("members", "members.json")

    def last_list(self) -> str:
        """The packed text of the last valid list, empty where there is none."""
        return self._data("reconciler", "last-list")

    def keep_list(self, packed: str) -> bool:
        """Keeps a valid list; True, or ApiError."""
        self._patch({"last-list": packed})
        return True

    def status(self) -> str:
        """Text of the last report, empty where there is none."""
        return self._data("reconciler", "status.json")

    def report(self, status: object) -> bool:
        """Replaces the last report; True, or ApiError."""
        self._patch({"status.json": json.dumps(status, separators=(",", ":"), sort_keys=True)})
        return True

    def _patch(self, data: dict[str, str]) -> None:
        path = f"{self._path}-reconciler"
        try:
            self._api.call("PATCH", path, {"data": data}, "application/merge-patch+json")
        except ApiError as error:
            if error.status != HTTPStatus.NOT_FOUND:
                raise
            # Somebody deleted it. RBAC can restrict server-side apply to the name of a new object, but not a POST.
            metadata = {"name": self._name, "labels": self._labels}
            made = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": metadata, "data": data}
            query = "fieldManager=access-reconciler&force=true"
            self._api.call("PATCH", f"{path}?{query}", made, "application/apply-patch+yaml")

    def scale(self, deployment: str, replicas: int) -> bool:
        """Sets how many pods a Deployment of the companion chart has; True, or ApiError."""
        path = f"{self._deployments}/{quote(deployment, safe='')}/scale"
        self._api.call("PATCH", path, {"spec": {"replicas": replicas}}, "application/merge-patch+json")
        return True

    def proxies(self) -> list[str]:
        """IP addresses of the proxy's pods, as Kubernetes writes them."""
        _, found = self._api.call("GET", self._proxies)
        states = [pod.get("status") or {} for pod in found["items"]]
        # A pod that has ended keeps its addresses on record, though another one may have them.
        running = [state for state in states if state.get("phase") not in ("Succeeded", "Failed")]
        return [entry["ip"] for state in running for entry in state.get("podIPs") or []]


def connect() -> tuple[Hub, Cluster | None]:
    """The hub and the cluster by the environment."""
    env = os.environ
    return Hub(Api(env["JUPYTERHUB_API_URL"], lambda: env["JUPYTERHUB_API_TOKEN"])), connect_cluster()


def connect_cluster(timeout: float = 15) -> Cluster | None:
    """The cluster by the environment, None where there is none; `timeout` of a call in seconds."""
    env = os.environ
    account = env.get("JUPYTERHUB_GKE_SERVICE_ACCOUNT_DIR", SERVICE_ACCOUNT)
    host, namespace, name = (
        env.get("KUBERNETES_SERVICE_HOST"),
        env.get("POD_NAMESPACE"),
        env.get("JUPYTERHUB_GKE_HUB"),
    )
    if not host or not namespace or not name or not os.path.exists(f"{account}/token"):
        return None

    def token() -> str:
        # Read for every call: the cluster renews it within the hour.
        with open(f"{account}/token", encoding="ascii") as file:
            return file.read().strip()

    authority = f"[{host}]" if ":" in host else host
    ca = f"{account}/ca.crt"
    context = ssl.create_default_context(cafile=ca if os.path.exists(ca) else None)
    api = Api(f"https://{authority}:{env.get('KUBERNETES_SERVICE_PORT', '443')}", token, context, timeout)
    return Cluster(api, namespace, name)
