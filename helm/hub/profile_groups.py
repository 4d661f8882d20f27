"""Offers each person the profiles of their groups, as KubeSpawner's `profile_list`.

KubeSpawner has no groups for profiles. It calls this for the page with the choice, and again when a server starts. A
profile that is not in the answer is an error there, however it was asked for. The groups are those that the
authenticator keeps in the hub's database, and renews right before every start. Admins are no exception. An empty answer
would start the chart's default server, so it is never given.
"""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

from tornado.web import HTTPError

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable, Mapping

    from kubespawner.spawner import KubeSpawner
    from traitlets.config import Config

    Profile = dict[str, Any]

PROFILES_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-profiles.json"
NONE_OFFERED = (
    "All profiles of this hub are for people of certain groups, and you are in none of these groups. "
    "Ask the administrators of this hub to add you to one."
)
NOT_OFFERED = "This profile is not offered to you. Choose another one, or ask to be added to a group that may start it."


def load_profiles(path: str | os.PathLike[str] = PROFILES_FILE) -> ProfileGroups:
    """The profiles of the file {"profiles": [KubeSpawner profile with "slug" and "groups", …]}."""
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
        self._profiles = [(_without_groups(profile), _groups(profile)) for profile in profiles]

        # What shows the choice where one is needed. `start_page` sets its own.
        self.page: Callable[[KubeSpawner], Awaitable[str]] = _page_of_kubespawner

    @property
    def single(self) -> bool:
        """Whether there is one profile in all, so that there is nothing to choose."""
        return len(self._profiles) == 1

    def __call__(self, spawner: KubeSpawner) -> list[Profile]:
        groups = {group.name for group in spawner.user.groups}
        offered = [copy.deepcopy(profile) for profile, allowed in self._profiles if not allowed or allowed & groups]
        if not offered:
            raise HTTPError(403, NONE_OFFERED)
        return offered

    def check(self, spawner: KubeSpawner) -> None:
        """Refuses a start of a profile that is not offered, and says so; KubeSpawner would fail without a reason."""
        chosen = spawner.user_options.get("profile")
        if chosen and chosen not in [profile["slug"] for profile in self(spawner)]:
            raise HTTPError(403, NOT_OFFERED)

    async def form(self, spawner: KubeSpawner) -> str:
        """For a hub with one profile: no page, so that it starts without a question, as it does without groups."""
        offered = self(spawner)
        # The hub keeps what was chosen last. A kept profile that no longer exists would fail every start, without a
        # page to choose another one.
        if (spawner.orm_spawner.user_options or {}).get("profile") in (None, "", offered[0]["slug"]):
            return ""
        return await self.page(spawner)


async def _page_of_kubespawner(spawner: KubeSpawner) -> str:
    page: str = await spawner._render_options_form_dynamically(spawner)  # noqa: SLF001 - KubeSpawner's own default
    return page


def _without_groups(profile: Mapping[str, Any]) -> Profile:
    return {key: value for key, value in profile.items() if key != "groups"}


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
