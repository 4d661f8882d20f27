"""When a server is over the limit of its profile."""

import json
from datetime import datetime, timedelta, timezone

import pytest

from access_reconciler_culling import Culling, load_culling

NOW = datetime(2026, 11, 20, 12, tzinfo=timezone.utc)
LIMITS = {
    "standard": "cpu",
    "usual": {"idle": 3600, "maxAge": None},
    "profiles": {"gpu": {"idle": 600, "maxAge": 7200}, "cpu": {"idle": 1800, "maxAge": None}},
}


def server(profile, *, used, started, **more):
    def at(seconds):
        return None if seconds is None else (NOW - timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z")

    options = {} if profile is None else {"profile": profile}
    return {
        "ready": True,
        "pending": None,
        "user_options": options,
        "last_activity": at(used),
        "started": at(started),
        **more,
    }


@pytest.mark.parametrize(
    ("profile", "used", "started", "reason"),
    [
        ("gpu", 599, 5000, None),
        ("gpu", 600, 5000, "idle for 600 s"),
        ("gpu", 1, 7199, None),
        ("gpu", 1, 7200, "runs for 7200 s"),
        ("cpu", 1799, 10**7, None),
        ("cpu", 1800, 10**7, "idle for 1800 s"),
        # A start without a choice is the standard profile's, one of a profile that is gone has the hub's limit.
        (None, 1800, 9999, "idle for 1800 s"),
        ("", 1800, 9999, "idle for 1800 s"),
        ("gone", 3599, 9999, None),
        ("gone", 3600, 9999, "idle for 3600 s"),
        # Never used: it counts from the start; activity of a server before it does not count against this one.
        ("gpu", None, 599, None),
        ("gpu", None, 600, "idle for 600 s"),
        ("gpu", 90_000, 10, None),
        # No times at all say nothing.
        ("gpu", None, None, None),
    ],
)
def test_a_server_is_over_its_limit_by_use_or_by_age(profile, used, started, reason):
    found = Culling(LIMITS).overdue(server(profile, used=used, started=started), NOW)
    assert (found is None) if reason is None else found.startswith(reason)


def test_a_server_that_is_starting_or_stopping_is_not_over_its_limit():
    old = {"used": 10**6, "started": 10**6}
    assert Culling(LIMITS).overdue(server("gpu", **old), NOW)
    assert not Culling(LIMITS).overdue(server("gpu", **old, pending="spawn"), NOW)
    assert not Culling(LIMITS).overdue(server("gpu", **old, ready=False), NOW)


@pytest.mark.parametrize("options", [None, [], "gpu", {"profile": ["gpu"]}, {"profile": {"a": 1}}, {"profile": 7}])
def test_malformed_start_options_do_not_evade_the_limit(options):
    assert Culling(LIMITS).overdue(server("gpu", used=1800, started=9999, user_options=options), NOW)


def test_invalid_times_do_not_stop_a_server():
    for text in ("", "yesterday", 7, {"a": 1}, "2026-13-01T00:00:00Z"):
        broken = server("gpu", used=0, started=0) | {"last_activity": text, "started": text}
        assert Culling(LIMITS).overdue(broken, NOW) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"standard": "a", "usual": {"idle": 1}, "profiles": {}}',
        '{"standard": "a", "usual": {"idle": 0, "maxAge": null}, "profiles": {}}',
        '{"standard": "a", "usual": {"idle": true, "maxAge": null}, "profiles": {}}',
        '{"standard": "a", "usual": {"idle": 1, "maxAge": null}, "profiles": []}',
    ],
)
def test_an_invalid_file_of_limits_is_refused(tmp_path, text):
    (tmp_path / "culling.json").write_text(text)
    with pytest.raises(ValueError):
        load_culling(str(tmp_path / "culling.json"))


def test_without_a_file_there_are_no_limits(tmp_path):
    assert load_culling(str(tmp_path / "none.json")) is None
    (tmp_path / "culling.json").write_text(json.dumps(LIMITS))
    assert load_culling(str(tmp_path / "culling.json")).overdue(server("gpu", used=600, started=900), NOW)
