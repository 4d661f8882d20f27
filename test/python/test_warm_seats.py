"""When room is kept for servers, and how much of it."""

from datetime import datetime, timezone

import pytest

from access_reconciler_api import ApiError
from access_reconciler_attempts import Attempts
from access_reconciler_parts import load_parts
from access_reconciler_warm import AGAIN, WarmSeats

# Berlin: summer time from 28 March 2027, 1:00 UTC.
OFFSETS = [[1_792_890_000, 3600], [1_806_195_600, 7200]]
WINDOW = {"servers": 20, "days": [0], "from": 9 * 60 + 40, "to": 12 * 60}
ROOM = {"profile": "cpu", "deployment": "research-warm-cpu", "seats": 7, "windows": [WINDOW]}


def data(*rooms):
    made = [{**ROOM, **one} for one in rooms]
    return {"standard": "cpu", "timezone": "Europe/Berlin", "offsets": OFFSETS, "rooms": made}


class World:
    """A hub with servers, a cluster with Deployments, and a clock; `down` is either without an answer."""

    def __init__(self, *rooms):
        self.clock, self.at, self.servers, self.scaled, self.lines = 0.0, 0.0, {}, {}, []
        self.calls, self.down = 0, False
        self.rooms = rooms
        self.restart()

    def restart(self):
        self.warm = WarmSeats(
            data(*self.rooms),
            self,
            self,
            Attempts(self.lines.append),
            self.lines.append,
            monotonic=lambda: self.clock,
            wall=lambda: self.at,
        )

    def users(self, _active):
        return [
            {"name": name, "servers": {"": {"user_options": {"profile": profile} if profile else {}}}}
            for name, profile in self.servers.items()
        ]

    def scale(self, name, number):
        self.calls += 1
        if self.down:
            raise ApiError(503, "PATCH answered 503")
        self.scaled[name] = number
        return True

    def look(self, text=None):
        """At a time of the hub's zone, in winter or summer."""
        if text is not None:
            self.at = datetime.fromisoformat(text).astimezone(timezone.utc).timestamp()
        self.clock += 6
        self.warm.tick(None)
        return self.scaled.get("research-warm-cpu")


def test_room_is_there_in_the_window_by_the_clock_of_the_zone_and_gone_after_it():
    world = World({})
    for text, number in [
        ("2026-11-30T09:39:59+01:00", 0),
        ("2026-11-30T09:40:00+01:00", 3),
        ("2026-11-30T11:59:59+01:00", 3),
        ("2026-11-30T12:00:00+01:00", 0),
        ("2026-12-01T10:00:00+01:00", 0),
        # In summer the same hour is another one of UTC.
        ("2027-04-05T09:39:00+02:00", 0),
        ("2027-04-05T09:40:00+02:00", 3),
    ]:
        assert world.look(text) == number, text


def test_servers_that_run_take_their_seats():
    world = World({})
    assert world.look("2026-11-30T10:00:00+01:00") == 3
    for running, number in [(1, 2), (7, 2), (8, 1), (14, 1), (15, 0), (40, 0)]:
        world.servers = {f"p{one}": None if one % 2 else "cpu" for one in range(running)}
        assert world.look() == number, running
    world.servers = {f"p{one}": "gpu" for one in range(20)}
    assert world.look() == 3


def test_the_number_is_set_once_and_again_after_a_while_a_failure_or_a_restart():
    world = World({})
    world.look("2026-11-30T10:00:00+01:00")
    for _ in range(5):
        world.look()
    assert world.calls == 1
    world.clock += AGAIN
    world.look()
    assert world.calls == 2
    world.down = True
    world.look("2026-11-30T12:00:00+01:00")
    world.look()
    assert world.scaled["research-warm-cpu"] == 3
    world.down = False
    assert world.look() == 0
    world.restart()
    world.look()
    assert world.calls == 6
    assert world.lines == [
        "the placeholders of cpu: 3",
        "the placeholders of cpu: PATCH answered 503",
        "the placeholders of cpu: all is well again",
        "the placeholders of cpu: 0",
        "the placeholders of cpu: 0",
    ]


def test_sixty_days_keep_room_for_exactly_the_hours_of_the_windows():
    other = {"servers": 4, "days": [0, 2, 6], "from": 11 * 60, "to": 13 * 60}
    world = World({"windows": [WINDOW, other]})
    begin = datetime(2027, 2, 15, tzinfo=timezone.utc).timestamp()
    minutes = {0: 0, 1: 0, 3: 0}
    for minute in range(60 * 24 * 60 // 10):
        world.at = begin + minute * 600
        world.clock += 600
        world.warm.tick(None)
        minutes[world.scaled["research-warm-cpu"]] += 10
        if minute % 97 == 0:
            world.restart()
    # 60 days from a Monday to a Thursday: 9 Mondays, 9 Wednesdays, 8 Sundays. The change of clocks is on a Sunday.
    assert minutes[3] == 9 * 140
    assert minutes[1] == 9 * 60 + 9 * 120 + 8 * 120


@pytest.mark.parametrize("broken", [[], {}, {**data({}), "offsets": []}, data({"seats": 0}), data({"windows": [{}]})])
def test_broken_data_is_refused(broken):
    with pytest.raises(ValueError):
        WarmSeats(broken, None, None, None, None)


def test_broken_files_leave_the_reconciler_without_these_parts(tmp_path, monkeypatch):
    for name in ("WARM", "BUDGETS"):
        file = tmp_path / name
        file.write_text("{}")
        monkeypatch.setenv(f"JUPYTERHUB_GKE_{name}_FILE", str(file))
    lines = []
    assert load_parts(None, World({}), lines.append) == []
    assert [line.partition(":")[0] for line in lines] == ["no budget is enforced", "no room is kept for servers"]
