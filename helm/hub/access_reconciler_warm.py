"""The access reconciler's part in warm seats: keeps room for servers at the hours of the week that have it.

The data is {"standard": <profile of a start without a choice>, "timezone", "offsets": table of `budget_zone`, "rooms":
[{"profile", "deployment", "seats": servers that one placeholder keeps room for, "windows": [{"servers", "days": [0 is
Monday], "from", "to": minutes of the day}]}]}. Within a window there is room for `servers`, those that run counted in:
a server that starts pushes a placeholder out, and that one is not made again. Only the standard library.
"""

from __future__ import annotations

import json
import math
import time
from typing import TYPE_CHECKING, Any, NamedTuple

from budget_zone import Zone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from access_reconciler_api import Cluster, Hub
    from access_reconciler_attempts import Attempts
    from hub_files import Log
    from hub_members import Members

# Seconds. People's servers are counted often: a placeholder that was pushed out asks for a new node until then.
LOOK = 5
# So often the number is set although it should be right: somebody may have changed it.
AGAIN = 300


class Window(NamedTuple):
    """Room for `servers` on some days of the week, in minutes of the day."""

    servers: int
    days: frozenset[int]
    begin: int
    end: int


class Room(NamedTuple):
    """The placeholders of one profile."""

    profile: str
    deployment: str
    seats: int
    windows: tuple[Window, ...]

    def servers(self, day: int, minute: int) -> int:
        """Servers that there is to be room for at a minute of the week."""
        open_now = [one.servers for one in self.windows if day in one.days and one.begin <= minute < one.end]
        return max(open_now, default=0)

    def placeholders(self, wanted: int, running: int) -> int:
        """Placeholders for what is wanted, less what runs."""
        return max(0, math.ceil(wanted / self.seats) - math.ceil(running / self.seats))


class WarmSeats:
    """Scales the placeholders at each `tick`. ValueError for data that is none."""

    def __init__(  # noqa: PLR0913 - its parts, by name
        self,
        data: Any,
        hub: Hub,
        cluster: Cluster,
        attempts: Attempts,
        log: Log,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        try:
            self._standard = str(data["standard"])
            self._zone = Zone(data["timezone"], data["offsets"])
            self._rooms = [_room(one) for one in data["rooms"]]
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"the warm seats are not readable: {error}") from None
        self._hub, self._cluster, self._attempts, self._log = hub, cluster, attempts, log
        self._monotonic, self._wall = monotonic, wall
        self._next = 0.0
        # Number of each Deployment as it was last set, and when that counts no more.
        self._set: dict[str, tuple[int, float]] = {}
        self.report: Mapping[str, object] = {}

    def tick(self, members: Members) -> None:  # noqa: ARG002 - room is there whoever comes
        """Sets the numbers where it is time and they are others."""
        clock = self._monotonic()
        if clock < self._next:
            return
        self._next = clock + LOOK
        now = self._zone.local(self._wall())
        minute = now.hour * 60 + now.minute
        wanted = {room: room.servers(now.weekday(), minute) for room in self._rooms}
        running: dict[str, int] = {}
        if any(wanted.values()):
            users = self._attempts.run("the hub's users", lambda: self._hub.users(True))
            if users is None:
                return
            for user in users:
                for server in (user.get("servers") or {}).values():
                    profile = self._profile(server.get("user_options"))
                    running[profile] = running.get(profile, 0) + 1
        for room in self._rooms:
            self._scale(room, room.placeholders(wanted[room], running.get(room.profile, 0)), clock)

    def _scale(self, room: Room, number: int, clock: float) -> None:
        was, until = self._set.get(room.deployment, (-1, 0.0))
        if was == number and clock < until:
            return
        what = f"the placeholders of {room.profile}"
        if self._attempts.run(what, lambda: self._cluster.scale(room.deployment, number)) is None:
            return
        if was != number:
            self._log(f"{what}: {number}")
        self._set[room.deployment] = (number, clock + AGAIN)

    def _profile(self, options: object) -> str:
        chosen = options.get("profile") if isinstance(options, dict) else None
        return chosen if isinstance(chosen, str) and chosen else self._standard


def load_warm(path: str) -> Any:
    """The data of a file. OSError or ValueError where there is none to read."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def _room(data: Any) -> Room:
    seats = data["seats"]
    windows = tuple(
        Window(int(one["servers"]), frozenset(int(day) for day in one["days"]), int(one["from"]), int(one["to"]))
        for one in data["windows"]
    )
    if type(seats) is not int or seats < 1:
        raise ValueError("a room has no seats")
    return Room(str(data["profile"]), str(data["deployment"]), seats, windows)
