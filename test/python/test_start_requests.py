"""What a request for a start brings, with the real hub: options, names of servers, and links.

Slow (half a minute): one hub for all tests of this file.
"""

import json
import shutil
import sqlite3
import time

import pytest

from real_hub import PROXY, Browser, World, until
from start_requests import are_options

ADA, BOB, EVE, SECOND = "ada@acme.dev", "bob@acme.dev", "eve@acme.dev", "second@acme.dev"
PROFILES = [
    # The default of the configuration, which is offered to nobody here: "cpu" is the default of everybody.
    {"slug": "staff", "display_name": "Staff", "default": True, "groups": ["staff"], "kubespawner_override": {}},
    {"slug": "cpu", "display_name": "Small", "kubespawner_override": {"chosen": "cpu"}},
    {"slug": "gpu", "display_name": "Accelerated", "kubespawner_override": {"chosen": "gpu"}},
]
FACTS = {"hub": "research", "default": "staff", "profiles": {}}
BYTES = {"__jupyterhub_bytes__": True, "data": "YQ=="}
BROKEN = {"__jupyterhub_bytes__": True}
DEEP = json.loads('{"a":' * 9 + "1" + "}" * 9)
NO_OPTIONS = [["x"], [], "x", "", 1, 0, True, False, BYTES, BROKEN, {"a": [BROKEN]}, DEEP, {"a": "x" * 70_000}]

if not shutil.which(PROXY):
    pytest.skip(
        "SKIPPED test_start_requests: configurable-http-proxy is not installed (npm ci)", allow_module_level=True
    )


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub")
    (folder / "profiles.json").write_text(json.dumps({"profiles": PROFILES}))
    (folder / "page.json").write_text(json.dumps(FACTS))
    made = World(
        folder,
        {ADA: {}, BOB: {}, EVE: {}, SECOND: {}},
        TEST_PROFILES=str(folder / "profiles.json"),
        TEST_START_PAGE=str(folder / "page.json"),
        TEST_NAMED_LIMIT="1",
    )
    yield made
    made.stop()


def servers(browser):
    return browser.api("GET", f"/users/{browser.email}").json()["servers"]


def post(browser, path, **form):
    """Sends the form of the start page, as a page of the hub does."""
    token = next(c.value for c in browser.session.cookies if c.name == "_xsrf" and c.path == "/hub/")
    headers = {**browser.headers(), "Referer": f"{browser.world.url}/hub/spawn"}
    return browser.session.post(
        f"{browser.world.url}{path}?_xsrf={token}", headers=headers, data=form, allow_redirects=False, timeout=40
    )


def rows(world, sql, *values):
    with sqlite3.connect(world.folder / "hub.sqlite", timeout=20) as database:
        return database.execute(sql, values).fetchall()


@pytest.mark.parametrize("given", [{}, {"profile": "cpu"}, {"a": [1, {"b": None}], "file": b"x"}])
def test_objects_are_options(given):
    assert are_options(given)


@pytest.mark.parametrize("named", [False, True])
def test_what_is_no_object_is_refused_and_the_hub_starts_again(world, named):
    eve = Browser(world, EVE).enter()
    path = f"/users/{EVE}/servers/extra" if named else f"/users/{EVE}/server"
    for given in NO_OPTIONS:
        answer = eve.api("POST", path, json=given)
        assert answer.status_code == 400 and "one JSON object" in answer.text, (given, answer.text)
    assert servers(eve) == {}
    world.stop()
    world.start()
    assert eve.get("/hub/home").status_code == 200


def test_a_start_without_a_choice_is_kept_with_the_profile_that_starts(world):
    ada = Browser(world, ADA).enter()
    ada.start()
    assert servers(ada)[""]["user_options"]["profile"] == "cpu"
    assert ada.api("DELETE", f"/users/{ADA}/server").status_code in (202, 204)
    until("the server is stopped", lambda: not servers(ada))
    sql = "SELECT s.user_options FROM spawners s JOIN users u ON u.id = s.user_id WHERE u.name = ? AND s.name = ''"
    [(kept,)] = rows(world, sql, ADA)
    assert json.loads(kept)["profile"] == "cpu"
    # It was nobody's choice.
    assert "Your last choice" not in ada.get("/hub/spawn").text


@pytest.mark.parametrize("kept", [["x"], BYTES, BROKEN, "x"])
def test_a_hub_starts_again_that_kept_such_options_before(world, kept):
    ada = Browser(world, ADA).enter()
    ada.start()
    assert ada.api("DELETE", f"/users/{ADA}/server").status_code in (202, 204)
    until("the server is stopped", lambda: not servers(ada))
    world.stop()
    change = "UPDATE spawners SET user_options = ? WHERE user_id = (SELECT id FROM users WHERE name = ?)"
    rows(world, change, json.dumps(kept), ADA)
    world.start()
    ada = Browser(world, ADA).enter()
    ada.start()
    assert ada.api("DELETE", f"/users/{ADA}/server").status_code in (202, 204)
    until("the server is stopped", lambda: not servers(ada))


def test_the_form_keeps_to_the_limit_and_the_rule_for_names(world):
    bob = Browser(world, BOB).enter()
    bob.get("/hub/token")
    wrong = post(bob, f"/hub/spawn/{BOB}/Bad_Name!", profile="cpu")
    assert wrong.status_code == 400 and "1 to 30 lower-case letters" in wrong.text
    assert post(bob, f"/hub/spawn/{BOB}/one", profile="cpu").status_code == 302
    more = post(bob, f"/hub/spawn/{BOB}/two", profile="cpu")
    assert more.status_code == 400 and "You have 1 named servers, and may have no more" in more.text
    names = rows(world, "SELECT s.name FROM spawners s JOIN users u ON u.id = s.user_id WHERE u.name = ?", BOB)
    assert sorted(name for (name,) in names) == ["", "one"]
    # The servers of others stay out of reach.
    assert post(bob, f"/hub/spawn/{EVE}/one", profile="cpu").status_code == 404


def test_a_link_chooses_on_the_page_and_starts_nothing(world):
    person = Browser(world, SECOND).enter()
    for site in ("cross-site", "same-site", "same-origin", "none"):
        headers = {"Sec-Fetch-Site": site, "Referer": "https://evil.example/"}
        page = person.ask("GET", f"/hub/spawn/{SECOND}?profile=gpu&profile-option-gpu--image=x", headers=headers)
        assert page.status_code == 200 and "Choose what to start" in page.text
        chosen = page.text.split('value="gpu"')[1].split(">")[0]
        assert "checked" in chosen and "checked" not in page.text.split('value="cpu"')[1].split(">")[0]
    time.sleep(2)
    assert servers(person) == {}
    assert "checked" in person.get("/hub/spawn?profile=none").text.split('value="cpu"')[1].split(">")[0]
    assert post(person, f"/hub/spawn/{SECOND}", profile="gpu").status_code == 302
    until("the server is ready", lambda: servers(person)[""]["ready"])
    assert servers(person)[""]["user_options"]["profile"] == "gpu"
