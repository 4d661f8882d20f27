"""The real hub with proxy and reconciler in processes of their own, and browsers behind IAP that the test plays."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import requests
from tornado import httpclient, websocket

from cluster import FakeCluster, serve_keys
from conftest import ROOT, Files, Iap
from iap_assertion import HEADER

PROXY = os.environ.get("CONFIGURABLE_HTTP_PROXY") or str(ROOT / "node_modules" / ".bin" / "configurable-http-proxy")


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


def until(what, look, seconds=40):
    """Waits until `look` gives something true; what it raises counts as not yet."""
    end = time.monotonic() + seconds
    seen = None
    while time.monotonic() < end:
        try:
            seen = look()
        except (requests.RequestException, KeyError, TypeError) as error:
            seen = error
        if seen and not isinstance(seen, Exception):
            return seen
        time.sleep(0.2)
    raise AssertionError(f"{what}: not within {seconds} s ({seen!r})")


class World:
    """The running parts and what a test does with them; `env` is for the hub's settings."""

    def __init__(self, folder, people, **env):
        self.folder, self.env = folder, env
        self.iap, self.files, self.cluster = Iap(), Files(folder), FakeCluster(folder)
        self.keys = serve_keys(self.iap)
        self.proxy_port, self.api_port, self.hub_port = free_ports(3)
        self.url = f"http://127.0.0.1:{self.proxy_port}"
        # What browsers call the hub. Where each person has a host, all hosts below this one lead to the proxy too.
        self.origin = env.get("TEST_SUBDOMAINS") or self.url
        self.list(people)
        settings = folder / "jupyter" / "jupyter_server_config.d"
        settings.mkdir(parents=True)
        (settings / "guard.json").write_text(
            json.dumps({"ServerApp": {"jpserver_extensions": {"notebook_guard": True}}})
        )
        self.start()

    def start(self):
        hub = ROOT / "helm" / "hub"
        env = {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            # Where the packages are not in the interpreter's own folders, they are in this variable.
            "PYTHONPATH": os.pathsep.join(filter(None, [str(hub), os.environ.get("PYTHONPATH")])),
            "TEST_FOLDER": str(self.folder),
            "TEST_HUB_FOLDER": str(hub),
            "TEST_PROXY_COMMAND": PROXY,
            "TEST_PROXY_PORT": str(self.proxy_port),
            "TEST_API_PORT": str(self.api_port),
            "TEST_HUB_PORT": str(self.hub_port),
            "JUPYTERHUB_GKE_HUB": "research",
            "JUPYTERHUB_GKE_AUDIENCE_FILE": str(self.files.audience),
            "JUPYTERHUB_GKE_MEMBERS_FILE": str(self.files.members),
            "JUPYTERHUB_GKE_IAP_KEYS_URL": f"http://127.0.0.1:{self.keys.port}/keys",
            "JUPYTERHUB_GKE_GFE_RANGES": "127.0.0.1/32",
            "JUPYTERHUB_GKE_SERVICE_ACCOUNT_DIR": str(self.cluster.account),
            "KUBERNETES_SERVICE_HOST": "127.0.0.1",
            "KUBERNETES_SERVICE_PORT": str(self.cluster.server.port),
            "POD_NAMESPACE": "jupyterhub-research",
            "JUPYTERHUB_GKE_CULLING_FILE": str(self.folder / "culling.json"),
            **self.env,
        }
        with open(self.folder / "hub.log", "ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "--config", str(Path(__file__).with_name("hub_settings.py"))],
                env=env,
                cwd=self.folder,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until(
            "the hub is up",
            lambda: self.process.poll() is not None or requests.get(f"{self.url}/hub/health", timeout=5).ok,
            60,
        )
        assert self.process.poll() is None, self.log()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        finally:
            # Its children are in its session: nothing of this test stays behind.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def log(self):
        return (self.folder / "hub.log").read_text()

    def list(self, people, mount=True, **more):
        """A new list in the cluster, and in the mount as well unless kubelet is slow."""
        before = self.files.members.read_text()
        self.files.list(people, **more)
        self.cluster.maps["research-members"] = {"members.json": self.files.members.read_text()}
        if not mount:
            self.files.members.write_text(before)


class FrontEnd(requests.adapters.HTTPAdapter):
    """The load balancer's end of TLS: whatever the host, the request goes on to the proxy, with that host's name."""

    def __init__(self, url):
        super().__init__()
        self.url = url

    def send(self, request, **given):
        passed, asked = request.copy(), urlsplit(request.url)
        passed.headers.update({"Host": asked.netloc, "X-Forwarded-Proto": asked.scheme})
        passed.url = self.url + asked._replace(scheme="", netloc="").geturl()
        response = super().send(passed, **given)
        response.request, response.url = request, request.url
        return response


class Browser:
    """A browser with cookies of its own, behind IAP: every request has an assertion of `email` with more `claims`.

    Where `email` is None, requests do not pass IAP.
    """

    def __init__(self, world, email, **claims):
        self.world, self.email, self.session, self.claims = world, email, requests.Session(), claims
        self.session.mount("https://", FrontEnd(world.url))

    def headers(self, email=""):
        email = self.email if email == "" else email
        # As a browser says it where a person opens a page.
        made = {"Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document", "Sec-Fetch-Site": "same-origin"}
        return made if email is None else {**made, HEADER: self.world.iap.assertion(email, **self.claims)}

    def get(self, path, *, as_=""):
        return self.ask("GET", path, as_=as_)

    def ask(self, method, path, *, as_="", **given):
        url, response = requests.compat.urljoin(self.world.origin, path), None
        for _ in range(12):
            headers = {**self.headers(as_), **given.get("headers", {})}
            response = self.session.request(
                method, url, headers=headers, json=given.get("json"), allow_redirects=False, timeout=30
            )
            if response.status_code not in (301, 302, 303, 307, 308):
                return response
            url = requests.compat.urljoin(url, response.headers["Location"])
            if not f"{urlsplit(url).netloc}".endswith(urlsplit(self.world.origin).netloc):
                return response
            method = "GET"
        raise AssertionError(f"{path} redirects without end")

    def api(self, method, path, **given):
        token = next((c.value for c in self.session.cookies if c.name == "_xsrf" and c.path == "/hub/"), "")
        script = {"Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}
        headers = {**script, "X-XSRFToken": token, "Referer": f"{self.world.origin}/hub/home"}
        return self.ask(method, f"/hub/api{path}", headers=headers, **given)

    def enter(self):
        answer = self.get("/hub/home")
        assert answer.status_code == 200 and self.email.lower() in answer.text, answer.text
        return self

    def start(self, name=""):
        answer = self.api(
            "POST", f"/users/{self.email}/server" if not name else f"/users/{self.email}/servers/{name}", json={}
        )
        assert answer.status_code in (201, 202) or "already running" in answer.text, answer.text

        def ready():
            server = self.api("GET", f"/users/{self.email}").json()["servers"][name]
            return server["ready"] and server["url"]

        server = until("the server is ready", ready).replace("%40", "@")
        # The first page goes through the hub's OAuth, which leaves the server's own cookie.
        self.get(f"{server}files/none.txt")
        return server

    def agree(self, page):
        """Answers the hub's question whether another person's server may know who this is."""
        form = {
            "_xsrf": re.search(r'name="_xsrf" value="([^"]+)"', page.text).group(1),
            "scopes": re.findall(r'name="scopes"\s+value="([^"]+)"', page.text),
        }
        answer = self.session.post(
            page.url, headers={**self.headers(), "Referer": page.url}, data=form, allow_redirects=False, timeout=30
        )
        assert answer.status_code == 302, answer.text
        return self.get(answer.headers["Location"])

    def cookie_header(self, path):
        request = requests.Request("GET", requests.compat.urljoin(self.world.origin, path))
        return requests.cookies.get_cookie_header(self.session.cookies, request.prepare()) or ""


async def connect(browser, path, email=""):
    asked = urlsplit(requests.compat.urljoin(browser.world.origin, path))
    url = browser.world.url.replace("http", "ws") + asked.path
    origin = {"Host": asked.netloc, "Origin": f"{asked.scheme}://{asked.netloc}", "X-Forwarded-Proto": asked.scheme}
    headers = {**browser.headers(email), **origin, "Cookie": browser.cookie_header(path)}
    return await websocket.websocket_connect(httpclient.HTTPRequest(url, headers=headers))
