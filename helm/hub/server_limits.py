"""Limits of what one person may run: the names of named servers, and the memory of all servers together.

JupyterHub counts servers itself. Until release 6 it takes any text for the name of a server. The rule here is that of
release 6 (jupyterhub/slugs.py of 6.0.0b2, read 2026-11), so that no name has to change then. Names that exist stay.
"""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jupyterhub.handlers.base import BaseHandler
    from traitlets.config import Config

LIMITS_FILE = "/usr/local/etc/jupyterhub/jupyterhub-gke-limits.json"
NAME = re.compile(r"(?=.{1,30}\Z)[a-z][a-z0-9]*(-[a-z0-9]+)*")
WRONG_NAME = (
    "The name of a server has 1 to 30 lower-case letters a to z, digits and single hyphens. It starts with a letter "
    "and ends with a letter or digit. Choose another name."
)
UNITS = {"": 1, "k": 10**3, "M": 10**6, "G": 10**9, "T": 10**12, "P": 10**15}
UNITS |= {f"{unit}i": 1024**power for power, unit in enumerate("KMGTP", start=1)}
GIB = 1024**3
NOTEBOOK = "notebook"
OWNER = "hub.jupyter.org/username"
# Bytes that a start was granted. Kubernetes shows its pod some moments later.
GRANTED = "jupyterhub_gke_granted_memory"


class NamedServers:
    """JupyterHub asks it how many named servers somebody may have, before it makes one. It refuses a wrong name."""

    def __init__(self, limit: int) -> None:
        self.limit = limit

    def __call__(self, handler: BaseHandler) -> int:
        owner, name = _asked(handler)
        if name and not NAME.fullmatch(name):
            user = handler.find_user(owner)
            if user is None or name not in user.orm_spawners:
                raise Refusal(400, "name", WRONG_NAME)
        return self.limit


def _asked(handler: BaseHandler) -> tuple[str, str]:
    """Whose server a request is about, and its name; empty for other requests, such as the page with the list."""
    named = handler.path_kwargs
    owner, name = (named.get("user_name"), named.get("server_name")) if named else (*handler.path_args, "", "")[:2]
    return owner or "", name or ""


class MemoryLimit:
    """Called with a spawner that knows its profile: refuses a start if all servers of its user need over `most`."""

    def __init__(self, most: int) -> None:
        if isinstance(most, bool) or not isinstance(most, int) or most <= 0:
            raise ValueError("the memory per user is no number of bytes")
        self._most = most

    def __call__(self, spawner: Any) -> None:
        needed = int(spawner.mem_limit or spawner.mem_guarantee or 0)
        used = sum(_used(spawner))
        if used + needed > self._most:
            raise Refusal(
                403,
                "memory",
                f"All your servers together may have {_gib(self._most)} of memory. Those that run have {_gib(used)}, "
                f"and this one needs {_gib(needed)}. Stop a server, or choose a smaller profile.",
            )
        setattr(spawner, GRANTED, needed)


def _used(spawner: Any) -> Iterator[int]:
    """Bytes of each other server of the same person: those with a pod, and those whose start was granted just now."""
    pods = getattr(spawner.pod_reflector, "pods", None) or {}
    names = set()
    for pod in pods.values():
        name, annotations = pod["metadata"]["name"], pod["metadata"].get("annotations") or {}
        if annotations.get(OWNER) != spawner.user.name or name == spawner.pod_name:
            continue
        names.add(name)
        if (pod.get("status") or {}).get("phase") not in ("Succeeded", "Failed"):
            yield pod_memory(pod)
    for other in spawner.user.spawners.values():
        if other is not spawner and other.active and other.pod_name not in names:
            yield getattr(other, GRANTED, 0)


def pod_memory(pod: Mapping[str, Any]) -> int:
    """Bytes that the notebook's container of a pod may use; without a limit, those that it has for sure."""
    for container in pod["spec"]["containers"]:
        if container["name"] == NOTEBOOK:
            resources = container.get("resources") or {}
            kinds = (resources.get("limits") or {}, resources.get("requests") or {})
            return next((quantity(kind["memory"]) for kind in kinds if "memory" in kind), 0)
    return 0


def quantity(text: str | int) -> int:
    """Bytes of a quantity of Kubernetes, such as 4Gi. The API server may write a number with an exponent too."""
    found = re.fullmatch(r"([0-9.]+(?:[eE][0-9]+)?)([kKMGTP]?i?)", str(text))
    if found is None or found[2] not in UNITS:
        raise ValueError(f"{text!r} is no quantity of memory")
    return int(float(found[1]) * UNITS[found[2]])


def _gib(size: int) -> str:
    return f"{size / GIB:.2f}".rstrip("0").rstrip(".") + " GiB"


def configure(c: Config, spawner_class: Any, path: str | os.PathLike[str] = LIMITS_FILE) -> None:
    """Puts the rule for names into JupyterHub's section, and the check of memory after the choice of a profile."""
    limit = c.JupyterHub.get("named_server_limit_per_user", 0)
    c.JupyterHub.named_server_limit_per_user = NamedServers(limit if isinstance(limit, int) else 0)
    if not os.path.exists(path):
        return
    with open(path, encoding="utf-8") as file:
        check = MemoryLimit(json.load(file)["memoryPerUser"])
    load = spawner_class.load_user_options

    async def loaded(self: Any) -> None:
        setattr(self, GRANTED, 0)
        await load(self)
        check(self)

    spawner_class.load_user_options = loaded
