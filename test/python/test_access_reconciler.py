"""What the access reconciler ends and reports, with a hub and a cluster that can fail in every call."""

import json
import os

import pytest

from access_reconciler import SWEEP_ACTIVE, SWEEP_ALL
from access_reconciler_api import ApiError
from access_reconciler_culling import Culling
from hub_files import MembersSource
from reconciler_world import ADA, BOB, EVE, World


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    made.cluster.list(3, {ADA: None})
    return made


def test_people_without_access_lose_servers_and_tokens(world):
    world.run()
    assert world.hub.servers == {ADA: {""}, BOB: set(), EVE: set()}
    assert world.hub.tokens == {ADA: 2, BOB: 0, EVE: 0}
    assert world.cluster.reports[-1]["generation"] == 3
    assert world.reported(BOB) == {
        "stoppedServers": 2,
        "deletedTokens": 3,
        "lastActivity": "2026-11-01T00:00:00Z",
        "error": None,
    }
    assert world.reported(ADA)["stoppedServers"] == 0
    assert "acme.dev" not in json.dumps(world.cluster.reports) + "".join(world.lines)


def test_access_ends_at_its_until_without_a_new_list(world):
    world.cluster.list(4, {ADA: "2026-11-20T00:00:30Z", BOB: None, EVE: None})
    world.run(10)
    assert world.hub.servers[ADA] == {""}
    world.run(10)
    assert world.hub.servers[ADA] == set() and world.hub.tokens[ADA] == 0
    assert world.hub.servers[BOB] == {"", "gpu"}
    assert world.reported(ADA)["stoppedServers"] == 1


def test_a_generation_is_reported_only_when_everything_is_done(world):
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
def test_without_a_valid_list_nothing_is_touched(world, text):
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


def test_an_older_mounted_list_does_not_count_while_the_api_is_down(world):
    world.mounted.write_text(json.dumps({"generation": 2, "people": [{"email": EVE}]}))
    world.run()
    world.cluster.down = True
    world.run(40)
    assert world.hub.servers[ADA] == {""}
    world.mounted.write_text(json.dumps({"generation": 9, "people": []}))
    world.run()
    assert world.hub.servers[ADA] == set()


def test_a_server_that_starts_after_a_sweep_is_found_by_the_next_one(world):
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


def test_without_changes_the_hub_is_not_called_and_few_reports_are_written(world):
    world.run()
    calls, reports = world.hub.calls, len(world.cluster.reports)
    world.run(10)
    assert world.hub.calls == calls and len(world.cluster.reports) == reports
    world.clock += SWEEP_ALL
    world.run(1)
    assert len(world.cluster.reports) <= reports + 1


def test_a_restart_of_the_reconciler_keeps_the_counts(world):
    world.run()
    world.start()
    world.run()
    assert world.reported(BOB)["stoppedServers"] == 2 and world.reported(BOB)["deletedTokens"] == 3
    world.cluster.list(4, {ADA: None, BOB: None})
    world.run()
    assert world.reported(BOB)["stoppedServers"] == 0


def test_the_last_use_of_each_running_server_is_reported_without_its_owner(world):
    world.cluster.list(3, {ADA: None, BOB: None})
    world.hub.models = {
        "": {"last_activity": "2026-11-19T10:00:00Z", "started": "2026-11-19T09:00:00Z"},
        "gpu": {"last_activity": None, "started": "2026-11-19T08:00:00Z"},
    }
    world.run()
    uses = world.cluster.reports[-1]["servers"]
    assert uses == ["2026-11-19T08:00:00Z", "2026-11-19T10:00:00Z", "2026-11-19T10:00:00Z"]


def test_a_broken_report_in_the_cluster_is_replaced(world):
    world.cluster.reports.append({"generation": 1, "people": {"x": None}})
    world.run()
    assert world.cluster.reports[-1]["generation"] == 3


def test_a_new_list_reaches_the_authenticator_before_kubelet_mounts_it(world):
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


def test_a_generation_waits_for_the_mount_where_no_copy_can_be_written(world):
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
    world.hub.models = {
        "": {**model, "user_options": {"profile": "cpu"}},
        "gpu": {**model, "user_options": {"profile": "gpu"}},
    }
    world.run(ticks=20, seconds=29)
    assert world.hub.servers[BOB] == {"", "gpu"}
    world.hub.failing = "stop"
    world.run(ticks=4, seconds=SWEEP_ACTIVE)
    assert world.hub.servers[BOB] == {"", "gpu"} and world.cluster.reports[-1]["generation"] == 4
    world.hub.failing = None
    world.run(ticks=2, seconds=SWEEP_ACTIVE)
    assert world.hub.servers == {ADA: {""}, BOB: {""}, EVE: set()}
    assert world.hub.tokens[BOB] == 3 and world.reported(BOB)["stoppedServers"] == 0
    assert [line for line in world.lines if "idle for 600 s" in line] and not [
        line for line in world.lines if BOB in line
    ]
