"""IAP's keys: fetched only when needed, and kept while they cannot be fetched."""

import asyncio

import pytest

from iap_assertion import KEYS_MAX_AGE, KeySet, parse_keys

URL = "https://www.gstatic.com/iap/verify/public_key-jwk"


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def key_set(iap, clock):
    return KeySet(URL, lambda line: None, fetch=iap.fetch, clock=clock)


def test_unknown_key_ids_cost_one_fetch_a_minute(iap):
    async def run():
        clock = Clock()
        keys = key_set(iap, clock)
        assert await keys.get("key-1") is not None
        clock.now += 61
        found = await asyncio.gather(*(keys.get(f"made-up-{n}") for n in range(50)))
        assert (set(found), iap.fetches) == ({None}, 2)
        iap.kid = "key-2"
        assert await keys.get("key-2") is None
        clock.now += 61
        assert await keys.get("key-2") is not None
        assert await keys.get("key-1") is None
        assert iap.fetches == 3

    asyncio.run(run())


def test_cached_keys_stay_in_use_while_google_is_down(iap):
    async def run():
        clock = Clock()
        keys = key_set(iap, clock)
        await keys.get("key-1")
        iap.offline = True
        for _ in range(20):
            clock.now += KEYS_MAX_AGE + 1
            assert await keys.get("key-1") is not None
            await asyncio.sleep(0)
        assert 2 <= iap.fetches <= 21

    asyncio.run(run())


def test_a_first_fetch_that_fails_is_tried_again_soon(iap):
    async def run():
        clock = Clock()
        keys = key_set(iap, clock)
        iap.offline = True
        assert await keys.get("key-1") is None
        iap.offline = False
        assert await keys.get("key-1") is None
        clock.now += 6
        assert await keys.get("key-1") is not None

    asyncio.run(run())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"keys": {}}',
        '{"keys": [{"kty": "RSA", "kid": "a"}]}',
        '{"keys": [{"kty": "EC", "crv": "P-256", "kid": "a", "x": "AA", "y": "AA"}]}',
    ],
)
def test_anything_but_a_key_set_is_refused(text):
    with pytest.raises(ValueError):
        parse_keys(text)


def test_keys_are_fetched_over_https_or_from_this_machine():
    with pytest.raises(ValueError):
        KeySet("http://keys.example.com/jwk", print)
    KeySet("http://127.0.0.1:1/jwk", print)
