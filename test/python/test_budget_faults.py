"""Budgets and choices that the code of the budgets does not expect end neither the counting nor the start page."""

import pytest

from refusals import Refusal
from test_budgets import ADA, CPU, MEMBERS, Spawner, World

HUGE = {"groups": [], "profiles": [], "of": "cpu", "hours": 10_000_000}
SMALL = {"groups": [], "profiles": ["cpu"], "of": "cpu", "hours": 1}


def test_hours_that_last_for_thousands_of_years_have_no_end(tmp_path):
    world = World(tmp_path, HUGE)
    world.budgets.profiles["cpu"] = CPU._replace(cpu=100)
    world.run(0.01)
    world.start(ADA, "cpu")
    world.run(0.1)
    [entry] = world.shown(ADA)
    assert entry["used"] > 0 and entry["ends"] is None and "are stopped on" not in entry["sentence"]
    assert world.lines == [] and world.keeper.report["budgets"][0]["accounts"][0]["back"] is None


@pytest.mark.parametrize("slug", ["\ud800", "x\0y", "gone", "", 7, ["cpu"], None])
def test_a_profile_that_is_not_there_counts_as_the_one_that_starts_instead(tmp_path, slug):
    world = World(tmp_path, SMALL)
    world.run(0.01)
    # Once noted by the hub, and once found by the reconciler.
    world.start(ADA, slug)
    world.servers["bob@acme.dev"] = {"ready": True, "pending": None, "user_options": {"profile": slug}}
    world.run(0.4)
    assert world.stopped == [] and not any(line.startswith("the accounts") for line in world.lines)
    world.run(0.6)
    assert sorted(world.stopped) == [(ADA, ""), ("bob@acme.dev", "")]
    with pytest.raises(Refusal):
        world.start(ADA, slug)


def test_an_error_of_the_counting_is_said_once_and_the_next_tick_tries_again(tmp_path):
    world = World(tmp_path, SMALL)
    world.run(0.01)
    standings = world.budgets.standings

    def failing(*_):
        raise OverflowError("int too large")

    world.budgets.standings = failing
    world.start(ADA, "cpu")
    assert world.shown(ADA) == []
    world.run(0.1)
    assert world.lines == ["the accounts of the budgets: int too large"]
    world.budgets.standings = standings
    world.run(0.2)
    assert world.shown(ADA)[0]["used"] == pytest.approx(0.4, abs=0.05)


def test_an_error_of_the_budgets_closes_neither_the_page_nor_a_start_and_is_logged(tmp_path):
    world = World(tmp_path, SMALL)
    world.keeper.tick(MEMBERS)
    spawner = Spawner(ADA, "cpu")

    def failing(_person):
        raise RuntimeError("no list")

    spawner.authenticator.groups_of = failing
    spawner.cpu_guarantee = "many"
    world.hub.check(spawner)
    assert world.hub.shown(spawner) == []
    world.hub.started(spawner)
    assert len(spawner.lines) == 3
