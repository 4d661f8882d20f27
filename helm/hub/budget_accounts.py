"""The accounts of the budgets: starts and stops of servers in, hours used by each person out.

They are one SQLite file on the disk of the hub's database, so that a restart of the hub, or of the access reconciler,
loses none. The hub writes an event when a server has started, and when it has ended. The reconciler takes the events
and looks at what runs (`beat`) and counts. One transaction moves the time of the accounts and all counts, so a process
that is killed anywhere has either counted a stretch of time once or not at all, and the next one counts it.

Time is the machine's time since it was started, which nobody can set. Only from one machine to the next does the
accounts' time follow the clock, never backwards, and there at most `UNSEEN` counts for what went on running. Hours
that are counted keep their age whatever the clock says.

Amounts are requested amounts times milliseconds: GPUs, thousandths of a core, MiB. They are summed by hours, and an
hour leaves a window as a whole, once its end is older than the window. Only the standard library.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

ACCOUNTS_FILE = "/srv/jupyterhub/jupyterhub-gke-accounts.sqlite"
# Milliseconds.
HOUR = 3_600_000
# A server that is gone without an event counts as running for this long after it was last seen.
GRACE = 60_000
UNSEEN = HOUR
# Hours are kept for longer than the longest window, which is 90 days.
KEEP_HOURS = 100 * 24

TABLES = """
CREATE TABLE IF NOT EXISTS clock (id INTEGER PRIMARY KEY CHECK (id = 1), boot TEXT, mono INTEGER, wall INTEGER,
  at INTEGER);
CREATE TABLE IF NOT EXISTS running (person TEXT, server TEXT, profile TEXT, gpu INTEGER, cpu INTEGER, memory INTEGER,
  since INTEGER, counted INTEGER, seen INTEGER, PRIMARY KEY (person, server));
CREATE TABLE IF NOT EXISTS used (person TEXT, groups TEXT, profile TEXT, hour INTEGER, gpu INTEGER, cpu INTEGER,
  memory INTEGER, PRIMARY KEY (person, groups, profile, hour));
CREATE TABLE IF NOT EXISTS events (id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT, person TEXT, server TEXT,
  profile TEXT, gpu INTEGER, cpu INTEGER, memory INTEGER, boot TEXT, mono INTEGER, wall INTEGER);
"""


class Moment(NamedTuple):
    """An instant by both clocks in milliseconds: `mono` since the start of the machine `boot`, `wall` since 1970."""

    boot: str
    mono: int
    wall: int


class Amounts(NamedTuple):
    """What a server requests: GPUs, thousandths of a core, MiB."""

    gpu: int
    cpu: int
    memory: int


class Server(NamedTuple):
    """A server as the hub shows it. `started` is the hub's clock in milliseconds, None where it is not known."""

    profile: str
    amounts: Amounts
    ready: bool
    started: int | None


class Used(NamedTuple):
    """What somebody used of a profile in one hour, as a member of the groups at that time."""

    person: str
    groups: tuple[str, ...]
    profile: str
    hour: int
    amounts: Amounts


class _Row(NamedTuple):
    person: str
    server: str
    profile: str
    gpu: int
    cpu: int
    memory: int
    since: int
    counted: int
    seen: int


def this_moment() -> Moment:
    """Now."""
    with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
        boot = file.read().strip()
    return Moment(boot, time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000, time.time_ns() // 1_000_000)


class Accounts:
    """The file of the accounts. Each process opens it for itself. Errors are those of sqlite3."""

    def __init__(
        self,
        path: str = ACCOUNTS_FILE,
        groups_of: Callable[[str], Iterable[str]] = lambda _person: (),
        connect: Callable[..., sqlite3.Connection] = sqlite3.connect,
    ) -> None:
        self._groups_of = groups_of
        # Transactions are begun and ended by hand. The other process holds the file for milliseconds only.
        self._db = connect(path, timeout=5, isolation_level=None)
        self._db.execute("PRAGMA synchronous = EXTRA")
        for table in TABLES.split(";"):
            self._db.execute(table)

    def close(self) -> None:
        self._db.close()

    def started(self, person: str, server: str, profile: str, amounts: Amounts, at: Moment) -> None:
        """Notes that a server has started."""
        self._note("start", person, server, (profile, *amounts), at)

    def stopped(self, person: str, server: str, at: Moment) -> None:
        """Notes that a server has ended."""
        self._note("stop", person, server, (None, None, None, None), at)

    def _note(self, kind: str, person: str, server: str, what: tuple[object, ...], at: Moment) -> None:
        self._db.execute(
            "INSERT INTO events (kind, person, server, profile, gpu, cpu, memory, boot, mono, wall)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (kind, person, server, *what, *at),
        )

    def beat(self, asked: Moment, servers: Mapping[tuple[str, str], Server], now: Moment) -> int:
        """Counts everything up to `now`. `servers` is what the hub showed when it was `asked`, by person and name.

        The milliseconds since the last beat that are not counted, because nobody knows how long they were.
        """
        self._db.execute("BEGIN IMMEDIATE")
        try:
            uncounted = self._beat(asked, servers, now)
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        return uncounted

    def _beat(self, asked: Moment, servers: Mapping[tuple[str, str], Server], now: Moment) -> int:
        last = self._last()
        at = _next_time(last, now)
        events = self._db.execute("SELECT * FROM events ORDER BY id").fetchall()
        stops: set[tuple[str, str]] = set()

        def take(boots: Callable[[str], bool]) -> None:
            for _, kind, person, server, profile, gpu, cpu, memory, *moment in events:
                if boots(moment[0]):
                    when = _time_of(Moment(*moment), last, now, at)
                    self._end(person, server, when)
                    if kind == "start":
                        self._open(person, server, profile, Amounts(gpu, cpu, memory), when, when)
                    stops.discard((person, server))
                    stops.update([(person, server)] if kind == "stop" else [])

        take(lambda boot: boot != now.boot)
        uncounted = 0
        if last is not None and last[0].boot != now.boot:
            uncounted = max(0, at - last[1] - UNSEEN)
            self._db.execute("UPDATE running SET counted = MIN(?, counted + ?)", (at, uncounted))
        take(lambda boot: boot == now.boot)
        self._look(_time_of(asked, last, now, at), servers, stops, at, now, last)
        for row in self._running():
            self._count(row, at)
        self._db.execute("UPDATE running SET counted = ?", (at,))
        self._db.execute("DELETE FROM events")
        self._db.execute("REPLACE INTO clock (id, boot, mono, wall, at) VALUES (1, ?, ?, ?, ?)", (*now, at))
        if last is None or last[1] // HOUR != at // HOUR:
            self._db.execute("DELETE FROM used WHERE hour < ?", (at // HOUR - KEEP_HOURS,))
        return uncounted

    def _look(  # noqa: PLR0913, PLR0917 - one beat
        self,
        asked: int,
        servers: Mapping[tuple[str, str], Server],
        stops: set[tuple[str, str]],
        at: int,
        now: Moment,
        last: tuple[Moment, int] | None,
    ) -> None:
        """Compares what is noted as running with what the hub shows: events can be lost with the hub."""
        known = set()
        for row in self._running():
            known.add((row.person, row.server))
            if (row.person, row.server) in servers:
                values = (at, row.person, row.server)
                self._db.execute("UPDATE running SET seen = ? WHERE person = ? AND server = ?", values)
            elif row.since < asked:
                self._end(row.person, row.server, min(at, row.seen + GRACE))
        for (person, server), shown in servers.items():
            if not shown.ready or (person, server) in known or (person, server) in stops:
                continue
            # It runs for as long as its start says, and not since before the last look, which did not see it.
            age = at if shown.started is None else max(0, now.wall - shown.started)
            since = at if last is None else max(last[1], at - age)
            self._open(person, server, shown.profile, shown.amounts, since, at)

    def _open(  # noqa: PLR0913, PLR0917 - a row
        self, person: str, server: str, profile: str, amounts: Amounts, since: int, seen: int
    ) -> None:
        values = (person, server, profile, *amounts, since, since, seen)
        self._db.execute("REPLACE INTO running VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def _end(self, person: str, server: str, at: int) -> None:
        for row in self._db.execute("SELECT * FROM running WHERE person = ? AND server = ?", (person, server)):
            self._count(_Row(*row), at)
        self._db.execute("DELETE FROM running WHERE person = ? AND server = ?", (person, server))

    def _count(self, row: _Row, until: int) -> None:
        """Adds what a server used since it was last counted."""
        groups = json.dumps(sorted(set(self._groups_of(row.person))))
        start = row.counted
        while start < until:
            hour = start // HOUR
            end = min(until, (hour + 1) * HOUR)
            amounts = [amount * (end - start) for amount in (row.gpu, row.cpu, row.memory)]
            self._db.execute(
                "INSERT INTO used VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET gpu = gpu + excluded.gpu,"
                " cpu = cpu + excluded.cpu, memory = memory + excluded.memory",
                (row.person, groups, row.profile, hour, *amounts),
            )
            start = end

    def _last(self) -> tuple[Moment, int] | None:
        found = self._db.execute("SELECT boot, mono, wall, at FROM clock").fetchone()
        return None if found is None else (Moment(*found[:3]), found[3])

    def _running(self) -> list[_Row]:
        return [_Row(*row) for row in self._db.execute("SELECT * FROM running").fetchall()]

    def time(self, now: Moment) -> int:
        """The accounts' time."""
        return _next_time(self._last(), now)

    def running(self) -> Iterator[tuple[str, str, str, Amounts]]:
        """Person, name, profile and amounts of each server that counts now."""
        for row in self._running():
            yield row.person, row.server, row.profile, Amounts(row.gpu, row.cpu, row.memory)

    def used(self, since: int) -> list[Used]:
        """What was used in the hours that end after `since`, in the accounts' time."""
        rows = self._db.execute("SELECT * FROM used WHERE hour >= ?", (since // HOUR,)).fetchall()
        return [Used(row[0], tuple(json.loads(row[1])), row[2], row[3], Amounts(*row[4:])) for row in rows]


def open_accounts(path: str, groups_of: Callable[[str], Iterable[str]], log: Callable[[str], object]) -> Accounts:
    """The accounts of a hub. A file that is no longer a database is put aside, and counting begins anew."""
    try:
        accounts = Accounts(path, groups_of)
        accounts.used(0)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        aside = f"{path}.unreadable-{time.time_ns() // 1_000_000_000}"
        os.replace(path, aside)
        log(f"the accounts of the budgets are not readable ({error}): kept as {aside}, and counting begins anew")
        return Accounts(path, groups_of)
    return accounts


def _next_time(last: tuple[Moment, int] | None, now: Moment) -> int:
    if last is None:
        return now.wall
    then, at = last
    passed = now.mono - then.mono if then.boot == now.boot else now.wall - then.wall
    return at + max(0, passed)


def _time_of(moment: Moment, last: tuple[Moment, int] | None, now: Moment, at: int) -> int:
    """A moment since the last beat in the accounts' time, where `now` is `at`."""
    if moment.boot == now.boot:
        return min(at, at - (now.mono - moment.mono))
    if last is None:
        return at
    then, before = last
    passed = moment.mono - then.mono if moment.boot == then.boot else moment.wall - then.wall
    return min(at, before + max(0, passed))
