"""A choice of a profile that is gone does not keep a server from starting."""

import asyncio

import pytest

from profile_choice import forget_lost_choices
from profile_groups import ProfileGroups
from profile_spawner import ProfileSpawner

SMALL = {"slug": "small", "display_name": "Small", "default": True, "kubespawner_override": {"chosen": "small"}}
LARGE = {"slug": "large", "display_name": "Large", "kubespawner_override": {"chosen": "large"}}
UNNAMED = {"display_name": "Very Large", "kubespawner_override": {"chosen": "very-large"}}


class Kept(ProfileSpawner):
    """As the hub starts a server: with the choice that it kept."""

    load_user_options = ProfileSpawner.load_user_options


forget_lost_choices(Kept)


def started(profiles, options, spawner_class=Kept):
    """What starts, and the options that are left."""
    made = spawner_class()
    made.profile_list = profiles
    made.user_options = options
    asyncio.run(made.load_user_options())
    return made.chosen, made.user_options


def test_kubespawner_itself_fails_with_a_lost_choice():
    with pytest.raises(ValueError, match="No such profile"):
        started([], {"profile": "large"}, ProfileSpawner)


@pytest.mark.parametrize("lost", ["large", "LARGE", "", None, "<script>", "a" * 10_000])
def test_where_one_profile_is_left_that_one_starts(lost):
    assert started([], {"profile": lost, "profile-option-large--image": "old"} if lost else {})[0] == ""


def test_options_of_the_lost_profile_go_with_it_and_others_stay():
    options = {"profile": "large", "profile-option-large--image": "old", "note": "mine"}
    assert started([], options) == ("", {"note": "mine"})


def test_where_several_are_left_the_default_one_starts():
    assert started([SMALL, UNNAMED], {"profile": "large"}) == ("small", {})


def test_a_choice_that_is_there_stays():
    assert started([SMALL, LARGE], {"profile": "large"}) == ("large", {"profile": "large"})
    assert started([SMALL, UNNAMED], {"profile": "very-large"})[0] == "very-large"
    assert started([SMALL, LARGE], {})[0] == "small"


def test_a_profile_of_groups_is_still_refused_to_others():
    class Named:
        groups = ()

    made = Kept()
    made.user = Named()
    made.profile_list = ProfileGroups([SMALL, {**LARGE, "groups": ["ml"]}])
    made.user_options = {"profile": "large"}
    with pytest.raises(ValueError, match="No such profile"):
        asyncio.run(made.load_user_options())
    assert made.chosen == ""
