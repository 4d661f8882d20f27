"""Who is admitted to another person's notebook server: on a real tornado server, with a hub that the test plays."""

import asyncio

import pytest
from tornado import httpclient, httpserver, netutil, web, websocket

import notebook_guard
from conftest import Iap
from notebook_guard import HEADER, Visitors, guard

ADA, ROOT, BOB = "ada@acme.dev", "root@acme.dev", "bob@acme.dev"
BASE = "/user/ada%40acme.dev/"


class Hub:
    """The server's own view of the hub: sessions by the header X-Session, and whom it admits."""

    access_scopes = ("access",)

    def __init__(self):
        self.hub_auth, self.allowed, self.fresh, self.down = self, {ADA, ROOT}, 0, False

    def get_token(self, handler):
        return handler.request.headers.get("X-Session", "")

    def get_session_id(self, _handler):
        return "a session"

    async def get_user(self, handler):
        # As JupyterHub's, it keeps old answers: BOB's right was taken away, and this still knows it.
        name = self.get_token(handler)
        return type("User", (), {"username": name}) if name in (ADA, ROOT, BOB) else None

    async def user_for_token(self, token, use_cache=True, session_id="", *, sync=True):
        assert not use_cache and not sync and session_id
        self.fresh += 1
        if self.down:
            raise web.HTTPError(500)
        return {"name": token, "scopes": ["access"] if token in self.allowed else []}

    def check_scopes(self, wanted, model):
        return set(wanted) & set(model["scopes"])


class Page(web.RequestHandler):
    def get(self, *_):
        self.write("a page")

    post = get

    def check_xsrf_cookie(self):
        pass


class Socket(websocket.WebSocketHandler):
    def on_message(self, message):
        self.write_message(f"echo {message}")


def visit(look, iap):
    """Runs `look(fetch, connect, hub)` against a guarded server of ADA's."""

    async def run():
        hub = Hub()
        application = web.Application([(r"/user/.*/socket", Socket), (r"/.*", Page)], login_url="/hub/login")
        guard(application, ADA, None, Visitors(hub, BASE))
        (socket,) = netutil.bind_sockets(0, "127.0.0.1")
        server = httpserver.HTTPServer(application)
        server.add_socket(socket)
        url = f"http://127.0.0.1:{socket.getsockname()[1]}"

        def headers(email, session):
            made = {HEADER: iap.assertion(email), "X-Forwarded-For": "10.0.0.1"}
            return made if session is None else {**made, "X-Session": session}

        async def fetch(email, session, path=f"{BASE}lab", method="GET"):
            request = httpclient.HTTPRequest(
                url + path,
                method,
                headers(email, session),
                body="" if method == "POST" else None,
                follow_redirects=False,
            )
            return await httpclient.AsyncHTTPClient().fetch(request, raise_error=False)

        async def connect(email, session):
            return await websocket.websocket_connect(
                httpclient.HTTPRequest(url.replace("http", "ws") + f"{BASE}socket", headers=headers(email, session))
            )

        try:
            await look(fetch, connect, hub)
        finally:
            server.stop()

    asyncio.run(run())


@pytest.fixture
def iap():
    return Iap()


def test_a_visitor_needs_an_assertion_and_a_session_of_one_person_whom_the_hub_admits(iap):
    async def look(fetch, _connect, hub):
        for method in ("GET", "POST"):
            assert (await fetch(ROOT, ROOT, method=method)).code == 200
            # The right is gone, though the server's own memory still has it.
            assert (await fetch(BOB, BOB, method=method)).code == 403
            assert (await fetch(BOB, ROOT, method=method)).code == 403
            assert (await fetch(ROOT, ADA, method=method)).code == 403
        asked = hub.fresh
        assert (await fetch(ADA, None)).code == 200 and hub.fresh == asked

    visit(look, iap)


def test_without_a_session_a_page_redirects_to_login_and_anything_else_is_refused(iap):
    async def look(fetch, connect, hub):
        page = await fetch(ROOT, None)
        assert page.code == 302 and page.headers["Location"] == "/hub/login" and b"a page" not in page.body
        assert (await fetch(ROOT, None, method="POST")).code == 403
        assert (await fetch(ROOT, None, f"{BASE}oauth_callback")).code == 200
        for path in (f"{BASE}oauth_callback/x", f"{BASE}x/oauth_callback", "/oauth_callback", f"{BASE}OAUTH_CALLBACK"):
            assert (await fetch(ROOT, None, path)).code == 302
        with pytest.raises(httpclient.HTTPClientError) as caught:
            await connect(ROOT, None)
        assert caught.value.code == 403
        assert hub.fresh == 0

    visit(look, iap)


def test_while_the_hub_is_down_no_visitor_is_admitted(iap):
    async def look(fetch, _connect, hub):
        hub.down = True
        assert (await fetch(ROOT, ROOT)).code == 500
        assert (await fetch(ADA, None)).code == 200

    visit(look, iap)


def test_an_open_websocket_ends_with_the_visitors_right_and_survives_a_hub_restart(iap, monkeypatch):
    monkeypatch.setattr(notebook_guard, "WEBSOCKET_CHECK", 0.05)

    async def look(_fetch, connect, hub):
        socket = await connect(ROOT, ROOT)
        hub.down = True
        await asyncio.sleep(0.2)
        await socket.write_message("still here")
        assert await socket.read_message() == "echo still here"
        hub.down = False
        hub.allowed.discard(ROOT)
        assert await asyncio.wait_for(socket.read_message(), 5) is None
        assert socket.close_code == 4403

    visit(look, iap)


def test_on_servers_without_hub_auth_only_the_owner_is_admitted(iap):
    class OldServer:
        web_app = web.Application([(r"/.*", Page)])
        identity_provider = object()
        base_url = BASE
        log = None

    made = {}
    original = notebook_guard.guard
    try:
        notebook_guard.guard = lambda application, user, log, visitors: made.update(visitors=visitors)
        notebook_guard._load_jupyter_server_extension(OldServer)
    finally:
        notebook_guard.guard = original
    assert made["visitors"] is None
