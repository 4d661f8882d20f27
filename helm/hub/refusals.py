"""Refusals of the hub as pages of one kind: what happened, why, and one next step.

JupyterHub shows an error as its number and a text. `Refusal` adds a title and a step, which templates/error.html,
not_running.html and spawn.html show. Errors of JupyterHub itself get theirs by what they say or by their number.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from tornado.web import HTTPError


class Step(NamedTuple):
    """What to do next: `label` on a button, and where it leads below the hub's address. Empty: the same page again."""

    label: str
    path: str


class Page(NamedTuple):
    """A page: its title, the text for a person, and the next step where a button can take it."""

    title: str
    text: str
    step: Step | None


CHOOSE = Step("Choose another profile", "spawn")
AGAIN = Step("Try again", "spawn")
RELOAD = Step("Reload the page", "")
HOME = Step("Go to the start page", "home")

# Titles and next steps by kind. Where somebody else has to act, the text says who and what, and there is no button.
KINDS: dict[str, tuple[str, Step | None]] = {
    "unlisted": ("You have no access to this hub", None),
    "ended": ("Your access to this hub has ended", None),
    "unvouched": ("Google does not confirm your account", None),
    "not-ready": ("This hub is not ready yet", RELOAD),
    "sign-in": ("Your sign-in does not fit", RELOAD),
    "no-profile": ("There is no profile for you in this hub", None),
    "not-offered": ("You cannot start this profile", CHOOSE),
    "choice": ("This choice cannot be started", Step("Choose again", "spawn")),
    "quota": ("This hub has no room for your server right now", CHOOSE),
    "no-capacity": ("Google has no machine for you right now", CHOOSE),
    "project-quota": ("This hub may not have more machines of this kind", CHOOSE),
    "image": ("The software of your server could not be loaded", CHOOSE),
    "slow": ("Your server took too long to start", AGAIN),
    "full": ("All servers of this hub are in use", AGAIN),
    "busy": ("Many servers are starting right now", AGAIN),
    "memory": ("Your servers have all the memory that you may have", Step("Go to your servers", "home")),
    "name": ("A server cannot have this name", Step("Go to your servers", "home")),
    "budget": ("The hours for this are used up", CHOOSE),
}
FULL = (
    "This hub runs as many servers as it may run at the same time. "
    "Try again when somebody has stopped one, or ask the administrators of this hub to raise limits.servers."
)
BROKEN = (
    "The hub could not do this. Try again; if that does not help, tell the administrators of this hub when it happened."
)
LOST = "Nothing is at this address. The link may be old, or a server at this address may be gone."
# How JupyterHub's own limits begin to say so.
ACTIVE_LIMIT, SPAWN_LIMIT = "Active user limit exceeded", "Too many users trying to log in"
BY_STATUS: dict[int, tuple[str, Step | None]] = {
    403: ("You cannot do this", HOME),
    404: ("There is no such page", HOME),
    429: KINDS["busy"],
    503: KINDS["not-ready"],
}
# str() of an HTTPError.
WRAPPED = re.compile(r"HTTP \d{3}: [^(]*\((?P<text>.*)\)\Z", re.DOTALL)


class Refusal(HTTPError):
    """A refusal that is no fault of the hub. `kind` is one of KINDS, `text` is for the person."""

    def __init__(self, status: int, kind: str, text: str) -> None:
        super().__init__(status, text)
        self.kind = kind
        # JupyterHub shows this where it shows no page of its own.
        self.jupyterhub_message = text


def page_of(status: int, message: object, error: BaseException | None = None) -> Page:
    """What the page of an error shows; `message` is JupyterHub's text for it."""
    if isinstance(error, Refusal):
        title, step = KINDS[error.kind]
        return Page(title, error.jupyterhub_message, step)
    text = said(message)
    if text == FULL:
        return Page(KINDS["full"][0], text, KINDS["full"][1])
    title, step = BY_STATUS.get(status, ("Something went wrong in the hub", RELOAD))
    if status == HTTP_LOST:
        return Page(title, LOST, step)
    return Page(title, text or BROKEN, step)


def said(message: object) -> str:
    """A text for a person: without the number that JupyterHub puts before it, and its limits in this hub's words."""
    text = str(message or "")
    match = WRAPPED.match(text)
    text = match["text"] if match else text
    return FULL if text.startswith(ACTIVE_LIMIT) else text


HTTP_LOST = 404


def spare_failure_count(spawner: Any) -> None:
    """Keeps a refusal out of the count of failed starts, after some of which in a row the hub would restart."""
    settings = getattr(getattr(spawner, "handler", None), "settings", None)
    if settings is not None:
        # JupyterHub adds one for every start that raises, and goes by this limit of the spawner alone.
        settings["failure_count"] = settings.get("failure_count", 0) - 1
        spawner.consecutive_failure_limit = 0
