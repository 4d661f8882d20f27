"""The access reconciler: a service of the hub that ends what people without access have running.

A tick compares the hub's users with the list of people. Somebody without access, or whose `until` has passed, loses
all servers (named and starting ones too, and with them their websockets) and all tokens (those of OAuth sessions too).
The user, the home and its disk stay. Somebody with access loses a server only by the limit of its profile
(`access_reconciler_culling`).

Accounts of a listed domain count as having access, and where the list trusts IAP so does everybody who is not listed.
The reconciler sees no assertion. It cannot know whether Google vouches for an account (`hd`), or whether IAP still
admits it. The authenticator can.

The list is the ConfigMap `<hub>-members`, read through the Kubernetes API, else the mounted copy of it. The text from
the API is left in `hub_files.fresh_path` for the authenticator, because kubelet takes up to a minute. Where the newest
list cannot be read, the last valid one stays in force without those whom the new one leaves out (`hub_last_list`), also
after a restart of the hub. Without any valid list nothing is touched. What was done goes to the ConfigMap
`<hub>-reconciler` (`access_reconciler_report`); its generation follows only when everything is done and the hub
enforces the list.

Needs: JupyterHub scopes list:users, read:users:name, read:users:activity, read:servers, delete:servers, read:tokens,
tokens; Kubernetes: get `<hub>-members`, get, patch and create `<hub>-reconciler`; environment JUPYTERHUB_API_URL,
JUPYTERHUB_API_TOKEN, JUPYTERHUB_GKE_HUB, POD_NAMESPACE, KUBERNETES_SERVICE_HOST, KUBERNETES_SERVICE_PORT. Only the
standard library.
"""

import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from access_reconciler_api import ApiError, Cluster, Hub, UserModel, connect
from access_reconciler_attempts import Attempts
from access_reconciler_culling import CULLING_FILE, Culling, load_culling
from access_reconciler_parts import Part, load_parts, tick_parts
from access_reconciler_report import Entry, Report, person_key
from hub_files import Log, WatchedList, fresh_path
from hub_last_list import LastList, pack, to_text, unpack
from hub_members import MEMBERS_FILE, InvalidList, Members, utc_now

POLL = 2
# One sweep covers running servers, the other everybody. They find what slipped in between two changes of the list.
SWEEP_ACTIVE = 30
SWEEP_ALL = 300


class Reconciler:
    """One `tick` every few seconds; `cluster` is None where there is no Kubernetes API."""

    def __init__(  # noqa: PLR0913 - its parts, by name
        self,
        hub: Hub,
        cluster: Cluster | None,
        *,
        mounted: str,
        fresh: str,
        log: Log,
        monotonic: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = utc_now,
        culling: Culling | None = None,
        parts: Sequence[Part] = (),
    ) -> None:
        self._hub, self._cluster, self._log, self._culling, self._parts = hub, cluster, log, culling, parts
        self._attempts = Attempts(log)
        self._lists = LastList()
        self._mounted = WatchedList(mounted, self._lists)
        self._kept: str | None = None
        self._fresh = fresh
        self._monotonic, self._now = monotonic, now
        self._report = Report()
        self._last: Members | None = None
        self._seen: tuple[int, frozenset[str]] | None = None
        self._clean: set[str] = set()
        self._next_active = self._next_all = 0.0
        self._done = False
        self._fresh_written = False
        self._reached: int | None = None

    def tick(self) -> None:
        """Reads the list and, where something changed or it is time, sweeps and reports."""
        self._recall()
        members = self._list()
        if members is None:
            return
        clock = self._monotonic()
        # First of all, so that nothing else can keep somebody's access.
        self._revoke(members, clock)
        self._report.more.update(tick_parts(self._parts, members, self._attempts))
        self._send_report(members, clock)

    def _revoke(self, members: Members, clock: float) -> None:
        now = self._now()
        # An `until` that passes changes this set without a new list.
        active = frozenset(account for account, person in members.people.items() if person.active(now))
        if (members.generation, active) != self._seen:
            self._seen, self._done = (members.generation, active), False
            self._clean.clear()
            self._next_all = clock
        if clock >= self._next_all:
            self._clean.clear()
        if clock >= self._next_all or not self._done:
            done = self._sweep(members, now, active_only=False)
            self._next_all, self._next_active = clock + SWEEP_ALL, clock + SWEEP_ACTIVE
        elif clock >= self._next_active:
            done = self._sweep(members, now, active_only=True)
            self._next_active = clock + SWEEP_ACTIVE
        else:
            done = True
        self._done = done and self._enforced(members)
        if self._done and members.unread is None:
            self._reached = members.generation

    def _list(self) -> Members | None:
        """The newest list; also left for the authenticator."""
        text = self._attempts.run("the list of people in Kubernetes", self._cluster.members) if self._cluster else None
        if text is None:
            self._fresh_written = False
            mounted = self._mounted.value
            # kubelet may be behind what the API server said before it fell silent.
            if self._last is None or (mounted is not None and mounted.generation > self._last.generation):
                self._last = mounted
            return self._last
        try:
            members = self._lists.read(text)
        except InvalidList as error:
            self._attempts.note("the list of people", f"nothing is done: {error}")
            return None
        self._last = members
        if members.unread is None:
            self._attempts.note("the list of people", None)
            self._keep(text)
        else:
            self._attempts.note("the list of people", f"the last valid list stays in force: {members.unread.problem}")
        readable = text if members.unread is None else to_text(members)
        written = self._attempts.run("the copy for the authenticator", lambda: self._leave_copy(readable))
        self._fresh_written = written is not None
        return members

    def _keep(self, text: str) -> None:
        """Keeps a valid list in the cluster, for a restart of the hub while a newer one cannot be read."""
        cluster = self._cluster
        if cluster is None or not self._report.recalled or text == self._kept:
            return
        packed = pack(text)
        if packed is None:
            self._attempts.note("the last valid list", "it is too large to be kept")
        elif self._attempts.run("the last valid list", lambda: cluster.keep_list(packed)) is None:
            return
        self._kept = text

    def _leave_copy(self, text: str) -> bool:
        folder = os.path.dirname(self._fresh)
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if os.lstat(folder).st_uid != os.geteuid():
            raise OSError(f"{folder} belongs to somebody else")
        new = f"{self._fresh}.new"
        with open(new, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(new, self._fresh)
        return True

    def _enforced(self, members: Members) -> bool:
        mounted = self._mounted.value
        return self._fresh_written or mounted is None or mounted.generation >= members.generation

    def _recall(self) -> None:
        if self._report.recalled or self._cluster is None:
            return
        text = self._attempts.run("the last report", self._cluster.status)
        packed = self._attempts.run("the last valid list", self._cluster.last_list)
        if text is None or packed is None:
            return
        try:
            self._report.recall(text)
        except ValueError as error:
            self._log(str(error))
        try:
            # InvalidList is a ValueError, too.
            self._kept = unpack(packed) if packed else None
            if self._kept is not None:
                self._lists.read(self._kept)
        except ValueError as error:
            self._log(f"the last valid list was not kept: {error}")

    def _sweep(self, members: Members, now: datetime, *, active_only: bool) -> bool:
        """Ends what people without access have; True when nothing is left."""
        users = self._attempts.run("the hub's users", lambda: self._hub.users(active_only))
        if users is None:
            return False
        done = True
        running = [server for user in users for server in (user.get("servers") or {}).values()]
        uses = [server.get("last_activity") or server.get("started") for server in running]
        self._report.servers = [use for use in uses if isinstance(use, str)]
        staying = []
        for user in users:
            entry = self._report.entry(user["name"])
            entry["lastActivity"] = user.get("last_activity")
            if members.covers(user["name"], now):
                entry["stoppedServers"] = entry["deletedTokens"] = 0
                entry["error"] = None
                staying.append(user)
            else:
                done = self._end(user, entry) and done
        for user in staying:
            self._cull(user, now)
        return done

    def _cull(self, user: UserModel, now: datetime) -> None:
        """Stops servers over the limit of their profile. The next sweep tries again what failed."""
        if self._culling is None:
            return
        key = person_key(user["name"])
        for name, server in (user.get("servers") or {}).items():
            # The log does not name the server: its name is the person's own text.
            reason = self._attempts.run(f"the limits of {key}", partial(self._culling.overdue, server, now))
            if reason is None:
                continue
            what = f"stopping a server of {key}"
            if self._attempts.run(what, partial(self._hub.stop, user["name"], name)) is not None:
                self._log(f"a server of {key} {reason}: stopped")

    def _end(self, user: UserModel, entry: Entry) -> bool:
        name, key, servers = user["name"], person_key(user["name"]), user.get("servers") or {}
        if not servers and name in self._clean:
            return True
        try:
            # Tokens first: a notebook server must not use the time in which it is stopped.
            entry["deletedTokens"] += self._hub.delete_tokens(name)
            stopped = [self._hub.stop(name, server) for server in servers]
            entry["stoppedServers"] += sum(stopped)
            entry["error"] = None
        except Exception as error:  # noqa: BLE001 - what fails for one person must not keep the access of the next
            # The text of an ApiError has the request's path, and with it the person.
            status = error.status if isinstance(error, ApiError) else 0
            entry["error"] = f"the hub answered {status}" if status else "the hub gave no answer"
            self._attempts.note(key, entry["error"])
            return False
        self._attempts.note(key, None)
        if servers:
            self._log(f"{key} has no access: {sum(stopped)} of {len(servers)} servers stopped")
            # Looked at once more before it counts: a server may have made a token or another server meanwhile.
            self._clean.discard(name)
            return False
        self._clean.add(name)
        return True

    def _send_report(self, members: Members, clock: float) -> None:
        cluster, generation = self._cluster, self._reached
        if generation is None and members.unread is not None:
            # A list that cannot be read is reported at once: a run may be waiting for it.
            generation = 0
        if cluster is None or not self._report.recalled or generation is None:
            return

        def write(status: object) -> bool:
            return self._attempts.run("the report", lambda: cluster.report(status)) or False

        self._report.send(generation, members.unread, self._now(), clock, write)


def main() -> None:
    """Runs until the hub that started it is gone."""

    def log(line: str) -> None:
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
        # People without access lose their servers all the same.
        log(f"no server is stopped by its profile's limit: {error}")
    mounted = os.environ.get("JUPYTERHUB_GKE_MEMBERS_FILE", MEMBERS_FILE)
    parts = load_parts(hub, cluster, log)
    reconciler = Reconciler(hub, cluster, mounted=mounted, fresh=fresh, log=log, culling=culling, parts=parts)
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
