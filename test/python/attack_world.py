"""The hub, the proxy and two notebook servers of an attack, for a real browser: test/contract/access/takeover.test.ts.

EVE's server has no guard and serves the attack. ROOT, a full administrator, has a server with a secret, and so has BOB.
Prints what the browser needs as one line of JSON, and ends with its input. With `bare`, the servers have no gate.
TEST_SUBDOMAINS is the hub's origin, where each person has a host below it.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from real_hub import Browser, World
from test_gate_hub import EVIL, EXTENSION

EVE, BOB, BOSS, ROOT = "eve@acme.dev", "bob@acme.dev", "boss@acme.dev", "root@acme.dev"
PEOPLE = {EVE: {}, BOB: {}, BOSS: {"admin": True}, ROOT: {"admin": "full"}}
SECRET = "only for root"


def main(mode):
    with tempfile.TemporaryDirectory() as folder:
        env = {name: value for name, value in os.environ.items() if name == "TEST_SUBDOMAINS"}
        if mode != "bare":
            env["TEST_GATE"] = "yes"
        world = World(Path(folder), PEOPLE, **env)
        try:
            home = Path(folder) / f"home-{EVE}"
            (home / ".jupyter").mkdir(parents=True)
            (home / ".jupyter" / "jupyter_server_config.py").write_text(EVIL)
            page = Path(__file__).with_name("attack_page.html").read_text()
            (home / "evil.py").write_text(EXTENSION + f"\nPAGE = {page!r}\n")
            evil = Browser(world, EVE).enter().start()
            root = Browser(world, ROOT).enter()
            server = root.start()
            own = Path(folder) / f"home-{ROOT}"
            (own / "secret.txt").write_text(SECRET)
            other = Browser(world, BOB).enter().start()
            (Path(folder) / f"home-{BOB}" / "secret.txt").write_text(SECRET)
            (own / "secret.js").write_text(f"window.stolen = {SECRET!r}")
            assertions = {email: world.iap.assertion(email, iat=int(time.time())) for email in (EVE, BOSS, ROOT)}
            start = {"url": world.url, "evil": evil, "server": server, "other": other, "secret": SECRET}
            print(json.dumps({**start, "assertions": assertions}), flush=True)
            sys.stdin.read()
            files = sorted(path.name for path in own.iterdir() if not path.name.startswith("."))
            tokens = [one["note"] for one in root.api("GET", f"/users/{ROOT}/tokens").json()["api_tokens"]]
            print(json.dumps({"files": files, "tokens": tokens}), flush=True)
        finally:
            world.stop()


main(sys.argv[1])
