"""What a request for a start may bring, checked before JupyterHub keeps or uses any of it.

JupyterHub 5.5 leaves four gaps here (user.py, handlers/pages.py and orm.py, read 2026-12):
- It writes any JSON of a request to the row of the server, and only then finds that it is no object. Such a row fails
  each later start of the hub. A row that is there already is read as one without options.
- Its page takes a form for a named server without asking whether there may be one more, or of this name.
- Its page starts a server for a mere link that has a query, from whatever site. Here the query only chooses a profile
  on the page, and a person presses the button.
"""

from __future__ import annotations

from typing import Any

from jupyterhub import orm
from jupyterhub.apihandlers.users import UserServerAPIHandler
from jupyterhub.handlers.base import BaseHandler
from jupyterhub.handlers.pages import SpawnHandler
from jupyterhub.scopes import needs_scope

from refusals import Refusal

NOT_OPTIONS = (
    "The options of a server are one JSON object of at most 64 KiB and 8 levels. Send such an object, or nothing."
)
NO_NAMED = "This hub has no named servers. Use your own server."
TOO_MANY = "You have {limit} named servers, and may have no more. Delete one that you do not need, then try again."
MAX_BYTES = 65_536
MAX_LEVELS = 8
# JupyterHub reads an object with this key as bytes.
BYTES_KEY = "__jupyterhub_bytes__"

# No type describes classes whose methods are replaced.
_base: Any = BaseHandler
_page: Any = SpawnHandler
_api: Any = UserServerAPIHandler
_row: Any = orm.Spawner
_spawn, _get, _post, _json_body = _base.spawn_single_user, _page._get, _page._post, _api.get_json_body


class Options(orm.JSONDict):
    """The column of a server's options. What cannot be options is read as none, so that the hub starts."""

    cache_ok = True

    def process_result_value(self, value: Any, dialect: Any) -> Any:
        """The options of a row."""
        try:
            found = super().process_result_value(value, dialect)  # type: ignore[no-untyped-call]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}
        return found if found is None or isinstance(found, dict) else {}


def are_options(value: object) -> bool:
    """Whether JupyterHub can keep this as the options of a server, and read it again."""
    return isinstance(value, dict) and _is_kept(value, MAX_LEVELS)


def _is_kept(value: object, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return True
    if levels == 0 or (isinstance(value, dict) and BYTES_KEY in value):
        return False
    return all(_is_kept(one, levels - 1) for one in (value.values() if isinstance(value, dict) else value))


def install_start_checks() -> None:
    """Puts the checks into JupyterHub's handlers, and the column into its table."""
    _row.__table__.c.user_options.type = Options()
    _base.spawn_single_user = _spawn_with_options
    _api.get_json_body = _body_of_options
    _page._get, _page._post = _page_without_start, _form_within_limits


def _body_of_options(self: Any) -> Any:
    if len(self.request.body or b"") > MAX_BYTES:
        raise Refusal(400, "choice", NOT_OPTIONS)
    body = _json_body(self)
    if body is not None and not are_options(body):
        raise Refusal(400, "choice", NOT_OPTIONS)
    return body


async def _spawn_with_options(self: Any, user: Any, server_name: str = "", options: Any = None) -> Any:
    # Code of the configuration may make options of a form.
    if options is not None and not are_options(options):
        raise Refusal(400, "choice", NOT_OPTIONS)
    return await _spawn(self, user, server_name, options=options)


@needs_scope("servers")  # type: ignore[untyped-decorator]
async def _page_without_start(self: Any, user_name: str, server_name: str) -> Any:
    asked = self.request.query_arguments
    self.jupyterhub_gke_asked = b"".join(asked.get("profile", [])[:1]).decode("utf-8", "replace")
    self.request.query_arguments = {name: values for name, values in asked.items() if name == "next"}
    return await _get(self, user_name=user_name, server_name=server_name)


@needs_scope("servers")  # type: ignore[untyped-decorator]
async def _form_within_limits(self: Any, user_name: str, server_name: str) -> Any:
    user = self.find_user(user_name)
    if server_name and user is not None:
        if not self.allow_named_servers:
            raise Refusal(400, "name", NO_NAMED)
        # It refuses a wrong name too (server_limits.py).
        limit = await self.get_current_user_named_server_limit()
        if server_name not in user.orm_spawners and 0 < limit <= len(list(user.all_spawners(include_default=False))):
            raise Refusal(400, "name", TOO_MANY.format(limit=limit))
    return await _post(self, user_name=user_name, server_name=server_name)
