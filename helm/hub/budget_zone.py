"""The clock of the hub's time zone, from a table: images of the hub may have no data of time zones.

The table has the offsets from UTC: [[seconds since 1970 from which it holds, seconds east of UTC], …], oldest first.
Only the standard library.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime, timedelta, timezone
from typing import Any


class Zone:
    """A time zone by its table. ValueError where the table is none."""

    def __init__(self, name: object, offsets: Any) -> None:
        try:
            rows = [(int(start), int(offset)) for start, offset in offsets]
        except (TypeError, ValueError):
            rows = []
        if not isinstance(name, str) or not name or not rows or rows != sorted(rows):
            raise ValueError("the time zone has no table of offsets")
        self.name = name
        self._starts, self._offsets = [start for start, _ in rows], [offset for _, offset in rows]

    def local(self, wall: float) -> datetime:
        """The date and hour there at an instant in seconds since 1970."""
        offset = self._offsets[max(0, bisect_right(self._starts, wall) - 1)]
        return datetime.fromtimestamp(wall, timezone.utc).astimezone(timezone(timedelta(seconds=offset)))
