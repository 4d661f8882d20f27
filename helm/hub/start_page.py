"""The hub's start page: the profiles that a person may start, with their sizes, price and groups.

KubeSpawner has a form for profiles. This one is drawn from the same list, sends the same fields and needs no script.
It says in addition what src/helm/values/page knows of each profile. All texts are escaped here, whatever they are:
KubeSpawner's own form puts names and descriptions into HTML as they are, so the list has them escaped already.
The folders of `hub.templatePaths` and a form of the operator's own come first.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader
from traitlets.config.loader import LazyConfigValue

from profile_choice import chosen_options, offered_profiles
from refusals import Page, page_of, said
from start_progress import STEPS, minutes, newest_stage

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

    from traitlets.config import Config

    Facts = Mapping[str, Any]

FOLDER = "/usr/local/etc/jupyterhub/jupyterhub-gke-templates"
FACTS_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-start-page.json"
# Without a profile of its own. Google gives no figure; this is a rule of thumb.
USUAL = "2 to 5 minutes"
# Settings of KubeSpawner by which operators bring a form of their own.
OWN_FORM = ("profile_form_template", "additional_profile_form_template_paths")


class StartPage:
    """The form, and what our templates ask. It is no function: JupyterHub would call it with the user."""

    def __init__(self, facts: Facts, folder: str | os.PathLike[str] = FOLDER) -> None:
        self.hub: str = facts["hub"]
        self._profiles: Mapping[str, Facts] = facts["profiles"]
        self._default: str = facts.get("default", "")
        self._templates = Environment(loader=FileSystemLoader([folder]), autoescape=True)

    def usual(self, spawner: Any) -> str:
        """How long Google usually takes to make a machine for this server."""
        chosen = (spawner.user_options or {}).get("profile") or self._default
        facts = self._profiles.get(chosen if isinstance(chosen, str) else self._default, {})
        return str(facts.get("usual") or USUAL)

    def page_of(self, status: int, message: object, error: BaseException | None = None) -> Page:
        """What the page of an error shows."""
        return page_of(status, message, error)

    def said(self, message: object) -> str:
        """A text of JupyterHub for a person."""
        return said(message)

    def pending(self, spawner: Any) -> dict[str, Any]:
        """What the page of a slow start shows before its script, and without one."""
        stage = newest_stage(list(getattr(spawner, "events", [])), self.usual(spawner))
        states = [
            "done" if step < stage.step else "now" if step == stage.step else "next" for step in range(len(STEPS))
        ]
        begun = getattr(spawner.orm_spawner, "started", None)
        return {
            "steps": [{"name": name, "state": state} for name, state in zip(STEPS, states, strict=True)],
            "text": stage.text,
            "is_trouble": stage.is_trouble,
            "limit": minutes(spawner.start_timeout),
            # JupyterHub keeps it in UTC, without saying so.
            "started": f"{begun.isoformat()}Z" if begun else "",
        }

    async def form(self, spawner: Any) -> str:
        """KubeSpawner's `options_form`: one card for each profile that is offered."""
        profiles = await offered_profiles(spawner)
        last = chosen_options(getattr(spawner.orm_spawner, "user_options", None))
        # A link may choose a profile on the page (start_requests.py).
        asked = getattr(getattr(spawner, "handler", None), "jupyterhub_gke_asked", "")
        # Set where the hub has budgets: what is left of each to the owner of the server.
        kept = getattr(spawner, "jupyterhub_gke_budgets", None)
        budgets = [] if kept is None else kept.shown(spawner)
        return self._templates.get_template("form.html").render(
            cards=self.cards(profiles, last, asked), budgets=budgets
        )

    def cards(self, profiles: list[dict[str, Any]], last: Mapping[str, Any], asked: str = "") -> list[dict[str, Any]]:
        """What the form shows of each profile.

        `last`: the person's last choice, which is chosen again. `asked`: the profile of a link, which is chosen first.
        """
        slugs = [profile["slug"] for profile in profiles]
        known = last.get("profile") if last.get("profile") in slugs else None
        first = asked if asked in slugs else known
        return [
            {
                "slug": profile["slug"],
                "name": plain(profile["display_name"]),
                "description": plain(profile.get("description")),
                "checked": profile["slug"] == first if first else bool(profile.get("default")),
                "last": profile["slug"] == known,
                "options": options_of(profile, last if profile["slug"] == known else {}),
                **self._profiles.get(profile["slug"], {}),
            }
            for profile in profiles
        ]


def plain(text: Any) -> str:
    """The text itself: the list of profiles has it escaped for HTML."""
    return html.unescape(text) if isinstance(text, str) else ""


def options_of(profile: Mapping[str, Any], last: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The options of a profile as fields of the form. A text that somebody enters wins over the choice in the list."""
    fields = []
    for key, option in (profile.get("profile_options") or {}).items():
        choices = option.get("choices") or {}
        kept = last.get(key) if last.get(key) in choices else None
        other = option.get("unlisted_choice") or {}
        fields.append(
            {
                "key": key,
                "name": plain(option.get("display_name") or key),
                "choices": [
                    {
                        "key": name,
                        "name": plain(choice.get("display_name") or name),
                        "selected": name == kept if kept else bool(choice.get("default")),
                    }
                    for name, choice in choices.items()
                ],
                "other": {
                    "name": plain(other.get("display_name")) or "Another value",
                    "pattern": other.get("validation_regex") or "",
                    "message": plain(other.get("validation_message")),
                    "value": last.get(f"{key}--unlisted-choice") or "",
                }
                if other.get("enabled")
                else None,
            }
        )
    return fields


def load(path: str | os.PathLike[str] = FACTS_FILE, folder: str | os.PathLike[str] = FOLDER) -> StartPage:
    """The start page from the file {"hub": NAME, "profiles": {SLUG: facts}}."""
    with open(path, encoding="utf-8") as file:
        return StartPage(json.load(file), folder)


def configure(c: Config, page: StartPage | None = None, folder: str = FOLDER) -> StartPage:
    """Puts the pages after those of the operator and before JupyterHub's own."""
    page = page or load()
    hub, spawner = c.JupyterHub, c.KubeSpawner
    hub.template_paths = [*_written(hub, "template_paths", []), folder]
    hub.template_vars = {**_written(hub, "template_vars", {}), "jupyterhub_gke": page}
    offered = spawner.get("profile_list")
    if offered and not any(spawner.get(name) for name in OWN_FORM):
        if getattr(offered, "single", False):
            offered.page = page.form
        else:
            spawner.options_form = page.form
    return page


def _written(section: Any, name: str, empty: Any) -> Any:
    """A setting as the code before this one wrote it, or added to the default."""
    value = section.get(name)
    if isinstance(value, LazyConfigValue):
        return value.get_value(empty)
    return value or empty
