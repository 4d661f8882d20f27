"""A hub and a cluster that can fail in every call, with an access reconciler and a clock that a test moves."""

import json
from datetime import datetime, timedelta, timezone

from access_reconciler import Reconciler
from access_reconciler_api import ApiError
from access_reconciler_report import person_key

ADA, BOB, EVE = "ada@acme.dev", "bob@acme.dev", "eve@acme.dev"


class FakeHub:
    """JupyterHub's API; `failing` names the call that fails, and `slow` servers are still stopping when asked."""

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
        return [
            {
                "name": name,
                "servers": {server: self.models.get(server, {}) for server in self.servers[name]},
                "last_activity": "2026-11-01T00:00:00Z",
            }
            for name in names
        ]

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
    """The ConfigMaps of the hub; `down` is a Kubernetes API without an answer."""

    def __init__(self):
        self.text = ""
        self.reports = []
        self.kept = ""
        self.down = False

    def list(self, generation, people):
        self.text = json.dumps(
            {"generation": generation, "people": [{"email": e, "admin": False, "until": u} for e, u in people.items()]}
        )

    def members(self):
        self._fail()
        return self.text

    def status(self):
        self._fail()
        return json.dumps(self.reports[-1]) if self.reports else ""

    def last_list(self):
        self._fail()
        return self.kept

    def keep_list(self, packed):
        self._fail()
        self.kept = packed
        return True

    def report(self, status):
        self._fail()
        self.reports.append(json.loads(json.dumps(status)))
        return True

    def _fail(self):
        if self.down:
            raise ApiError(0, "no answer")


class World:
    """The parts, and what a test does with them."""

    def __init__(self, folder):
        self.hub, self.cluster, self.lines = FakeHub(), FakeCluster(), []
        self.mounted, self.fresh = folder / "mounted.json", folder / "own" / "members.json"
        self.culling, self.parts = None, ()
        self.clock, self.time = 0.0, datetime(2026, 11, 20, tzinfo=timezone.utc)
        self.start()

    def start(self):
        self.reconciler = Reconciler(
            self.hub,
            self.cluster,
            mounted=str(self.mounted),
            fresh=str(self.fresh),
            log=self.lines.append,
            monotonic=lambda: self.clock,
            now=lambda: self.time,
            culling=self.culling,
            parts=self.parts,
        )

    def run(self, ticks=4, seconds=2):
        for _ in range(ticks):
            self.reconciler.tick()
            self.clock += seconds
            self.time += timedelta(seconds=seconds)

    def reported(self, email):
        return self.cluster.reports[-1]["people"][person_key(email)]
