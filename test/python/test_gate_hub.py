"""The gate in front of notebook servers on the real hub and proxy, where the owner has switched off every check inside.

The attack: an owner whose server answers anybody, and who gets an administrator to follow one link to it.
"""

import asyncio
import json
import shutil
import socket

import pytest
import requests
from tornado import httpclient

from real_hub import PROXY, Browser, World, connect, until

EVE, BOB, BOSS, ROOT = "eve@acme.dev", "bob@acme.dev", "boss@acme.dev", "root@acme.dev"
PEOPLE = {EVE: {}, BOB: {}, BOSS: {"admin": True}, ROOT: {"admin": "full"}}

if not shutil.which(PROXY):
    pytest.skip("SKIPPED test_gate_hub: configurable-http-proxy is not installed (npm ci)", allow_module_level=True)

# What an owner may write into the home: no guard, no login, and pages and sockets of the owner's own.
EVIL = """
c = get_config()
c.ServerApp.jpserver_extensions = {"notebook_guard": False, "evil": True}
"""
EXTENSION = """
import json
from tornado import web, websocket

class Evil(web.RequestHandler):
    def check_xsrf_cookie(self):
        pass

    def get(self, what="page"):
        self.set_header("Set-Cookie", "_xsrf=evil; Path=/hub/")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin-allow-popups")
        self.set_header("Service-Worker-Allowed", "/")
        if what.startswith("to/"):
            self.clear_header("Set-Cookie")
            target = what[3:] if what.startswith("to/https://") else "/" + what[3:]
            return self.redirect(target, status=int(self.get_argument("status", "302")))
        if what == "worker":
            self.set_header("Content-Type", "text/javascript")
            answer = "new Response('mine', {headers: {'Content-Type': 'text/html'}})"
            return self.finish(f"addEventListener('fetch', (e) => e.respondWith({answer}))")
        if what == "page" and "html" in self.request.headers.get("Accept", "") and "PAGE" in globals():
            return self.finish(PAGE)
        seen = {"cookies": self.request.headers.get("Cookie", ""), "headers": dict(self.request.headers)}
        self.finish("EVIL " + json.dumps(seen))

    post = get

class Socket(websocket.WebSocketHandler):
    def check_origin(self, origin):
        return True

    def on_message(self, message):
        self.write_message("EVIL " + message)

def _jupyter_server_extension_points():
    return [{"module": "evil"}]

def _load_jupyter_server_extension(app):
    base = app.web_app.settings["base_url"].replace("@", "(?:@|%40)")
    app.web_app.add_handlers(".*", [(base + "socket", Socket), (base + "evil/(.*)", Evil)])
"""


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("gate"), PEOPLE, TEST_GATE="yes")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def evil(world):
    """Path of EVE's server, which is hers alone inside."""
    home = world.folder / f"home-{EVE}"
    (home / ".jupyter").mkdir(parents=True)
    (home / ".jupyter" / "jupyter_server_config.py").write_text(EVIL)
    (home / "evil.py").write_text(EXTENSION)
    return Browser(world, EVE).enter().start()


@pytest.fixture(autouse=True)
def everybody(world):
    world.list(PEOPLE)


def test_the_owner_works_through_the_gate(world, evil):
    eve = Browser(world, EVE).enter()
    page = eve.get(f"{evil}evil/page")
    assert page.status_code == 200 and page.text.startswith("EVIL"), page.text
    assert "Content-Security-Policy" not in page.headers or "default-src" not in page.headers["Content-Security-Policy"]

    async def echo():
        socket = await connect(eve, f"{evil}socket")
        await socket.write_message("x" * 200_000)
        return await socket.read_message()

    assert asyncio.run(echo()) == "EVIL " + "x" * 200_000


@pytest.mark.parametrize("email", [BOB, BOSS])
def test_a_link_does_not_take_other_people_to_a_server_without_a_guard(world, evil, email):
    visitor = Browser(world, email).enter()
    for path in ("evil/page", "lab", "api/contents", "static/x", "oauth_callback?code=x", "evil/to/hub/token"):
        for method in ("GET", "POST", "HEAD"):
            answer = visitor.ask(method, f"{evil}{path}")
            assert answer.status_code == 403 and "EVIL" not in answer.text, (path, answer.text)
    with pytest.raises(httpclient.HTTPClientError) as caught:
        asyncio.run(connect(visitor, f"{evil}socket"))
    assert caught.value.code == 403
    assert visitor.get(f"{evil}evil/page", as_=None).status_code == 403


def test_a_server_does_not_get_the_sign_in_of_its_visitor(world, evil):
    root = Browser(world, ROOT).enter()
    root.session.cookies.set("__Host-GCP_IAP_AUTH_TOKEN_1", "iap", path="/")
    root.session.cookies.set("GCP_IAAP_AUTH_TOKEN_1", "iap", path="/")
    seen = json.loads(root.get(f"{evil}evil/page").text.removeprefix("EVIL "))
    session = next(c.value for c in root.session.cookies if c.name == "jupyterhub-session-id")
    assert session not in json.dumps(seen) and "iap" not in seen["cookies"]
    assertion = seen["headers"]["X-Goog-Iap-Jwt-Assertion"]
    assert assertion.startswith("e30.") and assertion.endswith(".")
    # It is of no use to whoever reads it.
    stolen = {"X-Goog-Iap-Jwt-Assertion": assertion}
    assert Browser(world, None).ask("GET", "/hub/home", headers=stolen).status_code == 403


def test_a_page_for_a_visitor_is_kept_to_its_own_server(world, evil):
    answer = Browser(world, ROOT).enter().get(f"{evil}evil/page")
    assert answer.status_code == 200
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["Content-Security-Policy"].split(";"))
    own = world.url + evil
    for directive in ("default-src", "form-action", "base-uri"):
        hosts = [source for source in policy[directive].split() if "//" in source]
        assert set(hosts) <= {own, own.replace("http", "ws")} and "'self'" not in policy[directive], policy
    assert "allow-popups" not in policy["sandbox"] and "allow-top-navigation" not in policy["sandbox"]
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    for name in ("Service-Worker-Allowed", "Set-Cookie"):
        assert name not in answer.headers, name


@pytest.mark.parametrize(
    "target",
    ["hub/token", f"user/{ROOT}/api/contents", f"user/{EVE}/../../hub/token", f"user/{EVE}/%2e%2e/%2e%2e/hub/token"],
)
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_does_not_take_a_visitors_script_out_of_the_server(world, evil, target, status):
    root = Browser(world, ROOT).enter()
    path = f"{world.url}{evil}evil/to/{target}?status={status}"
    script = {**root.headers(), "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"}
    frame = {**root.headers(), "Sec-Fetch-Dest": "iframe"}
    none = {name: value for name, value in root.headers().items() if not name.startswith("Sec-")}
    for headers in (script, frame, none):
        answer = root.session.get(path, headers=headers, allow_redirects=False, timeout=10)
        assert answer.status_code == 403 and "Location" not in answer.headers
    posted = root.session.post(path, headers=root.headers(), allow_redirects=False, timeout=10)
    assert posted.status_code == 403 and "Location" not in posted.headers


def test_a_page_for_a_visitor_does_not_register_a_service_worker(world, evil):
    root = Browser(world, ROOT).enter()
    answer = root.ask("GET", f"{evil}evil/page", headers={"Service-Worker": "script"})
    assert answer.status_code == 403 and "EVIL" not in answer.text


def test_a_full_admin_opens_another_persons_server_after_the_hubs_question(world):
    bob, root = Browser(world, BOB).enter(), Browser(world, ROOT).enter()
    server = bob.start()
    asked = root.get(f"{server}lab")
    assert "would like permission to identify you" in asked.text, asked.text
    root.agree(asked)
    assert root.get(f"{server}api/contents").status_code == 200
    world.list({**PEOPLE, ROOT: {"admin": True}})
    refused = until("the right ends", lambda: root.get(f"{server}api/contents").status_code == 403)
    assert refused


def test_a_full_admin_who_has_never_signed_in_is_led_to_the_sign_in(world):
    new = "new@acme.dev"
    bob = Browser(world, BOB).enter()
    server = bob.start()
    world.list({**PEOPLE, new: {}})
    assert Browser(world, new).get(f"{server}lab").status_code == 403
    world.list({**PEOPLE, new: {"admin": True}})
    assert Browser(world, new).get(f"{server}lab").status_code == 403
    world.list({**PEOPLE, new: {"admin": "full"}})
    visitor = Browser(world, new)
    asked = visitor.get(f"{server}lab")
    assert "would like permission to identify you" in asked.text, asked.text
    visitor.agree(asked)
    assert visitor.get(f"{server}api/contents").status_code == 200


def test_a_server_learns_nothing_about_other_servers_or_from_people(world):
    boss = Browser(world, BOSS).enter()
    token = boss.api("POST", f"/users/{BOSS}/tokens", json={}).json()["token"]
    url = f"http://127.0.0.1:{world.hub_port}/hub/api/jupyterhub-gke/visitors/{ROOT}"
    # The answer is about servers of the token's owner, whatever is asked for.
    answer = requests.get(f"{url}?server=x&user={EVE}", headers={"Authorization": f"token {token}"}, timeout=10)
    assert answer.json() == {"admits": True}
    assert requests.get(url, timeout=10).status_code == 403
    assert boss.get(f"/hub/api/jupyterhub-gke/visitors/{ROOT}").status_code == 403


def test_an_open_websocket_of_a_visitor_ends_with_the_right(world, evil):
    async def visit():
        root = Browser(world, ROOT).enter()
        socket = await connect(root, f"{evil}socket")
        await socket.write_message("hi")
        assert await socket.read_message() == "EVIL hi"
        world.list({**PEOPLE, ROOT: {}})
        return await asyncio.wait_for(socket.read_message(), 45)

    assert asyncio.run(visit()) is None


def test_a_request_that_is_not_clear_is_not_passed_on(world, evil):
    gate = requests.utils.urlparse(world.url)
    head = f"GET {evil}evil/page HTTP/1.1\r\nHost: x\r\n"
    for more in ("Content-Length: 1\r\nContent-Length: 2\r\n", "A: b\r\n folded: c\r\n", "Content-Length : 5\r\n"):
        with socket.create_connection((gate.hostname, gate.port), 10) as one:
            one.sendall(f"{head}{more}\r\n".encode())
            assert b"EVIL" not in one.recv(4096)
