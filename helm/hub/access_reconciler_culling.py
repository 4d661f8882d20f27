"""When a server is to be stopped because its profile has a shorter limit than the chart's culler, which knows one for all servers.

The limits are data: {"standard": <profile of a start without a choice>, "usual": {"idle", "maxAge"}, "profiles": {<profile>: {"idle", "maxAge"}}},
in seconds, `maxAge` null for none. A server that is starting or stopping is left alone. Only the standard library.
"""

import json
import os
from datetime import datetime, timezone

CULLING_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-culling.json"


def load_culling(path=CULLING_FILE):
    """The limits of a file; None where there is none. ValueError for one that is not right in every part."""
    if not os.path.exists(path):
        return None
    with open(path, encoding="utf-8") as file:
        return Culling(json.load(file))


class Culling:
    """Says of a server, as JupyterHub's API shows it, whether it is over its limit."""

    def __init__(self, data):
        try:
            self._standard, self._usual = data["standard"], _limits(data["usual"])
            self._profiles = {name: _limits(limits) for name, limits in data["profiles"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"the limits are not readable: {error}") from None

    def overdue(self, server, now):
        """Why the server is to be stopped, or None."""
        if server.get("pending") or not server.get("ready"):
            return None
        options = server.get("user_options")
        profile = options.get("profile") if isinstance(options, dict) else None
        profile = profile if isinstance(profile, str) and profile else self._standard
        idle, max_age = self._profiles.get(profile, self._usual)
        started = _time(server.get("started"))
        # A server that was never used counts from its start; activity from before it is another server's.
        used = max((at for at in (started, _time(server.get("last_activity"))) if at is not None), default=None)
        if max_age is not None and started is not None and (now - started).total_seconds() >= max_age:
            return f"runs for {max_age} s or longer"
        if used is not None and (now - used).total_seconds() >= idle:
            return f"idle for {idle} s or longer"
        return None


def _limits(limits):
    idle, max_age = limits["idle"], limits["maxAge"]
    for value in (idle,) if max_age is None else (idle, max_age):
        if type(value) is not int or value <= 0:
            raise ValueError(f"{value!r} is no number of seconds")
    return idle, max_age


def _time(text):
    if not isinstance(text, str):
        return None
    try:
        found = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)
