"""KubeSpawner's own code for profiles on top of local processes, since there is no cluster in these tests."""

from jupyterhub.spawner import SimpleLocalProcessSpawner
from kubespawner import KubeSpawner
from traitlets import Callable, Dict, List, Unicode, Union


class ProfileSpawner(SimpleLocalProcessSpawner):
    """Starts a local server after KubeSpawner's choice of the profile; the start fails where that does."""

    profile_list = Union([List(Dict()), Callable()]).tag(config=True)
    additional_profile_form_template_paths = List(Unicode())
    profile_form_template = Unicode("")
    chosen = Unicode("")

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
    ):
        locals()[_name] = vars(KubeSpawner)[_name]

    async def start(self):
        await self.load_user_options()
        self.environment = {**self.environment, "CHOSEN": self.chosen}
        return await super().start()
