"""The time of the budgets' accounts.

It is the machine's time since it was started, which nobody can set. Only from one machine to the next does the
accounts' time follow the clock, and never backwards. Only the standard library.
"""

from __future__ import annotations

import time
from typing import NamedTuple


class Moment(NamedTuple):
    """An instant by both clocks in milliseconds: `mono` since the start of the machine `boot`, `wall` since 1970."""

    boot: str
    mono: int
    wall: int


def this_moment() -> Moment:
    """Now."""
    with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
        boot = file.read().strip()
    return Moment(boot, time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000, time.time_ns() // 1_000_000)


def next_time(last: tuple[Moment, int] | None, now: Moment) -> int:
    """The accounts' time `now`; `last` is the last beat, and the accounts' time at it."""
    if last is None:
        return now.wall
    then, at = last
    passed = now.mono - then.mono if then.boot == now.boot else now.wall - then.wall
    return at + max(0, passed)


def time_of(moment: Moment, last: tuple[Moment, int] | None, now: Moment, at: int) -> int:
    """A moment since the last beat in the accounts' time, where `now` is `at`."""
    if moment.boot == now.boot:
        return min(at, at - (now.mono - moment.mono))
    if last is None:
        return at
    then, before = last
    passed = moment.mono - then.mono if moment.boot == then.boot else moment.wall - then.wall
    return min(at, before + max(0, passed))
