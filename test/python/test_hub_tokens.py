"""Tokens of the hub and the XSRF token of its pages, tried on the real hub and proxy by whoever must not have them."""

import shutil

import pytest
import requests

from conftest import Iap
from iap_assertion import HEADER
from real_hub import PROXY, Browser, World

ADA, BOB, BOSS = "ada@acme.dev", "bob@acme.dev", "boss@acme.dev"

if not shutil.which(PROXY):
    pytest.skip("SKIPPED test_hub_tokens: configurable-http-proxy is not installed (npm ci)", allow_module_level=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World(tmp_path_factory.mktemp("hub"), {ADA: {}, BOB: {}, BOSS: {"admin": True}})
    yield made
    made.stop()


@pytest.fixture(scope="module")
def token(world):
    answer = Browser(world, BOSS).enter().api("POST", f"/users/{BOSS}/tokens", json={"note": "a script"})
    assert answer.status_code == 201, answer.text
    return answer.json()["token"]


def by_token(browser, method, path, token, *, as_="", **given):
    return browser.ask(method, f"/hub/api{path}", as_=as_, headers={"Authorization": f"token {token}"}, **given)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/user"),
        ("GET", "/users"),
        ("GET", f"/users/{BOSS}/tokens"),
        ("POST", f"/users/{BOSS}/tokens"),
        ("POST", f"/users/{BOSS}/server"),
        ("DELETE", f"/users/{ADA}/server"),
        ("HEAD", "/user"),
    ],
)
def test_a_stolen_token_does_not_work_in_another_persons_session(world, token, method, path):
    # BOB has stolen BOSS's token: with his own sign-in alone, and beside his own session of the hub.
    for bob in (Browser(world, BOB), Browser(world, BOB).enter()):
        answer = by_token(bob, method, path, token, json={} if method == "POST" else None)
        assert answer.status_code == 403 and BOSS not in answer.text, (path, answer.text)
    assert f"a token of {BOSS} came with an assertion of {BOB}" in world.log()


def test_a_stolen_token_does_not_work_with_the_sign_in_of_somebody_who_is_not_listed(world, token):
    for email in ("eve@acme.dev", f"x{BOSS}", "robot@other.iam.gserviceaccount.com"):
        assert by_token(Browser(world, email), "GET", "/user", token).status_code == 403, email


def test_a_stolen_token_does_not_work_with_an_assertion_that_is_not_valid(world, token):
    for assertion in (Iap().assertion(BOSS), world.iap.assertion(BOSS, exp=1, iat=1), "x", ""):
        headers = {"Authorization": f"token {token}", HEADER: assertion}
        answer = Browser(world, None).ask("GET", "/hub/api/user", headers=headers)
        assert answer.status_code == 403 and BOSS not in answer.text, assertion


def test_a_token_does_not_work_where_two_assertions_disagree(world, token):
    other = world.iap.assertion(BOB)
    for assertions in (f"{world.iap.assertion(BOSS)},{other}", f"{other}, {world.iap.assertion(BOSS)}"):
        headers = {"Authorization": f"token {token}", HEADER: assertions}
        assert Browser(world, None).ask("GET", "/hub/api/user", headers=headers).status_code == 403


def test_the_owner_uses_a_token_from_outside_and_from_inside_the_cluster(world, token):
    assert by_token(Browser(world, BOSS), "GET", "/user", token).json()["name"] == BOSS
    inside = requests.get(
        f"http://127.0.0.1:{world.hub_port}/hub/api/user", headers={"Authorization": f"token {token}"}, timeout=10
    )
    assert inside.json()["name"] == BOSS


def test_a_token_does_not_make_another_token(world, token):
    path = f"/users/{BOSS}/tokens"
    outside = by_token(Browser(world, BOSS), "POST", path, token, json={})
    assert outside.status_code == 403 and "own page" in outside.text
    url = f"http://127.0.0.1:{world.hub_port}/hub/api{path}"
    inside = requests.post(url, headers={"Authorization": f"token {token}"}, json={}, timeout=10)
    assert inside.status_code == 403 and "own page" in inside.text


def test_a_script_does_not_read_the_xsrf_token_of_a_page(world):
    boss = Browser(world, BOSS).enter()
    cookie = next(c for c in boss.session.cookies if c.name == "_xsrf" and c.path == "/hub/")
    assert cookie.has_nonstandard_attr("HttpOnly")
    # Every signed value begins like this, whatever it is about.
    signed = cookie.value.strip('"')[:8]
    for path in ("/hub/home", "/hub/token", "/hub/admin", "/hub/spawn", "/hub/nothing-here", "/hub/login"):
        for mode in ("cors", "same-origin", "no-cors", "websocket", "", None):
            answer = boss.ask("GET", path, headers={"Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": "empty"})
            assert signed not in answer.text, (path, mode)
    assert signed in boss.get("/hub/token").text


def test_a_window_does_not_keep_sight_of_a_page_of_the_hub_that_it_opened(world):
    boss = Browser(world, BOSS).enter()
    for path in ("/hub/home", "/hub/token", "/hub/nothing-here", "/hub/api/user", f"/hub/user/{BOSS}/"):
        assert boss.get(path).headers["Cross-Origin-Opener-Policy"] == "same-origin-allow-popups", path
