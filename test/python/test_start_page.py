"""The start page: what it shows of profiles, that no text of a file becomes HTML, and whose templates win."""

import asyncio
import copy
from html.parser import HTMLParser

import pytest
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jupyterhub._data import DATA_FILES_PATH
from traitlets.config import Config

from conftest import ROOT
from profile_groups import ProfileGroups, offer_profiles
from profile_spawner import ProfileSpawner
from start_page import StartPage, configure

FOLDER = str(ROOT / "helm" / "hub" / "templates")
SMALL = {"slug": "small", "display_name": "Small", "description": "For notebooks.", "kubespawner_override": {}}
LARGE = {
    "slug": "large",
    "display_name": "R &amp; D",
    "default": True,
    "kubespawner_override": {},
    "profile_options": {
        "image": {
            "display_name": "Image",
            "choices": {"old": {"display_name": "Old"}, "new": {"display_name": "New", "default": True}},
            "unlisted_choice": {
                "enabled": True,
                "display_name": "Another image",
                "validation_regex": "^registry.example/.+$",
                "validation_message": "An image of registry.example",
                "kubespawner_override": {"chosen": "{value}"},
            },
        }
    },
}
FACTS = {
    "hub": "research",
    "profiles": {
        "small": {
            "sizes": [["CPU", "1 core, up to 2 cores"], ["Memory", "4 GiB"]],
            "hour": {"amount": "0.07", "currency": "EUR", "isMost": False},
            "groups": [],
        },
        "large": {"sizes": [["CPU", "8 cores"]], "groups": ["ml", "vision"], "wait": "This may wait."},
    },
}


def as_written(profile):
    """The profile as the file of profiles has it: helm would sort the keys of objects, so these are lists."""
    options = [
        {"name": name, **option, "choices": [{"name": one, **choice} for one, choice in option["choices"].items()]}
        for name, option in profile["profile_options"].items()
    ]
    return {**profile, "profile_options": options}


class Elements(HTMLParser):
    """Tags with their attributes, and all text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


class Named:
    def __init__(self, name):
        self.name = name


class Kept:
    """The budgets as far as the page asks them."""

    def __init__(self, *entries):
        self.entries = list(entries)

    def shown(self, spawner):
        assert spawner.user.name
        return self.entries


def form_of(profiles, last=None, groups=(), facts=FACTS, budgets=None):
    config = Config()
    if callable(profiles):
        offer_profiles(config.KubeSpawner, profiles)
    else:
        config.KubeSpawner.profile_list = profiles
    configure(config, StartPage(facts, FOLDER), FOLDER)
    section = config.KubeSpawner
    config.ProfileSpawner = section
    spawner = ProfileSpawner(config=copy.deepcopy(config))
    spawner.user = Named("ada@example.com")
    spawner.user.groups = [Named(group) for group in groups]
    kept = Named("")
    kept.server, kept.user_options = None, last
    spawner.orm_spawner = kept
    if budgets is not None:
        spawner.jupyterhub_gke_budgets = budgets
    html = asyncio.run(spawner.get_options_form())
    return html, Elements(html)


def test_it_shows_names_descriptions_sizes_price_groups_and_what_may_wait():
    _, page = form_of([SMALL, LARGE])
    text = " ".join(page.text.split())
    for shown in (
        "Small",
        "For notebooks.",
        "1 core, up to 2 cores",
        "4 GiB",
        "An hour costs",
        "about 0.07 EUR",
        "R & D",
        "Only for groups ml, vision",
        "This may wait.",
    ):
        assert shown in text, shown
    assert "Only for group" not in text.split("R & D")[0]


def test_it_shows_what_is_left_of_budgets():
    left = {"empty": False, "sentence": "1.5 of 20 GPU hours are left <b>now</b>."}
    gone = {"empty": True, "sentence": "Hours come back on Monday."}
    page = form_of([SMALL, LARGE], budgets=Kept(left, gone))[1]
    assert "1.5 of 20 GPU hours are left <b>now</b>." in page.text and "come back on Monday" in page.text
    assert len([item for item in page.all("li") if item.get("class") == "gke-wait"]) == 1
    for none in (None, Kept()):
        assert "Your hours" not in form_of([SMALL, LARGE], budgets=none)[0]


def test_every_field_has_a_label_and_nothing_is_loaded_or_run():
    html, page = form_of([SMALL, LARGE])
    fields = [*page.all("input"), *page.all("select")]
    labels = {label["for"] for label in page.all("label")}
    assert len(fields) == 4 and {field["id"] for field in fields} == labels
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {one for field in fields for one in field.get("aria-describedby", "").split()} <= set(ids)
    assert page.all("fieldset") and page.all("legend")
    assert not page.all("script") and "http" not in html and "style=" not in html
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]


def test_the_default_is_chosen_and_then_the_last_choice():
    def chosen(**given):
        page = form_of([SMALL, LARGE], **given)[1]
        return [field["value"] for field in page.all("input") if "checked" in field], page

    assert chosen()[0] == ["large"]
    slugs, page = chosen(last={"profile": "small"})
    assert slugs == ["small"] and page.text.count("Your last choice") == 1
    for gone in ({"profile": "gone"}, {"profile": None}, {}, {"profile": ["small"]}):
        assert chosen(last=gone)[0] == ["large"]
    kept = {"profile": "large", "image": "old", "image--unlisted-choice": "registry.example/x"}
    page = chosen(last=kept)[1]
    assert [option["value"] for option in page.all("option") if "selected" in option] == ["old"]
    assert [field["value"] for field in page.all("input") if field["type"] == "text"] == ["registry.example/x"]


def test_what_it_sends_is_what_kubespawner_reads():
    page = form_of([SMALL, LARGE])[1]
    sent = {field["name"]: [field.get("value", "")] for field in page.all("input") if field["type"] == "text"}
    sent |= {field["name"]: ["old"] for field in page.all("select")}
    spawner = ProfileSpawner()
    options = spawner._options_from_form({"profile": ["large"], **sent})
    assert options == {"profile": "large", "image": "old", "image--unlisted-choice": ""}
    spawner.user_options = options
    spawner._validate_user_options(spawner._get_initialized_profile_list([SMALL, LARGE]))
    spawner.user_options = {**options, "image--unlisted-choice": "evil.example/x"}
    with pytest.raises(ValueError):
        spawner._validate_user_options(spawner._get_initialized_profile_list([SMALL, LARGE]))


TEXTS = [
    "<script>alert(1)</script>",
    "</label></fieldset></form><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onfocus=alert(1) autofocus='",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "{{ ''.__class__.__mro__ }}{% include 'style.css' %}",
    "<!--",
    "]]></style><script>alert(1)</script>",
    "javascript:alert(1)",
]


@pytest.mark.parametrize("evil", TEXTS)
@pytest.mark.parametrize("is_escaped", [True, False])
def test_no_text_of_the_configuration_becomes_html(evil, is_escaped):
    def shape(text):
        profile = {
            "slug": "large",
            "display_name": text,
            "description": text,
            "profile_options": {
                "image": {
                    "display_name": text,
                    "choices": {"old": {"display_name": text}},
                    "unlisted_choice": {
                        "enabled": True,
                        "display_name": text,
                        "validation_regex": text,
                        "validation_message": text,
                    },
                }
            },
        }
        facts = {
            "sizes": [[text, text]],
            "hour": {"amount": text, "currency": text},
            "groups": [text, text],
            "wait": text,
        }
        last = {"profile": "large", "image": text, "image--unlisted-choice": text}
        return form_of([SMALL, profile], last=last, facts={"hub": text, "profiles": {"large": facts}})[1]

    harmless = shape("x")
    given = evil.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") if is_escaped else evil
    page = shape(given)
    assert [(tag, sorted(attrs)) for tag, attrs in page.tags] == [(tag, sorted(attrs)) for tag, attrs in harmless.tags]
    if is_escaped:
        assert page.text.count(evil) >= 4


def test_only_offered_profiles_are_shown_and_a_single_one_starts_without_a_question():
    gpu = {**as_written(LARGE), "groups": ["ml"]}
    both = ProfileGroups([SMALL, gpu])
    assert "R &amp; D" not in form_of(both)[0]
    assert "R &amp; D" in form_of(both, groups=["ml"])[0]
    assert "gke-options" in form_of(ProfileGroups([gpu]), groups=["ml"])[0]
    del gpu["profile_options"]
    alone = ProfileGroups([gpu])
    assert form_of(alone, groups=["ml"])[0] == ""
    assert "gke-card" in form_of(alone, groups=["ml"], last={"profile": "gone"})[0]


def rendered(folders, template, **given):
    """A page as JupyterHub renders it: with its own loader, our settings and the operator's folders."""
    config = Config()
    config.JupyterHub.template_paths = folders
    configure(config, StartPage(FACTS, FOLDER), FOLDER)
    base = f"{DATA_FILES_PATH}/templates"
    paths = [*config.JupyterHub.template_paths, base]
    loader = ChoiceLoader([PrefixLoader({"templates": FileSystemLoader([base])}, "/"), FileSystemLoader(paths)])
    environment = Environment(loader=loader, autoescape=True)
    return environment.get_template(template).render(
        static_url=lambda path, **_: f"/hub/static/{path}",
        base_url="/hub/",
        prefix="/",
        parsed_scopes={},
        **config.JupyterHub.template_vars,
        **given,
    )


def test_the_operators_templates_come_before_ours_and_ours_before_jupyterhubs(tmp_path):
    given = {"spawner_options_form": "FORM", "url": "/hub/spawn?a=1&_xsrf=x"}
    ours = rendered([], "spawn.html", **given)
    assert "Start your server" in ours and "FORM" in ours and 'action="/hub/spawn?a=1&amp;_xsrf=x"' in ours
    (tmp_path / "page.html").write_text('{% extends "templates/page.html" %}{% block logo %}THEIR LOGO{% endblock %}')
    assert "THEIR LOGO" in rendered([str(tmp_path)], "spawn.html", **given)
    (tmp_path / "spawn.html").write_text('{% extends "page.html" %}{% block main %}THEIRS{% endblock %}')
    theirs = rendered([str(tmp_path)], "spawn.html", **given)
    assert "THEIRS" in theirs and "Start your server" not in theirs


def test_paths_and_variables_that_code_of_the_operator_adds_stay():
    config = Config()
    config.JupyterHub.template_paths.insert(0, "/own")
    config.JupyterHub.template_vars.update({"announcement": "Hello"})
    configure(config, StartPage(FACTS, FOLDER), FOLDER)
    assert config.JupyterHub.template_paths == ["/own", FOLDER]
    assert config.JupyterHub.template_vars["announcement"] == "Hello"
    assert not callable(config.JupyterHub.template_vars["jupyterhub_gke"])


@pytest.mark.parametrize("name", ["profile_form_template", "additional_profile_form_template_paths"])
def test_a_form_of_the_operator_stays(name):
    config = Config()
    config.KubeSpawner.profile_list = [SMALL, LARGE]
    config.KubeSpawner[name] = "x"
    configure(config, StartPage(FACTS, FOLDER), FOLDER)
    assert "options_form" not in config.KubeSpawner


def test_a_hub_without_a_list_has_no_form():
    config = Config()
    configure(config, StartPage(FACTS, FOLDER), FOLDER)
    assert "options_form" not in config.KubeSpawner
