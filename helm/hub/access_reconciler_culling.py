"""Decides whether a server is over the limit of its profile. The chart's own culler has one limit for all servers.

The limits are data, in seconds: {"standard": <profile of a start without a choice>, "usual": {"idle", "maxAge"},
"profiles": {<profile>: {"idle", "maxAge"}}}. `maxAge` null means no limit. A server that is starting or stopping is
left alone. Only the standard library.
"""

import json
import os
from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any, NamedTuple

CULLING_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-culling.json"


class Limits(NamedTuple):
    """Seconds after which a server is stopped: unused for `idle`, or running for `max_age` (None: no limit)."""

    idle: int
    max_age: int | None


def load_culling(path: str = CULLING_FILE) -> "Culling | None":
    """The limits in a file; None where there is no file. ValueError where any part of it is invalid."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return Culling(json.load(file))


class Culling:
    """Decides about a server as JupyterHub's API shows it."""

    def __init__(self, data: Any) -> None:
        try:
            self._standard, self._usual = data["standard"], _limits(data["usual"])
            self._profiles = {name: _limits(limits) for name, limits in data["profiles"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"the limits are not readable: {error}") from None

    def overdue(self, server: Mapping[str, Any], now: datetime) -> str | None:
        """Why the server is to be stopped, or None."""
        if server.get("pending") or not server.get("ready"):
            return None
        options = server.get("user_options")
        profile = options.get("profile") if isinstance(options, dict) else None
        profile = profile if isinstance(profile, str) and profile else self._standard
        idle, max_age = self._profiles.get(profile, self._usual)
        started = _time(server.get("started"))
        # A server that was never used counts from its start. Activity from before the start is another server's.
        used = max((at for at in (started, _time(server.get("last_activity"))) if at is not None), default=None)
        if max_age is not None and started is not None and (now - started).total_seconds() >= max_age:
            return f"runs for {max_age} s or longer"
        if used is not None and (now - used).total_seconds() >= idle:
            return f"idle for {idle} s or longer"
        return None


def _limits(limits: Any) -> Limits:
    idle, max_age = limits["idle"], limits["maxAge"]
    for value in (idle,) if max_age is None else (idle, max_age):
        if type(value) is not int or value <= 0:
            raise ValueError(f"{value!r} is no number of seconds")
    return Limits(idle, max_age)


def _time(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)
