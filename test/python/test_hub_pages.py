"""The pages of the real hub: choosing a profile, a slow start, a full quota, and refusals.

Slow (half a minute): one hub for all tests of this file.
"""

import json
import re
import shutil
import threading

import pytest

from real_hub import PROXY, Browser, World, until
from test_start_page import FACTS, LARGE, SMALL, as_written
from test_start_progress import QUOTA, STOCKOUT, UP

ADA, BOB, EVE = "ada@acme.dev", "bob@acme.dev", "eve@acme.dev"
LONE = "lone@acme.dev"
PEOPLE = {ADA: {"groups": ["ml"]}, BOB: {}, LONE: {}, EVE: {"until": "2026-03-02T00:00:00Z"}}
PROFILES = [
    {**SMALL, "kubespawner_override": {"chosen": "small"}},
    {**as_written(LARGE), "groups": ["ml"], "kubespawner_override": {"chosen": "large"}},
]

if not shutil.which(PROXY):
    pytest.skip("SKIPPED test_hub_pages: configurable-http-proxy is not installed (npm ci)", allow_module_level=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub")
    (folder / "profiles.json").write_text(json.dumps({"profiles": PROFILES}))
    (folder / "facts.json").write_text(json.dumps(FACTS))
    made = World(
        folder,
        PEOPLE,
        TEST_PROFILES=str(folder / "profiles.json"),
        TEST_START_PAGE=str(folder / "facts.json"),
        TEST_START_TIMEOUT="8",
        TEST_ACTIVE_LIMIT="1",
    )
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def quiet(world):
    world.list(PEOPLE)
    yield
    for name in ("hold", "quota", "events.json"):
        (world.folder / name).unlink(missing_ok=True)
    for email in (ADA, BOB):
        person = Browser(world, email).enter()
        until(f"{email} has no pending server", lambda person=person: pending(person) is None)
        person.api("DELETE", f"/users/{email}/server")
        until(f"{email} has no server", lambda person=person, email=email: servers(person) == {})


def servers(person):
    return person.api("GET", f"/users/{person.email}").json()["servers"]


def pending(person):
    return next((server["pending"] for server in servers(person).values()), None)


def send(person, **fields):
    """Sends the form as a browser without scripts does."""
    page = person.get("/hub/spawn")
    action = re.search(r'<form id="spawn_form"[^>]* action="([^"]+)"', page.text)[1].replace("&amp;", "&")
    address = f"{person.world.origin}{action}"
    given = {name: (None, value) for name, value in fields.items()}
    headers = {**person.headers(), "Referer": address}
    answer = person.session.post(address, headers=headers, files=given, allow_redirects=False, timeout=30)
    return person.get(answer.headers["Location"]) if answer.status_code in (302, 303) else answer


def shown(answer):
    """The text of the page's main part, in one line."""
    main = re.search(r"<main.*?</main>", answer.text, re.DOTALL)
    assert main, answer.text
    return " ".join(re.sub(r"<[^>]+>", " ", main[0]).split())


def test_a_profile_is_chosen_and_a_slow_start_says_what_google_does(world):
    (world.folder / "hold").touch()
    ada = Browser(world, ADA).enter()
    page = send(ada, **{"profile": "large", "profile-option-large--image": "old"})
    assert (
        page.status_code == 200
        and "Your server is being prepared." in shown(page)
        and "gives up after 8 seconds" in shown(page)
    )
    (world.folder / "events.json").write_text(json.dumps([UP]))
    # Without scripts the browser loads the page again by itself.
    assert '<noscript><meta http-equiv="refresh"' in page.text
    again = ada.get(f"/hub/spawn-pending/{ADA}")
    assert "Google is making a machine for you. This usually takes 2 to 5 minutes." in shown(again)
    path = re.search(r'data-progress="([^"]+)"', again.text)[1].replace("&amp;", "&")
    threading.Timer(2, (world.folder / "hold").unlink).start()
    stream = ada.ask("GET", path, headers={"Sec-Fetch-Mode": "cors"}).text
    events = [json.loads(line[6:]) for line in stream.splitlines() if line.startswith("data: ")]
    told = [one for one in events if "raw_event" in one]
    assert told[0]["plain"]["text"].startswith("Google is making") and "triggered scale-up" in told[0]["message"]
    assert events[-1].get("ready") is True
    assert "Your last choice" in shown_after_stop(ada)


def shown_after_stop(person):
    person.api("DELETE", f"/users/{person.email}/server")
    until("the server is gone", lambda: servers(person) == {})
    return shown(person.get("/hub/spawn"))


def test_a_full_quota_is_a_sentence_over_the_choice_and_never_restarts_the_hub(world):
    body = {"kind": "Status", "status": "Failure", "message": QUOTA, "code": 403}
    (world.folder / "quota").write_text(json.dumps(body))
    bob = Browser(world, BOB).enter()
    # Three failures in a row would end this hub.
    for _ in range(5):
        page = send(bob, profile="small")
        assert page.status_code == 429 and "All 4 GPUs of this hub are in use." in shown(page)
        assert "Small" in shown(page) and 'role="alert"' in page.text
    (world.folder / "quota").unlink()
    bob.start()
    assert world.process.poll() is None and "Aborting due to" not in world.log()


def test_a_start_that_google_cannot_serve_ends_with_the_reason(world):
    (world.folder / "hold").touch()
    (world.folder / "events.json").write_text(json.dumps([STOCKOUT]))
    ada = Browser(world, ADA).enter()
    page = send(ada, profile="large")
    assert "Google has no free machine of this kind right now." in shown(page)
    until("the hub has given up", lambda: servers(ada) == {} or pending(ada) is None, 20)
    page = ada.get(f"/hub/spawn-pending/{ADA}")
    assert page.status_code == 503 and "Google has no machine for you right now" in shown(page)
    assert "waited 8 seconds and gave up" in shown(page) and "Choose another profile" in shown(page)


def test_the_limit_of_servers_is_a_page_with_a_next_step(world):
    Browser(world, ADA).enter().start()
    page = send(Browser(world, BOB).enter(), profile="small")
    assert page.status_code == 429 and "as many servers as it may run" in shown(page)


def test_a_profile_of_others_cannot_be_sent(world):
    bob = Browser(world, BOB).enter()
    for _ in range(4):
        page = send(bob, profile="large")
        assert page.status_code == 403 and "This profile is not offered to you." in shown(page)
    assert "Aborting due to" not in world.log()


def test_people_without_access_and_lost_links_get_pages_of_the_same_kind(world):
    stranger = Browser(world, "mallory@acme.dev").get("/hub/home")
    assert stranger.status_code == 403
    assert shown(stranger).startswith("research You have no access to this hub mallory@acme.dev is not on the list")
    ended = Browser(world, EVE).get("/hub/home")
    assert "Your access to this hub has ended" in shown(ended) and "ended on 2026-03-01" in shown(ended)
    bob = Browser(world, BOB).enter()
    lost = bob.get("/hub/no/such/page")
    assert lost.status_code == 404 and "There is no such page" in shown(lost) and 'href="/hub/home"' in lost.text
    other = bob.get("/hub/home", as_=ADA)
    assert "Your sign-in does not fit" in shown(other) and "Reload the page" in shown(other)


def test_what_a_person_types_is_text(world):
    bob = Browser(world, BOB).enter()
    evil = "<script>alert(1)</script>"
    for page in (
        bob.get("/hub/spawn", as_=BOB),
        bob.ask("GET", f"/hub/spawn?profile={evil}"),
        bob.ask("GET", f"/hub/user/{evil}/x"),
        send(bob, profile=evil),
    ):
        assert evil not in page.text
