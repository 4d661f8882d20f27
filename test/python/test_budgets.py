"""What budgets allow, how the hub refuses a start, and how the access reconciler ends what has no hours left."""

import asyncio
import json

import pytest
from jupyterhub.spawner import Spawner as JupyterSpawner
from kubespawner import KubeSpawner

from access_reconciler_attempts import Attempts
from access_reconciler_budgets import MAX_ACCOUNTS, BudgetKeeper
from access_reconciler_report import person_key
from budget_accounts import HOUR, Accounts, Amounts, Server
from budget_clock import Moment
from budget_hub import HubBudgets, keep_budgets
from budget_rules import Budgets, load_budgets, refusal
from budget_zone import Zone
from hub_members import parse_members
from refusals import Refusal

ADA, BOB, UNLISTED = "ada@acme.dev", "bob@acme.dev", "eve@acme.dev"
# Monday, 30 November 2026, 8:00 UTC.
BEGIN = 1_796_025_600_000
# Berlin: winter time, then summer time.
OFFSETS = [[1_792_890_000, 3600], [1_806_195_600, 7200]]
GPU, CPU = Amounts(1, 4000, 16384), Amounts(0, 2000, 8192)
ENTRY = {"groups": ["ml"], "profiles": ["gpu"], "of": "gpu", "hours": 10, "per": 7, "each": "person"}


def data(*entries, **more):
    return {
        "standard": "cpu",
        "timezone": "Europe/Berlin",
        "offsets": OFFSETS,
        "profiles": {"cpu": CPU._asdict(), "gpu": GPU._asdict()},
        "budgets": [{**ENTRY, **entry} for entry in entries],
        **more,
    }


MEMBERS = parse_members(
    json.dumps(
        {
            "generation": 1,
            "people": [
                {"email": ADA, "admin": False, "until": None, "groups": ["ml"]},
                {"email": BOB, "admin": False, "until": None, "groups": ["ml", "vision"]},
            ],
            "trustsIap": True,
        }
    )
)


def groups_of(person):
    found = MEMBERS.find(person)
    return () if found is None else found.groups


class World:
    """A hub with servers, and a reconciler that looks at it; time goes by hours."""

    def __init__(self, folder, *entries):
        self.path, self.lines = str(folder / "accounts.sqlite"), []
        self.hours, self.servers, self.stopped, self.down = 0.0, {}, [], False
        self.budgets = Budgets(data(*entries))
        self.restart()

    def restart(self):
        self.keeper = BudgetKeeper(
            self.budgets, self, Attempts(self.lines.append), self.lines.append, path=self.path, moment=self.moment
        )
        self.hub = HubBudgets(self.budgets, self.path, self.moment)

    def moment(self):
        return Moment("a", round(self.hours * HOUR), BEGIN + round(self.hours * HOUR))

    def users(self, _active):
        return [{"name": person, "servers": {"": server}} for person, server in self.servers.items()]

    def stop(self, person, name):
        self.stopped.append((person, name))
        self.servers.pop(person)
        self.hub.stopped(Spawner(person))
        return True

    def start(self, person, profile):
        spawner = Spawner(person, profile)
        self.hub.check(spawner)
        self.hub.started(spawner)
        self.servers[person] = {"ready": True, "pending": None, "user_options": {"profile": profile}}

    def run(self, hours):
        """In steps of a minute up to that hour."""
        while self.hours < hours:
            self.hours += 1 / 60
            self.keeper.tick(MEMBERS)

    def shown(self, person):
        return self.hub.shown(Spawner(person))


class Spawner:
    def __init__(self, person, profile=None):
        self.user = type("User", (), {"name": person})
        self.name, self.lines = "", []
        self.user_options = {} if profile is None else {"profile": profile}
        self.authenticator = type("Authenticator", (), {"groups_of": staticmethod(groups_of)})
        self.log = type("Log", (), {"error": lambda _, *texts: self.lines.append(texts)})()
        self.extra_resource_limits = {"nvidia.com/gpu": "1"} if profile == "gpu" else {}
        self.extra_resource_guarantees = {}
        self.cpu_guarantee, self.mem_guarantee = None, None


def test_a_budget_ends_a_running_server_refuses_a_start_and_gives_the_hours_back(tmp_path):
    world = World(tmp_path, {})
    world.run(0.1)
    world.start(ADA, "gpu")
    world.run(8.9)
    assert world.stopped == [] and not any("is stopped in" in line for line in world.lines)
    world.run(9.5)
    [warning] = [line for line in world.lines if "is stopped in" in line]
    assert warning in {
        f"a server of {person_key(ADA)} is stopped in {minutes} min: 10 GPU hours in 7 days" for minutes in (59, 60)
    }
    [entry] = world.shown(ADA)
    assert entry["label"] == "10 GPU hours in 7 days" and not entry["empty"] and entry["back"] is None
    assert (
        entry["ends"].startswith("2026-11-30T19:0") and "are stopped on Monday, 30 November 2026" in entry["sentence"]
    )
    # A restart of the hub and the reconciler forgets nothing.
    world.restart()
    world.run(10.2)
    assert world.stopped == [(ADA, "")]
    with pytest.raises(Refusal) as refused:
        world.start(ADA, "gpu")
    assert (refused.value.status_code, refused.value.kind) == (403, "budget")
    # The first hour ends at 10:00 in Berlin, and leaves the window seven days later.
    assert refused.value.log_message == (
        "You have used up 10 GPU hours in 7 days, the budget for this profile. Hours come back on "
        "Monday, 7 December 2026, 10:00 (Europe/Berlin). Your files are kept. Choose a profile that this budget does "
        "not count, or ask the administrators of this hub for more hours."
    )
    [entry] = world.shown(ADA)
    assert entry["empty"] and entry["back"] == "2026-12-07T10:00:00+01:00" and entry["ends"] is None
    world.start(ADA, "cpu")
    # People who are in no such group are not counted.
    world.start(UNLISTED, "gpu")
    assert world.shown(UNLISTED) == []
    world.servers.pop(ADA)
    world.hub.stopped(Spawner(ADA))
    world.hours = 7 * 24 + 0.99
    world.keeper.tick(MEMBERS)
    with pytest.raises(Refusal):
        world.start(ADA, "gpu")
    world.hours = 7 * 24 + 2.01
    world.keeper.tick(MEMBERS)
    world.start(ADA, "gpu")


def test_a_group_shares_its_account_and_everybody_may_have_one_too(tmp_path):
    shared = {"groups": ["ml", "vision"], "each": "group", "hours": 4}
    world = World(tmp_path, shared, {"groups": [], "profiles": [], "of": "cpu", "hours": 100, "per": 1})
    world.run(0.01)
    world.start(ADA, "gpu")
    world.start(BOB, "gpu")
    world.start(UNLISTED, "cpu")
    world.run(1.5)
    assert world.stopped == []
    group = [(one["group"], one["used"]) for one in world.shown(BOB)]
    assert group == [
        ("ml", pytest.approx(3, abs=0.05)),
        ("vision", pytest.approx(1.5, abs=0.03)),
        (None, pytest.approx(6, abs=0.1)),
    ]
    assert [one["label"] for one in world.shown(UNLISTED)] == ["100 CPU core hours in one day"]
    world.run(2.1)
    assert sorted(world.stopped) == [(ADA, ""), (BOB, "")]
    with pytest.raises(Refusal, match="Group ml has used up 4 GPU hours in 7 days"):
        world.start(ADA, "gpu")
    [group_row, person_row] = world.keeper.report["budgets"]
    assert {one["who"] for one in group_row["accounts"]} == {"ml", "vision"}
    assert {one["who"] for one in person_row["accounts"]} == {person_key(one) for one in (ADA, BOB, UNLISTED)}


def test_the_report_stays_within_its_size(tmp_path):
    world = World(tmp_path, {"groups": [], "profiles": [], "of": "cpu", "hours": 100})
    world.run(0.01)
    for number in range(MAX_ACCOUNTS + 50):
        world.start(f"p{number}@acme.dev", "cpu")
    world.run(0.1)
    [row] = world.keeper.report["budgets"]
    assert len(row["accounts"]) == MAX_ACCOUNTS and len(json.dumps(row)) < 90_000


def test_a_hub_that_does_not_answer_or_an_unwritable_file_is_said_and_tried_again(tmp_path):
    world = World(tmp_path, {})
    world.keeper = BudgetKeeper(
        world.budgets,
        world,
        Attempts(world.lines.append),
        world.lines.append,
        path=f"{tmp_path}/no/such",
        moment=world.moment,
    )
    world.run(0.02)
    assert world.lines == ["the accounts of the budgets: unable to open database file"]
    spawner = Spawner(ADA, "gpu")
    hub = HubBudgets(world.budgets, f"{tmp_path}/no/such", world.moment)
    hub.check(spawner)
    hub.started(spawner)
    assert hub.shown(spawner) == [] and len(spawner.lines) == 3


def test_the_hub_notes_what_kubespawner_really_requests(tmp_path):
    budgets = Budgets(data({}))
    kept = HubBudgets(budgets, str(tmp_path / "accounts.sqlite"), lambda: Moment("a", 0, BEGIN))

    class Kube(Spawner):
        async def _start(self):
            return "http://there"

        def run_post_stop_hook(self):
            return "ran"

    keep_budgets(Kube, kept)
    spawner = Kube(ADA, "gpu")
    spawner.cpu_guarantee, spawner.mem_guarantee = 8.0, 64 * 2**30
    spawner.extra_resource_limits = {"nvidia.com/gpu": "2"}
    assert asyncio.run(spawner._start()) == "http://there"
    accounts = Accounts(str(tmp_path / "accounts.sqlite"))
    accounts.beat(Moment("a", 0, BEGIN), {}, Moment("a", 1000, BEGIN))
    assert list(accounts.running()) == [(ADA, "", "gpu", Amounts(2, 8000, 65536))]
    assert spawner.run_post_stop_hook() == "ran"
    accounts.beat(Moment("a", 1000, BEGIN), {}, Moment("a", 1000, BEGIN))
    assert list(accounts.running()) == []
    assert spawner.jupyterhub_gke_budgets is kept


def test_a_budget_smaller_than_ten_minutes_still_starts_once(tmp_path):
    world = World(tmp_path, {"hours": 0.1})
    world.run(0.01)
    world.start(ADA, "gpu")
    world.run(0.2)
    assert world.stopped == [(ADA, "")]


@pytest.mark.parametrize(
    "broken",
    [
        [],
        {},
        data({"of": "tpu"}),
        data({"each": "hub"}),
        data({"hours": 0}),
        data({"hours": True}),
        data({"per": 1.5}),
        data({"groups": "ml"}),
        data({}, offsets=[]),
        data({}, offsets=[[2, 0], [1, 0]]),
        data({}, profiles={"cpu": {}}),
    ],
)
def test_broken_data_is_refused(tmp_path, broken):
    (tmp_path / "budgets.json").write_text(json.dumps(broken))
    with pytest.raises(ValueError):
        load_budgets(str(tmp_path / "budgets.json"))


def test_the_zone_follows_its_table():
    zone = Zone("Europe/Berlin", OFFSETS)
    assert zone.local(BEGIN / 1000).isoformat() == "2026-11-30T09:00:00+01:00"
    assert zone.local(1_806_195_600).isoformat() == "2027-03-28T03:00:00+02:00"
    assert zone.local(0).utcoffset().total_seconds() == 3600
    assert refusal("gpu", GPU, []) is None


def test_a_server_that_the_hub_alone_knows_counts_by_its_profile(tmp_path):
    world = World(tmp_path, {})
    world.run(0.01)
    # Its start was not noted, for whatever reason.
    world.servers[ADA] = {"ready": True, "pending": None, "user_options": {"profile": "gpu"}, "started": "not a time"}
    world.run(1.01)
    assert world.shown(ADA)[0]["used"] == pytest.approx(1.0, abs=0.01)
    assert Server("gpu", GPU, True, None).amounts == GPU


def test_the_real_kubespawner_has_what_the_hub_reads_and_wraps(tmp_path):
    class Real(KubeSpawner):
        """So that the real class stays as it is."""

    kept = HubBudgets(Budgets(data({})), str(tmp_path / "accounts.sqlite"), lambda: Moment("a", 0, BEGIN))
    keep_budgets(Real, kept)
    for name in ("extra_resource_limits", "extra_resource_guarantees", "cpu_guarantee", "mem_guarantee"):
        assert name in Real.class_trait_names()
    assert "authenticator" in dir(JupyterSpawner) and asyncio.iscoroutinefunction(Real._start)
    assert Real._start is not KubeSpawner._start and Real.run_post_stop_hook is not KubeSpawner.run_post_stop_hook
