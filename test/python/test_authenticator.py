"""Who is admitted by the assertion and the list, and who is refused."""

import asyncio
import base64
import hashlib
import hmac
import json
import time

import jwt
import pytest
from tornado.web import HTTPError

from conftest import AUDIENCE, Iap
from iap_authenticator import ADMIN_GROUP
from sign_in import Handler, User, enter, refresh


def test_a_listed_person_is_admitted_under_the_lower_case_address(authenticator, iap):
    model = enter(authenticator, iap.assertion("Ada@ACME.dev"))
    assert (model["name"], model["admin"], model["groups"]) == ("ada@acme.dev", False, [])


def test_an_admin_gets_the_group_and_never_the_admin_role(authenticator, iap):
    model = enter(authenticator, iap.assertion("boss@acme.dev"))
    assert (model["admin"], model["groups"]) == (False, [ADMIN_GROUP])


def unsigned(claims):
    def part(data):
        return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'none', 'kid': 'key-1'})}.{part(claims)}."


def forgeries():
    now = int(time.time())
    other = Iap()
    return {
        "nothing": lambda iap: "",
        "noise": lambda iap: "not a token",
        "alg none": lambda iap: unsigned(iap.claims()),
        "HS256 with the public key as its secret": hs256,
        "another key, the same id": lambda iap: other.assertion(),
        "another key, another id": lambda iap: other.assertion(kid="key-2"),
        "no key id": lambda iap: iap.assertion(kid=False),
        "changed payload": changed,
        "audience of another backend": lambda iap: iap.assertion(aud=AUDIENCE[:-1] + "3"),
        "audience that ours begins with": lambda iap: iap.assertion(aud=AUDIENCE[:-4]),
        "audience that begins with ours": lambda iap: iap.assertion(aud=AUDIENCE + "0"),
        "audience list with ours in it": lambda iap: iap.assertion(aud=[AUDIENCE, "/other"]),
        "no audience": lambda iap: iap.assertion(aud=None),
        "another issuer": lambda iap: iap.assertion(iss="https://accounts.google.com"),
        "expired": lambda iap: iap.assertion(iat=now - 700, exp=now - 100),
        "issued in the future": lambda iap: iap.assertion(iat=now + 120, exp=now + 700),
        "lives for a day": lambda iap: iap.assertion(exp=now + 86400),
        "no expiry": lambda iap: iap.assertion(exp=None),
        "no time of issue": lambda iap: iap.assertion(iat=None),
        "expiry as text": lambda iap: iap.assertion(exp=str(now + 600)),
        "no e-mail": lambda iap: iap.assertion(email=None),
        "e-mail with the prefix of the unsigned header": lambda iap: iap.assertion("accounts.google.com:/ada@acme.dev"),
        "e-mail as a list": lambda iap: iap.assertion(email=["ada@acme.dev"]),
        "e-mail that lower-cases to a listed one": lambda iap: iap.assertion("ada@acme.dev".replace("a", "\u212a", 1)),
        "account of an identity platform": lambda iap: iap.assertion(sub="securetoken.google.com/acme/tenant:1"),
        "no subject": lambda iap: iap.assertion(sub=None),
        "critical extension": lambda iap: jwt.encode(
            iap.claims(), iap.key, "ES256", {"kid": iap.kid, "crit": ["x"], "x": 1}
        ),
    }


def hs256(iap):
    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=")

    body = part(json.dumps({"alg": "HS256", "kid": iap.kid}).encode()) + b"." + part(json.dumps(iap.claims()).encode())
    return (body + b"." + part(hmac.new(iap.keys().encode(), body, hashlib.sha256).digest())).decode()


def changed(iap):
    header, _, signature = iap.assertion("eve@acme.dev").split(".")
    return ".".join([header, iap.assertion("ada@acme.dev").split(".")[1], signature])


@pytest.mark.parametrize("name", list(forgeries()))
def test_a_forged_assertion_is_refused(authenticator, iap, name):
    status, text = enter(authenticator, forgeries()[name](iap))
    assert status == 403
    assert "acme.dev" not in text and "backendServices" not in text


def test_a_request_with_two_assertions_is_refused(authenticator, iap):
    assert enter(authenticator, iap.assertion(), iap.assertion())[0] == 403


def test_an_assertion_is_accepted_with_clocks_half_a_minute_apart(authenticator, iap):
    now = int(time.time())
    assert enter(authenticator, iap.assertion(iat=now + 20, exp=now + 620))["name"] == "ada@acme.dev"
    assert enter(authenticator, iap.assertion(iat=now - 600, exp=now - 20))["name"] == "ada@acme.dev"


def test_an_unlisted_person_is_told_why(authenticator, iap):
    assert enter(authenticator, iap.assertion("eve@acme.dev")) == (
        403,
        "eve@acme.dev is not on the list of people of this hub. Ask its administrators to add this address.",
    )


def test_a_person_whose_access_has_ended_is_told_the_last_day(authenticator, iap, files):
    files.list({"ada@acme.dev": {"until": "2026-03-02T00:00:00+01:00"}})
    assert enter(authenticator, iap.assertion()) == (
        403,
        "The access of ada@acme.dev to this hub ended on 2026-03-01. Ask its administrators to extend it.",
    )
    files.list({"ada@acme.dev": {"until": "2999-01-01T00:00:00Z"}})
    assert enter(authenticator, iap.assertion())["name"] == "ada@acme.dev"


@pytest.mark.parametrize(
    "content", [None, "", "{", "[]", "{}", '"x"', '["/projects/1"]', "[1]", json.dumps([AUDIENCE, ""])]
)
def test_nobody_is_admitted_until_there_is_a_valid_audience(authenticator, iap, files, content):
    files.audience.unlink() if content is None else files.audience.write_text(content)
    assert enter(authenticator, iap.assertion())[0] == 503
    files.audience.write_text(json.dumps([AUDIENCE]))
    assert enter(authenticator, iap.assertion())["name"] == "ada@acme.dev"
    files.audience.write_text(json.dumps([AUDIENCE[:-1] + "9"]))
    assert enter(authenticator, iap.assertion())[0] == 403


PEOPLE = [
    None,
    "",
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "admin": fal',
    "null",
    '{"people": [{"email": "ada@acme.dev"}]}',
    '{"generation": true, "people": [{"email": "ada@acme.dev"}]}',
    '{"generation": 2, "people": {"ada@acme.dev": {}}}',
    '{"generation":2, "people": [{"email": "ada@acme.dev"}, {"email":"ADA@acme.dev", "until":"2020-01-01T00:00:00Z"}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev"}, {}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "until": "tomorrow"}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "until": "2999-01-01T00:00:00"}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "until": 4102444800}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "admin": "no"}]}',
]


@pytest.mark.parametrize("content", PEOPLE)
def test_nobody_is_admitted_until_there_is_a_valid_list(authenticator, iap, files, content):
    files.members.unlink() if content is None else files.members.write_text(content)
    assert enter(authenticator, iap.assertion())[0] == 503
    files.list({"ada@acme.dev": {}})
    assert enter(authenticator, iap.assertion())["name"] == "ada@acme.dev"
    files.list({"eve@acme.dev": {}})
    assert enter(authenticator, iap.assertion())[0] == 403


def test_a_refresh_checks_list_and_assertion(authenticator, iap, files):
    assert refresh(authenticator, "ada@acme.dev", Handler(iap.assertion()))["name"] == "ada@acme.dev"
    assert refresh(authenticator, "ada@acme.dev", Handler()) is False
    assert refresh(authenticator, "ada@acme.dev", Handler(iap.assertion("boss@acme.dev"))) is False
    assert refresh(authenticator, "ada@acme.dev", Handler(token="a token"))["name"] == "ada@acme.dev"
    assert refresh(authenticator, "ada@acme.dev", None)["groups"] == []
    files.list({"ada@acme.dev": {"admin": True}})
    assert refresh(authenticator, "ada@acme.dev", None)["groups"] == [ADMIN_GROUP]
    files.list({})
    assert refresh(authenticator, "ada@acme.dev", Handler(token="a token")) is False


def test_no_server_starts_for_somebody_without_access(authenticator, files):
    asyncio.run(authenticator.pre_spawn_start(User("ada@acme.dev"), None))
    files.list({})
    with pytest.raises(HTTPError):
        asyncio.run(authenticator.pre_spawn_start(User("ada@acme.dev"), None))
