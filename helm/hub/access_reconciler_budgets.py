"""The access reconciler's part in the budgets: counts what runs, and stops servers whose hours are used up.

Every half minute it counts. A server whose account is empty is stopped as its owner would stop it, so that the home
stays. In the last hour of an account that is in the hub's log and on the hub's page; nothing can be shown inside the
notebook. What is left stands in the report, in `budgets`: [{"label", "of", "hours", "accounts": [{"who": key of a
person or name of a group, "each", "used", "left", "back"}]}]. Only the standard library.
"""

from __future__ import annotations

import os
import sqlite3
import time
from datetime import datetime
from typing import TYPE_CHECKING, Any

from access_reconciler_report import person_key
from budget_accounts import ACCOUNTS_FILE, Accounts, Server
from budget_clock import Moment, this_moment
from budget_rules import WARN, Budgets, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from access_reconciler_api import Hub, UserModel
    from access_reconciler_attempts import Attempts
    from hub_files import Log
    from hub_members import Members

BEAT = 30
# Accounts in the report, the emptiest first. A ConfigMap holds a megabyte.
MAX_ACCOUNTS = 500


class BudgetKeeper:
    """Counts and enforces at each `tick`."""

    def __init__(  # noqa: PLR0913 - its parts, by name
        self,
        budgets: Budgets,
        hub: Hub,
        attempts: Attempts,
        log: Log,
        *,
        path: str = ACCOUNTS_FILE,
        moment: Callable[[], Moment] = this_moment,
    ) -> None:
        self._budgets, self._hub, self._attempts, self._log = budgets, hub, attempts, log
        self._moment = moment
        self._members: Members | None = None
        self._path = path
        self._accounts: Any = None
        self._next: Moment | None = None
        self._warned: set[tuple[str, str]] = set()
        self.report: Mapping[str, object] = {}

    def tick(self, members: Members) -> None:
        """Counts when it is time, and stops what has no hours left."""
        self._members = members
        asked = self._moment()
        if self._next is not None and asked.boot == self._next.boot and asked.mono < self._next.mono:
            return
        users = self._attempts.run("the hub's users", lambda: self._hub.users(True))
        if users is None:
            return
        try:
            if self._accounts is None:
                self._accounts = open_accounts(self._path, self._groups_of, self._log)
            self._count(users, asked)
        except Exception as error:  # noqa: BLE001 - whatever it is, the next tick tries again
            self._attempts.note("the accounts of the budgets", str(error) or type(error).__name__)
            return
        self._attempts.note("the accounts of the budgets", None)
        self._next = asked._replace(mono=asked.mono + BEAT * 1000)

    def _groups_of(self, person: str) -> tuple[str, ...]:
        found = None if self._members is None else self._members.find(person)
        return () if found is None else found.groups

    def _count(self, users: list[UserModel], asked: Moment) -> None:
        servers = {
            (user["name"], name): self._server(model)
            for user in users
            for name, model in (user.get("servers") or {}).items()
        }
        now = self._moment()
        uncounted = self._accounts.beat(asked, servers, now)
        if uncounted:
            self._log(f"nobody counted for long, and the clock may be wrong: {uncounted // 60_000} min are not counted")
        running = list(self._accounts.running())
        members = () if self._members is None else [one.email for one in self._members.people.values()]
        people = sorted({*members, *self._accounts.people(), *(person for person, *_ in running)})
        standings = self._budgets.standings(self._accounts, people, self._groups_of, now)
        for person, name, profile, amounts in running:
            mine = [one for one in standings[person] if one.account.budget.counts(profile, amounts)]
            self._end(person, name, mine)
        self.report = {"budgets": _report(standings)}

    def _end(self, person: str, name: str, mine: list[Standing]) -> None:
        key = person_key(person)
        spent = [one for one in mine if one.left <= 0]
        if spent:
            # The log does not name the server: its name is the person's own text.
            what = f"stopping a server of {key}"
            if self._attempts.run(what, lambda: self._hub.stop(person, name)) is not None:
                self._log(f"a server of {key} has used up {spent[0].account.budget.label}: stopped")
            return
        soon = [one for one in mine if one.ends is not None and one.ends <= WARN]
        if not soon:
            self._warned.discard((person, name))
        elif (person, name) not in self._warned:
            self._warned.add((person, name))
            minutes = int(min(one.ends or 0 for one in soon) // 60_000)
            self._log(f"a server of {key} is stopped in {minutes} min: {soon[0].account.budget.label}")

    def _server(self, model: dict[str, Any]) -> Server:
        profile = self._budgets.profile(model.get("user_options"))
        ready = bool(model.get("ready")) and not model.get("pending")
        return Server(profile, self._budgets.amounts(profile), ready, _milliseconds(model.get("started")))


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


def _report(standings: dict[str, list[Standing]]) -> list[dict[str, Any]]:
    accounts: dict[tuple[int, str], Standing] = {}
    order: dict[Any, int] = {}
    for person, mine in standings.items():
        for one in mine:
            if one.used <= 0:
                continue
            budget, group = one.account.budget, one.account.group
            number = order.setdefault(budget, len(order))
            accounts[number, person_key(person) if group is None else group] = one
    kept = sorted(accounts.items(), key=lambda item: item[1].left / item[1].account.budget.limit)[:MAX_ACCOUNTS]
    rows: list[dict[str, Any]] = [
        {"label": budget.label, "of": budget.of, "hours": budget.hours, "accounts": []} for budget in order
    ]
    for (number, who), one in kept:
        shown = one.shown()
        row = {"who": who, "each": shown["each"], **{key: shown[key] for key in ("used", "left", "back")}}
        rows[number]["accounts"].append(row)
    return [row for row in rows if row["accounts"]]


def _milliseconds(text: object) -> int | None:
    if not isinstance(text, str):
        return None
    try:
        return round(datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)
    except ValueError:
        return None
