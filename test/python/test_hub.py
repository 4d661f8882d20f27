"""The real hub, proxy, reconciler and notebook servers. The test plays IAP and signs an assertion into each request.

Slow (half a minute): one hub for all tests of this file.
"""

import asyncio
import shutil
import time
from urllib.parse import quote

import pytest
import requests
from tornado import httpclient

from access_reconciler_report import person_key
from conftest import Iap
from iap_assertion import HEADER
from real_hub import PROXY, Browser, World, connect, until

ADA, BOB, BOSS, EVE = "ada@acme.dev", "bob@acme.dev", "boss@acme.dev", "eve@acme.dev"

if not shutil.which(PROXY):
    pytest.skip("SKIPPED test_hub: configurable-http-proxy is not installed (npm ci)", allow_module_level=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("hub"), {ADA: {}, BOB: {}, BOSS: {"admin": True}})
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def everybody(world, request):
    world.list({ADA: {}, BOB: {}, BOSS: {"admin": True}})
    yield
    if hasattr(request.node, "rep") and request.node.rep.failed:
        print(world.log()[-4000:])


def test_a_listed_person_is_signed_in_without_a_login_page(world):
    browser = Browser(world, "Ada@ACME.dev")
    answer = browser.get("/hub/home")
    assert answer.status_code == 200 and ADA in answer.text


@pytest.mark.parametrize("email", ["o'brien@acme.dev", "r&d+hub=1~x@acme.dev", "'@acme.dev", "-a_b.c-d@3com.com"])
def test_people_with_every_class_of_address_sign_in_and_work(world, email):
    world.list({ADA: {}, email: {"until": "9999-01-01T00:00:00+14:00"}})
    browser = Browser(world, email).enter()
    assert browser.get("/hub/home").status_code == 200
    browser.start()
    # As the hub links to it: with %27 for an apostrophe.
    server = browser.api("GET", f"/users/{quote(email, safe='')}").json()["servers"][""]["url"]
    browser.get(f"{server}files/none.txt")
    assert browser.get(f"{server}api/contents").status_code == 200
    assert browser.api("DELETE", f"/users/{quote(email, safe='')}/server").status_code in (202, 204)


def test_a_list_that_cannot_be_read_keeps_people_in_and_puts_out_whom_it_leaves_out(world):
    ada, bob = Browser(world, ADA).enter(), Browser(world, BOB).enter()
    bob.start()
    world.list({ADA: {}, 'o"brien@acme.dev': {}, EVE: {}})
    until("bob is refused", lambda: Browser(world, BOB).get("/hub/home").status_code == 403)
    assert ada.get("/hub/home").status_code == 200 and bob.get("/hub/home").status_code == 403
    assert Browser(world, EVE).get("/hub/home").status_code == 403
    world.list({ADA: {}, BOB: {}, EVE: {}})
    until("eve is admitted", lambda: Browser(world, EVE).get("/hub/home").status_code == 200)


def test_the_cookie_alone_gives_no_access(world):
    ada = Browser(world, ADA).enter()
    # A fresh check every time: JupyterHub itself would look once a minute and person.
    for _ in range(3):
        for path in (
            "/hub/home",
            "/hub/token",
            "/hub/api/user",
            "/hub/spawn",
            "/hub/admin",
            "/hub/api/users",
            f"/hub/user/{ADA}/",
        ):
            answer = ada.get(path, as_=None)
            assert answer.status_code == 403, (path, answer.status_code)
            assert ADA not in answer.text
        assert ada.get("/hub/home").status_code == 200


def test_a_cookie_with_another_persons_assertion_ends_the_session(world):
    ada = Browser(world, ADA).enter()
    kept = ada.session.cookies.copy()
    refused = ada.get("/hub/api/user", as_=BOB)
    assert refused.status_code == 403 and "another account" in refused.text
    ada.session.cookies = kept.copy()
    page = ada.get("/hub/home", as_=BOB)
    assert page.status_code == 403 and ADA not in page.text
    session = {
        c.name: c.value for c in ada.session.cookies if c.name in ("jupyterhub-hub-login", "jupyterhub-session-id")
    }
    old = {c.name: c.value for c in kept}
    assert session.get("jupyterhub-hub-login") != old["jupyterhub-hub-login"]
    assert session.get("jupyterhub-session-id") != old["jupyterhub-session-id"]
    again = ada.get("/hub/home", as_=BOB)
    assert again.status_code == 200 and BOB in again.text and ADA not in again.text


def test_requests_that_write_are_checked_too(world):
    ada = Browser(world, ADA).enter()
    ada.email = None
    assert ada.api("POST", f"/users/{ADA}/tokens", json={}).status_code == 403
    assert ada.api("POST", f"/users/{ADA}/server", json={}).status_code == 403
    ada.email = BOB
    assert ada.api("POST", f"/users/{ADA}/tokens", json={}).status_code == 403
    fresh = Browser(world, ADA)
    assert fresh.ask("POST", f"/hub/api/users/{ADA}/tokens", json={"auth": {"username": ADA}}).status_code == 403


def test_strangers_are_told_why_and_forged_assertions_get_nothing(world):
    stranger = Browser(world, EVE).get("/hub/home")
    assert stranger.status_code == 403 and "not on the list" in stranger.text
    world.list({ADA: {"until": "2026-03-02T00:00:00Z"}, BOB: {}})
    ended = Browser(world, ADA).get("/hub/home")
    assert ended.status_code == 403 and "ended on 2026-03-01" in ended.text
    for assertion in (Iap().assertion(BOB), world.iap.assertion(BOB, aud="/projects/1/global/backendServices/2"), "x"):
        headers = {
            HEADER: assertion,
            "X-Goog-Authenticated-User-Email": f"accounts.google.com:{BOB}",
            "X-Remote-User": BOB,
        }
        answer = Browser(world, None).ask("GET", "/hub/home", headers=headers)
        assert answer.status_code == 403 and BOB not in answer.text


def test_the_hub_admits_nobody_while_the_audience_is_missing(world):
    ada = Browser(world, ADA).enter()
    audiences = world.files.audience.read_text()
    world.files.audience.unlink()
    assert ada.get("/hub/home").status_code == 503
    assert Browser(world, ADA).get("/hub/home").status_code == 503
    world.files.audience.write_text(audiences)
    assert ada.get("/hub/home").status_code == 200


def test_logging_out_leads_to_iap_sign_out(world):
    ada = Browser(world, ADA).enter()
    answer = ada.session.get(f"{world.url}/hub/logout", headers=ada.headers(), allow_redirects=False, timeout=10)
    assert answer.headers["Location"] == "/?gcp-iap-mode=CLEAR_LOGIN_COOKIE"
    assert "jupyterhub-hub-login" not in ada.session.cookies


def test_an_admin_sees_and_stops_servers_but_does_not_open_them(world):
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


def test_a_notebook_server_is_open_to_its_owner_alone(world):
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


def test_a_removed_person_loses_servers_tokens_and_websockets_and_can_return(world):
    ada, bob = Browser(world, ADA).enter(), Browser(world, BOB).enter()
    server, second = ada.start(), ada.start("second")
    bob.start()
    assert ada.get(f"{server}api/contents").status_code == 200 and ada.get(f"{second}api/contents").status_code == 200
    token = ada.api("POST", f"/users/{ADA}/tokens", json={"note": "a script"}).json()["token"]

    def by_token():
        return requests.get(
            f"http://127.0.0.1:{world.hub_port}/hub/api/user", headers={"Authorization": f"token {token}"}, timeout=10
        ).status_code

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
    report = until(
        "the access reconciler reports",
        lambda: (world.cluster.report() or {}).get("generation") == generation and world.cluster.report(),
    )
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


def test_a_server_is_stopped_at_its_owners_until_without_a_new_list(world):
    bob = Browser(world, BOB).enter()
    bob.start()
    world.list({BOB: {"until": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 4))}})
    assert bob.get("/hub/home").status_code == 200
    key = person_key(BOB)
    until("the server is stopped", lambda: (world.cluster.report() or {})["people"][key]["stoppedServers"])
    assert bob.get("/hub/home").status_code == 403


def test_a_restart_of_the_hub_gives_nobody_access(world):
    ada = Browser(world, ADA).enter()
    ada.start()
    world.stop()
    world.list({BOB: {}})
    world.start()
    assert ada.get("/hub/home").status_code == 403
    generation = world.files.generation
    until("the access reconciler reports", lambda: (world.cluster.report() or {}).get("generation") == generation)
    Browser(world, BOB).enter()
