"""The gate's rules about single requests and answers."""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time

import pytest

import notebook_gate
from notebook_gate_rules import Head, Refused, Server, parse_head, to_notebook, to_owner, to_visitor, visitor_of
from notebook_guard import HEADER, email_of
from real_hub import free_ports, until

EVE, ROOT = "eve@acme.dev", "root@acme.dev"
SERVER = Server(EVE, "/user/eve@acme.dev/", "", "http://hub:8081/hub/api", "t0ken")


def request(*headers, start="GET /user/eve@acme.dev/lab HTTP/1.1"):
    return Head(start, [("Host", "hub.acme.dev"), ("X-Forwarded-Proto", "https,http"), *headers])


@pytest.mark.parametrize(
    "more",
    [
        "Content-Length: 1\r\nContent-Length: 1",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length : 5",
        " folded: x",
        "X: a\nContent-Length: 5",
        "X: a\rb",
        "X\0: a",
        "no colon",
        ": empty",
        "X-Go\u00f6g: a",
    ],
)
def test_a_request_that_two_programs_could_read_in_two_ways_is_not_passed_on(more):
    with pytest.raises(ValueError):
        parse_head(f"POST / HTTP/1.1\r\nHost: x\r\n{more}\r\n\r\n".encode("latin-1"))


def test_a_clear_request_is_read_as_it_is():
    head = parse_head(b"GET /a HTTP/1.1\r\nHost: x\r\nA:  b \r\nA: c\r\n\r\n")
    assert head == Head("GET /a HTTP/1.1", [("Host", "x"), ("A", "b"), ("A", "c")])
    assert parse_head(head.encode()) == head


def test_only_the_owner_and_the_hub_itself_are_no_visitors(iap):
    assert visitor_of(request((HEADER, iap.assertion("Eve@ACME.dev"))), SERVER) is None
    assert visitor_of(Head("GET / HTTP/1.1", [("Host", "10.0.0.1:8888")]), SERVER) is None
    assert visitor_of(request((HEADER, iap.assertion(ROOT))), SERVER) == ROOT
    for given in ([], ["x"], ["a.e30.b"], [iap.assertion(EVE), iap.assertion(ROOT)], [iap.assertion(EVE)] * 2):
        with pytest.raises(Refused):
            visitor_of(request(*((HEADER, one) for one in given)), SERVER)
    with pytest.raises(Refused):
        visitor_of(request((HEADER, iap.assertion(EVE))), SERVER._replace(user=""))


COOKIES = (
    "jupyterhub-session-id=s; __Host-GCP_IAP_AUTH_TOKEN_X=i; GCP_IAAP_AUTH=i; jupyterhub-user-eve=u; _xsrf=x; other=o"
)


def test_the_server_does_not_get_what_signs_its_visitor_in(iap):
    assertion = iap.assertion(ROOT)
    seen = to_notebook(request((HEADER, assertion), ("Cookie", COOKIES), ("X-Goog-Anything", "1")), ROOT, SERVER)
    assert seen.value("Cookie") == "jupyterhub-user-eve=u; _xsrf=x"
    assert assertion not in seen.encode().decode() and not seen.values("X-Goog-Anything")
    # The guard inside still knows whom the request is about.
    assert email_of(seen.value(HEADER)) == ROOT


def test_the_server_does_not_get_the_owners_session_of_iap(iap):
    seen = to_notebook(request((HEADER, iap.assertion(EVE)), ("Cookie", COOKIES)), None, SERVER)
    assert seen.value("Cookie") == "jupyterhub-session-id=s; jupyterhub-user-eve=u; _xsrf=x; other=o"
    assert email_of(seen.value(HEADER)) == EVE


def test_a_request_never_leaves_the_connection_open_for_a_second_one(iap):
    for connection in ("keep-alive", "Upgrade", "close, X-Forwarded-For"):
        seen = to_notebook(request((HEADER, iap.assertion(EVE)), ("Connection", connection)), None, SERVER)
        assert seen.values("Connection") == ["close"]
    socket = (("Connection", "keep-alive, Upgrade"), ("Upgrade", "websocket"))
    assert to_notebook(request(*socket), None, SERVER).values("Connection") == ["Upgrade"]


PAGE = (("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"))
OUT = [
    "/hub/token",
    "//hub.acme.dev/hub/token",
    "https://hub.acme.dev/hub/token",
    "https://evil.example/",
    "/user/eve@acme.dev",
    "/user/eve@acme.devil/",
    "/user/eve@acme.dev/../../hub/token",
    "/user/eve@acme.dev/%2e%2E/hub",
    "/user/eve@acme.dev/.%2e/.%2e/hub",
    "/user/eve@acme.dev/\\..\\hub",
    "/user/eve@acme.dev/\t/x",
    "../../hub/token",
    "",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("target", OUT)
def test_a_redirect_does_not_lead_a_script_out_of_the_server(target):
    answer = Head("HTTP/1.1 302 Found", [("Location", target)])
    for fetch in (
        (),
        (("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Dest", "empty")),
        (PAGE[0], ("Sec-Fetch-Dest", "iframe")),
    ):
        with pytest.raises(Refused):
            to_visitor(answer, request(*fetch), SERVER)
    # A person who opens a page may be led to the sign-in.
    assert to_visitor(answer, request(*PAGE), SERVER).values("Location") == [target]
    for status in (307, 308):
        with pytest.raises(Refused):
            to_visitor(Head(f"HTTP/1.1 {status} X", [("Location", target)]), request(*PAGE), SERVER)
    with pytest.raises(Refused):
        to_visitor(answer, request(*PAGE, start="POST /x HTTP/1.1"), SERVER)


def test_a_redirect_within_the_server_is_passed_on():
    for target in ("/user/eve@acme.dev/lab", "https://hub.acme.dev/user/eve@acme.dev/lab?a=b#c"):
        answer = Head("HTTP/1.1 307 X", [("Location", target)])
        assert to_visitor(answer, request(), SERVER).values("Location") == [target]


@pytest.mark.parametrize("host", ["", "a b", "hub.acme.dev; default-src *", "hub.acme.dev, x", "x/y", "a\u00e4"])
def test_a_host_that_would_change_the_policy_is_refused(host):
    with pytest.raises(Refused):
        to_visitor(Head("HTTP/1.1 200 OK", []), Head("GET / HTTP/1.1", [("Host", host)]), SERVER)


COOKIE_PATHS = [
    "_xsrf=1; Path=/hub/",
    "a=1; Path=/",
    "a=1",
    "a=1; path=/user/eve@acme.dev/; Domain=acme.dev",
    "a; Path=",
]


def test_an_answer_does_not_act_on_the_whole_origin():
    own = "a=1; Path=/user/eve@acme.dev/; HttpOnly"
    headers = [("Set-Cookie", one) for one in (*COOKIE_PATHS, "b=1; Path=/user/eve@acme.dev/; path=/", own)]
    more = ["Clear-Site-Data", "NEL", "Service-Worker-Allowed", "Cross-Origin-Embedder-Policy", "Alt-Svc", "Report-To"]
    answer = to_visitor(Head("HTTP/1.1 200 OK", [*headers, *((name, "x") for name in more)]), request(), SERVER)
    assert answer.values("Set-Cookie") == [own]
    assert not [name for name in more if answer.values(name)]


def test_a_window_of_an_owner_never_has_the_value_of_a_visitors_window():
    given = Head("HTTP/1.1 200 OK", [("Cross-Origin-Opener-Policy", "same-origin")])
    assert not to_owner(given).values("Cross-Origin-Opener-Policy")
    # With an embedder policy, the browser takes it for another value.
    isolated = Head(given.start, [*given.headers, ("Cross-Origin-Embedder-Policy", "require-corp")])
    assert to_owner(isolated) == isolated


def test_while_the_hub_does_not_answer_no_visitor_is_admitted(monkeypatch):
    server = SERVER._replace(api_url="http://127.0.0.1:9/hub/api")
    with pytest.raises(Refused) as caught:
        asyncio.run(notebook_gate.Gate(server)._admits(ROOT))
    assert caught.value.status == 503


def test_a_server_does_not_end_the_gate_by_filling_its_memory():
    ports = free_ports(2)
    env = {
        "JUPYTERHUB_USER": EVE,
        "JUPYTERHUB_SERVICE_PREFIX": SERVER.base_url,
        "JUPYTERHUB_API_URL": SERVER.api_url,
        "JUPYTERHUB_API_TOKEN": "t0ken",
        "JUPYTERHUB_GKE_GATE_HOST": "127.0.0.1",
        "JUPYTERHUB_GKE_GATE_PORT": str(ports[0]),
        "JUPYTERHUB_GKE_NOTEBOOK_PORT": str(ports[1]),
        "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
    }
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"
    gate = subprocess.Popen([sys.executable, notebook_gate.__file__], env=env)
    held = []
    # The server answers each request with as much as it can, and reads nothing; the caller does the same.
    with socket.create_server(("127.0.0.1", ports[1]), backlog=600) as server:
        try:
            until("the gate listens", lambda: not socket.socket().connect_ex(("127.0.0.1", ports[0])))
            for _ in range(400):
                caller = socket.socket()
                caller.setblocking(False)
                caller.connect_ex(("127.0.0.1", ports[0]))
                held.append(caller)
            end = time.monotonic() + 6
            server.setblocking(False)
            started = set()
            while time.monotonic() < end:
                with contextlib.suppress(BlockingIOError):
                    while True:
                        answering, _ = server.accept()
                        answering.setblocking(False)
                        held.append(answering)
                for one in held:
                    with contextlib.suppress(OSError):
                        is_answer = one.getsockname()[1] == ports[1]
                        first = answer if is_answer else head
                        while one.send(b"x" * 65536 if one in started else first):
                            started.add(one)
            assert gate.poll() is None
            with open(f"/proc/{gate.pid}/status", encoding="ascii") as status:
                peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
            assert len(held) > 500 and peak < 128 * 1024, (len(held), peak)
        finally:
            for one in held:
                one.close()
            gate.kill()
            gate.wait()
