"""Who enters without being listed one by one, and what the list gives to whom."""

import asyncio

import pytest
from iap_authenticator import ADMIN_GROUP, FULL_ADMIN_GROUP, VOUCHED_GROUP
from test_authenticator import Handler, User, authenticator, enter, refresh  # noqa: F401 - the fixture is used by name
from tornado.web import HTTPError

EVE = "eve@acme.dev"


class Group:
    def __init__(self, name):
        self.name = name


def known(email, *groups):
    """A user as the hub's database has it."""
    user = User(email)
    user.groups = [Group(name) for name in groups]
    return user


def starts(authenticator, user):  # noqa: F811
    try:
        asyncio.run(authenticator.pre_spawn_start(user, None))
        return True
    except HTTPError as error:
        assert error.status_code == 403
        return False


def again(authenticator, user, handler=None):  # noqa: F811
    return asyncio.run(authenticator.refresh_user(user, handler))


def test_groups_and_rights_of_the_list_become_the_hubs_groups(authenticator, iap, files):  # noqa: F811
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


def test_an_account_of_a_listed_domain_enters_if_its_organisation_vouches_for_it(authenticator, iap, files):  # noqa: F811
    files.list({}, domains=["acme.dev"])
    model = enter(authenticator, iap.assertion("Eve@ACME.dev", hd="ACME.dev"))
    assert (model["name"], model["groups"], model["admin"]) == (EVE, [VOUCHED_GROUP], False)
    for hd in (None, "", "other.dev", "sub.acme.dev", "acme.dev.", " acme.dev", "\u0430cme.dev", ["acme.dev"], {"acme.dev": 1}, True, 1):
        status, text = enter(authenticator, iap.assertion(EVE, hd=hd))
        assert status == 403 and "acme.dev manages the account eve@acme.dev" in text


@pytest.mark.parametrize("email", ["eve@evilacme.dev", "eve@sub.acme.dev", "eve@acme.dev.evil.dev", "acme.dev@evil.dev", "eve@other.dev"])
def test_an_account_of_another_domain_does_not_enter_whatever_vouches_for_it(authenticator, iap, files, email):  # noqa: F811
    files.list({}, domains=["acme.dev"])
    for hd in ("acme.dev", email.partition("@")[2]):
        status, text = enter(authenticator, iap.assertion(email, hd=hd))
        assert status == 403 and "is not on the list of people" in text


def test_with_google_groups_whoever_passed_iap_enters_without_any_right(authenticator, iap, files):  # noqa: F811
    assert enter(authenticator, iap.assertion(EVE))[0] == 403
    files.list({}, trustsIap=True)
    assert enter(authenticator, iap.assertion(EVE))["groups"] == []
    assert enter(authenticator, iap.assertion(EVE, aud="/projects/1/global/backendServices/2"))[0] == 403
    assert enter(authenticator, "")[0] == 403


@pytest.mark.parametrize("more", [{"domains": ["acme.dev"]}, {"trustsIap": True}, {"domains": ["acme.dev"], "trustsIap": True}])
def test_whose_time_has_passed_is_out_however_else_others_enter(authenticator, iap, files, more):  # noqa: F811
    files.list({EVE: {"until": "2026-03-02T00:00:00Z"}, "eve.x@gmail.com": {"until": "2026-03-02T00:00:00Z"}}, **more)
    ended = "The access of eve@acme.dev to this hub ended on 2026-03-01."
    assert enter(authenticator, iap.assertion(EVE, hd="acme.dev")) == (403, ended)
    user = known(EVE, VOUCHED_GROUP)
    assert again(authenticator, user) is False and not starts(authenticator, user)
    assert enter(authenticator, iap.assertion("evex@gmail.com"))[0] == 403


def test_what_google_vouched_for_is_kept_for_requests_without_an_assertion(authenticator, iap, files):  # noqa: F811
    files.list({}, domains=["acme.dev"])
    user, stranger = known(EVE, VOUCHED_GROUP), known(EVE)
    assert again(authenticator, user)["groups"] == [VOUCHED_GROUP] and starts(authenticator, user)
    assert again(authenticator, user, Handler(token="a token"))["groups"] == [VOUCHED_GROUP]
    # Listed once, or let in by IAP, and never seen with a domain that vouches.
    assert again(authenticator, stranger) is False and not starts(authenticator, stranger)
    assert again(authenticator, stranger, Handler(iap.assertion(EVE, hd="acme.dev")))["groups"] == [VOUCHED_GROUP]
    assert again(authenticator, user, Handler(iap.assertion(EVE))) is False


def test_it_counts_only_as_long_as_the_list_has_the_domain(authenticator, files):  # noqa: F811
    user = known(EVE, VOUCHED_GROUP)
    for more, stays in (({"domains": ["acme.dev"]}, True), ({"domains": ["other.dev"]}, False), ({}, False), ({"trustsIap": True}, True)):
        files.list({}, **more)
        assert bool(again(authenticator, user)) is stays and starts(authenticator, user) is stays


def test_an_account_that_is_vouched_for_is_remembered_while_it_is_listed(authenticator, iap, files):  # noqa: F811
    files.list({EVE: {}})
    assert enter(authenticator, iap.assertion(EVE, hd="acme.dev"))["groups"] == [VOUCHED_GROUP]
    files.list({}, domains=["acme.dev"])
    assert again(authenticator, known(EVE, VOUCHED_GROUP))["name"] == EVE


@pytest.mark.parametrize("more", [{"domains": "acme.dev"}, {"domains": [1]}, {"trustsIap": "yes"}, {"trustsIap": 1}])
def test_a_list_with_a_wrong_part_lets_nobody_in(authenticator, iap, files, more):  # noqa: F811
    files.list({"ada@acme.dev": {}}, **more)
    assert enter(authenticator, iap.assertion(hd="acme.dev"))[0] == 503
    assert again(authenticator, known("ada@acme.dev", VOUCHED_GROUP)) is False


def test_a_service_account_enters_as_itself(authenticator, iap, files):  # noqa: F811
    robot = "robot@acme-research.iam.gserviceaccount.com"
    files.list({robot: {}})
    assert enter(authenticator, iap.assertion(robot))["name"] == robot


def test_a_profile_that_is_not_offered_is_refused_before_the_start(authenticator, files):  # noqa: F811
    files.list({"ada@acme.dev": {}})

    class Gate:
        def check(self, spawner):
            raise HTTPError(403, "not offered")

    class Spawner:
        profile_list = Gate()

    with pytest.raises(HTTPError, match="not offered"):
        asyncio.run(authenticator.pre_spawn_start(known("ada@acme.dev"), Spawner()))
    Spawner.profile_list = []
    asyncio.run(authenticator.pre_spawn_start(known("ada@acme.dev"), Spawner()))


def test_refresh_of_somebody_else_uses_what_is_kept(authenticator, iap, files):  # noqa: F811
    files.list({"boss@acme.dev": {"admin": True}}, domains=["acme.dev"])
    handler = Handler(iap.assertion("boss@acme.dev", hd="acme.dev"))
    handler._jupyterhub_user = User("boss@acme.dev")
    assert again(authenticator, known(EVE, VOUCHED_GROUP), handler)["name"] == EVE
    assert again(authenticator, known(EVE), handler) is False
    assert refresh(authenticator, "boss@acme.dev", Handler(iap.assertion("boss@acme.dev")))["groups"] == [ADMIN_GROUP]
