"""The budgets in the hub's own process: notes starts and ends of servers, and refuses a start without hours.

A start that fails counts from when its pod was on a node: it keeps the node until the hub has removed the pod, and an
image that does not exist keeps it for as long as a start may take.

A start that cannot be looked up goes on, with a line in the log: the access reconciler counts it all the same and ends
it in time. `HubBudgets.shown` is what the hub's pages say about one person (its shape is in budget_rules.py).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from budget_accounts import ACCOUNTS_FILE, Accounts, Amounts
from budget_clock import Moment, this_moment
from budget_rules import BUDGETS_FILE, Budgets, load_budgets, refusal
from refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

GPU = "nvidia.com/gpu"


class HubBudgets:
    """The budgets of the hub with their accounts. The file is opened when it is first needed."""

    def __init__(self, budgets: Budgets, path: str = ACCOUNTS_FILE, moment: Callable[[], Moment] = this_moment) -> None:
        self._budgets, self._path, self._moment = budgets, path, moment
        self._opened: Accounts | None = None

    @property
    def _accounts(self) -> Accounts:
        if self._opened is None:
            self._opened = Accounts(self._path)
        return self._opened

    def check(self, spawner: Any) -> None:
        """Refusal with one sentence where the profile's budget has no hours left for the owner of the server."""
        person = spawner.user.name
        groups = spawner.authenticator.groups_of
        try:
            profile = self._budgets.profile(spawner.user_options)
            found = self._budgets.standings(self._accounts, [person], groups, self._moment())[person]
            why = refusal(profile, self._budgets.amounts(profile), found)
        except Exception as error:  # noqa: BLE001 - whatever it is
            spawner.log.error("The budgets are not readable, and the start goes on: %s", error)
            return
        if why is not None:
            raise Refusal(403, "budget", why)

    def shown(self, spawner: Any) -> list[dict[str, Any]]:
        """What is left to the owner of a server; empty where no budget is theirs, or it cannot be looked up."""
        person = spawner.user.name
        try:
            found = self._budgets.standings(self._accounts, [person], spawner.authenticator.groups_of, self._moment())
            return [one.shown() for one in found[person]]
        except Exception as error:  # noqa: BLE001 - the page has to open, with or without budgets
            spawner.log.error("The budgets are not readable: %s", error)
            return []

    def started(self, spawner: Any) -> None:
        """Notes a start with what the server really requests, options and all."""
        self._try(spawner, lambda: self._started(spawner, self._moment()))

    def begins(self, spawner: Any) -> Moment | None:
        """When a start begins; None where no clock can be read."""
        found: list[Moment] = []
        self._try(spawner, lambda: found.append(self._moment()))
        return found[0] if found else None

    def failed(self, spawner: Any, began: Moment | None) -> None:
        """Notes a start that failed, from when its pod was on a node and not before it began. Its end comes later."""
        if began is not None:
            self._try(spawner, lambda: self._failed(spawner, began))

    def _failed(self, spawner: Any, began: Moment) -> None:
        since, now = placed(spawner), self._moment()
        if since is None:
            return
        # By the cluster's clock, which may be another one than the hub's.
        age = min(max(0, now.wall - round(since)), max(0, now.mono - began.mono))
        self._started(spawner, now._replace(mono=now.mono - age, wall=now.wall - age))

    def _started(self, spawner: Any, at: Moment) -> None:
        profile = self._budgets.profile(spawner.user_options)
        amounts = requested(spawner, self._budgets.amounts(profile))
        self._accounts.started(*_who(spawner), profile, amounts, at)

    def stopped(self, spawner: Any) -> None:
        """Notes an end."""
        self._try(spawner, lambda: self._accounts.stopped(*_who(spawner), self._moment()))

    def _try(self, spawner: Any, note: Callable[[], None]) -> None:
        try:
            note()
        except Exception as error:  # noqa: BLE001 - a server must not fail because it is not counted yet
            # The reconciler sees it within half a minute.
            spawner.log.error("The accounts of the budgets cannot be written: %s", error)


def requested(spawner: Any, usual: Amounts) -> Amounts:
    """What KubeSpawner requests for a server; `usual` for what it does not say."""
    more = {**(spawner.extra_resource_limits or {}), **(spawner.extra_resource_guarantees or {})}
    try:
        gpu = int(more[GPU]) if GPU in more else usual.gpu
    except (TypeError, ValueError):
        gpu = usual.gpu
    cpu, memory = spawner.cpu_guarantee, spawner.mem_guarantee
    return Amounts(
        gpu,
        usual.cpu if cpu is None else round(float(cpu) * 1000),
        usual.memory if memory is None else round(float(memory) / 2**20),
    )


def placed(spawner: Any) -> float | None:
    """When the pod of a server came to its node, in milliseconds since 1970; None while it is on none.

    Of a pod on a node that does not say since when, this is 0.
    """
    # There is none before the first start of anybody.
    watched = spawner.pod_reflector
    pod = None if watched is None else watched.pods.get(f"{spawner.namespace}/{spawner.pod_name}")
    if pod is None or not pod["spec"].get("nodeName"):
        return None
    for one in pod["status"].get("conditions") or []:
        if one.get("type") == "PodScheduled" and one.get("lastTransitionTime"):
            return datetime.fromisoformat(one["lastTransitionTime"].replace("Z", "+00:00")).timestamp() * 1000
    return 0


def _who(spawner: Any) -> tuple[str, str]:
    return spawner.user.name, spawner.name


def keep_budgets(spawner_class: Any, budgets: HubBudgets | None = None) -> None:
    """Puts the notes of starts and ends into KubeSpawner. ValueError or OSError without readable budgets."""
    kept = HubBudgets(load_budgets(BUDGETS_FILE)) if budgets is None else budgets
    start, run_hook = spawner_class._start, spawner_class.run_post_stop_hook  # noqa: SLF001 - `start` must not be async

    async def started(self: Any) -> Any:
        began = kept.begins(self)
        try:
            result = await start(self)
        except BaseException:
            # A start that takes too long is cancelled. The pod is still there: the hub removes it afterwards.
            kept.failed(self, began)
            raise
        kept.started(self)
        return result

    def stopped(self: Any) -> Any:
        kept.stopped(self)
        return run_hook(self)

    spawner_class.jupyterhub_gke_budgets = kept
    spawner_class._start, spawner_class.run_post_stop_hook = started, stopped  # noqa: SLF001 - as above
