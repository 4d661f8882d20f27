"""The chart's values and secrets, for jupyterhub_config.py and hub.extraConfig, under Zero to JupyterHub's names."""

import functools
import os
import pathlib

import yaml

FOLDER = pathlib.Path("/usr/local/etc/jupyterhub/secret")
_UNSET = object()


@functools.lru_cache
def _values():
    return yaml.safe_load((FOLDER / "values.yaml").read_text(encoding="utf-8"))


def get_config(key, default=None):
    """Value at a dotted path, such as `hub.db.type`; `default` where any part of the path is absent."""
    value = _values()
    for part in key.split("."):
        if not isinstance(value, dict) or part not in value:
            return default
        value = value[part]
    return value


def set_config_if_not_none(section, trait, key):
    """Sets a trait from a value unless the value is absent or null."""
    value = get_config(key)
    if value is not None:
        setattr(section, trait, value)


def get_secret_value(key, default=_UNSET):
    """Value that the chart made or was given, from the Secret hub."""
    path = FOLDER / key
    if path.exists():
        return path.read_text(encoding="utf-8")
    if default is _UNSET:
        raise KeyError(f"{key} is not in the Secret hub")
    return default


def get_name(name):
    """Name of one of the chart's objects; nothing is prefixed in this chart."""
    return name


def get_name_env(name, suffix=""):
    """Value of a Service's variable, such as ("hub", "_SERVICE_PORT")."""
    return os.environ[name.upper().replace("-", "_") + suffix]
