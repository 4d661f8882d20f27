"""A choice of a profile that is gone does not keep a server from starting."""

import asyncio

import pytest
from traitlets import Any as Anything

from budget_accounts import HOUR, Accounts, Moment
from budget_hub import HubBudgets
from budget_rules import Budgets
from profile_choice import BY_DEFAULT, forget_lost_choices
from profile_groups import ProfileGroups
from profile_spawner import ProfileSpawner
from refusals import Refusal
from sign_in import User

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


STAFF = {"slug": "staff", "display_name": "Staff", "default": True, "groups": ["staff"], "kubespawner_override": {}}
GPU = {"slug": "gpu", "display_name": "GPU", "kubespawner_override": {"chosen": "gpu"}}
OTHER = {"slug": "cpu", "display_name": "CPU", "kubespawner_override": {"chosen": "cpu"}}


class Group:
    def __init__(self, name):
        self.name = name


class Row:
    """The server's row in the hub's database."""

    server = user_options = None
    name = ""


class Counted(Kept):
    """A spawner of a hub with budgets."""

    jupyterhub_gke_budgets = Anything()


class Hub:
    """Budgets of a hub whose standard profile of the configuration is `standard`; the GPU's hours are used up."""

    def __init__(self, folder, authenticator, standard):
        folder.mkdir(exist_ok=True)
        profiles = {
            "staff": {"gpu": 0, "cpu": 1000, "memory": 1024},
            "cpu": {"gpu": 0, "cpu": 1000, "memory": 1024},
            "gpu": {"gpu": 1, "cpu": 1000, "memory": 1024},
        }
        entry = {"groups": [], "profiles": [], "of": "gpu", "hours": 1, "per": 7, "each": "person"}
        data = {"standard": standard, "timezone": "UTC", "offsets": [[0, 0]], "profiles": profiles, "budgets": [entry]}
        path, now = str(folder / "accounts.sqlite"), Moment("a", 0, 10**12)
        accounts = Accounts(path)
        accounts.beat(now, {}, now)
        accounts._db.execute(
            "INSERT INTO used VALUES ('ada@acme.dev', '[]', 'gpu', ?, ?, ?, 0)",
            (10**12 // HOUR, 2 * HOUR, 2 * HOUR * 1000),
        )
        self.authenticator, self.row = authenticator, Row()
        self.budgets = HubBudgets(Budgets(data), path, lambda: now)

    def start(self, profiles, options, *groups):
        """What starts; Refusal where nothing does."""
        made = Counted()
        made.user = User("ada@acme.dev")
        made.user.groups = [Group(name) for name in groups]
        made.authenticator, made.orm_spawner, made.jupyterhub_gke_budgets = self.authenticator, self.row, self.budgets
        made.profile_list = profiles
        # As JupyterHub does where a request brings none.
        made.user_options = self.row.user_options or {} if options is None else options
        asyncio.run(self.authenticator.pre_spawn_start(made.user, made))
        assert self.row.user_options == made.user_options
        asyncio.run(made.load_user_options())
        return made.chosen, made.user_options.get("profile")


def test_a_start_without_a_choice_counts_as_what_really_starts(tmp_path, authenticator):
    hub = Hub(tmp_path, authenticator, "staff")
    profiles = ProfileGroups([STAFF, GPU, OTHER])
    for options in ({}, {"profile": ""}, {"profile": None}, {"note": "mine"}):
        with pytest.raises(Refusal, match="used up 1 GPU hour in 7 days"):
            hub.start(profiles, options)
    assert hub.start(profiles, {}, "staff") == ("", "staff")
    assert hub.start(ProfileGroups([STAFF, OTHER, GPU]), {}) == ("cpu", "cpu")


def test_a_profile_that_nobody_chose_is_found_anew_for_the_next_start(tmp_path, authenticator):
    hub = Hub(tmp_path, authenticator, "staff")
    profiles = ProfileGroups([STAFF, OTHER, GPU])
    assert hub.start(profiles, {}, "staff") == ("", "staff")
    assert hub.row.user_options == {"profile": "staff", BY_DEFAULT: True}
    # No longer in the group: it is no choice that could be refused.
    assert hub.start(profiles, None) == ("cpu", "cpu")
    assert hub.start(profiles, {"profile": "cpu"}) == ("cpu", "cpu")
    assert hub.row.user_options == {"profile": "cpu"}
    # What a request says of it brings nobody past a check.
    with pytest.raises(Refusal, match="used up"):
        hub.start([GPU, OTHER], {"profile": "cpu", BY_DEFAULT: True})
    hub.row.user_options = {"profile": "gone", BY_DEFAULT: True}
    single = Kept()
    single.orm_spawner, single.user = hub.row, User("ada@acme.dev")
    single.user.groups = []
    assert asyncio.run(ProfileGroups([OTHER]).form(single)) == ""


@pytest.mark.parametrize("lost", ["nope", "GPU", ["gpu"], {"a": 1}])
def test_an_unknown_profile_counts_as_the_one_that_starts_in_its_place(tmp_path, authenticator, lost):
    with pytest.raises(Refusal, match="used up 1 GPU hour"):
        Hub(tmp_path / "several", authenticator, "cpu").start([GPU, OTHER], {"profile": lost})
    single = Hub(tmp_path / "single", authenticator, "gpu")
    with pytest.raises(Refusal, match="used up 1 GPU hour"):
        single.start([], {"profile": lost})
    assert single.row.user_options == {}


def test_an_image_of_ones_own_is_checked_also_where_a_start_names_no_profile(tmp_path, authenticator):
    hub = Hub(tmp_path, authenticator, "cpu")
    allowed = {"enabled": True, "validation_regex": "^trusted/"}
    option = {"display_name": "Image", "unlisted_choice": allowed, "choices": {}}
    with pytest.raises(ValueError, match="failed validation"):
        hub.start([{**OTHER, "profile_options": {"image": option}}], {"image--unlisted-choice": "evil/image"})
