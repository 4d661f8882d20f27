"""Loaded in every notebook server: refuses requests that reach the server past the hub in another person's name.

The proxy sends `/user/<name>/…` straight to the notebook server, so that the hub's check of IAP's assertion never sees
these requests, nor websockets. This guard compares the e-mail address in the assertion with JUPYTERHUB_USER. Somebody
else passes only with a session of the same person as the assertion, whom the hub admits to this server: a full admin.

The guard only denies. Whoever passes still needs a session that JupyterHub accepts. So it need not verify the
signature, for which notebook images lack the libraries. NetworkPolicies keep everybody but the proxy and the hub away
from the port. Requests of the hub itself have no assertion, no cookie and none of the proxy's headers.

Standard library and tornado only. Switched on by jupyter_server_config.d:
{"ServerApp": {"jpserver_extensions": {"notebook_guard": true}}}.
"""

# Notebook images choose their own Python, which may be older than the hub's.
from __future__ import annotations

import asyncio
import base64
import inspect
import json
import os
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tornado.web import HTTPError, RequestHandler

if TYPE_CHECKING:
    from logging import Logger

    from tornado.httputil import HTTPHeaders, HTTPMessageDelegate, HTTPServerRequest
    from tornado.web import Application

HEADER = "X-Goog-Iap-Jwt-Assertion"
# configurable-http-proxy adds the first four to every request. The others are what proxies and browsers add.
PASSED_ON = (
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Port",
    "X-Forwarded-Proto",
    "Forwarded",
    "Via",
    "Cookie",
)
# An assertion is header, payload and signature.
PARTS = 3
# Seconds between two checks whether the hub still admits the visitor of an open websocket.
WEBSOCKET_CHECK = 30
# Websocket codes from 4000 are an application's own; this one is like status 403.
NO_ACCESS = 4403

ABSENT = "This request did not come through Identity-Aware Proxy (IAP). Open the server from the hub's own page."
OTHER_PERSON = (
    "This server belongs to another account than the one you are signed in to Google with. "
    "Open your own server from the hub's page."
)


def email_of(assertion: str) -> str | None:
    """The lower-case address that an assertion claims, unverified; None where there is none."""
    parts = assertion.split(".")
    if len(parts) != PARTS:
        return None
    try:
        payload = parts[1].encode("ascii")
        claims = json.loads(base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)))
        email = claims["email"]
        return email.lower() if isinstance(email, str) and email.isascii() and email else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def refusal(headers: HTTPHeaders, user: str) -> str | None:
    """Why a request to the server of `user` is refused, or None."""
    given = headers.get_list(HEADER)
    if not given:
        return ABSENT if any(name in headers for name in PASSED_ON) else None
    if len(given) > 1 or not user or email_of(given[0]) != user:
        return OTHER_PERSON
    return None


class RefusedHandler(RequestHandler):
    """Answers every method, and the upgrade to a websocket, with 403 and the reason."""

    SUPPORTED_METHODS = (*RequestHandler.SUPPORTED_METHODS, "PROPFIND")

    def initialize(self, reason: str) -> None:
        self.reason = reason

    def prepare(self) -> None:
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(self.reason + "\n")

    def check_xsrf_cookie(self) -> None:
        """Not needed: this handler changes nothing."""


class Visitors:
    """Admits those whom the hub admits to another person's server. The hub is asked for every request.

    So a right that was taken away ends at once.
    """

    def __init__(self, identity: Any, base_url: str) -> None:
        self._identity = identity
        self._callback = unquote(base_url) + "oauth_callback"
        self._classes: dict[type[RequestHandler], type[RequestHandler]] = {}
        self._watches: set[asyncio.Future[None]] = set()

    def handler_class(self, handler_class: type[RequestHandler]) -> type[RequestHandler]:
        """The same handler, which asks the hub before everything else."""
        if handler_class not in self._classes:

            async def prepare(handler: RequestHandler) -> None:
                await self._admit(handler)
                if not handler._finished:  # noqa: SLF001 - tornado has no other way to ask
                    prepared = handler_class.prepare(handler)
                    if inspect.isawaitable(prepared):
                        await prepared

            self._classes[handler_class] = type(handler_class.__name__, (handler_class,), {"prepare": prepare})
        return self._classes[handler_class]

    async def _admit(self, handler: RequestHandler) -> None:
        if unquote(handler.request.path) == self._callback:
            # The end of the sign-in, before there is a session.
            return
        user = self._identity.get_user(handler)
        user = await user if inspect.isawaitable(user) else user
        is_socket = handler.request.headers.get("Upgrade", "").lower() == "websocket"
        if user is None and handler.request.method == "GET" and not is_socket:
            # Jupyter Server's handlers read it on the way to the login, and fail where nobody has set it.
            handler.current_user = None
            handler.redirect(handler.get_login_url())
            return
        is_same = user is not None and user.username == email_of(handler.request.headers[HEADER])
        if not is_same or not await self._allowed(handler):
            raise HTTPError(403, OTHER_PERSON)
        if is_socket:
            watch = asyncio.ensure_future(self._watch(handler))
            self._watches.add(watch)
            watch.add_done_callback(self._watches.discard)

    async def _allowed(self, handler: RequestHandler) -> bool:
        hub = self._identity.hub_auth
        token, session = hub.get_token(handler) or "", hub.get_session_id(handler)
        # The answers that JupyterHub keeps are up to five minutes old.
        model = await hub.user_for_token(token, use_cache=False, session_id=session, sync=False)
        return bool(model and hub.check_scopes(hub.access_scopes, model))

    async def _watch(self, socket: Any) -> None:
        while True:
            await asyncio.sleep(WEBSOCKET_CHECK)
            if getattr(socket, "ws_connection", None) is None:
                return
            try:
                allowed = await self._allowed(socket)
            except HTTPError:
                # No answer is no refusal: the hub restarts now and then.
                continue
            if not allowed:
                socket.close(NO_ACCESS, "no access")
                return


def guard(application: Application, user: str, log: Logger | None = None, visitors: Visitors | None = None) -> None:
    """Puts the guard in front of every handler of an application, also those that extensions add later.

    `visitors`: who decides about people other than the owner; None: nobody else is admitted.
    """
    find_handler = application.find_handler

    def find_guarded_handler(request: HTTPServerRequest, **kwargs: Any) -> HTTPMessageDelegate:
        reason = refusal(request.headers, user)
        if reason is None:
            return find_handler(request, **kwargs)
        if reason is OTHER_PERSON and visitors is not None and _is_of_one_person(request.headers):
            delegate = find_handler(request, **kwargs)
            if hasattr(delegate, "handler_class"):
                delegate.handler_class = visitors.handler_class(delegate.handler_class)
                return delegate
        if log is not None:
            why = "no assertion" if reason is ABSENT else "another person's assertion"
            log.warning("Request to this server refused: %s", why)
        return application.get_handler_delegate(request, RefusedHandler, {"reason": reason})

    # No type describes an object whose method is replaced.
    guarded: Any = application
    guarded.find_handler = find_guarded_handler


def _is_of_one_person(headers: HTTPHeaders) -> bool:
    return len(headers.get_list(HEADER)) == 1 and bool(email_of(headers[HEADER]))


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "notebook_guard"}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    identity = getattr(serverapp, "identity_provider", None)
    # Servers older than jupyterhub 4 have no hub_auth here: they admit nobody but the owner.
    visitors = Visitors(identity, serverapp.base_url) if hasattr(identity, "hub_auth") else None
    guard(serverapp.web_app, os.environ.get("JUPYTERHUB_USER", ""), serverapp.log, visitors)
