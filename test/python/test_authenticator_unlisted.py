"""Who is admitted without being listed by address, and which rights and groups the list gives."""

import asyncio

import pytest
from tornado.web import HTTPError

from iap_authenticator import ADMIN_GROUP, FULL_ADMIN_GROUP, VOUCHED_GROUP
from sign_in import Handler, User, enter, refresh

EVE = "eve@acme.dev"


class Group:
    def __init__(self, name):
        self.name = name


def known(email, *groups):
    """A user as the hub's database has it."""
    user = User(email)
    user.groups = [Group(name) for name in groups]
    return user


def starts(authenticator, user):
    """Whether a server of this person starts; a refusal is a 403."""
    try:
        asyncio.run(authenticator.pre_spawn_start(user, None))
    except HTTPError as error:
        return error.status_code != 403
    return True


def again(authenticator, user, handler=None):
    return asyncio.run(authenticator.refresh_user(user, handler))


def test_groups_and_rights_of_the_list_become_the_hubs_groups(authenticator, iap, files):
    for given, groups in (
        ({"groups": ["vision", "ml"]}, ["ml", "vision"]),
        ({"admin": True, "groups": ["ml"]}, ["ml", ADMIN_GROUP]),
        ({"admin": "full"}, [ADMIN_GROUP, FULL_ADMIN_GROUP]),
        ({"groups": [ADMIN_GROUP, FULL_ADMIN_GROUP, VOUCHED_GROUP]}, []),
    ):
        files.list({"ada@acme.dev": given})
        model = enter(authenticator, iap.assertion())
        assert (model["groups"], model["admin"]) == (groups, False)
        assert again(authenticator, known("ada@acme.dev", ADMIN_GROUP, "old"))["groups"] == groups


def test_an_account_of_a_listed_domain_is_admitted_if_its_organisation_vouches_for_it(authenticator, iap, files):
    files.list({}, domains=["acme.dev"])
    model = enter(authenticator, iap.assertion("Eve@ACME.dev", hd="ACME.dev"))
    assert (model["name"], model["groups"], model["admin"]) == (EVE, [VOUCHED_GROUP], False)
    for hd in (
        None,
        "",
        "other.dev",
        "sub.acme.dev",
        "acme.dev.",
        " acme.dev",
        "\u0430cme.dev",
        ["acme.dev"],
        {"acme.dev": 1},
        True,
        1,
    ):
        status, text = enter(authenticator, iap.assertion(EVE, hd=hd))
        assert status == 403 and "acme.dev manages the account eve@acme.dev" in text


@pytest.mark.parametrize(
    "email", ["eve@evilacme.dev", "eve@sub.acme.dev", "eve@acme.dev.evil.dev", "acme.dev@evil.dev", "eve@other.dev"]
)
def test_an_account_of_another_domain_is_refused_whatever_organisation_vouches_for_it(authenticator, iap, files, email):
    files.list({}, domains=["acme.dev"])
    for hd in ("acme.dev", email.partition("@")[2]):
        status, text = enter(authenticator, iap.assertion(email, hd=hd))
        assert status == 403 and "is not on the list of people" in text


def test_where_the_list_trusts_iap_everybody_past_iap_is_admitted_without_rights(authenticator, iap, files):
    assert enter(authenticator, iap.assertion(EVE))[0] == 403
    files.list({}, trustsIap=True)
    assert enter(authenticator, iap.assertion(EVE))["groups"] == []
    assert enter(authenticator, iap.assertion(EVE, aud="/projects/1/global/backendServices/2"))[0] == 403
    assert enter(authenticator, "")[0] == 403


@pytest.mark.parametrize(
    "more", [{"domains": ["acme.dev"]}, {"trustsIap": True}, {"domains": ["acme.dev"], "trustsIap": True}]
)
def test_a_person_whose_access_has_ended_is_refused_even_with_a_domain_or_google_groups(
    authenticator, iap, files, more
):
    files.list({EVE: {"until": "2026-03-02T00:00:00Z"}, "eve.x@gmail.com": {"until": "2026-03-02T00:00:00Z"}}, **more)
    ended = "The access of eve@acme.dev to this hub ended on 2026-03-01. Ask its administrators to extend it."
    assert enter(authenticator, iap.assertion(EVE, hd="acme.dev")) == (403, ended)
    user = known(EVE, VOUCHED_GROUP)
    assert again(authenticator, user) is False and not starts(authenticator, user)
    assert enter(authenticator, iap.assertion("evex@gmail.com"))[0] == 403


def test_the_hub_remembers_that_google_vouched_for_an_account(authenticator, iap, files):
    files.list({}, domains=["acme.dev"])
    user, stranger = known(EVE, VOUCHED_GROUP), known(EVE)
    assert again(authenticator, user)["groups"] == [VOUCHED_GROUP] and starts(authenticator, user)
    assert again(authenticator, user, Handler(token="a token"))["groups"] == [VOUCHED_GROUP]
    # Once listed, or once admitted by IAP alone, and never seen with a domain that vouches.
    assert again(authenticator, stranger) is False and not starts(authenticator, stranger)
    assert again(authenticator, stranger, Handler(iap.assertion(EVE, hd="acme.dev")))["groups"] == [VOUCHED_GROUP]
    assert again(authenticator, user, Handler(iap.assertion(EVE))) is False


def test_a_remembered_account_has_access_only_while_its_domain_is_listed(authenticator, files):
    user = known(EVE, VOUCHED_GROUP)
    for more, stays in (
        ({"domains": ["acme.dev"]}, True),
        ({"domains": ["other.dev"]}, False),
        ({}, False),
        ({"trustsIap": True}, True),
    ):
        files.list({}, **more)
        assert bool(again(authenticator, user)) is stays and starts(authenticator, user) is stays


def test_a_listed_account_is_remembered_as_vouched_for(authenticator, iap, files):
    files.list({EVE: {}})
    assert enter(authenticator, iap.assertion(EVE, hd="acme.dev"))["groups"] == [VOUCHED_GROUP]
    files.list({}, domains=["acme.dev"])
    assert again(authenticator, known(EVE, VOUCHED_GROUP))["name"] == EVE


@pytest.mark.parametrize("more", [{"domains": "acme.dev"}, {"domains": [1]}, {"trustsIap": "yes"}, {"trustsIap": 1}])
def test_a_list_with_an_invalid_part_admits_nobody(authenticator, iap, files, more):
    files.list({"ada@acme.dev": {}}, **more)
    assert enter(authenticator, iap.assertion(hd="acme.dev"))[0] == 503
    assert again(authenticator, known("ada@acme.dev", VOUCHED_GROUP)) is False


def test_a_service_account_is_admitted_as_itself(authenticator, iap, files):
    robot = "robot@acme-research.iam.gserviceaccount.com"
    files.list({robot: {}})
    assert enter(authenticator, iap.assertion(robot))["name"] == robot


def test_a_profile_that_is_not_offered_is_refused_before_the_start(authenticator, files):
    files.list({"ada@acme.dev": {}})

    class Profiles:
        def check(self, spawner):
            raise HTTPError(403, "not offered")

    class Spawner:
        profile_list = Profiles()

    with pytest.raises(HTTPError, match="not offered"):
        asyncio.run(authenticator.pre_spawn_start(known("ada@acme.dev"), Spawner()))
    Spawner.profile_list = []
    asyncio.run(authenticator.pre_spawn_start(known("ada@acme.dev"), Spawner()))


def test_a_refresh_in_somebody_elses_request_uses_what_the_hub_remembers(authenticator, iap, files):
    files.list({"boss@acme.dev": {"admin": True}}, domains=["acme.dev"])
    handler = Handler(iap.assertion("boss@acme.dev", hd="acme.dev"))
    handler._jupyterhub_user = User("boss@acme.dev")
    assert again(authenticator, known(EVE, VOUCHED_GROUP), handler)["name"] == EVE
    assert again(authenticator, known(EVE), handler) is False
    assert refresh(authenticator, "boss@acme.dev", Handler(iap.assertion("boss@acme.dev")))["groups"] == [ADMIN_GROUP]
