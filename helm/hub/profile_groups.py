"""Offers each person the profiles of their groups, and no others: KubeSpawner's `profile_list` as a callable over a list that is data.

KubeSpawner has no groups of its own for profiles. It calls this for the page with the choice and again when a server starts, where a profile that
is not in the answer is an error, by whatever way it was asked for. Groups are those that the authenticator keeps in the hub's database, renewed
right before every start. Admins are no exception. An empty answer would start the chart's default server, so it is never given.
"""

import copy
import json

from tornado.web import HTTPError

PROFILES_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-profiles.json"
NONE_OFFERED = "None of this hub's profiles is for you: each is for people of certain groups. Somebody has to add you to one of them."
NOT_OFFERED = "This profile is not offered to you. Choose another one, or ask to be added to a group that may start it."


def load_profiles(path=PROFILES_FILE):
    """The gate for the file {"profiles": [KubeSpawner profile with "slug" and "groups", …]}."""
    with open(path, encoding="utf-8") as file:
        return ProfileGate(json.load(file)["profiles"])


class ProfileGate:
    """Called with a spawner: the profiles for its user. ValueError for a list that is not right in every part, which keeps the hub from starting."""

    def __init__(self, profiles):
        if not isinstance(profiles, list) or not profiles or not all(isinstance(profile, dict) for profile in profiles):
            raise ValueError("the profiles are no list of profiles")
        slugs = [profile.get("slug") for profile in profiles]
        if not all(isinstance(slug, str) and slug for slug in slugs) or len(set(slugs)) != len(slugs):
            raise ValueError("each profile needs a slug of its own")
        for profile in profiles:
            groups = profile.get("groups", [])
            if not isinstance(groups, list) or not all(isinstance(group, str) and group for group in groups):
                raise ValueError(f"profile {profile['slug']}: groups are not names of groups")
        self._profiles = [({key: value for key, value in profile.items() if key != "groups"}, frozenset(profile.get("groups", []))) for profile in profiles]

    @property
    def single(self):
        """Whether there is one profile in all, so that there is nothing to choose."""
        return len(self._profiles) == 1

    def __call__(self, spawner):
        groups = {group.name for group in spawner.user.groups}
        offered = [copy.deepcopy(profile) for profile, wanted in self._profiles if not wanted or wanted & groups]
        if not offered:
            raise HTTPError(403, NONE_OFFERED)
        return offered

    def check(self, spawner):
        """Refuses a start that asks for a profile which is not offered, in words; KubeSpawner would fail without any."""
        wanted = spawner.user_options.get("profile")
        if wanted and wanted not in [profile["slug"] for profile in self(spawner)]:
            raise HTTPError(403, NOT_OFFERED)

    async def form(self, spawner):
        """For a hub with one profile: no page, so that it starts without a question, as it does without groups."""
        offered = self(spawner)
        # The hub keeps what was chosen last. A profile that is gone since would fail every start for want of a page to choose another.
        if (spawner.orm_spawner.user_options or {}).get("profile") in (None, "", offered[0]["slug"]):
            return ""
        return await spawner._render_options_form_dynamically(spawner)


def gate_profiles(spawner_config, gate):
    """Puts the gate into KubeSpawner's section of the configuration."""
    spawner_config.profile_list = gate
    if gate.single:
        spawner_config.options_form = gate.form
