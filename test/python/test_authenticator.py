"""Who gets in by the assertion and the list, and who does not."""

import asyncio
import base64
import json
import time

import jwt
import pytest
from conftest import AUDIENCE, Iap
from iap_assertion import HEADER, KeySet
from iap_authenticator import ADMIN_GROUP, IAPAuthenticator
from iap_route import FRONT_ENDS, ProxyPods, Route
from tornado.httputil import HTTPHeaders
from tornado.web import HTTPError


PROXY, FRONT_END = "10.8.0.5", "35.191.4.7"


class Context:
    """What tornado knows of a connection; a pod of the proxy is at its other end."""

    def __init__(self, peer):
        self.address = (peer, 40000)


class Connection:
    def __init__(self, peer):
        self.context = Context(peer)


class Request:
    def __init__(self, *assertions, peer=PROXY, forwarded=FRONT_END):
        self.connection = Connection(peer)
        self.headers = HTTPHeaders({"X-Forwarded-For": forwarded})
        for assertion in assertions:
            self.headers.add(HEADER, assertion)
        # Never read: anybody past IAP can write these.
        self.headers.add("X-Goog-Authenticated-User-Email", "accounts.google.com:boss@acme.dev")


class Handler:
    def __init__(self, *assertions, token=None):
        self.request = Request(*assertions)
        self._token = token

    def get_token(self):
        return self._token


class User:
    def __init__(self, name):
        self.name, self.groups = name, []


@pytest.fixture
def authenticator(files, iap):
    made = IAPAuthenticator(audience_file=str(files.audience), members_file=str(files.members))
    made._keys = KeySet("https://www.gstatic.com/iap/verify/public_key-jwk", lambda line: None, fetch=iap.fetch)
    made._route = Route(ProxyPods(lambda: [PROXY], lambda line: None), FRONT_ENDS)
    return made


def enter(authenticator, *assertions):
    """The model, or the status and the text of the refusal."""
    try:
        return asyncio.run(authenticator.get_authenticated_user(Handler(*assertions), None))
    except HTTPError as error:
        return error.status_code, error.log_message


def test_a_listed_person_enters_under_the_lower_case_address(authenticator, iap):
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
        "HS256 with the public key as its secret": lambda iap: hs256(iap),
        "another key, the same id": lambda iap: other.assertion(),
        "another key, another id": lambda iap: other.assertion(kid="key-2"),
        "no key id": lambda iap: iap.assertion(kid=False),
        "changed payload": lambda iap: changed(iap),
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
        "critical extension": lambda iap: jwt.encode(iap.claims(), iap.key, "ES256", {"kid": iap.kid, "crit": ["x"], "x": 1}),
    }


def hs256(iap):
    import hashlib
    import hmac

    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=")

    body = part(json.dumps({"alg": "HS256", "kid": iap.kid}).encode()) + b"." + part(json.dumps(iap.claims()).encode())
    return (body + b"." + part(hmac.new(iap.keys().encode(), body, hashlib.sha256).digest())).decode()


def changed(iap):
    header, _, signature = iap.assertion("eve@acme.dev").split(".")
    return ".".join([header, iap.assertion("ada@acme.dev").split(".")[1], signature])


@pytest.mark.parametrize("name", list(forgeries()))
def test_a_forged_assertion_opens_nothing(authenticator, iap, name):
    status, text = enter(authenticator, forgeries()[name](iap))
    assert status == 403
    assert "acme.dev" not in text and "backendServices" not in text


def test_two_assertions_open_nothing(authenticator, iap):
    assert enter(authenticator, iap.assertion(), iap.assertion())[0] == 403


def test_clocks_may_differ_by_half_a_minute(authenticator, iap):
    now = int(time.time())
    assert enter(authenticator, iap.assertion(iat=now + 20, exp=now + 620))["name"] == "ada@acme.dev"
    assert enter(authenticator, iap.assertion(iat=now - 600, exp=now - 20))["name"] == "ada@acme.dev"


def test_who_is_not_listed_reads_why(authenticator, iap):
    assert enter(authenticator, iap.assertion("eve@acme.dev")) == (
        403,
        "eve@acme.dev is not on the list of people of this hub. Somebody has to add this address to it.",
    )


def test_whose_time_has_passed_reads_the_last_day(authenticator, iap, files):
    files.list({"ada@acme.dev": {"until": "2026-03-02T00:00:00+01:00"}})
    assert enter(authenticator, iap.assertion()) == (403, "The access of ada@acme.dev to this hub ended on 2026-03-01.")
    files.list({"ada@acme.dev": {"until": "2999-01-01T00:00:00Z"}})
    assert enter(authenticator, iap.assertion())["name"] == "ada@acme.dev"


@pytest.mark.parametrize("content", [None, "", "{", "[]", "{}", '"x"', '["/projects/1"]', "[1]", json.dumps([AUDIENCE, ""])])
def test_without_an_audience_nobody_enters_until_it_is_there(authenticator, iap, files, content):
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
    '{"generation": 2, "people": [{"email": "ada@acme.dev"}, {"email": "ADA@acme.dev", "until": "2020-01-01T00:00:00Z"}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev"}, {}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "until": "tomorrow"}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "until": "2999-01-01T00:00:00"}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "until": 4102444800}]}',
    '{"generation": 2, "people": [{"email": "ada@acme.dev", "admin": "no"}]}',
]


@pytest.mark.parametrize("content", PEOPLE)
def test_without_a_right_list_nobody_enters_until_it_is_there(authenticator, iap, files, content):
    files.members.unlink() if content is None else files.members.write_text(content)
    assert enter(authenticator, iap.assertion())[0] == 503
    files.list({"ada@acme.dev": {}})
    assert enter(authenticator, iap.assertion())["name"] == "ada@acme.dev"
    files.list({"eve@acme.dev": {}})
    assert enter(authenticator, iap.assertion())[0] == 403


def refresh(authenticator, name, handler):
    return asyncio.run(authenticator.refresh_user(User(name), handler))


def test_refresh_checks_list_and_assertion(authenticator, iap, files):
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
