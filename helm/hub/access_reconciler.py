"""The access reconciler: a service of the hub that ends what people without access have left running.

It compares the hub's users with the list of people: for whoever it does not cover, or whose `until` has passed, it stops the servers (named and
starting ones too, and with them their websockets) and deletes the tokens, those of OAuth sessions included. The user, the home and its disk stay.
Servers of people with access are stopped where their profile has a limit of its own (`access_reconciler_culling`).
Where the list has the domain of somebody's address, or trusts IAP, people who are not on it count as having access: the access reconciler sees no
assertion, so it cannot tell whether Google vouches for the account (`hd`) or whether IAP still lets the person pass. The authenticator can.
The list comes from the ConfigMap `<hub>-members` through the Kubernetes API, else from the mounted copy; a copy for the authenticator is left in
`hub_members.fresh_path`, since kubelet takes up to a minute. No right list: nothing is touched. What was reached goes to `<hub>-reconciler`:
{"generation", "at", "people": {<first 16 hex of sha256(email)>: {"stoppedServers", "deletedTokens", "lastActivity", "error"}}}; the generation
only once all of it is done and the hub enforces it.

Needs: JupyterHub scopes list:users, read:users:name, read:users:activity, read:servers, delete:servers, read:tokens, tokens;
Kubernetes: get `<hub>-members`, get and patch `<hub>-reconciler`; environment JUPYTERHUB_API_URL, JUPYTERHUB_API_TOKEN, JUPYTERHUB_GKE_HUB,
POD_NAMESPACE, KUBERNETES_SERVICE_HOST, KUBERNETES_SERVICE_PORT. Only the standard library.
"""

import hashlib
import json
import os
import signal
import sys
import time

from hub_members import MEMBERS_FILE, InvalidList, WatchedFile, fresh_path, parse_members, utc_now
from access_reconciler_api import ApiError, connect
from access_reconciler_culling import CULLING_FILE, load_culling

POLL = 2
# A sweep over the running servers, and one over everybody: what slipped in between two changes of the list.
SWEEP_ACTIVE = 30
SWEEP_ALL = 300
# Activity alone is reported this often; anything else at once.
REPORT = 300
# A ConfigMap holds a megabyte.
MAX_REPORT = 900_000


def person_key(email):
    """How a person is named in the report."""
    return hashlib.sha256(email.encode()).hexdigest()[:16]


class Reconciler:
    """One `tick` every few seconds; `cluster` is None where there is no Kubernetes API."""

    def __init__(self, hub, cluster, mounted, fresh, log, monotonic=time.monotonic, now=utc_now, culling=None):
        self._hub, self._cluster, self._log, self._culling = hub, cluster, log, culling
        self._mounted = WatchedFile(mounted, parse_members)
        self._fresh = fresh
        self._monotonic, self._now = monotonic, now
        self._said = {}
        self._last = self._seen = None
        self._clean = set()
        self._next_active = self._next_all = self._next_report = 0
        self._settled = False
        self._fresh_written = False
        self.reached = None
        self.people = {}
        self._recalled = False
        self._reported = None

    def tick(self):
        """Reads the list and, where something changed or it is time, sweeps and reports."""
        members = self._list()
        if members is None:
            return
        self._recall()
        now = self._now()
        # Somebody's end changes this set, and with it what is to be done, without a new list.
        active = frozenset(account for account, person in members.people.items() if person.active(now))
        clock = self._monotonic()
        if (members.generation, active) != self._seen:
            self._seen, self._settled = (members.generation, active), False
            self._clean.clear()
            self._next_all = clock
        if clock >= self._next_all:
            self._clean.clear()
        if clock >= self._next_all or not self._settled:
            done = self._sweep(members, now, active_only=False)
            self._next_all, self._next_active = clock + SWEEP_ALL, clock + SWEEP_ACTIVE
        elif clock >= self._next_active:
            done = self._sweep(members, now, active_only=True)
            self._next_active = clock + SWEEP_ACTIVE
        else:
            done = True
        self._settled = done and self._enforced(members)
        if self._settled:
            self.reached = members.generation
        self._report(clock)

    def _list(self):
        """The newest list; also left for the authenticator."""
        text = self._try("the list of people in Kubernetes", self._cluster.members) if self._cluster else None
        if text is None:
            self._fresh_written = False
            mounted = self._mounted.value
            # kubelet may be behind what the API server said before it fell silent.
            if self._last is None or (mounted is not None and mounted.generation > self._last.generation):
                self._last = mounted
            return self._last
        try:
            members = parse_members(text)
        except InvalidList as error:
            self._say("the list of people", f"nothing is done: {error}")
            return None
        self._last = members
        self._fresh_written = self._try("the copy for the authenticator", lambda: self._leave(text)) is not None
        return members

    def _leave(self, text):
        folder = os.path.dirname(self._fresh)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if os.lstat(folder).st_uid != os.geteuid():
            raise OSError(f"{folder} belongs to somebody else")
        new = f"{self._fresh}.new"
        with open(new, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(new, self._fresh)
        return True

    def _enforced(self, members):
        mounted = self._mounted.value
        return self._fresh_written or mounted is None or mounted.generation >= members.generation

    def _recall(self):
        """Adds the counts of the last report once, so that a restart of the hub loses none."""
        if self._recalled or self._cluster is None:
            return
        text = self._try("the last report", self._cluster.status)
        if text is None:
            return
        self._recalled = True
        try:
            known = json.loads(text or "{}")["people"]
            for key, entry in known.items():
                mine = self.people.setdefault(key, _nothing())
                for count in ("stoppedServers", "deletedTokens"):
                    mine[count] += int(entry[count])
                mine["lastActivity"] = mine["lastActivity"] or entry["lastActivity"]
        except (ValueError, KeyError, AttributeError, TypeError):
            self._log("the last report was not readable: counting begins anew")

    def _sweep(self, members, now, active_only):
        """Stops and deletes what people without access have; True when nothing is left."""
        users = self._try("the hub's users", lambda: self._hub.users(active_only))
        if users is None:
            return False
        done = True
        for user in users:
            entry = self.people.setdefault(person_key(user["name"]), _nothing())
            entry["lastActivity"] = user.get("last_activity")
            if members.covers(user["name"], now):
                entry.update(stoppedServers=0, deletedTokens=0, error=None)
                self._cull(user, now)
            else:
                done = self._end(user, entry) and done
        return done

    def _cull(self, user, now):
        """Stops servers over the limit of their profile; one that cannot be stopped is tried again at the next sweep."""
        if self._culling is None:
            return
        key = person_key(user["name"])
        for name, server in (user.get("servers") or {}).items():
            reason = self._culling.overdue(server, now)
            if reason is None:
                continue
            # Not told which server: its name is the person's own text.
            if self._try(f"stopping a server of {key}", lambda name=name: self._hub.stop(user["name"], name) or True):
                self._log(f"a server of {key} {reason}: stopped")

    def _end(self, user, entry):
        name, key, servers = user["name"], person_key(user["name"]), user.get("servers") or {}
        if not servers and name in self._clean:
            return True
        try:
            # Tokens first: a notebook server must not use the time in which it is stopped.
            entry["deletedTokens"] += self._hub.delete_tokens(name)
            stopped = [self._hub.stop(name, server) for server in servers]
            entry["stoppedServers"] += sum(stopped)
            entry["error"] = None
        except (ApiError, KeyError, TypeError) as error:
            # The text names the request's path, and with it the person.
            entry["error"] = f"the hub answered {error.status}" if isinstance(error, ApiError) and error.status else "the hub gave no answer"
            self._say(key, entry["error"])
            return False
        self._say(key, None)
        if servers:
            self._log(f"{key} has no access: {sum(stopped)} of {len(servers)} servers stopped")
        # Looked at once more before it counts: the server may have got a token, or a neighbour, meanwhile.
        if servers or not all(stopped):
            self._clean.discard(name)
            return False
        self._clean.add(name)
        return True

    def _report(self, clock):
        if not self._recalled or self.reached is None:
            return
        people = self.people
        if len(json.dumps(people)) > MAX_REPORT:
            people = {key: entry for key, entry in people.items() if entry["stoppedServers"] or entry["deletedTokens"] or entry["error"]}
        outcome = (self.reached, sorted((key, e["stoppedServers"], e["deletedTokens"], e["error"] or "") for key, e in people.items()))
        if outcome == self._reported and clock < self._next_report:
            return
        status = {"generation": self.reached, "at": self._now().isoformat(timespec="seconds"), "people": people}
        if self._try("the report", lambda: self._cluster.report(status) or True):
            self._reported, self._next_report = outcome, clock + REPORT

    def _try(self, what, action):
        """The action's result, or None after saying once why it failed; the next tick tries again."""
        try:
            result = action()
        except (ApiError, OSError, KeyError, TypeError) as error:
            self._say(what, str(error))
            return None
        self._say(what, None)
        return result

    def _say(self, topic, problem):
        if self._said.get(topic) != problem:
            self._log(f"{topic}: {problem or 'all is well again'}")
        self._said[topic] = problem


def _nothing():
    return {"stoppedServers": 0, "deletedTokens": 0, "lastActivity": None, "error": None}


def main():
    """Runs until the hub that started it is gone."""

    def log(line):
        print(f"reconciler: {line}", file=sys.stderr, flush=True)

    parent = os.getppid()
    fresh = fresh_path(parent)
    hub, cluster = connect()
    if cluster is None:
        log("no Kubernetes API: the mounted list is followed, and nothing is reported")
    culling = None
    try:
        culling = load_culling(os.environ.get("JUPYTERHUB_GKE_CULLING_FILE", CULLING_FILE))
    except (OSError, ValueError) as error:
        # People without access are put out all the same.
        log(f"no server is stopped by its profile's limit: {error}")
    reconciler = Reconciler(hub, cluster, os.environ.get("JUPYTERHUB_GKE_MEMBERS_FILE", MEMBERS_FILE), fresh, log, culling=culling)
    for ending in (signal.SIGTERM, signal.SIGINT):
        signal.signal(ending, lambda *_: sys.exit(0))
    try:
        while os.getppid() == parent:
            reconciler.tick()
            time.sleep(POLL)
    finally:
        if os.path.exists(fresh):
            os.unlink(fresh)
            os.rmdir(os.path.dirname(fresh))


if __name__ == "__main__":
    main()
