"""A host for each person: on the real hub and proxy, with the gate in front of each server."""

import asyncio
import shutil

import pytest
import requests

from hub_subdomains import host_of
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
