"""Stands in for a pod's network and mounts inside every Python process of a sandbox pod.

Python imports this module by itself at start, since the node agent puts its folder on PYTHONPATH. Outside of a pod it
does nothing.
"""

import os

if os.environ.get("SANDBOX_POD"):
    import sandbox_pod

    sandbox_pod.install(os.environ["SANDBOX_POD"])
