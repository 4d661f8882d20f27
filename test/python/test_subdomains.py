"""A host for each person: on the real hub and proxy, with the gate in front of each server."""

import asyncio
import shutil

import pytest
import requests

from hub_subdomains import host_of
from notebook_gate_rules import OTHER_HOST, Head, Refused, Server, to_notebook, to_visitor, unsigned, visitor_of
from real_hub import PROXY, Browser, World, connect, until

EVE, BOB, ROOT = "eve@acme.dev", "bob@acme.dev", "root@acme.dev"
PEOPLE = {EVE: {}, BOB: {}, ROOT: {"admin": "full"}}
HUB = "https://hub.acme.dev"

if not shutil.which(PROXY):
    pytest.skip("SKIPPED test_subdomains: configurable-http-proxy is not installed (npm ci)", allow_module_level=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("subdomains"), PEOPLE, TEST_GATE="yes", TEST_SUBDOMAINS=HUB)
    yield made
    made.stop()


@pytest.fixture(scope="module")
def eve(world):
    browser = Browser(world, EVE).enter()
    browser.server = browser.start()
    return browser


def origin_of(email):
    return f"https://{host_of(email, 'hub.acme.dev', 'user')}"


@pytest.mark.parametrize(
    "email", [EVE, "x" * 240 + "@acme.dev", "_@acme.dev", "é@acme.dev", "o'neil+lab@acme.dev", "1@x.y"]
)
def test_a_host_is_one_label_of_dns(email):
    label, _, domain = host_of(email, "hub.acme.dev", "user").partition(".")
    assert domain == "hub.acme.dev"
    assert len(label) <= 63 and label.isascii() and label.replace("-", "").isalnum() and label == label.lower()
    # The third and fourth place are of internationalized names.
    assert label[2:4] != "--" and not label.startswith("-") and not label.endswith("-")


def test_nobody_can_choose_an_address_with_the_host_of_another_person():
    # JupyterHub's own rule takes as much as eight characters and 28 bits of a digest.
    labels = {
        host_of(f"ada{number}@acme.dev", "hub", "user").partition(".")[0].rpartition("--")[2] for number in range(1000)
    }
    assert len(labels) == 1000 and all(len(one) == 32 for one in labels)
    assert host_of("a.da@acme.dev", "hub", "user") != host_of("ada@acme.dev", "hub", "user")
    # A service cannot be called like a person's host either.
    service = host_of(host_of(EVE, "hub", "user").partition(".")[0], "hub", "service")
    assert service != host_of(EVE, "hub", "user")


def test_a_person_works_in_her_own_server_at_her_own_host(world, eve):
    assert eve.server == f"{origin_of(EVE)}/user/{EVE}/"
    (world.folder / f"home-{EVE}" / "mine.txt").write_text("hers")
    answer = eve.get(f"{eve.server}files/mine.txt")
    assert (answer.status_code, answer.text) == (200, "hers")
    assert answer.url.startswith(eve.server)

    assert asyncio.run(connect(eve, f"{eve.server}api/events/subscribe")) is not None


def test_an_old_link_leads_to_the_persons_host(world, eve):
    answer = eve.get(f"{HUB}/user/{EVE}/files/mine.txt")
    assert answer.status_code == 200 and answer.url.startswith(eve.server), answer.url
    assert eve.get("/hub/user-redirect/files/mine.txt").url.startswith(eve.server)


@pytest.mark.parametrize(
    "path", ["/hub/token", "/hub/home", "/hub/api/user", f"/hub/api/users/{ROOT}/tokens", "/hub/admin"]
)
def test_the_hub_knows_nobody_at_the_host_of_a_person(world, eve, path):
    root = Browser(world, ROOT).enter()
    for origin in (origin_of(EVE), origin_of(ROOT), "https://other.hub.acme.dev", "https://evil.example"):
        # Whatever its page sends, with the session of the hub as well.
        cookies = "; ".join(f"{one.name}={one.value}" for one in root.session.cookies)
        for headers in ({}, {"Cookie": cookies}):
            for method in ("GET", "POST"):
                answer = requests.request(
                    method,
                    f"{world.url}{path}",
                    headers={**root.headers(), **headers, "Host": origin.removeprefix("https://")},
                    timeout=10,
                    allow_redirects=False,
                )
                # To the sign-in, or refused.
                assert answer.status_code in (302, 403, 405), (origin, answer.status_code)
                assert ROOT not in answer.text
    answer = root.get(f"{origin_of(EVE)}/hub/token")
    assert answer.status_code == 403 and "at its own host name only" in answer.text


def test_a_token_of_its_owner_does_not_work_at_the_host_of_a_person(world, eve):
    root = Browser(world, ROOT).enter()
    token = root.api("POST", f"/users/{ROOT}/tokens", json={}).json()["token"]
    bearer = {"Authorization": f"token {token}"}
    assert root.ask("GET", "/hub/api/user", headers=bearer).status_code == 200
    assert root.ask("GET", f"{origin_of(EVE)}/hub/api/user", headers=bearer).status_code == 403


def test_no_server_answers_at_the_host_of_another_person(world, eve):
    bob = Browser(world, BOB).enter()
    server = bob.start()
    answer = requests.get(
        f"{world.url}/user/{BOB}/files/x",
        headers={**bob.headers(), "Host": host_of(EVE, "hub.acme.dev", "user")},
        allow_redirects=False,
        timeout=10,
    )
    assert answer.status_code == 302 and answer.headers["Location"].startswith(f"{HUB}/hub/user/"), answer.headers
    assert bob.get(f"{server}api/contents").status_code == 200


def test_another_host_cannot_set_the_cookies_of_the_hub_or_of_a_server(world, eve):
    names = {one.name for one in eve.session.cookies if "hub-login" in one.name or "jupyterhub-user" in one.name}
    assert names and all(name.startswith("__Host-") for name in names), names
    for one in eve.session.cookies:
        if one.name.startswith("__Host-"):
            assert one.secure and one.path == "/" and not one.domain_specified


def test_a_full_admin_opens_another_persons_server_at_that_persons_host(world):
    bob, root = Browser(world, BOB).enter(), Browser(world, ROOT).enter()
    server = bob.start()
    asked = root.get(f"{server}lab")
    assert "would like permission to identify you" in asked.text, asked.text
    root.agree(asked)
    assert root.get(f"{server}api/contents").status_code == 200
    world.list({**PEOPLE, ROOT: {}})
    assert until("the right ends", lambda: root.get(f"{server}api/contents").status_code == 403)
    world.list(PEOPLE)


OWN = Server(EVE, f"/user/{EVE}/", "", "http://hub:8081/hub/api", "token", "u-eve--0.hub.acme.dev")


def head(email, host, *more):
    return Head("GET / HTTP/1.1", [("Host", host), ("X-Goog-Iap-Jwt-Assertion", unsigned(email)), *more])


@pytest.mark.parametrize("email", [EVE, ROOT])
@pytest.mark.parametrize(
    "host", ["hub.acme.dev", "u-bob--0.hub.acme.dev", "u-eve--0.hub.acme.dev:444", "", "evil.example"]
)
def test_the_gate_passes_nobody_at_another_host(email, host):
    with pytest.raises(Refused) as caught:
        visitor_of(head(email, host), OWN)
    assert (caught.value.status, str(caught.value)) == (403, OTHER_HOST)


def test_the_gate_passes_the_owner_at_her_host_and_the_hub_by_whatever_name():
    assert visitor_of(head(EVE, "U-eve--0.hub.acme.dev"), OWN) is None
    assert visitor_of(head(ROOT, "u-eve--0.hub.acme.dev"), OWN) == ROOT
    assert visitor_of(Head("GET / HTTP/1.1", [("Host", "10.8.0.7:8888")]), OWN) is None
    # Without subdomains, a server has no host of its own.
    assert visitor_of(head(EVE, "hub.acme.dev"), OWN._replace(host="")) is None


def test_a_visitor_keeps_cookies_of_the_server_and_of_nothing_else():
    request = head(ROOT, OWN.host, ("X-Forwarded-Proto", "https"))
    given = {
        "__Host-jupyterhub-user-eve%40acme.dev=a; Path=/; Secure": True,
        "__Host-jupyterhub-user-eve=a; Path=/; Secure; Domain=hub.acme.dev": False,
        "__Host-jupyterhub-hub-login=a; Path=/; Secure": False,
        "jupyterhub-session-id=a; Path=/; Domain=hub.acme.dev": False,
        f"_xsrf=a; Path=/user/{EVE}/": True,
        "_xsrf=a; Path=/hub/; Domain=hub.acme.dev": False,
    }
    for cookie, is_kept in given.items():
        answer = to_visitor(Head("HTTP/1.1 200 OK", [("Set-Cookie", cookie)]), request, OWN)
        assert answer.values("Set-Cookie") == ([cookie] if is_kept else []), cookie
    sent = "__Host-jupyterhub-hub-login=a; __Host-jupyterhub-user-eve=b; jupyterhub-session-id=c; _xsrf=d"
    passed = to_notebook(head(ROOT, OWN.host, ("Cookie", sent)), ROOT, OWN)
    assert passed.values("Cookie") == ["__Host-jupyterhub-user-eve=b; _xsrf=d"]
