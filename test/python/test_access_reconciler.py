"""The access reconciler against a hub and a cluster that can fail in every call."""

import json
import os
from datetime import datetime, timedelta, timezone

import pytest
from hub_members import MembersSource
from access_reconciler import SWEEP_ACTIVE, SWEEP_ALL, Reconciler, person_key
from access_reconciler_api import ApiError
from access_reconciler_culling import Culling

ADA, BOB, EVE = "ada@acme.dev", "bob@acme.dev", "eve@acme.dev"


class FakeHub:
    def __init__(self):
        self.servers = {ADA: {""}, BOB: {"", "gpu"}, EVE: set()}
        self.models = {}
        self.tokens = {ADA: 2, BOB: 3, EVE: 1}
        self.failing = None
        self.slow = 0
        self.calls = 0

    def users(self, active_only):
        self._fail("users")
        names = [name for name, servers in self.servers.items() if servers or not active_only]
        return [{"name": name, "servers": {server: self.models.get(server, {}) for server in self.servers[name]}, "last_activity": "2026-11-01T00:00:00Z"} for name in names]

    def stop(self, user, server):
        self._fail("stop")
        if self.slow:
            self.slow -= 1
            return False
        self.servers[user].discard(server)
        return True

    def delete_tokens(self, user):
        self._fail("tokens")
        deleted, self.tokens[user] = self.tokens[user], 0
        return deleted

    def _fail(self, call):
        self.calls += 1
        if self.failing == call:
            raise ApiError(500, "the hub is not well")


class FakeCluster:
    def __init__(self):
        self.text = ""
        self.reports = []
        self.down = False

    def list(self, generation, people):
        self.text = json.dumps({"generation": generation, "people": [{"email": e, "admin": False, "until": u} for e, u in people.items()]})

    def members(self):
        self._fail()
        return self.text

    def status(self):
        self._fail()
        return json.dumps(self.reports[-1]) if self.reports else ""

    def report(self, status):
        self._fail()
        self.reports.append(json.loads(json.dumps(status)))

    def _fail(self):
        if self.down:
            raise ApiError(0, "no answer")


class World:
    def __init__(self, folder):
        self.hub, self.cluster, self.lines = FakeHub(), FakeCluster(), []
        self.mounted, self.fresh = folder / "mounted.json", folder / "own" / "members.json"
        self.culling = None
        self.clock, self.time = 0.0, datetime(2026, 11, 20, tzinfo=timezone.utc)
        self.start()

    def start(self):
        self.reconciler = Reconciler(self.hub, self.cluster, str(self.mounted), str(self.fresh), self.lines.append, lambda: self.clock, lambda: self.time, self.culling)

    def run(self, ticks=4, seconds=2):
        for _ in range(ticks):
            self.reconciler.tick()
            self.clock += seconds
            self.time += timedelta(seconds=seconds)

    def reported(self, email):
        return self.cluster.reports[-1]["people"][person_key(email)]


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    made.cluster.list(3, {ADA: None})
    return made


def test_whoever_is_not_listed_loses_servers_and_tokens(world):
    world.run()
    assert world.hub.servers == {ADA: {""}, BOB: set(), EVE: set()}
    assert world.hub.tokens == {ADA: 2, BOB: 0, EVE: 0}
    assert world.cluster.reports[-1]["generation"] == 3
    assert world.reported(BOB) == {"stoppedServers": 2, "deletedTokens": 3, "lastActivity": "2026-11-01T00:00:00Z", "error": None}
    assert world.reported(ADA)["stoppedServers"] == 0
    assert "acme.dev" not in json.dumps(world.cluster.reports) + "".join(world.lines)


def test_the_end_of_somebodys_time_needs_no_new_list(world):
    world.cluster.list(4, {ADA: "2026-11-20T00:00:30Z", BOB: None, EVE: None})
    world.run(10)
    assert world.hub.servers[ADA] == {""}
    world.run(10)
    assert world.hub.servers[ADA] == set() and world.hub.tokens[ADA] == 0
    assert world.hub.servers[BOB] == {"", "gpu"}
    assert world.reported(ADA)["stoppedServers"] == 1


def test_the_generation_is_reported_only_when_all_is_done(world):
    world.hub.slow = 5
    world.run(1)
    assert world.cluster.reports == []
    world.run(5)
    assert world.cluster.reports[-1]["generation"] == 3
    assert world.hub.servers[BOB] == set()


@pytest.mark.parametrize("call", ["users", "stop", "tokens"])
def test_a_hub_that_fails_is_asked_again(world, call):
    world.hub.failing = call
    world.run()
    assert world.cluster.reports == []
    assert len(world.lines) < 5
    world.hub.failing = None
    world.run()
    assert world.cluster.reports[-1]["generation"] == 3
    assert world.hub.servers[BOB] == set() and world.hub.tokens[BOB] == 0 and world.reported(BOB)["error"] is None


def test_a_failure_of_one_person_is_reported_and_does_not_stop_the_others(world):
    world.run()
    world.hub.servers[EVE] = {""}
    stop = world.hub.stop

    def failing(user, server):
        if user == BOB:
            raise ApiError(503, "no")
        return stop(user, server)

    world.hub.stop = failing
    world.hub.servers[BOB] = {"gpu"}
    world.clock += SWEEP_ACTIVE
    world.run()
    assert world.hub.servers[EVE] == set()
    assert world.reported(BOB)["error"] == "the hub answered 503"


@pytest.mark.parametrize("text", ["", "{", '{"generation": 4, "people": [{}]}', '{"generation": 4}'])
def test_without_a_right_list_nothing_is_touched(world, text):
    world.cluster.text = text
    world.run()
    assert world.hub.calls == 0 and world.cluster.reports == []
    assert world.hub.servers[BOB] == {"", "gpu"}


def test_without_kubernetes_the_mounted_list_counts(world):
    world.cluster.down = True
    world.mounted.write_text(json.dumps({"generation": 5, "people": [{"email": BOB}]}))
    world.run()
    assert world.hub.servers == {ADA: set(), BOB: {"", "gpu"}, EVE: set()}
    world.cluster.down = False
    world.cluster.list(5, {BOB: None})
    world.run()
    assert world.cluster.reports[-1]["generation"] == 5
    assert world.reported(ADA)["stoppedServers"] == 1


def test_a_mount_behind_the_api_does_not_count_when_the_api_falls_silent(world):
    world.mounted.write_text(json.dumps({"generation": 2, "people": [{"email": EVE}]}))
    world.run()
    world.cluster.down = True
    world.run(40)
    assert world.hub.servers[ADA] == {""}
    world.mounted.write_text(json.dumps({"generation": 9, "people": []}))
    world.run()
    assert world.hub.servers[ADA] == set()


def test_a_server_that_slips_in_later_is_found(world):
    world.run()
    world.hub.servers[EVE] = {""}
    world.hub.tokens[EVE] = 1
    world.run(2)
    assert world.hub.servers[EVE] == {""}
    world.clock += SWEEP_ACTIVE
    world.run()
    assert world.hub.servers[EVE] == set() and world.hub.tokens[EVE] == 0
    world.hub.tokens[EVE] = 1
    world.clock += SWEEP_ALL
    world.run(1)
    assert world.hub.tokens[EVE] == 0


def test_at_rest_the_hub_is_left_alone_and_little_is_written(world):
    world.run()
    calls, reports = world.hub.calls, len(world.cluster.reports)
    world.run(10)
    assert world.hub.calls == calls and len(world.cluster.reports) == reports
    world.clock += SWEEP_ALL
    world.run(1)
    assert len(world.cluster.reports) <= reports + 1


def test_a_restart_keeps_the_counts(world):
    world.run()
    world.start()
    world.run()
    assert world.reported(BOB)["stoppedServers"] == 2 and world.reported(BOB)["deletedTokens"] == 3
    world.cluster.list(4, {ADA: None, BOB: None})
    world.run()
    assert world.reported(BOB)["stoppedServers"] == 0


def test_a_broken_report_is_replaced(world):
    world.cluster.reports.append({"generation": 1, "people": {"x": None}})
    world.run()
    assert world.cluster.reports[-1]["generation"] == 3


def test_the_newer_list_reaches_the_authenticator_before_kubelet_does(world):
    world.mounted.write_text(json.dumps({"generation": 2, "people": [{"email": EVE}]}))
    source = MembersSource(str(world.mounted), str(world.fresh))
    assert set(source.value.people) == {EVE}
    world.run()
    assert set(source.value.people) == {ADA}
    os.utime(world.fresh, (0, 0))
    assert set(source.value.people) == {EVE}
    world.run()
    os.chmod(world.fresh.parent, 0o777)
    assert set(source.value.people) == {EVE}
    os.chmod(world.fresh.parent, 0o700)
    world.mounted.unlink()
    assert source.value is None


def test_the_generation_waits_for_the_mount_where_the_copy_cannot_be_left(world):
    world.fresh.parent.write_text("a file where the folder should be")
    world.mounted.write_text(json.dumps({"generation": 2, "people": [{"email": EVE}]}))
    world.run()
    assert world.cluster.reports == [] and world.hub.servers[BOB] == set()
    world.mounted.write_text(world.cluster.text)
    world.run()
    assert world.cluster.reports[-1]["generation"] == 3


def test_a_server_over_its_profiles_limit_is_stopped_and_its_tokens_stay(world):
    limits = {"idle": 3600, "maxAge": None}
    world.culling = Culling({"standard": "cpu", "usual": limits, "profiles": {"gpu": {"idle": 600, "maxAge": None}}})
    world.start()
    world.cluster.list(4, {ADA: None, BOB: None})
    used = world.time.isoformat()
    model = {"ready": True, "pending": None, "started": used, "last_activity": used}
    world.hub.models = {"": {**model, "user_options": {"profile": "cpu"}}, "gpu": {**model, "user_options": {"profile": "gpu"}}}
    world.run(ticks=20, seconds=29)
    assert world.hub.servers[BOB] == {"", "gpu"}
    world.hub.failing = "stop"
    world.run(ticks=4, seconds=SWEEP_ACTIVE)
    assert world.hub.servers[BOB] == {"", "gpu"} and world.cluster.reports[-1]["generation"] == 4
    world.hub.failing = None
    world.run(ticks=2, seconds=SWEEP_ACTIVE)
    assert world.hub.servers == {ADA: {""}, BOB: {""}, EVE: set()}
    assert world.hub.tokens[BOB] == 3 and world.reported(BOB)["stoppedServers"] == 0
    assert [line for line in world.lines if "idle for 600 s" in line] and not [line for line in world.lines if BOB in line]
