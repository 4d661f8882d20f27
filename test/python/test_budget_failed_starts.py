"""A start that fails holds a node all the same: its hours count from when the pod was on it."""

import asyncio
import inspect
from datetime import datetime, timezone

import pytest
from kubespawner import KubeSpawner

from budget_accounts import HOUR
from budget_clock import Moment
from budget_hub import keep_budgets, placed
from refusals import Refusal
from test_budgets import ADA, BEGIN, MEMBERS, Spawner, World

MINUTES = 1 / 60


def pod(at=None, node="node-1", **condition):
    """A pod that came to its node at an hour of the world."""
    when = None if at is None else datetime.fromtimestamp((BEGIN + at * HOUR) / 1000, timezone.utc)
    scheduled = {"type": "PodScheduled", "status": "True", "lastTransitionTime": when and f"{when:%Y-%m-%dT%H:%M:%SZ}"}
    return {
        "metadata": {"uid": "1"},
        "spec": {} if node is None else {"nodeName": node},
        "status": {
            "phase": "Pending",
            "conditions": [{"type": "Ready", "status": "False"}, {**scheduled, **condition}],
        },
    }


class Failing:
    """Starts of a person's server whose image does not exist, as the hub and KubeSpawner do them."""

    def __init__(self, world):
        self.world = world

        class Kube(Spawner):
            namespace, pod_name = "hub", "jupyter-ada"

            async def _start(self):
                self.waits()
                await asyncio.sleep(60)

            def run_post_stop_hook(self):
                return None

        keep_budgets(Kube, world.hub)
        self.kube = Kube

    def start(self, waits, shown, removed=0.0, error=asyncio.TimeoutError):
        """A start that takes some hours while the cluster has that pod, until the pod is removed."""
        world, spawner = self.world, self.kube(ADA, "gpu")
        world.hub.check(spawner)
        spawner.pod_reflector = type("Reflector", (), {"pods": {"hub/jupyter-ada": shown} if shown else {}})

        def wait():
            # The reconciler counts meanwhile, and sees a server that starts.
            world.servers[ADA] = {"ready": False, "pending": "spawn", "user_options": {"profile": "gpu"}}
            world.run(world.hours + waits)
            if error is not asyncio.TimeoutError:
                raise error("it fails by itself")

        spawner.waits = wait
        with pytest.raises(error):
            asyncio.run(asyncio.wait_for(spawner._start(), 0.01))
        world.servers[ADA]["pending"] = "stop"
        world.run(world.hours + removed)
        world.servers.pop(ADA)
        spawner.run_post_stop_hook()
        world.keeper.tick(MEMBERS)
        world.run(world.hours + 0.02)
        return spawner


@pytest.fixture
def world(tmp_path):
    made = World(tmp_path, {"hours": 1})
    made.run(0.1)
    return made


def used(world):
    return world.shown(ADA)[0]["used"]


@pytest.mark.parametrize("error", [asyncio.TimeoutError, RuntimeError])
def test_the_time_on_the_node_counts_until_the_pod_is_removed(world, error):
    # Five minutes without a node, fifteen with one, and five until the hub has removed the pod.
    Failing(world).start(20 * MINUTES, pod(world.hours + 5 * MINUTES), 5 * MINUTES, error)
    assert used(world) == pytest.approx(20 * MINUTES, abs=0.02)


def test_who_repeats_it_has_no_hours_left_soon(world):
    failing = Failing(world)
    for _ in range(4):
        failing.start(15 * MINUTES, pod(world.hours))
    with pytest.raises(Refusal, match="You have used up 1 GPU hour in 7 days"):
        failing.start(15 * MINUTES, pod(world.hours))


@pytest.mark.parametrize("shown", [None, pod(0, node=None), pod(None, node=None)])
def test_a_start_without_a_node_costs_nothing(world, shown):
    assert Failing(world).start(15 * MINUTES, shown).lines == []
    assert used(world) == 0


@pytest.mark.parametrize("shown", [pod(-50), pod(None), {**pod(0), "status": {}}])
def test_a_clock_of_the_cluster_that_is_wrong_counts_no_more_than_the_start_itself(world, shown):
    Failing(world).start(15 * MINUTES, shown)
    assert used(world) == pytest.approx(15 * MINUTES, abs=0.02)


def test_a_clock_that_is_ahead_counts_from_the_failure(world):
    Failing(world).start(15 * MINUTES, pod(50), 3 * MINUTES)
    assert used(world) == pytest.approx(3 * MINUTES, abs=0.02)


def test_a_pod_that_is_not_readable_hides_no_error_of_the_start(world):
    spawner = Failing(world).start(15 * MINUTES, {"spec": {"nodeName": "n"}}, error=RuntimeError)
    assert len(spawner.lines) == 1 and used(world) == 0


def test_hours_that_are_counted_already_are_not_counted_again(world):
    world.hub._accounts.started(ADA, "", "gpu", world.budgets.amounts("gpu"), world.moment())
    world.servers[ADA] = {"ready": True, "pending": None, "user_options": {"profile": "gpu"}}
    world.run(0.3)
    # The end of that server was lost, and the next start says that it was on a node since then.
    early = Moment("a", round(0.15 * HOUR), BEGIN + round(0.15 * HOUR))
    world.hub._accounts.started(ADA, "", "gpu", world.budgets.amounts("gpu"), early)
    world.run(0.4)
    assert used(world) == pytest.approx(0.3, abs=0.02)


def test_the_real_kubespawner_has_what_is_read_of_it():
    class Real(KubeSpawner):
        """With pods of its own."""

    Real.reflectors = {}
    # Its __init__ wants a cluster, and sets the name.
    assert "self.pod_name = " in inspect.getsource(KubeSpawner.__init__)
    spawner = Real.__new__(Real)
    spawner.pod_name = "jupyter-ada"
    # Before its first start it watches no pods.
    assert placed(spawner) is None
    key = f"{spawner.namespace}/{spawner.pod_name}"
    Real.reflectors[spawner._get_reflector_key("pods")] = type("Reflector", (), {"pods": {key: pod(1)}})
    assert placed(spawner) == BEGIN + HOUR
