"""KubeSpawner's own code for profiles and progress with local processes, since these tests have no cluster."""

import asyncio
import json
import os
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner
from kubernetes_asyncio.client.exceptions import ApiException
from kubespawner import KubeSpawner
from traitlets import Bool, Callable, Dict, List, Unicode, Union


def _told(name):
    """A file by which a test tells the spawner what happens in its cluster."""
    return Path(os.environ.get("TEST_FOLDER", "/nonexistent")) / name


class ProfileSpawner(SimpleLocalProcessSpawner):
    """Starts a local server after KubeSpawner's choice of the profile; the start fails where that does."""

    profile_list = Union([List(Dict()), Callable()]).tag(config=True)
    additional_profile_form_template_paths = List(Unicode())
    profile_form_template = Unicode("")
    chosen = Unicode("")
    events_enabled = Bool(True)
    _start_future = None

    for _name in (
        "_apply_overrides",
        "_get_initialized_profile_list",
        "_get_profile",
        "_load_profile",
        "_options_form_default",
        "_options_from_form",
        "_options_from_form_default",
        "_render_options_form",
        "_render_options_form_dynamically",
        "_validate_user_options",
        "load_user_options",
        "progress",
    ):
        locals()[_name] = vars(KubeSpawner)[_name]

    @property
    def events(self):
        """The events of the pod, which a test writes to a file."""
        file = _told("events.json")
        return json.loads(file.read_text()) if file.exists() else []

    async def _start_watching_events(self):
        pass

    @property
    def pod_name(self):
        return "jupyter-test"

    def start(self):
        self._start_future = asyncio.ensure_future(self._begin())
        return self._start_future

    async def _begin(self):
        await self.load_user_options()
        if _told("quota").exists():
            error = ApiException(status=403, reason="Forbidden")
            error.body = _told("quota").read_text()
            raise error
        while _told("hold").exists():  # noqa: ASYNC110 - another process says when
            await asyncio.sleep(0.1)
        self.environment = {**self.environment, "CHOSEN": self.chosen}
        return await super().start()
