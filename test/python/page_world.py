"""The hub with its start page for a real browser: test/contract/start-page/start-page.test.ts.

Reads {"profiles": [...], "facts": {...}} of the hub's values as the first line, and prints as one line of JSON what the
browser needs: the address behind IAP, the folder in which files tell the spawner what its cluster does, and assertions
by person. Ends with its input.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

from real_hub import World

ADA, BOB, EVE = "ada@acme.dev", "bob@acme.dev", "eve@acme.dev"
PEOPLE = {ADA: {"groups": ["ml"]}, BOB: {}}


def main():
    given = json.loads(sys.stdin.readline())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # The settings of KubeSpawner are no settings of local processes.
        profiles = [{**one, "kubespawner_override": {"chosen": one["slug"]}} for one in given["profiles"]]
        for option in (option for one in profiles for option in one.get("profile_options", [])):
            for choice in option["choices"]:
                choice["kubespawner_override"] = {"chosen": choice["name"]}
            if "unlisted_choice" in option:
                option["unlisted_choice"]["kubespawner_override"] = {"chosen": "{value}"}
        (folder / "profiles.json").write_text(json.dumps({"profiles": profiles}))
        (folder / "facts.json").write_text(json.dumps(given["facts"]))
        kernel = folder / "share" / "kernels" / "small"
        kernel.mkdir(parents=True)
        program = str(Path(__file__).with_name("small_kernel.py"))
        spec = {"argv": [sys.executable, program, "{connection_file}"], "display_name": "Small", "language": "python"}
        (kernel / "kernel.json").write_text(json.dumps(spec))
        files = {"TEST_PROFILES": str(folder / "profiles.json"), "TEST_START_PAGE": str(folder / "facts.json")}
        world = World(folder, PEOPLE, **files, TEST_KERNELS=str(folder / "share"))
        try:
            people = {email: world.iap.assertion(email, iat=int(time.time())) for email in (ADA, BOB, EVE)}
            print(json.dumps({"url": world.url, "folder": name, "assertions": people}), flush=True)
            sys.stdin.read()
        finally:
            world.stop()


main()
