"""Whatever fails in another part of the access reconciler, people without access lose theirs."""

import pytest

from access_reconciler import SWEEP_ALL
from access_reconciler_culling import Culling
from reconciler_world import ADA, BOB, EVE, World


class Part:
    """A part that fails as it is told, and remembers what BOB had when it was called."""

    def __init__(self, hub, error=None):
        self.hub, self.error, self.found, self.report = hub, error, [], {"part": 1}

    def tick(self, members):
        self.found.append(set(self.hub.servers[BOB]))
        if self.error is not None:
            raise self.error


class Other(Part):
    """The next one."""


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    made.cluster.list(3, {ADA: None})
    return made


ERRORS = [ValueError("year 13434 is out of range"), UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates")]


@pytest.mark.parametrize("error", [*ERRORS, RuntimeError("")])
def test_a_part_that_fails_keeps_neither_revocation_nor_the_next_part_nor_the_report(world, error):
    failing, other = Part(world.hub, error), Other(world.hub)
    world.parts = (failing, other)
    world.start()
    world.run()
    assert world.hub.servers == {ADA: {""}, BOB: set(), EVE: set()}
    assert world.cluster.reports[-1]["generation"] == 3 and world.cluster.reports[-1]["part"] == 1
    # Access ends first.
    assert failing.found[0] == other.found[0] == set() and len(other.found) == 4
    assert [line for line in world.lines if line.startswith("Part: ")] == [f"Part: {type(error).__name__}: {error}"]
    failing.error = None
    world.run(1)
    assert world.lines[-1] == "Part: all is well again"


class Broken(Culling):
    """Limits that fail for every server."""

    def __init__(self):
        super().__init__({"standard": "cpu", "usual": {"idle": 60, "maxAge": None}, "profiles": {}})

    def overdue(self, server, now):
        raise OverflowError("date value out of range")


def test_limits_that_fail_keep_no_revocation(world):
    world.culling = Broken()
    world.start()
    world.run()
    assert world.hub.servers == {ADA: {""}, BOB: set(), EVE: set()}
    assert world.cluster.reports[-1]["generation"] == 3
    assert sum("date value out of range" in line for line in world.lines) == 1


def test_an_error_of_any_kind_with_one_person_does_not_keep_the_access_of_the_next(world):
    world.run()
    stop = world.hub.stop

    def failing(user, server):
        if user == BOB:
            raise UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")
        return stop(user, server)

    world.hub.stop = failing
    world.hub.servers.update({BOB: {"gpu"}, EVE: {""}})
    world.clock += SWEEP_ALL
    world.run()
    assert world.hub.servers == {ADA: {""}, BOB: {"gpu"}, EVE: set()}
    assert world.reported(BOB)["error"] == "the hub gave no answer"
