"""The accounts of the budgets against a count of their own, over sixty days with kills and a clock that jumps."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from access_reconciler_budgets import open_accounts
from budget_accounts import GRACE, HOUR, UNSEEN, Accounts, Amounts, Server
from budget_clock import Moment, this_moment

DAY = 24 * HOUR
MINUTE = 60_000
PROFILES = {"cpu": Amounts(0, 2000, 8192), "gpu": Amounts(1, 4000, 16384), "gpus": Amounts(2, 8000, 32768)}
PEOPLE = [f"p{n}@acme.dev" for n in range(8)]


class Killed(BaseException):
    """The process is gone."""


class Killable:
    """A connection whose process ends before or after its n-th statement."""

    def __init__(self, *args, **options):
        self._db = sqlite3.connect(*args, **options)
        self.left = None

    def execute(self, *args):
        if self.left == 0:
            raise Killed
        if self.left is not None:
            self.left -= 1
        result = self._db.execute(*args)
        if self.left == 0 and args[0] == "COMMIT":
            raise Killed
        return result

    @property
    def in_transaction(self):
        return False if self.left == 0 else self._db.in_transaction

    def close(self):
        self._db.close()


class World:
    """Machines, a hub whose clock is set to and fro, and what truly ran."""

    def __init__(self, path, seed):
        self.random, self.path = random.Random(seed), path
        self.true = 1_700_000_000_000
        self.boot, self.booted, self.jump = 0, self.true - 5 * DAY, 0
        self.servers, self.past, self.kills = {}, [], 0
        self.hub = Accounts(path)
        self.connect()

    def connect(self):
        self.keeper = Accounts(self.path, connect=Killable)

    def now(self):
        return Moment(f"boot-{self.boot}", self.true - self.booted, self.true + self.jump)

    def start(self, person, server):
        profile = self.random.choice(sorted(PROFILES))
        self.servers[person, server] = (profile, self.true)
        self.hub.started(person, server, profile, PROFILES[profile], self.now())

    def stop(self, person, server):
        self.past.append((person, *self.servers.pop((person, server)), self.true))
        self.hub.stopped(person, server, self.now())

    def beat(self, kill=False):
        asked = self.now()
        shown = {
            key: Server(profile, PROFILES[profile], True, started + self.jump)
            for key, (profile, started) in self.servers.items()
        }
        self.true += self.random.randrange(1, 900)
        # Between the answer of the hub and the count, servers come and go.
        if self.random.random() < 0.2:
            self.change()
        if kill:
            self.keeper._db.left = self.random.randrange(1, 40)
        try:
            self.keeper.beat(asked, shown, self.now())
        except Killed:
            self.kills += 1
            self.keeper.close()
            self.connect()
            return False
        self.keeper._db.left = None
        return True

    def change(self):
        person, server = self.random.choice(PEOPLE), self.random.choice(["", "two"])
        if (person, server) in self.servers:
            self.stop(person, server)
        else:
            self.start(person, server)

    def move(self):
        """The hub comes up on another machine."""
        self.true += self.random.randrange(1, 40 * MINUTE)
        self.boot += 1
        self.booted = self.true - self.random.randrange(1, 100 * DAY)

    def truth(self, person, profile, since):
        """Milliseconds by interval: an independent count. Whole hours are in the window until their end has left it."""
        first = since // HOUR * HOUR
        runs = [*self.past, *((key[0], *value, self.true) for key, value in self.servers.items())]
        return sum(
            max(0, end - max(start, first)) for who, what, start, end in runs if (who, what) == (person, profile)
        )


def counted(accounts, person, profile, since):
    found = [one.amounts for one in accounts.used(since) if (one.person, one.profile) == (person, profile)]
    return Amounts(*(sum(values) for values in zip(*found, strict=True))) if found else Amounts(0, 0, 0)


def check(world, since):
    for person in PEOPLE:
        for profile, amounts in PROFILES.items():
            ran = world.truth(person, profile, since)
            expected = Amounts(*(amount * ran for amount in amounts))
            assert counted(world.keeper, person, profile, since) == expected, (person, profile)


@pytest.mark.parametrize("seed", [1])
def test_sixty_days_with_five_hundred_kills_lose_no_hour_and_count_none_twice(tmp_path, seed):
    world = World(str(tmp_path / "accounts.sqlite"), seed)
    world.beat()
    begin, windows = world.true, 0
    while world.true < begin + 60 * DAY:
        world.true += world.random.randrange(1000, 12 * MINUTE)
        dice = world.random.random()
        if dice < 0.15:
            world.change()
        if dice > 0.99:
            # While the hub moves, its clock is right. It is set wrong in between, by days and to and fro.
            world.jump = 0
            world.beat()
            world.move()
            world.beat()
        elif dice > 0.9:
            world.jump = world.random.choice([0, -9 * DAY, 9 * DAY, -HOUR, 3 * MINUTE, 400 * DAY])
        elif dice > 0.85:
            # Nobody counts for hours, and the servers go on.
            world.true += world.random.randrange(1, 6 * HOUR)
        if world.beat(kill=world.random.random() < 0.14) and world.random.random() < 0.01:
            check(world, world.true - world.random.choice([1, 7, 30]) * DAY)
            windows += 1
    while not world.beat():
        pass
    for days in (1, 7, 30, 61):
        check(world, world.true - days * DAY)
    assert world.kills >= 500 and windows >= 50
    assert sum(end - start for _, _, start, end in world.past) > 100 * DAY


def accounts_at(tmp_path):
    return Accounts(str(tmp_path / "accounts.sqlite"), lambda person: ["ml"])


def at(minutes, boot="a", wall=None):
    return Moment(boot, minutes * MINUTE, 1_700_000_000_000 + (minutes if wall is None else wall) * MINUTE)


ADA = ("ada@acme.dev", "")
GPU = Server("gpu", PROFILES["gpu"], True, None)


def gpu_minutes(accounts):
    return sum(one.amounts.gpu for one in accounts.used(0)) / MINUTE


def test_a_server_that_was_there_before_the_accounts_counts_from_the_first_look(tmp_path):
    accounts = accounts_at(tmp_path)
    accounts.beat(at(0), {ADA: GPU}, at(0))
    accounts.beat(at(30), {ADA: GPU}, at(30))
    assert gpu_minutes(accounts) == 30
    assert accounts.used(0)[0].groups == ("ml",)


def test_lost_events_cost_nothing_but_the_grace(tmp_path):
    accounts = accounts_at(tmp_path)
    accounts.beat(at(0), {}, at(0))
    # Its start was lost: it counts since its start by the hub's clock, and not since before the last look.
    accounts.beat(at(10), {ADA: GPU._replace(started=at(4).wall)}, at(10))
    assert gpu_minutes(accounts) == 6
    # Its stop was lost.
    accounts.beat(at(100), {}, at(100))
    assert gpu_minutes(accounts) == 6 + GRACE / MINUTE
    accounts.beat(at(200), {}, at(200))
    assert gpu_minutes(accounts) == 6 + GRACE / MINUTE


def test_a_server_that_started_after_the_hub_was_asked_goes_on_counting(tmp_path):
    accounts = accounts_at(tmp_path)
    accounts.beat(at(0), {}, at(0))
    accounts.started(*ADA, "gpu", PROFILES["gpu"], at(11))
    accounts.beat(at(10), {}, at(12))
    accounts.beat(at(20), {ADA: GPU}, at(20))
    assert gpu_minutes(accounts) == 9
    # And one that ended after the hub was asked does not come back.
    accounts.stopped(*ADA, at(31))
    accounts.beat(at(30), {ADA: GPU}, at(32))
    accounts.beat(at(40), {}, at(40))
    assert gpu_minutes(accounts) == 20


def test_a_server_that_stops_or_is_checked_still_runs_and_one_that_starts_does_not_yet(tmp_path):
    accounts = accounts_at(tmp_path)
    accounts.beat(at(0), {ADA: GPU._replace(ready=False)}, at(0))
    accounts.beat(at(10), {ADA: GPU}, at(10))
    accounts.beat(at(20), {ADA: GPU._replace(ready=False)}, at(20))
    assert gpu_minutes(accounts) == 20 - 10 + 10


@pytest.mark.parametrize("wall", [-(10**6), 0, 10**6])
def test_a_clock_that_jumps_counts_nothing_and_frees_nothing(tmp_path, wall):
    accounts = accounts_at(tmp_path)
    accounts.beat(at(0), {ADA: GPU}, at(0))
    accounts.beat(at(10, wall=wall), {ADA: GPU}, at(10, wall=wall))
    assert gpu_minutes(accounts) == 10
    now = at(20, wall=-wall)
    accounts.beat(now, {ADA: GPU}, now)
    assert gpu_minutes(accounts) == 20
    assert accounts.time(now) == at(20).wall


def test_on_another_machine_a_wrong_clock_counts_an_hour_at_most_and_never_goes_back(tmp_path):
    accounts = accounts_at(tmp_path)
    accounts.beat(at(0), {ADA: GPU}, at(0))
    ahead = at(5, boot="b", wall=9 * 24 * 60)
    assert accounts.beat(ahead, {ADA: GPU}, ahead) == 9 * DAY - UNSEEN
    assert gpu_minutes(accounts) == 60
    back = at(9, boot="c", wall=0)
    assert accounts.beat(back, {ADA: GPU}, back) == 0
    assert gpu_minutes(accounts) == 60


def test_old_hours_are_forgotten_only_after_the_longest_window(tmp_path):
    accounts = accounts_at(tmp_path)
    accounts.beat(at(0), {ADA: GPU}, at(0))
    accounts.beat(at(60), {}, at(1))
    assert gpu_minutes(accounts) == 1
    accounts.beat(at(99 * 24 * 60), {}, at(99 * 24 * 60))
    assert gpu_minutes(accounts) == 1
    accounts.beat(at(101 * 24 * 60), {}, at(101 * 24 * 60))
    assert gpu_minutes(accounts) == 0


def test_a_file_that_is_no_database_is_put_aside_and_said(tmp_path):
    path, lines = tmp_path / "accounts.sqlite", []
    path.write_bytes(b"not a database, but longer than its header has to be" * 40)
    accounts = open_accounts(str(path), lambda _: (), lines.append)
    accounts.beat(at(0), {}, at(0))
    assert "counting begins anew" in lines[0] and len(list(tmp_path.glob("*.unreadable-*"))) == 1


BEATS = """
import sys
from budget_accounts import Accounts, Amounts, Server
from budget_clock import this_moment
accounts = Accounts(sys.argv[1])
shown = {("ada@acme.dev", ""): Server("gpu", Amounts(1, 0, 0), True, None)}
print("ready", flush=True)
while True:
    accounts.beat(this_moment(), shown, this_moment())
"""


def test_a_process_that_is_killed_in_earnest_loses_nothing(tmp_path):
    path = str(tmp_path / "accounts.sqlite")
    hub = Path(__file__).resolve().parents[2] / "helm/hub"
    accounts = Accounts(path)
    shown = {ADA: Server("gpu", Amounts(1, 0, 0), True, None)}
    first = this_moment()
    accounts.beat(first, shown, first)
    dice = random.Random(7)
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", BEATS, path], env={**os.environ, "PYTHONPATH": str(hub)}, stdout=subprocess.PIPE
        ) as process:
            process.stdout.readline()
            time.sleep(dice.random() * 0.1)
            process.send_signal(signal.SIGKILL)
    last = this_moment()
    accounts.beat(last, shown, last)
    assert sum(one.amounts.gpu for one in accounts.used(0)) == last.mono - first.mono
