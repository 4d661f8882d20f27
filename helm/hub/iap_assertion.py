"""Verifies the assertion that Google's Identity-Aware Proxy adds to each request.

Checked: ES256 alone, a key of Google's set, issuer, exactly one of this hub's audiences, times, a Google account, an
e-mail address. The format: cloud.google.com/iap/docs/signed-headers-howto.
"""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from jwt.algorithms import ECAlgorithm
from tornado.httpclient import AsyncHTTPClient

from hub_files import Log
from hub_members import clean_domain, clean_email
from refusals import Refusal

HEADER = "X-Goog-Iap-Jwt-Assertion"
KEYS_URL = "https://www.gstatic.com/iap/verify/public_key-jwk"
ISSUER = "https://cloud.google.com/iap"
LEEWAY = 30
# Google: ten minutes, and the skew at both ends.
MAX_LIFETIME = 600 + 2 * LEEWAY
# Other kinds of account (Identity Platform, workforce pools) may bring addresses that nobody verified.
GOOGLE_ACCOUNT = "accounts.google.com:"
# Parts of /projects/NUMBER/global/backendServices/ID, with the empty one before the first slash.
SHORTEST_AUDIENCE = 6
KEYS_MAX_AGE = 6 * 3600
KEYS_RETRY = 60
KEYS_FIRST_RETRY = 5
FORBIDDEN = 403


class Refused(Exception):
    """Not admitted: `status` and `text` are for the person, `detail` for the log. Neither carries the assertion.

    `kind`: whose page it has, see refusals.py.
    """

    def __init__(self, status: int, text: str, detail: str | None = None, kind: str | None = None) -> None:
        super().__init__(detail or text)
        self.status = status
        self.text = text
        self.kind = kind or ("sign-in" if status == FORBIDDEN else "not-ready")

    def error(self) -> Refusal:
        """The same for JupyterHub, which shows it as a page."""
        return Refusal(self.status, self.kind, self.text)


class Identity(NamedTuple):
    """Whom an assertion is about: the lower-case address, and the Workspace domain that vouches for the account."""

    email: str
    hd: str | None

    @property
    def vouched(self) -> bool:
        """Whether the organisation that owns the address's domain also owns the account.

        Anybody can create a Google account with an address of another organisation.
        """
        return self.hd is not None and self.hd == self.email.rpartition("@")[2]


ABSENT = "This request did not come through Identity-Aware Proxy (IAP). Open the hub at its own address."
NOT_VALID = (
    "Your Google sign-in could not be verified for this hub. "
    "Reload the page; if that does not help, tell the administrators of this hub."
)
NOT_READY = "This hub is not ready yet. Try again in a few minutes; if that does not help, tell its administrators."
NO_ACCOUNT = "Only Google accounts with an e-mail address can use this hub. Sign in with such an account."


def parse_audiences(text: str) -> frozenset[str]:
    """The accepted audiences from a JSON list of full resource paths; ValueError for anything else or an empty list."""
    data: object = json.loads(text)
    if not isinstance(data, list) or not data:
        raise ValueError("there is no audience")
    for audience in data:
        parts = audience.split("/") if isinstance(audience, str) else []
        if (
            len(parts) < SHORTEST_AUDIENCE
            or parts[:2] != ["", "projects"]
            or parts[-2] != "backendServices"
            or "" in parts[2:]
        ):
            raise ValueError("an audience is not the path of a backend service")
    return frozenset(data)


def parse_keys(text: str) -> dict[str, EllipticCurvePublicKey]:
    """Public P-256 keys by key id from a JSON Web Key set; other keys are left out. ValueError where there is none."""
    data: object = json.loads(text)
    listed = data.get("keys") if isinstance(data, dict) else None
    keys = {}
    for key in listed if isinstance(listed, list) else []:
        if not isinstance(key, dict) or key.get("kty") != "EC" or key.get("crv") != "P-256" or "d" in key:
            continue
        if key.get("alg", "ES256") != "ES256" or key.get("use", "sig") != "sig" or not isinstance(key.get("kid"), str):
            continue
        try:
            found = ECAlgorithm.from_jwk(key)
        except (jwt.InvalidKeyError, ValueError, KeyError, TypeError):
            continue
        if isinstance(found, EllipticCurvePublicKey):
            keys[key["kid"]] = found
    if not keys:
        raise ValueError("the key set has no key for ES256")
    return keys


class KeySet:
    """Google's public keys, cached: fetched again every few hours and, at most once a minute, for an unknown key id.

    Where the keys cannot be fetched, the known ones stay in use.
    """

    def __init__(
        self,
        url: str,
        log: Log,
        fetch: Callable[[str], Awaitable[str]] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        parts = urlsplit(url)
        is_local = parts.scheme == "http" and parts.hostname in ("127.0.0.1", "::1", "localhost")
        if parts.scheme != "https" and not is_local:
            raise ValueError("The address of IAP's keys must be https.")
        self._url = url
        self._log = log
        self._fetch = fetch or _fetch
        self._clock = clock
        self._keys: dict[str, EllipticCurvePublicKey] = {}
        self._fetched = 0.0
        self._tried: float | None = None
        self._lock = asyncio.Lock()
        self._renewal: asyncio.Future[None] | None = None

    async def get(self, kid: str) -> EllipticCurvePublicKey | None:
        """The key with this id, or None."""
        if kid not in self._keys:
            await self._renew()
        elif self._clock() - self._fetched > KEYS_MAX_AGE and (self._renewal is None or self._renewal.done()):
            # Nobody waits for this: the cached key is good.
            self._renewal = asyncio.ensure_future(self._renew())
        return self._keys.get(kid)

    async def _renew(self) -> None:
        async with self._lock:
            pause = KEYS_RETRY if self._keys else KEYS_FIRST_RETRY
            if self._tried is not None and self._clock() - self._tried < pause:
                return
            self._tried = self._clock()
            try:
                self._keys = parse_keys(await self._fetch(self._url))
                self._fetched = self._tried
            except Exception as error:  # noqa: BLE001 - whatever goes wrong, the cached keys stay
                self._log(f"IAP's keys were not renewed from {self._url}: {error}")


async def _fetch(url: str) -> str:
    answer = await AsyncHTTPClient().fetch(url, connect_timeout=5, request_timeout=5, follow_redirects=False)
    return answer.body.decode("utf-8")


async def verify(assertion: str, audiences: frozenset[str] | None, keys: KeySet) -> Identity:
    """The Identity of a verified assertion; Refused for everything else. `audiences` None: not provisioned yet."""
    if not assertion:
        raise Refused(403, ABSENT, "no assertion")
    if not audiences:
        raise Refused(503, NOT_READY, "the accepted audience is not known")
    try:
        claims = await _claims(assertion, keys)
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise Refused(403, NOT_VALID, f"the assertion is not valid ({type(error).__name__})") from None
    if not isinstance(claims["aud"], str) or claims["aud"] not in audiences:
        raise Refused(403, NOT_VALID, "the assertion is for another backend")
    has_times = all(type(claims[name]) in (int, float) for name in ("exp", "iat"))
    if not has_times or claims["exp"] - claims["iat"] > MAX_LIFETIME:
        raise Refused(403, NOT_VALID, "the assertion lives longer than IAP's")
    email = clean_email(claims["email"])
    if email is None or not isinstance(claims["sub"], str) or not claims["sub"].startswith(GOOGLE_ACCOUNT):
        raise Refused(403, NO_ACCOUNT, "no Google account with an address")
    return Identity(email, clean_domain(claims.get("hd")))


async def _claims(assertion: str, keys: KeySet) -> dict[str, Any]:
    header = jwt.get_unverified_header(assertion)
    kid = header.get("kid")
    if header.get("alg") != "ES256" or not isinstance(kid, str) or "crit" in header:
        raise Refused(403, NOT_VALID, "the assertion's header is not IAP's")
    key = await keys.get(kid)
    if key is None:
        raise Refused(403, NOT_VALID, "no known key signed the assertion")
    return jwt.decode(
        assertion,
        key,
        algorithms=["ES256"],
        issuer=ISSUER,
        leeway=LEEWAY,
        # `verify` compares the audience: exactly, and never as one of several.
        options={"require": ["exp", "iat", "aud", "iss", "sub", "email"], "verify_aud": False},
    )
