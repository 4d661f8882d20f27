"""The guard of notebook servers: who passes, on a real tornado server with a websocket."""

import asyncio

import pytest
from tornado import httpclient, httpserver, netutil, web, websocket
from tornado.httputil import HTTPHeaders

from conftest import Iap
from notebook_guard import ABSENT, HEADER, OTHER_PERSON, guard, refusal

ADA = "ada@acme.dev"
FORWARDED = {"X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "https"}


def headers(assertions=(), **other):
    made = HTTPHeaders(other)
    for assertion in assertions:
        made.add(HEADER, assertion)
    return made


def test_the_owner_passes_the_guard_in_any_letter_case(iap):
    assert refusal(headers([iap.assertion("Ada@ACME.dev")], **FORWARDED), ADA) is None


def test_requests_of_the_hub_itself_pass_the_guard():
    assert refusal(headers(Authorization="token abc", Host="10.1.2.3:8888"), ADA) is None


@pytest.mark.parametrize(
    "name",
    ["X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "Forwarded", "Via", "Cookie"],
)
def test_requests_by_the_proxy_or_a_browser_need_an_assertion(name):
    assert refusal(headers(**{name: "x"}), ADA) == ABSENT


@pytest.mark.parametrize(
    "assertion",
    [
        "eve",
        "a.b",
        "a.b.c",
        "..",
        "a.e30.c",
        "a.W10.c",
        "a.eyJlbWFpbCI6IG51bGx9.c",
        "a.eyJlbWFpbCI6IFsiYWRhQGFjbWUuZGV2Il19.c",
        "a.\u00e4.c",
        "a." + "WyI" * 9999 + ".c",
    ],
)
def test_anything_but_an_assertion_of_the_owner_is_refused(assertion):
    assert refusal(headers([assertion]), ADA) == OTHER_PERSON


def test_assertions_of_others_and_two_assertions_are_refused(iap):
    mine, other = iap.assertion(ADA), iap.assertion("eve@acme.dev")
    assert refusal(headers([other]), ADA) == OTHER_PERSON
    assert refusal(headers([mine, other]), ADA) == OTHER_PERSON
    assert refusal(headers([mine]), "") == OTHER_PERSON
    assert refusal(headers([iap.assertion("ad\u212a@acme.dev")]), "adk@acme.dev") == OTHER_PERSON


class Hello(web.RequestHandler):
    def get(self):
        self.write("hello")

    post = delete = get


class Echo(websocket.WebSocketHandler):
    def check_origin(self, origin):
        return True

    def on_message(self, message):
        self.write_message(message)


def test_the_guard_protects_pages_and_websockets_of_a_server():
    async def run():
        iap = Iap()
        application = web.Application([("/hello", Hello)])
        guard(application, ADA)
        application.add_handlers(".*", [("/echo", Echo)])
        sockets = netutil.bind_sockets(0, "127.0.0.1")
        server = httpserver.HTTPServer(application)
        server.add_sockets(sockets)
        at = f"127.0.0.1:{sockets[0].getsockname()[1]}"
        client = httpclient.AsyncHTTPClient()

        async def status(method="GET", path="/hello", **given):
            body = "x" if method == "POST" else None
            answer = await client.fetch(
                f"http://{at}{path}", method=method, headers=given, body=body, raise_error=False
            )
            return answer.code

        mine, other = {HEADER: iap.assertion(ADA)}, {HEADER: iap.assertion("eve@acme.dev")}
        assert await status() == 200
        assert await status(**mine, **FORWARDED) == 200
        for method in ("GET", "POST", "DELETE", "HEAD"):
            assert await status(method, **other, **FORWARDED) == 403
            assert await status(method, **FORWARDED) == 403
        assert await status(path="/nothing-here", **other) == 403

        async def socket(**given):
            connection = await websocket.websocket_connect(httpclient.HTTPRequest(f"ws://{at}/echo", headers=given))
            await connection.write_message("hi")
            return await connection.read_message()

        assert await socket(**mine, **FORWARDED) == "hi"
        for refused in (other, FORWARDED, {"Cookie": "a=b"}):
            with pytest.raises(httpclient.HTTPClientError) as caught:
                await socket(**refused)
            assert caught.value.code == 403
        server.stop()

    asyncio.run(run())
