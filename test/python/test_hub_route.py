"""Assertions that a notebook server has stolen, tried on the real hub and proxy from an address of its own."""

import shutil

import pytest
import requests
from requests.adapters import HTTPAdapter

from cluster import NOTEBOOK
from iap_assertion import HEADER
from real_hub import PROXY, Browser, World

ADA, BOB = "ada@acme.dev", "bob@acme.dev"

if not shutil.which(PROXY):
    pytest.skip("SKIPPED test_hub_route: configurable-http-proxy is not installed (npm ci)", allow_module_level=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("hub"), {ADA: {}, BOB: {}})
    yield made
    made.stop()


class Source(HTTPAdapter):
    """Makes a session's connections from the address of a notebook's pod."""

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, source_address=(NOTEBOOK, 0), **kwargs)


def steal(browser, url, forged):
    """What a program in the pod gets with the browser's cookies and sign-in."""
    thief = requests.Session()
    thief.mount("http://", Source())
    thief.cookies.update(browser.session.cookies)
    return thief.get(url, headers={**browser.headers(), **forged}, allow_redirects=False, timeout=30)


FORGED = [{}, {"X-Forwarded-For": "127.0.0.1"}, {"X-Forwarded-For": "127.0.0.1, 127.0.0.1"}, {"X-Real-Ip": "127.0.0.1"}]


@pytest.mark.parametrize("forged", FORGED)
def test_a_stolen_assertion_is_refused_by_the_hub_directly(world, forged):
    hub = f"http://127.0.0.1:{world.hub_port}"
    # The sign-in itself, and a session that was stolen too.
    answer = steal(Browser(world, ADA), f"{hub}/hub/login", forged)
    assert answer.status_code == 403 and "own load balancer" in answer.text, answer.text
    assert "jupyterhub-hub-login" not in answer.cookies
    ada = Browser(world, ADA).enter()
    for path in ("/hub/home", "/hub/api/user", "/hub/token"):
        answer = steal(ada, hub + path, forged)
        assert (answer.status_code, ADA in answer.text) == (403, False), (path, answer.text)
    assert f"an assertion of {ADA} came from {NOTEBOOK}, which is no pod of this hub's proxy" in world.log()
    # The person keeps their own session.
    assert ada.get("/hub/home").status_code == 200


@pytest.mark.parametrize("forged", FORGED)
def test_a_stolen_assertion_is_refused_through_the_proxy_without_a_network_policy(world, forged):
    answer = steal(Browser(world, ADA), f"{world.url}/hub/login", forged)
    assert answer.status_code == 403 and "own load balancer" in answer.text, answer.text
    assert steal(Browser(world, ADA).enter(), f"{world.url}/hub/api/user", forged).status_code == 403
    assert (
        f"the proxy got an assertion of {ADA} from {NOTEBOOK}, which is not in the source ranges of GFE" in world.log()
    )


def test_a_token_works_from_a_pod_whatever_assertion_the_request_has(world):
    hub = f"http://127.0.0.1:{world.hub_port}"
    bob = Browser(world, BOB).enter()
    server = bob.start()
    token = bob.api("POST", f"/users/{BOB}/tokens", json={}).json()["token"]
    pod = requests.Session()
    pod.mount("http://", Source())
    for more in ({}, {HEADER: world.iap.assertion(ADA)}, {HEADER: "x"}):
        headers = {"Authorization": f"token {token}", **more}
        me = pod.get(f"{hub}/hub/api/user", headers=headers, timeout=10)
        # The token's person, never the assertion's.
        assert (me.status_code, me.json()["name"]) == (200, BOB)
        posted = pod.post(
            f"{hub}/hub/api/users/{BOB}/activity",
            headers=headers,
            json={"servers": {"": {"last_activity": "2026-03-02T00:00:00Z"}}},
            timeout=10,
        )
        assert posted.status_code == 200, posted.text
    assert bob.get(f"{server}api/contents").status_code == 200
