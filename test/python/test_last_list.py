"""While the newest list cannot be read, the last valid one is in force, without those whom the new one leaves out."""

import base64
import json
import os
import random
import zlib
from datetime import datetime, timezone

import pytest

from hub_files import MembersSource
from hub_last_list import MAX_PACKED, LastList, pack, to_text, unpack
from hub_members import MAX_BYTES, InvalidList, parse_members
from reconciler_world import ADA, BOB, EVE, World
from sign_in import enter

NOW = datetime(2026, 11, 20, tzinfo=timezone.utc)
BAD = {"email": 'o"brien@acme.dev'}


def people(*emails, **of_last):
    entries = [{"email": email} for email in emails]
    entries[-1].update(of_last)
    return entries


def text(generation, entries, **more):
    return json.dumps({"generation": generation, "people": entries, **more})


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    made.cluster.list(3, {ADA: None, BOB: None})
    made.run()
    return made


UNREADABLE = {
    "an address that is none": text(4, [*people(ADA, BOB), BAD]),
    "an entry that is nothing": text(4, [*people(ADA, BOB), None]),
    "an end that no calendar has": text(4, people(ADA, BOB, until="2027-02-30T00:00:00Z")),
    "an end without an offset": text(4, people(ADA, BOB, until="2027-01-01T00:00:00")),
    "an admin that is a word": text(4, people(ADA, BOB, admin="yes")),
    "a group that is none": text(4, people(ADA, BOB, groups=["BIO 101"])),
    "somebody twice": text(4, people(ADA, BOB, "ADA@acme.dev")),
    "domains as a text": text(4, people(ADA, BOB), domains="acme.dev"),
    "trustsIap as a text": text(4, people(ADA, BOB), trustsIap="yes"),
    "no generation": json.dumps({"people": people(ADA)}),
    "a negative generation": text(-1, people(ADA)),
    "no people": '{"generation": 4}',
    "people as an object": json.dumps({"generation": 4, "people": {ADA: {}}}),
    "nobody and a wrong domain": text(4, [], domains=["*"]),
    "half a list": text(4, people(ADA, BOB))[:-20],
    "nothing": "",
    "null": "null",
    "a byte order mark": "\ufeff" + text(4, people(ADA, BOB)),
    "too many bytes": text(4, people(ADA, BOB)) + " " * MAX_BYTES,
    "deep JSON": "[" * 100_000,
}


@pytest.mark.parametrize("name", list(UNREADABLE))
def test_people_stay_admitted_with_a_new_list_that_cannot_be_read(authenticator, iap, files, name):
    files.members.write_text(text(3, people(ADA, BOB)))
    assert enter(authenticator, iap.assertion(ADA))["name"] == ADA
    files.members.write_text(UNREADABLE[name])
    assert [enter(authenticator, iap.assertion(email))["name"] for email in (ADA, BOB)] == [ADA, BOB]
    assert enter(authenticator, iap.assertion(EVE))[0] == 403
    files.members.write_text(text(5, people(EVE)))
    assert enter(authenticator, iap.assertion(EVE))["name"] == EVE
    assert enter(authenticator, iap.assertion(ADA))[0] == 403


def test_a_file_that_is_no_text_leaves_the_last_list_in_force(authenticator, iap, files):
    files.members.write_text(text(3, people(ADA)))
    assert enter(authenticator, iap.assertion(ADA))["name"] == ADA
    files.members.write_bytes(b"\xff\xfe" + UNREADABLE["an address that is none"].encode())
    assert enter(authenticator, iap.assertion(ADA))["name"] == ADA


def test_a_list_that_is_gone_admits_nobody(authenticator, iap, files):
    files.members.write_text(text(3, people(ADA)))
    assert enter(authenticator, iap.assertion(ADA))["name"] == ADA
    files.members.unlink()
    assert enter(authenticator, iap.assertion(ADA))[0] == 503


def test_whoever_a_list_that_cannot_be_read_leaves_out_is_refused_and_nobody_is_added(authenticator, iap, files):
    files.members.write_text(text(3, people(ADA, BOB), domains=["other.dev"]))
    assert enter(authenticator, iap.assertion(BOB))["name"] == BOB
    files.members.write_text(text(4, [*people(ADA, EVE), BAD]))
    assert enter(authenticator, iap.assertion(ADA))["name"] == ADA
    assert [enter(authenticator, iap.assertion(email))[0] for email in (BOB, EVE)] == [403, 403]
    assert enter(authenticator, iap.assertion("x@other.dev", hd="other.dev"))[0] == 403


def test_a_list_that_cannot_be_read_takes_rights_away_and_gives_none():
    lists = LastList()
    had = {"admin": "full", "groups": ["ml", "bio"], "until": "2027-06-30T00:00:00Z"}
    lists.read(text(3, [{"email": ADA, **had}, {"email": BOB, "groups": ["ml"]}], domains=["acme.dev", "b.dev"]))
    less = {"admin": True, "groups": ["bio", "new"], "until": "2027-01-01T00:00:00Z"}
    more = {"admin": "full", "groups": ["ml", "bio"], "until": "2028-01-01T00:00:00Z"}
    left = lists.read(text(4, [{"email": ADA, **less}, {"email": BOB, **more}, BAD], domains=["b.dev", "c.dev"]))
    ada, bob = left.find(ADA), left.find(BOB)
    assert (ada.admin, ada.groups, ada.until.year) == (True, ("bio",), 2027) and ada.last_day == "2026-12-31"
    assert (bob.admin, bob.groups, bob.last_day) == (False, ("ml",), "2027-12-31")
    assert left.domains == {"b.dev"} and not left.trusts_iap and left.generation == 4
    assert parse_members(to_text(left)).people == left.people
    # The next one is compared with the last valid list, not with what this one left of it.
    assert lists.read(text(5, [{"email": ADA, **had}, BAD])).find(ADA).admin == "full"


def test_no_damage_to_a_list_gives_anybody_more_than_it_had():
    chance = random.Random(20_261_130)
    names = [f"person-{n}@acme.dev" for n in range(6)]
    old = [{"email": email, "groups": ["ml"]} for email in names[:4]]
    new = text(4, [{"email": email, "admin": True, "groups": ["ml", "gpu"]} for email in names[1:]], trustsIap=True)
    unread = 0
    for _ in range(3000):
        lists = LastList()
        last = lists.read(text(3, old))
        at = chance.randrange(len(new))
        spoiled = (
            new[:at] + chance.choice(['"', "", "{", "é", "\\", "x", "null", "]"]) + new[at + chance.randrange(9) :]
        )
        members = lists.read(spoiled)
        if members.unread is None:
            continue
        unread += 1
        assert set(members.people) <= set(last.people) and members.people
        assert all(one.groups in ((), ("ml",)) and one.admin is False for one in members.people.values())
        assert not members.trusts_iap and not members.domains
    assert unread > 1000


def test_a_list_that_cannot_be_read_is_reported_with_its_entry_and_offboards_all_the_same(world):
    world.cluster.text = text(4, [*people(ADA, EVE), BAD])
    world.run()
    report = world.cluster.reports[-1]
    assert report["generation"] == 3
    assert report["unread"] == {"generation": 4, "entry": 2, "problem": "entry 2 has no e-mail address"}
    assert "acme.dev" not in json.dumps(world.cluster.reports) + "".join(world.lines)
    assert world.hub.servers[BOB] == set() and world.hub.tokens[BOB] == 0 and world.hub.servers[ADA] == {""}
    world.cluster.list(5, {ADA: None, EVE: None})
    world.run()
    assert world.cluster.reports[-1]["generation"] == 5 and "unread" not in world.cluster.reports[-1]


def test_the_authenticator_follows_at_once_whom_such_a_list_leaves_out(world):
    world.mounted.write_text(text(3, people(ADA, BOB)))
    source = MembersSource(str(world.mounted), str(world.fresh))
    assert source.value.find(BOB)
    world.cluster.text = text(4, [*people(ADA), BAD])
    world.run()
    assert source.value.find(ADA) and not source.value.find(BOB)
    # Also once the mount has it, and the reconciler is gone.
    world.mounted.write_text(world.cluster.text)
    os.utime(world.fresh, (0, 0))
    assert source.value.find(ADA) and not source.value.find(BOB)


@pytest.mark.parametrize("newest", [text(4, [*people(ADA, EVE), BAD]), "{"])
def test_a_hub_that_starts_while_the_newest_list_cannot_be_read_has_the_last_one(world, newest):
    world.cluster.text = newest
    world.mounted.write_text(newest)
    world.fresh.unlink()
    world.start()
    source = MembersSource(str(world.mounted), str(world.fresh))
    assert source.value is None
    world.run()
    assert source.value.find(ADA) and not source.value.find(EVE)
    assert bool(source.value.find(BOB)) is (newest == "{")
    assert world.cluster.reports[-1]["unread"]["generation"] == (None if newest == "{" else 4)
    assert world.hub.servers[ADA] == {""}


def test_the_kept_list_is_written_once_and_follows_the_valid_ones(world):
    kept = world.cluster.kept
    assert parse_members(unpack(kept)).generation == 3
    world.cluster.keep_list = None
    world.run()
    del world.cluster.keep_list
    world.cluster.text = text(4, [BAD])
    world.run()
    assert world.cluster.kept == kept
    world.cluster.list(5, {EVE: None})
    world.run()
    assert set(parse_members(unpack(world.cluster.kept)).people) == {EVE}


@pytest.mark.parametrize(
    "kept", ["x", "AAAA", base64.b64encode(zlib.compress(b"[]")).decode(), base64.b64encode(b"\xff" * 9).decode()]
)
def test_a_kept_list_that_is_broken_is_replaced(world, kept):
    world.cluster.kept = kept
    world.start()
    world.run()
    assert parse_members(unpack(world.cluster.kept)).generation == 3
    assert [line for line in world.lines if "was not kept" in line]


def test_a_kept_list_is_no_bomb_and_fits_the_config_map():
    bomb = base64.b64encode(zlib.compress(b" " * 50 * MAX_BYTES)).decode()
    with pytest.raises(ValueError):
        unpack(bomb)
    chance = random.Random(1)
    noise = "".join(chance.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(MAX_BYTES))
    assert pack(noise) is None
    students = [{"email": f"student-{n}@students.university.example", "groups": ["ml"] * 20} for n in range(4000)]
    packed = pack(text(1, students))
    assert len(packed) < MAX_PACKED / 5 and unpack(packed) == text(1, students)


def test_without_any_valid_list_there_is_none():
    with pytest.raises(InvalidList):
        LastList().read(UNREADABLE["an address that is none"])
