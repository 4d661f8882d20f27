"""The access reconciler and people who are not listed by address."""

import json

import pytest

from access_reconciler import SWEEP_ALL
from reconciler_world import ADA, BOB, EVE, World

OUT = "bob@other.dev"


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path)
    made.hub.servers[OUT], made.hub.tokens[OUT] = {""}, 1
    return made


def give(world, generation, people=(), **more):
    entries = [{"email": email, "admin": False, "until": until} for email, until in dict(people).items()]
    world.cluster.text = json.dumps({"generation": generation, "people": entries, **more})


def running(world):
    return {name for name in world.hub.servers if world.hub.servers[name] or world.hub.tokens[name]}


def test_people_of_a_domain_keep_their_servers_while_it_is_listed(world):
    give(world, 3, domains=["acme.dev"])
    world.run()
    assert running(world) == {ADA, BOB, EVE} and world.hub.servers[OUT] == set()
    give(world, 4, domains=["other.dev"])
    world.run()
    assert running(world) == set()
    assert world.cluster.reports[-1]["generation"] == 4
    assert world.reported(BOB)["stoppedServers"] == 2


def test_where_the_list_trusts_iap_unlisted_people_keep_their_servers(world):
    give(world, 3, trustsIap=True)
    world.run()
    assert running(world) == {ADA, BOB, EVE, OUT}
    give(world, 4)
    world.run()
    assert running(world) == set()


@pytest.mark.parametrize("more", [{"domains": ["acme.dev"]}, {"trustsIap": True}])
def test_a_listed_person_loses_servers_at_their_until_even_with_a_domain_or_google_groups(world, more):
    give(world, 3, {ADA: "2026-11-20T00:00:30Z"}, **more)
    world.run(10)
    assert ADA in running(world)
    world.run(10)
    assert ADA not in running(world) and {BOB, EVE} <= running(world)
    # A hub that starts again, and later sweeps, come to the same.
    world.start()
    world.hub.servers[ADA] = {""}
    world.clock += SWEEP_ALL
    world.run()
    assert ADA not in running(world) and {BOB, EVE} <= running(world)


@pytest.mark.parametrize(
    "more", [{"domains": "acme.dev"}, {"domains": ["*"]}, {"trustsIap": 0}, {"trustsIap": "false"}]
)
def test_the_reconciler_ends_nothing_by_a_list_with_an_invalid_part(world, more):
    give(world, 3, **more)
    world.run()
    assert world.hub.calls == 0 and running(world) == {ADA, BOB, EVE, OUT}
    give(world, 4, {ADA: None}, domains=["acme.dev"])
    world.run()
    give(world, 5, **more)
    world.run(40)
    assert running(world) == {ADA, BOB, EVE} and world.cluster.reports[-1]["generation"] == 4
