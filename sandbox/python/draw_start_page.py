"""Draws the start page for the pictures of README.md: JSON {"profiles", "facts", "fonts"} in, HTML out.

With JupyterHub's own templates and style sheet, and the hub's own code, as somebody of the group `ml` sees it. The page
is whole: what it would load from the hub is in it.
"""

import asyncio
import base64
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jupyterhub._data import DATA_FILES_PATH
from kubespawner import KubeSpawner

from profile_groups import ProfileGroups
from start_page import StartPage

TEMPLATES = Path(__file__).resolve().parents[2] / "helm" / "hub" / "templates"
DATA = Path(DATA_FILES_PATH)


def main():
    given = json.load(sys.stdin)
    page = StartPage(given["facts"], TEMPLATES)
    user = SimpleNamespace(name="ada@example.com", json_escaped_name="", groups=[SimpleNamespace(name="ml")])
    spawner = SimpleNamespace(
        user=user,
        profile_list=ProfileGroups(given["profiles"]),
        orm_spawner=SimpleNamespace(user_options={"profile": "large"}),
        _get_initialized_profile_list=lambda profiles: KubeSpawner._get_initialized_profile_list(None, profiles),
    )
    base = FileSystemLoader([DATA / "templates"])
    loader = ChoiceLoader([PrefixLoader({"templates": base}), FileSystemLoader([TEMPLATES]), base])
    html = (
        Environment(loader=loader, autoescape=True)
        .get_template("spawn.html")
        .render(
            spawner_options_form=asyncio.run(page.form(spawner)),
            jupyterhub_gke=page,
            user=user,
            no_spawner_check=True,
            url="/hub/spawn",
            base_url="/hub/",
            prefix="/",
            parsed_scopes={},
            static_url=lambda path, **_: path,
        )
    )
    style = (DATA / "static" / "css" / "style.min.css").read_text()
    fonts = f"<style>{given['fonts']}\nbody {{ font-family: 'Inter Variable' }}</style>"
    logo = base64.b64encode((DATA / "static" / "images" / "jupyterhub-80.png").read_bytes()).decode()
    html = re.sub(r"<script.*?</script>|<link rel=\"icon\"[^>]*>", "", html, flags=re.DOTALL)
    html = re.sub(r'<link rel="stylesheet"[^>]*>', lambda _: f"<style>{style}</style>{fonts}", html)
    print(html.replace("/hub/logo", f"data:image/png;base64,{logo}"))


main()
