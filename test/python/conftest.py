"""What the tests share: keys, assertions as IAP makes them, and the files that the hub mounts."""

import base64
import json
import time
from pathlib import Path

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from iap_assertion import KeySet
from iap_authenticator import IAPAuthenticator
from iap_route import GFE_RANGES, ProxyPods, Route
from sign_in import PROXY

ROOT = Path(__file__).resolve().parents[2]

AUDIENCE = "/projects/123456789012/global/backendServices/4567890123456789012"


def jwk(key, kid):
    """The public half of a P-256 key as a JSON Web Key."""
    numbers = key.public_key().public_numbers()

    def text(number):
        return base64.urlsafe_b64encode(number.to_bytes(32, "big")).rstrip(b"=").decode()

    return {
        "kty": "EC",
        "crv": "P-256",
        "alg": "ES256",
        "use": "sig",
        "kid": kid,
        "x": text(numbers.x),
        "y": text(numbers.y),
    }


class Iap:
    """Signs assertions as IAP does and serves its keys; `fetches` counts how often they were asked for."""

    def __init__(self):
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.kid = "key-1"
        self.fetches = 0
        self.offline = False

    def keys(self):
        return json.dumps({"keys": [jwk(self.key, self.kid)]})

    async def fetch(self, _url):
        self.fetches += 1
        if self.offline:
            raise OSError("network is unreachable")
        return self.keys()

    def claims(self, email="ada@acme.dev", **other):
        now = int(time.time())
        claims = {
            "aud": AUDIENCE,
            "iss": "https://cloud.google.com/iap",
            "sub": "accounts.google.com:1",
            "email": email,
            "iat": now,
            "exp": now + 600,
        }
        claims.update(other)
        return {name: value for name, value in claims.items() if value is not None}

    def assertion(self, email="ada@acme.dev", *, key=None, kid=None, alg="ES256", **other):
        headers = {} if kid is False else {"kid": kid or self.kid}
        return jwt.encode(self.claims(email, **other), key or self.key, algorithm=alg, headers=headers)


class Files:
    """The two mounted files."""

    def __init__(self, folder):
        self.audience = folder / "audiences.json"
        self.members = folder / "members.json"
        self.audience.write_text(json.dumps([AUDIENCE]))
        self.generation = 0
        self.list({"ada@acme.dev": {}, "boss@acme.dev": {"admin": True}})

    def list(self, people, **more):
        self.generation += 1
        entries = [{"email": email, "admin": False, "until": None, **given} for email, given in people.items()]
        # As kubelet does it: the new content takes the old one's place at once.
        new = self.members.with_suffix(".new")
        new.write_text(json.dumps({"generation": self.generation, "people": entries, **more}))
        new.rename(self.members)


@pytest.fixture
def iap():
    return Iap()


@pytest.fixture
def files(tmp_path):
    return Files(tmp_path)


@pytest.fixture
def authenticator(files, iap):
    made = IAPAuthenticator(audience_file=str(files.audience), members_file=str(files.members))
    made._keys = KeySet("https://www.gstatic.com/iap/verify/public_key-jwk", lambda line: None, fetch=iap.fetch)
    made._route = Route(ProxyPods(lambda: [PROXY], lambda line: None), GFE_RANGES)
    return made
