"""A notebook pod as two local processes: the gate has the port that the hub knows, the server another one."""

import os
import subprocess
import sys

from jupyterhub.spawner import SimpleLocalProcessSpawner
from jupyterhub.utils import random_port

from gate_pod import ENV, SERVICE_URL

GATE = os.path.join(os.environ["TEST_HUB_FOLDER"], "notebook_gate.py")


class GateSpawner(SimpleLocalProcessSpawner):
    gate = None

    notebook_port = 0

    def get_env(self):
        env = super().get_env()
        env[SERVICE_URL] = env[SERVICE_URL].replace(f":{self.port}/", f":{self.notebook_port}/")
        return env

    async def start(self):
        self.notebook_port = random_port()
        address = await super().start()
        env = {name: value for name, value in self.get_env().items() if name in (*ENV, "PATH", "PYTHONPATH")}
        env["JUPYTERHUB_GKE_GATE_HOST"], env["JUPYTERHUB_GKE_GATE_PORT"] = address
        env["JUPYTERHUB_GKE_NOTEBOOK_PORT"] = self.notebook_port
        env = {name: str(value) for name, value in env.items()}
        self.gate = subprocess.Popen([sys.executable, GATE], env=env)  # noqa: ASYNC220 - it starts at once
        return address

    async def stop(self, now=False):
        if self.gate is not None:
            self.gate.kill()
            self.gate.wait()
            self.gate = None
        await super().stop(now=now)
