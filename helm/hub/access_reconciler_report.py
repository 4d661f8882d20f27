"""The access reconciler's report, as the ConfigMap `<hub>-reconciler` carries it: what was ended for each person.

status.json: {"generation", "at", "people": {<first 16 hex digits of sha256(email)>: {"stoppedServers", "deletedTokens",
"lastActivity", "error"}}, "servers": [<instant of the last use>], "unread": {"generation", "entry", "problem"}}.
`generation` is the newest list that the hub enforces. `servers` has each running notebook server, without its owner.
Hubs with budgets have `budgets` too (`access_reconciler_budgets`).
`unread` is there while a newer list cannot be read: `entry` is the index of the invalid entry, or null.
`last-list` beside it is the last valid list, packed: after a restart it is the one in force. Only the standard library.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import TypedDict

from hub_members import Unread

# Activity alone is reported this often, in seconds. Anything else is reported at once.
REPORT = 300
# A ConfigMap holds a megabyte, and the last valid list is in it too.
MAX_REPORT = 600_000
# The oldest uses come first, so that what is cut are servers in use.
MAX_SERVERS = 2000


class Entry(TypedDict):
    """What was ended for one person, and what is known of them."""

    stoppedServers: int
    deletedTokens: int
    lastActivity: str | None
    error: str | None


def person_key(email: str) -> str:
    """How a person is named in the report."""
    return hashlib.sha256(email.encode()).hexdigest()[:16]


class Report:
    """The counts of all people, since the first report of this hub."""

    def __init__(self) -> None:
        self._people: dict[str, Entry] = {}
        self._sent: object = None
        self._next = 0.0
        self.recalled = False
        self.servers: list[str] = []
        self.more: dict[str, object] = {}

    def entry(self, email: str) -> Entry:
        """The entry of a person, to be changed."""
        return self._people.setdefault(person_key(email), _nothing())

    def recall(self, text: str) -> None:
        """Adds the counts of the last report, which outlive a restart of the hub. ValueError where it is broken."""
        self.recalled = True
        if not text:
            return
        try:
            known = json.loads(text)["people"]
            for key, entry in known.items():
                mine = self._people.setdefault(key, _nothing())
                mine["stoppedServers"] += int(entry["stoppedServers"])
                mine["deletedTokens"] += int(entry["deletedTokens"])
                mine["lastActivity"] = mine["lastActivity"] or entry["lastActivity"]
        except (ValueError, KeyError, AttributeError, TypeError):
            raise ValueError("the last report was not readable: counting begins anew") from None

    def send(
        self, generation: int, unread: Unread | None, at: datetime, clock: float, write: Callable[[object], bool]
    ) -> None:
        """Writes a report that is new, or newer activity is due; `write` says whether it succeeded."""
        people = self._people
        if len(json.dumps(people)) > MAX_REPORT:
            people = {key: entry for key, entry in people.items() if _has_news(entry)}
        outcome = (
            generation,
            unread,
            sorted(
                (key, entry["stoppedServers"], entry["deletedTokens"], entry["error"] or "")
                for key, entry in people.items()
            ),
        )
        if outcome == self._sent and clock < self._next:
            return
        report = {
            "generation": generation,
            "at": at.isoformat(timespec="seconds"),
            "people": people,
            "servers": sorted(self.servers)[:MAX_SERVERS],
            **self.more,
        }
        if write(report if unread is None else {**report, "unread": asdict(unread)}):
            self._sent, self._next = outcome, clock + REPORT


def _has_news(entry: Entry) -> bool:
    return bool(entry["stoppedServers"] or entry["deletedTokens"] or entry["error"])


def _nothing() -> Entry:
    return {"stoppedServers": 0, "deletedTokens": 0, "lastActivity": None, "error": None}
