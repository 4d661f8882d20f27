"""The sums that the hub's pages read, against all rows of the accounts."""

import random
import sqlite3
from itertools import pairwise

import pytest

from budget_accounts import HOUR, Accounts, Amounts, Server
from budget_clock import Moment
from test_budgets import ADA, BEGIN, BOB, Spawner, World

PROFILES = {"cpu": Amounts(0, 2000, 8192), "gpu": Amounts(1, 4000, 16384)}
GROUPS = {"p0@acme.dev": ["ml"], "p1@acme.dev": ["ml", "vision"], "p2@acme.dev": [], "p3@acme.dev": ["vision", "ml"]}


def filled(path, hours=60):
    """Accounts of people who start and stop; memberships change on the way."""
    dice, groups = random.Random(3), dict(GROUPS)
    accounts = Accounts(path, lambda person: groups[person])
    moments = [Moment("a", one * HOUR // 3, BEGIN + one * HOUR // 3) for one in range(hours * 3)]
    for before, now in pairwise(moments):
        shown = {
            (person, ""): Server(dice.choice(sorted(PROFILES)), PROFILES["gpu"], True, None)
            for person in GROUPS
            if dice.random() < 0.7
        }
        accounts.beat(before, shown, now)
        if dice.random() < 0.1:
            groups["p2@acme.dev"] = dice.choice([[], ["ml"], ["ml", "vision"]])
    return accounts, BEGIN // HOUR


def expected(accounts, person, group, first):
    """By hour and profile, from all rows."""
    found = {}
    for one in accounts.used(0):
        if one.hour >= first and (one.person == person if group is None else group in one.groups):
            before = found.get((one.hour, one.profile), (0, 0, 0))
            found[one.hour, one.profile] = tuple(map(sum, zip(before, one.amounts, strict=True)))
    return [(hour, profile, Amounts(*amounts)) for (hour, profile), amounts in sorted(found.items())]


def check(accounts, first):
    for person, group in [*((person, None) for person in GROUPS), ("", "ml"), ("", "vision")]:
        for since in (first, first + 20, first + 59):
            rows = expected(accounts, person, group, since)
            assert sorted(accounts.hours(person, group, since)) == rows
            totals = dict(accounts.total(person, group, since))
            assert set(totals) == {profile for _, profile, _ in rows}
            for profile, total in totals.items():
                assert total == tuple(map(sum, zip(*(many for _, name, many in rows if name == profile), strict=True)))
    assert accounts.people() == {one.person for one in accounts.used(0)} == set(GROUPS)


def test_sums_are_those_of_all_rows_whoever_was_in_which_group(tmp_path):
    accounts, first = filled(str(tmp_path / "accounts.sqlite"))
    assert len(expected(accounts, "", "vision", first)) > 50
    check(accounts, first)


def test_accounts_of_an_older_version_get_the_sums_of_their_groups(tmp_path):
    path = str(tmp_path / "accounts.sqlite")
    accounts, first = filled(path)
    accounts.close()
    with sqlite3.connect(path) as older:
        older.execute("DROP TABLE shared")
    older.close()
    check(Accounts(path), first)
    # And only once.
    check(Accounts(path), first)


def test_sums_leave_with_the_hours(tmp_path):
    accounts, first = filled(str(tmp_path / "accounts.sqlite"), 3)
    later = Moment("a", 101 * 24 * HOUR, BEGIN + 101 * 24 * HOUR)
    accounts.beat(later, {}, later)
    assert accounts.hours("", "ml", first + 3) == []


def test_a_page_and_a_start_read_no_rows_of_others(tmp_path):
    world = World(tmp_path, {}, {"groups": ["ml"], "each": "group", "hours": 100})
    world.run(0.01)
    for person in (ADA, BOB):
        world.start(person, "gpu")
    world.run(2)
    read = []
    world.hub._accounts._db.set_trace_callback(read.append)
    world.hub.check(Spawner(ADA, "gpu"))
    assert [one["used"] for one in world.shown(ADA)] == [pytest.approx(2, abs=0.05), pytest.approx(4, abs=0.1)]
    used = [text for text in read if "FROM used" in text]
    assert len(used) == 2 and all(f"WHERE person = '{ADA}'" in text for text in used)
    for text in read:
        plan = world.hub._accounts._db.execute(f"EXPLAIN QUERY PLAN {text}").fetchall()
        assert not any(row[3].startswith(("SCAN used", "SCAN shared")) for row in plan), (text, plan)
