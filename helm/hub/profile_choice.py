"""Lets a server start although the profile that its owner chose last is no longer there.

The hub keeps the last choice of each person, and uses it for a start that brings no choice of its own: in a hub with
one profile, which has no page to choose, and by the API. KubeSpawner fails every such start once the profile is gone.
"""

from __future__ import annotations

from typing import Any

CHOICE = "profile"
OPTION = "profile-option-"


def forget_lost_choices(spawner_class: Any) -> None:
    """Puts a check before KubeSpawner's own reading of a choice: one that is not in the list counts as none."""
    load = spawner_class.load_user_options

    async def loaded(self: Any) -> None:
        options: dict[str, Any] = self.user_options or {}
        if _is_lost(self, options.get(CHOICE)):
            self.log.warning("The profile %r is not there any more: the default one starts", options[CHOICE])
            self.user_options = {
                name: value for name, value in options.items() if name != CHOICE and not name.startswith(OPTION)
            }
        await load(self)

    spawner_class.load_user_options = loaded


def _is_lost(spawner: Any, chosen: Any) -> bool:
    profiles = spawner.profile_list
    if not chosen:
        return False
    # A function decides by itself what somebody may start. That one is not offered is its answer, and stands.
    if callable(profiles):
        return chosen not in getattr(profiles, "slugs", [chosen])
    known = spawner._get_initialized_profile_list(profiles) if profiles else []  # noqa: SLF001 - it makes missing slugs
    return chosen not in [profile["slug"] for profile in known]
