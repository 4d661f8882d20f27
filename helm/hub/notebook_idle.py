"""Loaded in every notebook server: ends kernels and terminals that idle, also those with an open page.

A server is in use as long as one of its notebooks is, and the kernels of the others keep their memory. A kernel that
computes is never ended. A terminal idles while nothing is typed in it and nothing printed. The settings are those of
jupyter-server itself, which ends them. They are set here and not in a file, since an image may have that file.

Standard library only. JUPYTERHUB_GKE_IDLE_SECONDS has the time; without it nothing is changed.
"""

# Notebook images choose their own Python, which may be older than the hub's.
from __future__ import annotations

import math
import os
from typing import Any

VARIABLE = "JUPYTERHUB_GKE_IDLE_SECONDS"
MOST_INTERVAL = 300


def end_idle(serverapp: Any, seconds: int) -> None:
    """Sets jupyter-server's culling of kernels and terminals. It begins with the first kernel or terminal."""
    interval = min(MOST_INTERVAL, math.ceil(seconds / 6))
    kernels = serverapp.kernel_manager
    kernels.cull_idle_timeout, kernels.cull_interval = seconds, interval
    kernels.cull_connected, kernels.cull_busy = True, False
    # Images without terminals have none. Its extension is loaded before this one, by the order of their names.
    terminals = serverapp.web_app.settings.get("terminal_manager")
    if terminals is not None:
        terminals.cull_inactive_timeout, terminals.cull_interval = seconds, interval


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "notebook_idle"}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    text = os.environ.get(VARIABLE, "")
    if text.isdigit() and int(text) > 0:
        end_idle(serverapp, int(text))
