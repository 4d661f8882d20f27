"""The start of a server in plain words: what Kubernetes says of its pod while it waits, and why it did not start.

The page of a slow start shows these sentences; the events themselves stay in its technical log. The reasons are those
of kube-scheduler, kubelet, the attach controller and GKE's cluster autoscaler, whose FailedScaleUp says `GCE out of
resources` or `GCE quota exceeded` (GKE's autoscaler source, read 2026-12).
"""

from __future__ import annotations

import asyncio
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from tornado.web import HTTPError

from refusals import Refusal, spare_failure_count

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

STEPS = ("A machine for you", "Files and software", "Your server")
MACHINE, SOFTWARE, SERVER = range(3)
OUT_OF_RESOURCES, QUOTA = "out of resources", "quota exceeded"
# Seconds before JupyterHub's own limit, which raises an error without a reason.
EARLIER = 1
# Statuses from here on are faults of the hub.
FAULT = 500


class Stage(NamedTuple):
    """How far a start is: the step, a sentence, whether it is trouble, and the refusal that it becomes if it stays."""

    step: int
    text: str
    is_trouble: bool = False
    kind: str = "slow"


FIRST = Stage(MACHINE, "Your server is being prepared.")
NO_ROOM = "No running machine has room for your server. The hub asks Google for another one."
MAKING = "Google is making a machine for you. This usually takes {usual}."
NO_CAPACITY = "Google has no free machine of this kind right now. It goes on trying."
NOT_MADE = "Google cannot make a machine of this kind right now. It goes on trying."
PROJECT_QUOTA = (
    "The Google Cloud project of this hub may not have more machines of this kind. "
    "The administrators of this hub can ask Google for more."
)
NO_IMAGE = "The software of your server, its image, could not be loaded. It is tried again."
# By the reason of the event.
STAGES: dict[str, Stage] = {
    "FailedScheduling": Stage(MACHINE, NO_ROOM),
    "TriggeredScaleUp": Stage(MACHINE, MAKING),
    "NotTriggerScaleUp": Stage(MACHINE, NOT_MADE, is_trouble=True, kind="no-capacity"),
    "FailedScaleUp": Stage(MACHINE, NOT_MADE, is_trouble=True, kind="no-capacity"),
    "Scheduled": Stage(SOFTWARE, "A machine is ready. Your files are being connected to it."),
    "SuccessfulAttachVolume": Stage(SOFTWARE, "Your files are connected. The software is loaded next."),
    "FailedAttachVolume": Stage(SOFTWARE, "Your files are not connected yet. It is tried again.", is_trouble=True),
    "FailedMount": Stage(SOFTWARE, "Your files are not connected yet. It is tried again.", is_trouble=True),
    "Pulling": Stage(SOFTWARE, "The software is being loaded. On a new machine this takes longer."),
    "Pulled": Stage(SOFTWARE, "The software is loaded."),
    "Started": Stage(SERVER, "Your server is starting. It opens by itself when it is ready."),
}


def stage_of(event: Mapping[str, Any], usual: str) -> Stage | None:
    """The stage that an event of the pod tells; None for one that tells a person nothing."""
    reason, message = str(event.get("reason") or ""), str(event.get("message") or "")
    if reason == "FailedScaleUp" and OUT_OF_RESOURCES in message:
        return Stage(MACHINE, NO_CAPACITY, is_trouble=True, kind="no-capacity")
    if reason == "FailedScaleUp" and QUOTA in message:
        return Stage(MACHINE, PROJECT_QUOTA, is_trouble=True, kind="project-quota")
    # Both have other causes too, such as a container that ends.
    if reason in {"Failed", "BackOff"}:
        return Stage(SOFTWARE, NO_IMAGE, is_trouble=True, kind="image") if "image" in message.lower() else None
    stage = STAGES.get(reason)
    return stage and stage._replace(text=stage.text.replace("{usual}", usual))


def newest_stage(events: list[Mapping[str, Any]], usual: str) -> Stage:
    """How far a start is after these events, the newest one last."""
    stage = FIRST
    for event in events:
        found = stage_of(event, usual)
        # The scheduler repeats that there is no room while Google makes a machine.
        if found is not None and not (found.text == NO_ROOM and stage.text != FIRST.text):
            stage = found
    return stage


def install(spawner_class: Any, usual: Callable[[Any], str]) -> None:
    """Puts the sentences into KubeSpawner's progress, and turns failed starts into refusals with a reason."""
    progress, start = spawner_class.progress, spawner_class.start

    async def told(self: Any) -> AsyncIterator[dict[str, Any]]:
        seen: list[Mapping[str, Any]] = []
        async for event in progress(self):
            raw = event.get("raw_event")
            if isinstance(raw, dict):
                seen.append(raw)
                yield {**event, "plain": newest_stage(seen, usual(self))._asdict()}
            else:
                yield event

    def started(self: Any) -> Any:
        # What sets the limit of the start does so before JupyterHub reads it, so this waits for nothing yet.
        return reasoned(self, start(self))

    async def reasoned(self: Any, begun: Any) -> Any:
        try:
            limit = self.start_timeout - EARLIER if self.start_timeout > EARLIER else None
            return await asyncio.wait_for(begun, limit)
        except Exception as error:
            if isinstance(error, HTTPError) and error.status_code < FAULT:
                # Refused by the hub itself, as by the limit of memory.
                spare_failure_count(self)
                raise
            refusal = refusal_of(error, self, usual(self))
            if refusal is None:
                raise
            spare_failure_count(self)
            raise refusal from error

    spawner_class.progress, spawner_class.start = told, started


def refusal_of(error: Exception, spawner: Any, usual: str) -> Refusal | None:
    """The refusal that a failed start is for its person; None where it is a fault of the hub."""
    full = quota_text(error)
    if full is not None:
        return Refusal(429, "quota", full)
    if not isinstance(error, (asyncio.TimeoutError, TimeoutError)):
        return None
    stage = newest_stage(list(spawner.events), usual)
    waited = f"The hub waited {minutes(spawner.start_timeout)} and gave up."
    if stage.kind == "slow":
        last = "" if stage.text == FIRST.text else f" The last thing that happened: {stage.text}"
        return Refusal(504, "slow", f"{waited}{last} Try again; if that does not help, tell the administrators.")
    next_step = {
        "no-capacity": "Choose another profile, or try again later.",
        "project-quota": "Choose another profile, or ask the administrators of this hub.",
        "image": "Choose another image or profile, or tell the administrators of this hub.",
    }[stage.kind]
    said = {
        "no-capacity": "Google had no free machine of this kind.",
        "project-quota": "The Google Cloud project of this hub may not have more machines of this kind.",
        "image": "The image of your server could not be loaded.",
    }[stage.kind]
    return Refusal(503, stage.kind, f"{said} {waited} {next_step}")


# What a quota of the namespace counts, as people call it.
COUNTED = (
    ("nvidia.com/gpu", "GPUs"),
    ("google.com/tpu", "TPU chips"),
    ("cpu", "CPU cores"),
    ("memory", "memory"),
    ("pods", "servers"),
)


def quota_text(error: BaseException) -> str | None:
    """A sentence for Kubernetes' refusal of a pod by a quota of the namespace; None for another error.

    `exceeded quota: NAME, requested: KEY=N, used: KEY=N, limited: KEY=N`.
    """
    if getattr(error, "status", None) != 403:  # noqa: PLR2004 - ApiException of the Kubernetes client
        return None
    message = _message(getattr(error, "body", None))
    if "exceeded quota" not in message:
        return None
    limit = re.search(r"limited: ([^ =,]+)=([^ ,]+)", message)
    key, amount = limit.groups() if limit else ("", "")
    name = next((name for part, name in COUNTED if part in key), None)
    what = f"All {amount} {name} of this hub are in use." if name and name != "memory" else None
    if name == "memory":
        what = f"The {amount} of memory that this hub may use are in use."
    what = what or "The quota of this hub is full."
    return f"{what} Choose a smaller profile, or try again when somebody has stopped a server."


def _message(body: object) -> str:
    try:
        answer = json.loads(body) if isinstance(body, (str, bytes)) else {}
    except ValueError:
        answer = {}
    message = answer.get("message") if isinstance(answer, dict) else None
    return message if isinstance(message, str) else str(body or "")


def minutes(seconds: float) -> str:
    """A time for people: `5 minutes`, `1 minute`, `30 seconds`."""
    if seconds < 60:  # noqa: PLR2004 - a minute
        return f"{round(seconds)} seconds"
    count = round(seconds / 60)
    return f"{count} minute{'' if count == 1 else 's'}"
