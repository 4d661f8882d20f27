"""The accounts of the budgets: starts and stops of servers in, hours used by each person out.

They are one SQLite file on the disk of the hub's database, so that a restart of the hub, or of the access reconciler,
loses none. The hub writes an event when a server has started, and when it has ended. The reconciler takes the events
and looks at what runs (`beat`) and counts. One transaction moves the time of the accounts and all counts, so a process
that is killed anywhere has either counted a stretch of time once or not at all, and the next one counts it.

Hours that are counted keep their age whatever the clock says (`budget_clock`).

Amounts are requested amounts times milliseconds: GPUs, thousandths of a core, MiB. They are summed by hours, and an
hour leaves a window as a whole, once its end is older than the window. Only the standard library.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from budget_clock import Moment, next_time, time_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

ACCOUNTS_FILE = "/srv/jupyterhub/jupyterhub-gke-accounts.sqlite"
# Milliseconds.
HOUR = 3_600_000
# A server that is gone without an event counts as running for this long after it was last seen.
GRACE = 60_000
# So much counts at most for what went on running while the hub moved to another machine.
UNSEEN = HOUR
# Hours are kept for longer than the longest window, which is 90 days.
KEEP_HOURS = 100 * 24
ADD = " ON CONFLICT DO UPDATE SET gpu = gpu + excluded.gpu, cpu = cpu + excluded.cpu, memory = memory + excluded.memory"
SUM = "SUM(gpu), SUM(cpu), SUM(memory)"

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
# The rows of `used` summed for each group, so that a page of the hub does not have to read those of everybody.
SHARED = """
CREATE TABLE shared (name TEXT, hour INTEGER, profile TEXT, gpu INTEGER, cpu INTEGER, memory INTEGER,
  PRIMARY KEY (name, hour, profile))
"""


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
        self._share()

    def _share(self) -> None:
        """Makes the sums of the groups, which accounts of an older version do not have."""
        known = "SELECT 1 FROM sqlite_master WHERE name = 'shared'"
        if self._db.execute(known).fetchone():
            return
        with self._transaction():
            # The other process may have made them meanwhile.
            if self._db.execute(known).fetchone():
                return
            self._db.execute(SHARED)
            rows = self._db.execute(f"SELECT groups, hour, profile, {SUM} FROM used GROUP BY groups, hour, profile")  # noqa: S608
            for groups, *row in rows.fetchall():
                self._add_shared(json.loads(groups), row)

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

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
        with self._transaction():
            return self._beat(asked, servers, now)

    def _beat(self, asked: Moment, servers: Mapping[tuple[str, str], Server], now: Moment) -> int:
        last = self._last()
        at = next_time(last, now)
        events = self._db.execute("SELECT * FROM events ORDER BY id").fetchall()
        stops: set[tuple[str, str]] = set()

        def take(boots: Callable[[str], bool]) -> None:
            for _, kind, person, server, profile, gpu, cpu, memory, *moment in events:
                if boots(moment[0]):
                    when = time_of(Moment(*moment), last, now, at)
                    counted = self._end(person, server, when)
                    if kind == "start":
                        # What is counted of the same server already is not counted again.
                        self._open(person, server, profile, Amounts(gpu, cpu, memory), max(when, counted), when)
                    stops.discard((person, server))
                    stops.update([(person, server)] if kind == "stop" else [])

        take(lambda boot: boot != now.boot)
        uncounted = 0
        if last is not None and last[0].boot != now.boot:
            uncounted = max(0, at - last[1] - UNSEEN)
            self._db.execute("UPDATE running SET counted = MIN(?, counted + ?)", (at, uncounted))
        take(lambda boot: boot == now.boot)
        self._look(time_of(asked, last, now, at), servers, stops, at, now, last)
        for row in self._running():
            self._count(row, at)
        self._db.execute("UPDATE running SET counted = ?", (at,))
        self._db.execute("DELETE FROM events")
        self._db.execute("REPLACE INTO clock (id, boot, mono, wall, at) VALUES (1, ?, ?, ?, ?)", (*now, at))
        if last is None or last[1] // HOUR != at // HOUR:
            for table in ("used", "shared"):
                self._db.execute(f"DELETE FROM {table} WHERE hour < ?", (at // HOUR - KEEP_HOURS,))  # noqa: S608
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

    def _end(self, person: str, server: str, at: int) -> int:
        """Until when a server that ends was counted before; 0 for one that did not run."""
        row = self._db.execute("SELECT * FROM running WHERE person = ? AND server = ?", (person, server)).fetchone()
        if row is None:
            return 0
        self._count(_Row(*row), at)
        self._db.execute("DELETE FROM running WHERE person = ? AND server = ?", (person, server))
        return _Row(*row).counted

    def _count(self, row: _Row, until: int) -> None:
        """Adds what a server used since it was last counted."""
        groups = sorted(set(self._groups_of(row.person)))
        start = row.counted
        while start < until:
            hour = start // HOUR
            end = min(until, (hour + 1) * HOUR)
            amounts = [amount * (end - start) for amount in (row.gpu, row.cpu, row.memory)]
            values = (row.person, json.dumps(groups), row.profile, hour, *amounts)
            self._db.execute("INSERT INTO used VALUES (?, ?, ?, ?, ?, ?, ?)" + ADD, values)  # noqa: S608
            self._add_shared(groups, (hour, row.profile, *amounts))
            start = end

    def _add_shared(self, groups: Iterable[str], row: Iterable[object]) -> None:
        for group in groups:
            self._db.execute("INSERT INTO shared VALUES (?, ?, ?, ?, ?, ?)" + ADD, (group, *row))  # noqa: S608

    def _last(self) -> tuple[Moment, int] | None:
        found = self._db.execute("SELECT boot, mono, wall, at FROM clock").fetchone()
        return None if found is None else (Moment(*found[:3]), found[3])

    def _running(self) -> list[_Row]:
        return [_Row(*row) for row in self._db.execute("SELECT * FROM running").fetchall()]

    def time(self, now: Moment) -> int:
        """The accounts' time."""
        return next_time(self._last(), now)

    def running(self) -> Iterator[tuple[str, str, str, Amounts]]:
        """Person, name, profile and amounts of each server that counts now."""
        for row in self._running():
            yield row.person, row.server, row.profile, Amounts(row.gpu, row.cpu, row.memory)

    def people(self) -> set[str]:
        """Everybody of whom something was counted."""
        return {row[0] for row in self._db.execute("SELECT DISTINCT person FROM used").fetchall()}

    def total(self, person: str, group: str | None, first: int) -> list[tuple[str, Amounts]]:
        """What was used of each profile since the hour `first`, by a person or, where one is given, by a group."""
        text = f"SELECT profile, {SUM} {_where(group)} GROUP BY profile"
        rows = self._db.execute(text, (group or person, first)).fetchall()
        return [(row[0], Amounts(*row[1:])) for row in rows]

    def hours(self, person: str, group: str | None, first: int) -> list[tuple[int, str, Amounts]]:
        """The same by hours, the oldest first."""
        text = f"SELECT hour, profile, {SUM} {_where(group)} GROUP BY hour, profile ORDER BY hour"
        rows = self._db.execute(text, (group or person, first)).fetchall()
        return [(row[0], row[1], Amounts(*row[2:])) for row in rows]

    def used(self, since: int) -> list[Used]:
        """What was used in the hours that end after `since`, in the accounts' time."""
        rows = self._db.execute("SELECT * FROM used WHERE hour >= ?", (since // HOUR,)).fetchall()
        return [Used(row[0], tuple(json.loads(row[1])), row[2], row[3], Amounts(*row[4:])) for row in rows]


def _where(group: str | None) -> str:
    return f"FROM {'used WHERE person' if group is None else 'shared WHERE name'} = ? AND hour >= ?"
