"""Verifies the assertion that Google's Identity-Aware Proxy adds to each request (cloud.google.com/iap/docs/signed-headers-howto).

Checked: ES256 alone, a key of Google's set, issuer, exactly one of this hub's audiences, times, a Google account, an e-mail address.
"""

import asyncio
import json
import time
from typing import NamedTuple
from urllib.parse import urlsplit

import jwt
from jwt.algorithms import ECAlgorithm
from tornado.httpclient import AsyncHTTPClient

from hub_members import clean_domain, clean_email

HEADER = "X-Goog-Iap-Jwt-Assertion"
KEYS_URL = "https://www.gstatic.com/iap/verify/public_key-jwk"
ISSUER = "https://cloud.google.com/iap"
LEEWAY = 30
# Google: ten minutes, and the skew at both ends.
MAX_LIFETIME = 600 + 2 * LEEWAY
# Other kinds of account (Identity Platform, workforce pools) may bring addresses that nobody verified.
GOOGLE_ACCOUNT = "accounts.google.com:"
KEYS_MAX_AGE = 6 * 3600
KEYS_RETRY = 60
KEYS_FIRST_RETRY = 5


class Refused(Exception):
    """No entry: `status` and `text` are for the person, `detail` for the hub's log. Neither carries the assertion."""

    def __init__(self, status, text, detail=None):
        super().__init__(detail or text)
        self.status = status
        self.text = text


class Identity(NamedTuple):
    """Whom an assertion is about: the lower-case address, and the Workspace or Cloud Identity domain that vouches for the account, or None."""

    email: str
    hd: str | None

    @property
    def vouched(self):
        """Whether the organisation that owns the address's domain also owns the account; anybody can make a Google account on a foreign address."""
        return self.hd is not None and self.hd == self.email.rpartition("@")[2]


ABSENT = "This hub accepts requests through Google's Identity-Aware Proxy (IAP) only: the request carried no assertion of IAP."
NOT_VALID = "Google's proof of who you are is not valid for this hub. Reload the page; if this stays, tell the people who run the hub."
NOT_READY = "This hub is not ready to let people in yet. If this stays for more than a few minutes, tell the people who run it."


def parse_audiences(text):
    """The accepted audiences from a JSON list of full resource paths; ValueError for anything else, an empty list included."""
    data = json.loads(text)
    if not isinstance(data, list) or not data:
        raise ValueError("there is no audience")
    for audience in data:
        parts = audience.split("/") if isinstance(audience, str) else []
        if len(parts) < 6 or parts[:2] != ["", "projects"] or parts[-2] != "backendServices" or "" in parts[2:]:
            raise ValueError("an audience is not the path of a backend service")
    return frozenset(data)


def parse_keys(text):
    """Public P-256 keys by key id from a JSON Web Key set; other keys are left out. ValueError where there is none."""
    data = json.loads(text)
    listed = data.get("keys") if isinstance(data, dict) else None
    keys = {}
    for key in listed if isinstance(listed, list) else []:
        if not isinstance(key, dict) or key.get("kty") != "EC" or key.get("crv") != "P-256" or "d" in key:
            continue
        if key.get("alg", "ES256") != "ES256" or key.get("use", "sig") != "sig" or not isinstance(key.get("kid"), str):
            continue
        try:
            keys[key["kid"]] = ECAlgorithm.from_jwk(key)
        except (jwt.InvalidKeyError, ValueError, KeyError, TypeError):
            continue
    if not keys:
        raise ValueError("the key set has no key for ES256")
    return keys


class KeySet:
    """Google's public keys, cached: fetched again every few hours and, at most once a minute, for an unknown key id.

    Where the keys cannot be fetched, those known stay in use.
    """

    def __init__(self, url, log, fetch=None, clock=time.monotonic):
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost")):
            raise ValueError("The address of IAP's keys must be https.")
        self._url = url
        self._log = log
        self._fetch = fetch or _fetch
        self._clock = clock
        self._keys = {}
        self._fetched = None
        self._tried = None
        self._lock = asyncio.Lock()
        self._renewal = None

    async def get(self, kid):
        """The key with this id, or None."""
        if kid not in self._keys:
            await self._renew()
        elif self._clock() - self._fetched > KEYS_MAX_AGE and (self._renewal is None or self._renewal.done()):
            # Nobody waits for this: the cached key is good.
            self._renewal = asyncio.ensure_future(self._renew())
        return self._keys.get(kid)

    async def _renew(self):
        async with self._lock:
            pause = KEYS_RETRY if self._keys else KEYS_FIRST_RETRY
            if self._tried is not None and self._clock() - self._tried < pause:
                return
            self._tried = self._clock()
            try:
                self._keys = parse_keys(await self._fetch(self._url))
                self._fetched = self._tried
            except Exception as error:  # noqa: BLE001 - whatever the network or the answer brings, the cached keys stay
                self._log(f"IAP's keys were not renewed from {self._url}: {error}")


async def _fetch(url):
    answer = await AsyncHTTPClient().fetch(url, connect_timeout=5, request_timeout=5, follow_redirects=False)
    return answer.body.decode("utf-8")


async def verify(assertion, audiences, keys):
    """The Identity of a verified assertion; Refused for everything else. `audiences` None: not provisioned."""
    if not assertion:
        raise Refused(403, ABSENT, "no assertion")
    if not audiences:
        raise Refused(503, NOT_READY, "the accepted audience is not known")
    try:
        header = jwt.get_unverified_header(assertion)
        kid = header.get("kid")
        if header.get("alg") != "ES256" or not isinstance(kid, str) or "crit" in header:
            raise Refused(403, NOT_VALID, "the assertion's header is not IAP's")
        key = await keys.get(kid)
        if key is None:
            raise Refused(403, NOT_VALID, "no known key signed the assertion")
        claims = jwt.decode(
            assertion,
            key,
            algorithms=["ES256"],
            issuer=ISSUER,
            leeway=LEEWAY,
            # The audience is compared below: exactly, and never as one of several.
            options={"require": ["exp", "iat", "aud", "iss", "sub", "email"], "verify_aud": False},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise Refused(403, NOT_VALID, f"the assertion is not valid ({type(error).__name__})") from None
    if not isinstance(claims["aud"], str) or claims["aud"] not in audiences:
        raise Refused(403, NOT_VALID, "the assertion is for another backend")
    if not all(type(claims[name]) in (int, float) for name in ("exp", "iat")) or claims["exp"] - claims["iat"] > MAX_LIFETIME:
        raise Refused(403, NOT_VALID, "the assertion lives longer than IAP's")
    email = clean_email(claims["email"])
    if email is None or not isinstance(claims["sub"], str) or not claims["sub"].startswith(GOOGLE_ACCOUNT):
        raise Refused(403, "Only Google accounts with an e-mail address can enter this hub.", "no Google account with an address")
    return Identity(email, clean_domain(claims.get("hd")))
