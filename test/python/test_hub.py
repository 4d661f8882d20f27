"""The real hub, proxy, keeper and notebook servers, with the door played by this test: it signs an assertion into each request.

Slow (half a minute): one hub for all tests of this file.
"""

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests
from cluster import FakeCluster, serve_keys
from conftest import ROOT, Door, Files
from iap_assertion import HEADER
from keeper import person_key
from tornado import httpclient, websocket

ADA, BOB, BOSS, EVE = "ada@acme.dev", "bob@acme.dev", "boss@acme.dev", "eve@acme.dev"
PROXY = os.environ.get("CONFIGURABLE_HTTP_PROXY") or str(ROOT / "node_modules" / ".bin" / "configurable-http-proxy")

if not shutil.which(PROXY):
    pytest.skip("SKIPPED test_hub: configurable-http-proxy is not installed (npm ci)", allow_module_level=True)


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
    """The running parts and what a test does with them."""

    def __init__(self, folder):
        self.folder = folder
        self.door, self.files, self.cluster = Door(), Files(folder), FakeCluster(folder)
        self.keys = serve_keys(self.door)
        self.proxy_port, self.api_port, self.hub_port = free_ports(3)
        self.url = f"http://127.0.0.1:{self.proxy_port}"
        self.list({ADA: {}, BOB: {}, BOSS: {"admin": True}})
        settings = folder / "jupyter" / "jupyter_server_config.d"
        settings.mkdir(parents=True)
        (settings / "guard.json").write_text(json.dumps({"ServerApp": {"jpserver_extensions": {"notebook_guard": True}}}))
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
            "JUPYTERHUB_GKE_SERVICE_ACCOUNT_DIR": str(self.cluster.account),
            "KUBERNETES_SERVICE_HOST": "127.0.0.1",
            "KUBERNETES_SERVICE_PORT": str(self.cluster.server.port),
            "POD_NAMESPACE": "jupyterhub-research",
        }
        with open(self.folder / "hub.log", "ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "jupyterhub", "--config", str(Path(__file__).with_name("hub_settings.py"))],
                env=env, cwd=self.folder, stdout=log, stderr=log, start_new_session=True,
            )
        until("the hub is up", lambda: self.process.poll() is not None or requests.get(f"{self.url}/hub/health", timeout=5).ok, 60)
        assert self.process.poll() is None, self.log()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(30)
        finally:
            # Its children are in its session: nothing of this test stays behind.
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def log(self):
        return (self.folder / "hub.log").read_text()

    def list(self, people, mount=True):
        """A new list in the cluster, and in the mount as well unless kubelet is slow."""
        before = self.files.members.read_text()
        self.files.list(people)
        self.cluster.maps["research-members"] = {"members.json": self.files.members.read_text()}
        if not mount:
            self.files.members.write_text(before)


class Browser:
    """A browser behind the door: cookies of its own, an assertion of `email` in every request (None: past the door)."""

    def __init__(self, world, email):
        self.world, self.email, self.session = world, email, requests.Session()

    def headers(self, email=""):
        email = self.email if email == "" else email
        return {} if email is None else {HEADER: self.world.door.assertion(email)}

    def get(self, path, *, as_=""):
        return self.ask("GET", path, as_=as_)

    def ask(self, method, path, *, as_="", **given):
        url, response = self.world.url + path, None
        for _ in range(12):
            headers = {**self.headers(as_), **given.get("headers", {})}
            response = self.session.request(method, url, headers=headers, json=given.get("json"), allow_redirects=False, timeout=30)
            if response.status_code not in (301, 302, 303, 307, 308):
                return response
            url = requests.compat.urljoin(url, response.headers["Location"])
            if not url.startswith(self.world.url):
                return response
            method = "GET"
        raise AssertionError(f"{path} redirects without end")

    def api(self, method, path, **given):
        token = next((c.value for c in self.session.cookies if c.name == "_xsrf" and c.path == "/hub/"), "")
        return self.ask(method, f"/hub/api{path}", headers={"X-XSRFToken": token, "Referer": f"{self.world.url}/hub/home"}, **given)

    def enter(self):
        answer = self.get("/hub/home")
        assert answer.status_code == 200 and self.email.lower() in answer.text, answer.text
        return self

    def start(self, name=""):
        answer = self.api("POST", f"/users/{self.email}/server" if not name else f"/users/{self.email}/servers/{name}", json={})
        assert answer.status_code in (201, 202) or "already running" in answer.text, answer.text
        until("the server is ready", lambda: self.api("GET", f"/users/{self.email}").json()["servers"][name]["ready"])
        server = f"/user/{self.email}/{name}{'/' if name else ''}"
        # The first page goes through the hub's OAuth, which leaves the server's own cookie.
        self.get(f"{server}files/none.txt")
        return server

    def cookie_header(self, path):
        request = requests.Request("GET", self.world.url + path)
        return requests.cookies.get_cookie_header(self.session.cookies, request.prepare()) or ""


async def connect(browser, path, email=""):
    url = browser.world.url.replace("http", "ws") + path
    headers = {**browser.headers(email), "Cookie": browser.cookie_header(path), "Origin": browser.world.url}
    return await websocket.websocket_connect(httpclient.HTTPRequest(url, headers=headers))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("hub"))
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def everybody(world, request):
    world.list({ADA: {}, BOB: {}, BOSS: {"admin": True}})
    yield
    if hasattr(request.node, "rep") and request.node.rep.failed:
        print(world.log()[-4000:])


def test_a_listed_person_is_in_without_any_page(world):
    browser = Browser(world, "Ada@ACME.dev")
    answer = browser.get("/hub/home")
    assert answer.status_code == 200 and ADA in answer.text


def test_the_cookie_alone_opens_nothing(world):
    ada = Browser(world, ADA).enter()
    # A fresh check every time: JupyterHub itself would look once a minute and person.
    for _ in range(3):
        for path in ("/hub/home", "/hub/token", "/hub/api/user", "/hub/spawn", "/hub/admin", "/hub/api/users", f"/hub/user/{ADA}/"):
            answer = ada.get(path, as_=None)
            assert answer.status_code == 403, (path, answer.status_code)
            assert ADA not in answer.text
        assert ada.get("/hub/home").status_code == 200


def test_the_cookie_with_another_persons_assertion_is_refused_and_closed(world):
    ada = Browser(world, ADA).enter()
    kept = ada.session.cookies.copy()
    refused = ada.get("/hub/api/user", as_=BOB)
    assert refused.status_code == 403 and "somebody else" in refused.text
    ada.session.cookies = kept.copy()
    page = ada.get("/hub/home", as_=BOB)
    assert page.status_code == 403 and ADA not in page.text
    session = {c.name: c.value for c in ada.session.cookies if c.name in ("jupyterhub-hub-login", "jupyterhub-session-id")}
    old = {c.name: c.value for c in kept}
    assert session.get("jupyterhub-hub-login") != old["jupyterhub-hub-login"]
    assert session.get("jupyterhub-session-id") != old["jupyterhub-session-id"]
    again = ada.get("/hub/home", as_=BOB)
    assert again.status_code == 200 and BOB in again.text and ADA not in again.text


def test_writing_requests_are_checked_too(world):
    ada = Browser(world, ADA).enter()
    ada.email = None
    assert ada.api("POST", f"/users/{ADA}/tokens", json={}).status_code == 403
    assert ada.api("POST", f"/users/{ADA}/server", json={}).status_code == 403
    ada.email = BOB
    assert ada.api("POST", f"/users/{ADA}/tokens", json={}).status_code == 403
    fresh = Browser(world, ADA)
    assert fresh.ask("POST", f"/hub/api/users/{ADA}/tokens", json={"auth": {"username": ADA}}).status_code == 403


def test_strangers_read_why_and_forgers_get_nothing(world):
    stranger = Browser(world, EVE).get("/hub/home")
    assert stranger.status_code == 403 and "not on the list" in stranger.text
    world.list({ADA: {"until": "2026-03-02T00:00:00Z"}, BOB: {}})
    ended = Browser(world, ADA).get("/hub/home")
    assert ended.status_code == 403 and "ended on 2026-03-01" in ended.text
    for assertion in (Door().assertion(BOB), world.door.assertion(BOB, aud="/projects/1/global/backendServices/2"), "x"):
        headers = {HEADER: assertion, "X-Goog-Authenticated-User-Email": f"accounts.google.com:{BOB}", "X-Remote-User": BOB}
        answer = Browser(world, None).ask("GET", "/hub/home", headers=headers)
        assert answer.status_code == 403 and BOB not in answer.text


def test_the_hub_is_closed_while_files_are_missing(world):
    ada = Browser(world, ADA).enter()
    audiences = world.files.audience.read_text()
    world.files.audience.unlink()
    assert ada.get("/hub/home").status_code == 503
    assert Browser(world, ADA).get("/hub/home").status_code == 503
    world.files.audience.write_text(audiences)
    assert ada.get("/hub/home").status_code == 200


def test_logging_out_leads_to_the_doors_own(world):
    ada = Browser(world, ADA).enter()
    answer = ada.session.get(f"{world.url}/hub/logout", headers=ada.headers(), allow_redirects=False, timeout=10)
    assert answer.headers["Location"] == "/?gcp-iap-mode=CLEAR_LOGIN_COOKIE"
    assert "jupyterhub-hub-login" not in ada.session.cookies.keys()


def test_an_admin_sees_and_stops_but_does_not_enter(world):
    ada, boss = Browser(world, ADA).enter(), Browser(world, BOSS).enter()
    server = ada.start()
    assert boss.get("/hub/admin").status_code == 200
    assert ADA in boss.api("GET", "/users").text
    assert Browser(world, BOB).enter().api("GET", "/users").status_code == 403
    assert boss.get(f"{server}api/contents").status_code == 403
    assert boss.api("POST", f"/users/{BOB}/server", json={}).status_code in (403, 404)
    assert boss.api("POST", f"/users/{ADA}/tokens", json={}).status_code in (403, 404)
    assert boss.api("DELETE", f"/users/{ADA}/server").status_code in (202, 204)
    world.list({ADA: {}, BOSS: {}})
    assert Browser(world, BOSS).enter().api("GET", "/users").status_code == 403


def test_a_notebook_server_is_its_owners_alone(world):
    ada, bob = Browser(world, ADA).enter(), Browser(world, BOB).enter()
    server = ada.start()
    assert ada.get(f"{server}api/contents").status_code == 200
    assert ada.get(f"{server}api/contents", as_=BOB).status_code == 403
    assert ada.get(f"{server}api/contents", as_=None).status_code == 403
    assert bob.get(f"{server}api/contents").status_code == 403

    async def sockets():
        path = f"{server}api/events/subscribe"
        connection = await connect(ada, path)
        for email in (BOB, None):
            with pytest.raises(httpclient.HTTPClientError) as caught:
                await connect(ada, path, email)
            assert caught.value.code == 403
        connection.close()

    asyncio.run(sockets())


def test_leaving_ends_servers_tokens_and_sockets_and_coming_back_works(world):
    ada, bob = Browser(world, ADA).enter(), Browser(world, BOB).enter()
    server, second = ada.start(), ada.start("second")
    bob.start()
    assert ada.get(f"{server}api/contents").status_code == 200 and ada.get(f"{second}api/contents").status_code == 200
    token = ada.api("POST", f"/users/{ADA}/tokens", json={"note": "a script"}).json()["token"]

    def by_token():
        return requests.get(f"http://127.0.0.1:{world.hub_port}/hub/api/user", headers={"Authorization": f"token {token}"}, timeout=10).status_code

    async def leave():
        connection = await connect(ada, f"{server}api/events/subscribe")
        assert by_token() == 200
        # kubelet has not brought the new list yet.
        world.list({BOB: {}, BOSS: {}}, mount=False)
        begun = time.monotonic()
        message = ""
        while message is not None:
            message = await asyncio.wait_for(connection.read_message(), 40)
        return time.monotonic() - begun

    seconds = asyncio.run(leave())
    generation = world.files.generation
    report = until("the keeper reports", lambda: (world.cluster.report() or {}).get("generation") == generation and world.cluster.report())
    assert by_token() == 403
    assert report["people"][person_key(ADA)]["stoppedServers"] == 2
    assert report["people"][person_key(ADA)]["deletedTokens"] >= 3
    assert report["people"][person_key(BOB)]["stoppedServers"] == 0
    assert ada.get("/hub/home").status_code == 403
    assert ada.get(f"{server}api/contents").status_code == 403
    assert bob.api("GET", f"/users/{BOB}").json()["servers"][""]["ready"]
    assert seconds < 20
    world.list({ADA: {}, BOB: {}})
    Browser(world, ADA).enter().start()
    assert by_token() == 403


def test_time_runs_out_without_a_new_list(world):
    bob = Browser(world, BOB).enter()
    bob.start()
    world.list({BOB: {"until": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 4))}})
    assert bob.get("/hub/home").status_code == 200
    key = person_key(BOB)
    until("the server is stopped", lambda: (world.cluster.report() or {})["people"][key]["stoppedServers"])
    assert bob.get("/hub/home").status_code == 403


def test_a_restart_of_the_hub_changes_nothing(world):
    ada = Browser(world, ADA).enter()
    ada.start()
    world.stop()
    world.list({BOB: {}})
    world.start()
    assert ada.get("/hub/home").status_code == 403
    generation = world.files.generation
    until("the keeper reports", lambda: (world.cluster.report() or {}).get("generation") == generation)
    Browser(world, BOB).enter()
