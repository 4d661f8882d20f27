"""Which profile a start is of: written down before it is checked, counted and started.

The hub keeps the last choice of each person, and uses it for a start that brings no choice of its own: in a hub with
one profile, which has no page to choose, and by the API. KubeSpawner fails every such start once the profile is gone.

Without a choice, KubeSpawner starts the default of those profiles that it offers to this person, which need not be the
default of the configuration. Budgets, times and warm seats go by what stands in the options of the server. So the
profile is put there, with BY_DEFAULT beside it: the next start without a choice decides anew.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

CHOICE = "profile"
OPTION = "profile-option-"
BY_DEFAULT = "jupyterhub_gke_profile_by_default"


def chosen_options(kept: Mapping[str, Any] | None) -> dict[str, Any]:
    """The options without a profile that nobody chose."""
    options = dict(kept or {})
    if options.pop(BY_DEFAULT, False):
        options.pop(CHOICE, None)
    return options


async def offered_profiles(spawner: Any) -> list[Any]:
    """The profiles that the owner of the server may start, as KubeSpawner completes them; one is the default."""
    offered = spawner.profile_list
    if callable(offered):
        offered = offered(spawner)
        if inspect.isawaitable(offered):
            offered = await offered
    return spawner._get_initialized_profile_list(offered) or []  # noqa: SLF001 - it finds the default


async def settle_choice(spawner: Any) -> None:
    """Puts the profile that starts into the options of the spawner and of its row.

    A choice that is not offered, or not known to a function of the operator's own, stays: it is refused later.
    """
    if not hasattr(spawner, "_get_initialized_profile_list"):
        return
    options = chosen_options(spawner.user_options)
    if _is_lost(spawner, options.get(CHOICE)):
        options = _without_choice(spawner, options)
    if not options.get(CHOICE):
        usual = next((profile["slug"] for profile in await offered_profiles(spawner) if profile.get("default")), None)
        if usual is not None:
            options |= {CHOICE: usual, BY_DEFAULT: True}
    spawner.user_options = options
    row = getattr(spawner, "orm_spawner", None)
    if row is not None:
        # JupyterHub commits it with the time of the start. Only another object is seen as a change.
        row.user_options = dict(options)


def forget_lost_choices(spawner_class: Any) -> None:
    """Puts a check before KubeSpawner's own reading of a choice: one that is not in the list counts as none."""
    load = spawner_class.load_user_options

    async def loaded(self: Any) -> None:
        options: dict[str, Any] = self.user_options or {}
        if _is_lost(self, options.get(CHOICE)):
            self.user_options = _without_choice(self, options)
        await load(self)

    spawner_class.load_user_options = loaded


def _without_choice(spawner: Any, options: Mapping[str, Any]) -> dict[str, Any]:
    spawner.log.warning("The profile %r is not there any more: the default one starts", options[CHOICE])
    return {name: value for name, value in options.items() if name != CHOICE and not name.startswith(OPTION)}


def _is_lost(spawner: Any, chosen: Any) -> bool:
    profiles = spawner.profile_list
    if not chosen:
        return False
    # A function decides by itself what somebody may start. That one is not offered is its answer, and stands.
    if callable(profiles):
        return chosen not in getattr(profiles, "slugs", [chosen])
    known = spawner._get_initialized_profile_list(profiles) if profiles else []  # noqa: SLF001 - it makes missing slugs
    return chosen not in [profile["slug"] for profile in known]
