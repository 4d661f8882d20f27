"""What the budgets of a hub allow: their data, what is left of them, and the sentences about it.

The data is {"standard": <profile of a start without a choice>, "timezone", "offsets": table of `budget_zone`,
"profiles": {<profile>: {"gpu", "cpu": thousandths of a core, "memory": MiB}}, "budgets": [{"groups": [], "profiles":
[], "of": "gpu" | "cpu" | "memory", "hours", "per": days, "each": "person" | "group"}]}. Empty lists stand for
everybody and for all profiles. A budget of `each: person` is an account for each person, one of `each: group` an
account for each of its groups. Who is in several budgets needs hours of all of them.

What one person sees is a list with an entry for each of their accounts (`Standing.shown`):
  {"label": "20 GPU hours in 7 days", "of": "gpu", "each": "group", "group": "ml" or null, "profiles": ["l4"] (all
   profiles: []), "hours": 20, "perDays": 7, "used": 18.5, "left": 1.5, "empty": false,
   "back": instant at which hours come back, or null where hours are left,
   "ends": instant at which the running servers of the account are stopped, or null where none runs (or
       they could run for ten years),
   "sentence": the same in words, plain text}
Instants are ISO texts in the hub's time zone. Only the standard library.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from budget_accounts import HOUR, Accounts, Amounts, Used
from budget_zone import Zone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from budget_clock import Moment

BUDGETS_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-budgets.json"
# A server that could run for less than this many milliseconds does not start: it would only be stopped again.
LEAST = 600_000
WARN = HOUR
# Amounts of one unit in words, and how many of the accounts' amounts it is.
UNITS = {"gpu": ("GPU", 1), "cpu": ("CPU core", 1000), "memory": ("GiB", 1024)}
DAY = 24 * HOUR
# Servers that could run on for ten years have no end that helps anybody, and not every date has a year.
NEVER = 3650 * DAY


class Budget(NamedTuple):
    """One entry of the budgets; `hours` are of the unit of `of`."""

    groups: frozenset[str]
    profiles: frozenset[str]
    of: str
    hours: float
    days: int
    each: str

    @property
    def label(self) -> str:
        hours = f"{self.hours:g} {UNITS[self.of][0]} hour{'' if self.hours == 1 else 's'}"
        return f"{hours} in {'one day' if self.days == 1 else f'{self.days} days'}"

    @property
    def limit(self) -> float:
        """The hours in the accounts' amounts."""
        return self.hours * HOUR * UNITS[self.of][1]

    def counts(self, profile: str, amounts: Amounts) -> bool:
        """Whether a server of the profile uses this budget."""
        return (not self.profiles or profile in self.profiles) and amount(amounts, self.of) > 0


class Account(NamedTuple):
    """One account of a budget: of a person, or of a group where `group` is set."""

    budget: Budget
    person: str
    group: str | None

    def has(self, one: Used) -> bool:
        """Whether a use is on this account."""
        mine = one.person == self.person if self.group is None else self.group in one.groups
        return mine and self.budget.counts(one.profile, one.amounts)


class Standing(NamedTuple):
    """What is left of an account at `wall` (milliseconds since 1970).

    `rate`: amounts for each millisecond that its running servers use. `back`: when hours come back by the wall clock,
    None while there are enough for a start.
    """

    account: Account
    used: float
    rate: float
    back: float | None
    wall: float
    zone: Zone

    @property
    def left(self) -> float:
        """Amounts that are left, not below 0."""
        return max(0.0, self.account.budget.limit - self.used)

    @property
    def ends(self) -> float | None:
        """Milliseconds until its running servers have used it up; None where none runs, or for ten years."""
        if self.rate <= 0 or self.left >= self.rate * NEVER:
            return None
        return self.left / self.rate

    @property
    def sentence(self) -> str:
        """What is left, in words."""
        budget = self.account.budget
        whose = f"Group {self.account.group} has" if self.account.group is not None else "You have"
        text = f"{whose} {_hours(self.left, budget)} left of {budget.label}"
        ends = "" if self.ends is None else f" Servers that run on are stopped on {self.day(self.wall + self.ends)}."
        back = "" if self.back is None else f" Hours come back on {self.day(self.back)}."
        return f"{text}.{ends}{back}"

    def day(self, wall: float) -> str:
        """An instant in words."""
        at = self.zone.local(wall / 1000)
        return f"{at:%A}, {at.day} {at:%B %Y}, {at:%H:%M} ({self.zone.name})"

    def shown(self) -> dict[str, Any]:
        """The entry that one person sees; its shape is described above."""
        budget, hours = self.account.budget, UNITS[self.account.budget.of][1] * HOUR

        def instant(wall: float | None) -> str | None:
            return None if wall is None else self.zone.local(wall // 1000).isoformat()

        return {
            "label": budget.label,
            "of": budget.of,
            "each": budget.each,
            "group": self.account.group,
            "profiles": sorted(budget.profiles),
            "hours": budget.hours,
            "perDays": budget.days,
            "used": round(self.used / hours, 2),
            "left": round(self.left / hours, 2),
            "empty": self.back is not None,
            "back": instant(self.back),
            "ends": instant(None if self.ends is None else self.wall + self.ends),
            "sentence": self.sentence,
        }


class Budgets:
    """The budgets of a hub. ValueError for data that is none."""

    def __init__(self, data: Any) -> None:
        try:
            self.standard = str(data["standard"])
            self.zone = Zone(data["timezone"], data["offsets"])
            self.profiles = {
                str(name): Amounts(int(one["gpu"]), int(one["cpu"]), int(one["memory"]))
                for name, one in data["profiles"].items()
            }
            self.all = [_budget(one) for one in data["budgets"]]
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"the budgets are not readable: {error}") from None

    def amounts(self, profile: str) -> Amounts:
        """What the configuration says that a server of the profile requests; nothing for one that is gone."""
        return self.profiles.get(profile, Amounts(0, 0, 0))

    def profile(self, options: object) -> str:
        """The profile of a start with these options. One that is not there starts, and counts, as the standard one."""
        chosen = options.get("profile") if isinstance(options, dict) else None
        return chosen if isinstance(chosen, str) and chosen in self.profiles else self.standard

    def of(self, person: str, groups: Iterable[str]) -> list[Account]:
        """All accounts of a person."""
        mine = frozenset(groups)
        found: list[Account] = []
        for budget in self.all:
            shared = budget.groups & mine
            if budget.groups and not shared:
                continue
            if budget.each == "group":
                found += [Account(budget, person, group) for group in sorted(shared)]
            else:
                found.append(Account(budget, person, None))
        return found

    def standings(
        self, accounts: Accounts, people: Iterable[str], groups_of: Callable[[str], Iterable[str]], now: Moment
    ) -> dict[str, list[Standing]]:
        """What is left to each of the people, by the address."""
        time = accounts.time(now)
        running = [
            Used(person, tuple(groups_of(person)), profile, 0, amounts)
            for person, _, profile, amounts in accounts.running()
        ]
        shared: dict[tuple[Budget, str], Standing] = {}
        found: dict[str, list[Standing]] = {}
        for person in people:
            found[person] = []
            for account in self.of(person, groups_of(person)):
                if account.group is None:
                    found[person].append(self._standing(account, accounts, running, time, now))
                    continue
                key = (account.budget, account.group)
                if key not in shared:
                    shared[key] = self._standing(account, accounts, running, time, now)
                found[person].append(shared[key]._replace(account=account))
        return found

    def _standing(
        self, account: Account, accounts: Accounts, running: Iterable[Used], time: int, now: Moment
    ) -> Standing:
        budget = account.budget
        # An hour counts until its end has left the window.
        first = (time - budget.days * DAY) // HOUR
        whose = (account.person, account.group, first)
        total = sum(amount(many, budget.of) for profile, many in accounts.total(*whose) if budget.counts(profile, many))
        rate = sum(amount(one.amounts, budget.of) for one in running if account.has(one))
        least = min(LEAST * self._smallest(budget), budget.limit)
        back: float | None = None
        if budget.limit - total < least:
            hours = [one for one in accounts.hours(*whose) if budget.counts(*one[1:])]
            # Summed again: more may have been counted meanwhile.
            rest = total = sum(amount(many, budget.of) for _, _, many in hours)
            for hour, _, many in hours:
                rest -= amount(many, budget.of)
                if budget.limit - rest >= least:
                    back = now.wall + (hour + 1) * HOUR + budget.days * DAY - time
                    break
        return Standing(account, total, rate, back, now.wall, self.zone)

    def _smallest(self, budget: Budget) -> int:
        sizes = [amount(one, budget.of) for name, one in self.profiles.items() if budget.counts(name, one)]
        return min(sizes, default=1)


def load_budgets(path: str = BUDGETS_FILE) -> Budgets:
    """The budgets of a file. OSError or ValueError where there are none to read."""
    with open(path, encoding="utf-8") as file:
        return Budgets(json.load(file))


def amount(amounts: Amounts, of: str) -> int:
    """The amount of one kind."""
    return {"gpu": amounts.gpu, "cpu": amounts.cpu, "memory": amounts.memory}[of]


def refusal(profile: str, amounts: Amounts, standings: Sequence[Standing]) -> str | None:
    """Why a server of the profile may not start, or None. Of several reasons the one that lasts longest."""
    empty = [one for one in standings if one.back is not None and one.account.budget.counts(profile, amounts)]
    if not empty:
        return None
    last = max(empty, key=lambda one: one.back or 0)
    account, budget = last.account, last.account.budget
    whose = "You have" if account.group is None else f"Group {account.group} has"
    return (
        f"{whose} used up {budget.label}, the budget for this profile. "
        f"Hours come back on {last.day(last.back or 0)}. Your files are kept. "
        "Choose a profile that this budget does not count, or ask the administrators of this hub for more hours."
    )


def _hours(amounts: float, budget: Budget) -> str:
    unit, factor = UNITS[budget.of]
    hours = round(amounts / (factor * HOUR), 2)
    return f"{hours:g} {unit} hour{'' if hours == 1 else 's'}"


def _budget(data: Any) -> Budget:
    of, each, hours, days = data["of"], data["each"], data["hours"], data["per"]
    good = of in UNITS and each in ("person", "group") and type(days) is int and days > 0
    if not good or type(hours) not in (int, float) or not hours > 0:
        raise ValueError("a budget is not readable")
    return Budget(_names(data["groups"]), _names(data["profiles"]), of, hours, days, each)


def _names(value: Any) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(name, str) and name for name in value):
        raise ValueError("a budget has no list of names")
    return frozenset(value)
