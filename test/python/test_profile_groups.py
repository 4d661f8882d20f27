"""Which profiles a person is offered, and that no other profile starts."""

import asyncio
import copy
import json

import pytest
from tornado.web import HTTPError
from traitlets.config import Config

from profile_groups import NONE_OFFERED, NOT_OFFERED, ProfileGroups, load_profiles, offer_profiles
from profile_spawner import ProfileSpawner

CPU = {"slug": "cpu", "display_name": "CPU", "kubespawner_override": {"chosen": "cpu"}}
GPU = {
    "slug": "gpu",
    "display_name": "GPU",
    "default": True,
    "groups": ["ml", "vision"],
    "kubespawner_override": {"chosen": "gpu"},
}


class Named:
    def __init__(self, name):
        self.name = name


class Spawner:
    def __init__(self, *groups, kept=None, **options):
        self.user = Named("ada@acme.dev")
        self.user.groups = [Named(group) for group in groups]
        self.user_options = options
        self.orm_spawner = self
        if kept is not None:
            self.user_options = kept

    async def _render_options_form_dynamically(self, spawner):
        return "a page"


def slugs(profiles, *groups):
    return [profile["slug"] for profile in profiles(Spawner(*groups))]


def test_profiles_without_groups_are_for_everybody_and_others_for_any_of_their_groups():
    profiles = ProfileGroups([CPU, GPU])
    assert slugs(profiles) == ["cpu"]
    assert slugs(profiles, "other", "jupyterhub-gke-admins", "jupyterhub-gke-full-admins") == ["cpu"]
    assert slugs(profiles, "vision") == ["cpu", "gpu"]
    assert slugs(profiles, "ML") == ["cpu"]


def test_kubespawner_gets_copies_of_the_profiles_without_groups():
    profiles = ProfileGroups([CPU, GPU])
    offered = profiles(Spawner("ml"))
    assert "groups" not in offered[1]
    offered[0]["kubespawner_override"]["chosen"] = "other"
    assert profiles(Spawner("ml"))[0] == CPU


def test_a_person_without_any_profile_is_refused():
    profiles = ProfileGroups([GPU])
    with pytest.raises(HTTPError) as caught:
        profiles(Spawner("other"))
    assert (caught.value.status_code, caught.value.log_message) == (403, NONE_OFFERED)


@pytest.mark.parametrize("wanted", ["gpu", "GPU", "unknown", ["gpu"], {"gpu": 1}, True, 1])
def test_a_start_of_a_profile_that_is_not_offered_is_refused_with_a_reason(wanted):
    profiles = ProfileGroups([CPU, GPU])
    with pytest.raises(HTTPError) as caught:
        profiles.check(Spawner(profile=wanted))
    assert (caught.value.status_code, caught.value.log_message) == (403, NOT_OFFERED)


def test_a_start_of_an_offered_profile_or_of_none_passes():
    profiles = ProfileGroups([CPU, GPU])
    for spawner in (Spawner("ml", profile="gpu"), Spawner(profile="cpu"), Spawner(), Spawner(profile="")):
        profiles.check(spawner)


def test_one_profile_starts_without_a_page_unless_another_one_was_chosen_before():
    profiles = ProfileGroups([GPU])
    assert profiles.single and not ProfileGroups([CPU, GPU]).single
    for kept in ({}, {"profile": "gpu"}, {"profile": ""}):
        assert asyncio.run(profiles.form(Spawner("ml", kept=kept))) == ""
    assert asyncio.run(profiles.form(Spawner("ml", kept={"profile": "gone"}))) == "a page"
    with pytest.raises(HTTPError):
        asyncio.run(profiles.form(Spawner()))


BROKEN = [
    None,
    {},
    [],
    ["cpu"],
    [{}],
    [{"slug": ""}],
    [{"slug": ["cpu"]}],
    [CPU, CPU],
    [{**CPU, "groups": "ml"}],
    [{**CPU, "groups": None}],
    [{**CPU, "groups": [1]}],
    [{**CPU, "groups": [""]}],
    [{**CPU, "groups": {"ml": 1}}],
]


@pytest.mark.parametrize("profiles", BROKEN)
def test_an_invalid_list_of_profiles_keeps_the_hub_from_starting(profiles):
    with pytest.raises(ValueError):
        ProfileGroups(profiles)


def test_an_absent_or_invalid_file_of_profiles_keeps_the_hub_from_starting(tmp_path):
    file = tmp_path / "profiles.json"
    with pytest.raises(OSError):
        load_profiles(file)
    for text in ("", "{", "[]", "{}", '{"profiles": {}}', '"x"'):
        file.write_text(text)
        with pytest.raises((ValueError, KeyError, TypeError)):
            load_profiles(file)
    file.write_text(json.dumps({"profiles": [CPU, GPU]}))
    assert slugs(load_profiles(file), "ml") == ["cpu", "gpu"]


def spawner(profiles, groups, options):
    config = Config()
    offer_profiles(config.ProfileSpawner, profiles)
    # JupyterHub copies its configuration.
    made = ProfileSpawner(config=copy.deepcopy(config))
    made.user = Spawner(*groups).user
    made.user_options = options
    return made


def chosen(profiles, groups, options):
    made = spawner(profiles, groups, options)
    asyncio.run(made.load_user_options())
    return made.chosen


def test_kubespawner_refuses_a_profile_that_is_not_offered_and_defaults_to_one_that_is():
    profiles = ProfileGroups([CPU, GPU])
    assert chosen(profiles, ["ml"], {}) == "gpu"
    assert chosen(profiles, [], {}) == "cpu"
    assert chosen(profiles, ["ml"], {"profile": "gpu"}) == "gpu"
    for wanted in ("gpu", ["gpu"], "unknown"):
        with pytest.raises(ValueError):
            chosen(profiles, [], {"profile": wanted})
    with pytest.raises(HTTPError):
        chosen(ProfileGroups([GPU]), [], {})


def test_the_spawn_page_shows_only_offered_profiles():
    profiles = ProfileGroups([CPU, GPU])
    for groups, shown in (([], False), (["ml"], True)):
        made = spawner(profiles, groups, {})
        assert ("GPU" in asyncio.run(made.get_options_form())) is shown
