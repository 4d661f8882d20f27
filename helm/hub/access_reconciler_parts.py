"""Parts of the access reconciler that only some hubs have. A file of data says whether they are there.

Their code is mounted together with their data, so it is imported only then. Only the standard library.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol

from access_reconciler_attempts import Attempts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from access_reconciler_api import Cluster, Hub
    from hub_files import Log
    from hub_members import Members

BUDGETS_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-budgets.json"
WARM_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-warm.json"


class Part(Protocol):
    """Something that the reconciler does at each tick, with the list of people in force."""

    report: Mapping[str, object]
    """Keys that this adds to the report."""

    def tick(self, members: Members) -> None: ...


def tick_parts(parts: Iterable[Part], members: Members, attempts: Attempts) -> dict[str, object]:
    """What the parts add to the report. One that fails is noted, and keeps neither the others nor the reconciler."""
    report: dict[str, object] = {}
    for part in parts:
        topic = type(part).__name__
        try:
            part.tick(members)
            report.update(part.report)
        except Exception as error:  # noqa: BLE001 - people without access lose theirs, whatever it is
            attempts.note(topic, f"{type(error).__name__}: {error}")
        else:
            attempts.note(topic, None)
    return report


def load_parts(hub: Hub, cluster: Cluster | None, log: Log) -> list[Part]:
    """The parts of this hub. What cannot be loaded is logged and left out: people without access lose theirs anyway."""
    parts: list[Part] = []
    path = os.environ.get("JUPYTERHUB_GKE_BUDGETS_FILE", BUDGETS_FILE)
    if os.path.exists(path):
        try:
            from access_reconciler_budgets import BudgetKeeper  # noqa: PLC0415 - see above
            from budget_rules import load_budgets  # noqa: PLC0415

            parts.append(BudgetKeeper(load_budgets(path), hub, Attempts(log), log))
        except Exception as error:  # noqa: BLE001 - see above
            log(f"no budget is enforced: {error}")
    path = os.environ.get("JUPYTERHUB_GKE_WARM_FILE", WARM_FILE)
    if cluster is not None and os.path.exists(path):
        try:
            from access_reconciler_warm import WarmSeats, load_warm  # noqa: PLC0415 - see above

            parts.append(WarmSeats(load_warm(path), hub, cluster, Attempts(log), log))
        except Exception as error:  # noqa: BLE001 - see above
            log(f"no room is kept for servers: {error}")
    return parts
