"""Offers each person the profiles of their groups, as KubeSpawner's `profile_list`, and starts each as it is written.

KubeSpawner has no groups for profiles. It calls this for the page with the choice, and again when a server starts. A
profile that is not in the answer is an error there, however it was asked for. The groups are those that the
authenticator keeps in the hub's database, and renews right before every start. Admins are no exception. An empty answer
would start the chart's default server, so it is never given.

KubeSpawner replaces lists of a profile, and reads the limit of time too late. Both are mended here: tolerations are
added to those of the chart, and a start may take as long as its profile says.
"""

from __future__ import annotations

import copy
import json
import re
from typing import TYPE_CHECKING, Any

from profile_choice import chosen_options
from refusals import Refusal

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable, Mapping

    from kubespawner.spawner import KubeSpawner
    from traitlets.config import Config

    Profile = dict[str, Any]
    Entry = dict[str, Any]

PROFILES_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-profiles.json"
NONE_OFFERED = (
    "All profiles of this hub are for people of certain groups, and you are in none of these groups. "
    "Ask the administrators of this hub to add you to one."
)
NOT_OFFERED = "This profile is not offered to you. Choose another one, or ask to be added to a group that may start it."

NOT_ALLOWED = "This hub does not allow this image. Enter one that its administrators allow, with a tag or digest."
NO_CHOICE = "This choice is not there any more. Choose again on the page of the profiles."
# What can be an image at all. The length bounds the time that a pattern takes.
IMAGE = re.compile(r"(?=.{1,256}\Z)[A-Za-z0-9][A-Za-z0-9._:/@-]*")


def load_profiles(path: str | os.PathLike[str] = PROFILES_FILE) -> ProfileGroups:
    """The profiles of the file {"profiles": [KubeSpawner profile with "slug", "groups" and options as lists, …]}."""
    with open(path, encoding="utf-8") as file:
        return ProfileGroups(json.load(file)["profiles"])


class ProfileGroups:
    """Called with a spawner: the profiles for its user. ValueError for an invalid list, which keeps the hub down."""

    def __init__(self, profiles: Any) -> None:
        if not isinstance(profiles, list) or not profiles or not all(isinstance(profile, dict) for profile in profiles):
            raise ValueError("the profiles are no list of profiles")
        slugs = [profile.get("slug") for profile in profiles]
        if not all(isinstance(slug, str) and slug for slug in slugs) or len(set(slugs)) != len(slugs):
            raise ValueError("each profile needs a slug of its own")
        self._profiles = [(_for_kubespawner(profile), _groups(profile)) for profile in profiles]

        # What shows the choice where one is needed. `start_page` sets its own.
        self.page: Callable[[KubeSpawner], Awaitable[str]] = _page_of_kubespawner

    @property
    def single(self) -> bool:
        """Whether there is one profile without options in all, so that there is nothing to choose."""
        return len(self._profiles) == 1 and not self._profiles[0][0].get("profile_options")

    def __call__(self, spawner: KubeSpawner) -> list[Profile]:
        offered = self._offered(spawner)
        if not offered:
            raise Refusal(403, "no-profile", NONE_OFFERED)
        return copy.deepcopy(offered)

    @property
    def slugs(self) -> list[str]:
        """Names of all profiles, offered or not."""
        return [profile["slug"] for profile, _ in self._profiles]

    def start_timeout(self, spawner: KubeSpawner) -> int | None:
        """Seconds that the start of the chosen profile may take; None if the profile says nothing."""
        # What is not offered fails when KubeSpawner looks for it.
        seconds: int | None = self._chosen(spawner).get("kubespawner_override", {}).get("start_timeout")
        return seconds

    def check(self, spawner: KubeSpawner) -> None:
        """Refuses a start of what is not offered, and says so; KubeSpawner would fail without a reason.

        It checks an image of one's own too: KubeSpawner does not where the request names no profile.
        """
        options: dict[str, Any] = spawner.user_options or {}
        wanted = options.get("profile")
        if wanted and wanted not in [profile["slug"] for profile in self(spawner)]:
            raise Refusal(403, "not-offered", NOT_OFFERED)
        for name, option in self._chosen(spawner).get("profile_options", {}).items():
            image, choice = options.get(f"{name}--unlisted-choice"), options.get(name)
            if image and not _is_allowed(image, option.get("unlisted_choice", {})):
                raise Refusal(400, "choice", NOT_ALLOWED)
            if choice and not image and not (isinstance(choice, str) and choice in option["choices"]):
                raise Refusal(400, "choice", NO_CHOICE)

    def _offered(self, spawner: KubeSpawner) -> list[Profile]:
        groups = {group.name for group in spawner.user.groups}
        return [profile for profile, allowed in self._profiles if not allowed or allowed & groups]

    def _chosen(self, spawner: KubeSpawner) -> Profile:
        """The profile that starts, as KubeSpawner finds it; empty if none does."""
        offered = self._offered(spawner)
        wanted = (spawner.user_options or {}).get("profile")
        if wanted:
            return next((profile for profile in offered if profile["slug"] == wanted), {})
        return next((profile for profile in offered if profile.get("default")), offered[0] if offered else {})

    async def form(self, spawner: KubeSpawner) -> str:
        """For a hub with one profile: no page, so that it starts without a question, as it does without groups."""
        offered = self(spawner)
        # The hub keeps what was chosen last. A kept profile that no longer exists would fail every start, without a
        # page to choose another one.
        if chosen_options(spawner.orm_spawner.user_options).get("profile") in (None, "", offered[0]["slug"]):
            return ""
        return await self.page(spawner)


async def _page_of_kubespawner(spawner: KubeSpawner) -> str:
    page: str = await spawner._render_options_form_dynamically(spawner)  # noqa: SLF001 - KubeSpawner's own default
    return page


def _is_allowed(image: Any, choice: Mapping[str, Any]) -> bool:
    # Python's $ also matches before a line break at the end, which no name of an image has.
    if not choice.get("enabled") or not isinstance(image, str) or not IMAGE.fullmatch(image):
        return False
    try:
        return re.fullmatch(choice["validation_regex"], image) is not None
    except re.error:
        return False


class Added:
    """The tolerations of a profile after those that the spawner has. KubeSpawner calls it with the spawner."""

    def __init__(self, own: list[Entry]) -> None:
        self._own = own

    def __call__(self, spawner: KubeSpawner) -> list[Entry]:
        there = spawner.tolerations
        known: list[Entry] = list(there.values()) if isinstance(there, dict) else list(there or [])
        return [*known, *(copy.deepcopy(one) for one in self._own if one not in known)]


def _for_kubespawner(profile: Mapping[str, Any]) -> Profile:
    made = {key: value for key, value in profile.items() if key not in ("groups", "profile_options")}
    override = dict(made.get("kubespawner_override", {}))
    if "tolerations" in override:
        override["tolerations"] = Added(override["tolerations"])
    made["kubespawner_override"] = override
    if profile.get("profile_options"):
        made["profile_options"] = _by_name(profile["profile_options"])
        for option in made["profile_options"].values():
            option["choices"] = _by_name(option["choices"])
    return made


def _by_name(entries: list[Entry]) -> dict[str, Entry]:
    """KubeSpawner has these as objects. They come as lists, because helm sorts the keys of objects."""
    return {entry["name"]: {key: value for key, value in entry.items() if key != "name"} for entry in entries}


def _groups(profile: Mapping[str, Any]) -> frozenset[str]:
    groups = profile.get("groups", [])
    if not isinstance(groups, list) or not all(isinstance(group, str) and group for group in groups):
        raise ValueError(f"profile {profile['slug']}: groups are not names of groups")
    return frozenset(groups)


def offer_profiles(spawner_config: Config, profiles: ProfileGroups) -> None:
    """Puts the profiles into KubeSpawner's section of the configuration."""
    spawner_config.profile_list = profiles
    if profiles.single:
        spawner_config.options_form = profiles.form


def give_time_to_start(spawner_class: Any) -> None:
    """Sets the limit of a start before it begins: JupyterHub reads it once, before KubeSpawner applies the profile."""
    start = spawner_class.start

    def started(self: Any) -> Any:
        profiles = self.profile_list
        seconds = profiles.start_timeout(self) if isinstance(profiles, ProfileGroups) else None
        if seconds is not None:
            self.start_timeout = seconds
        return start(self)

    spawner_class.start = started
