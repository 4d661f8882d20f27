"""Loaded in every notebook server: refuses what reaches the server past the hub in another person's name.

The proxy sends `/user/<name>/…` straight to the notebook server, so the hub's check of IAP's assertion never sees these requests, websockets among them. This guard
compares the e-mail address in IAP's assertion with JUPYTERHUB_USER. Somebody else passes only with a session in which the hub knows the very person of
the assertion and lets this person into this server: a full admin. It only ever denies: whoever it lets through still needs a session that
JupyterHub accepts. So it need not verify the signature, for which notebook images lack the libraries, and NetworkPolicies keep everybody but
the proxy and the hub away from the port. What comes from the hub itself carries no assertion, no cookie and none of the proxy's headers.

Standard library and tornado only. Switched on by jupyter_server_config.d: {"ServerApp": {"jpserver_extensions": {"notebook_guard": true}}}.
"""

import asyncio
import base64
import inspect
import json
import os
from urllib.parse import unquote

from tornado.web import HTTPError, RequestHandler

HEADER = "X-Goog-Iap-Jwt-Assertion"
# configurable-http-proxy adds the first four to every request; the others are what proxies and browsers add.
PASSED_ON = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto", "Forwarded", "Via", "Cookie")

# Seconds between two looks whether the hub still lets somebody else's open websocket be.
WEBSOCKET_CHECK = 30

ABSENT = "This server accepts requests through Google's Identity-Aware Proxy (IAP) only: the request carried no assertion of IAP."
OTHER_PERSON = "This server belongs to somebody else than the person who is signed in to Google. Go to the hub's own page to reach yours."


def email_of(assertion):
    """The lower-case address that an assertion claims, unverified; None where there is none."""
    parts = assertion.split(".")
    if len(parts) != 3:
        return None
    try:
        payload = parts[1].encode("ascii")
        claims = json.loads(base64.urlsafe_b64decode(payload + b"=" * (-len(payload) % 4)))
        email = claims["email"]
        return email.lower() if isinstance(email, str) and email.isascii() and email else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def refusal(headers, user):
    """Why a request to the server of `user` is refused, or None. `headers` are tornado's."""
    given = headers.get_list(HEADER)
    if not given:
        return ABSENT if any(name in headers for name in PASSED_ON) else None
    if len(given) > 1 or not user or email_of(given[0]) != user:
        return OTHER_PERSON
    return None


class RefusedHandler(RequestHandler):
    """Answers every method, and the upgrade to a websocket, with 403 and the reason."""

    SUPPORTED_METHODS = (*RequestHandler.SUPPORTED_METHODS, "PROPFIND")

    def initialize(self, reason):
        self.reason = reason

    def prepare(self):
        self.set_status(403)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(self.reason + "\n")

    def check_xsrf_cookie(self):
        """Nothing is changed by this handler."""


class Visitors:
    """Lets in those whom the hub lets into another person's server, and asks it anew for every request: a right that was taken away ends at once."""

    def __init__(self, identity, base_url):
        self._identity = identity
        self._callback = unquote(base_url) + "oauth_callback"
        self._classes = {}
        self._watches = set()

    def handler_class(self, handler_class):
        """The same handler with the question to the hub before everything else."""
        if handler_class not in self._classes:
            admit = self._admit

            class Visited(handler_class):
                async def prepare(self):
                    await admit(self)
                    if not self._finished:
                        prepared = super().prepare()
                        if inspect.isawaitable(prepared):
                            await prepared

            Visited.__name__ = handler_class.__name__
            self._classes[handler_class] = Visited
        return self._classes[handler_class]

    async def _admit(self, handler):
        if unquote(handler.request.path) == self._callback:
            # The end of the sign-in, before there is a session.
            return
        user = self._identity.get_user(handler)
        user = await user if inspect.isawaitable(user) else user
        is_socket = handler.request.headers.get("Upgrade", "").lower() == "websocket"
        if user is None and handler.request.method == "GET" and not is_socket:
            # Jupyter Server's handlers ask for it on the way to the login, and fail where nobody has set it.
            handler.current_user = None
            handler.redirect(handler.get_login_url())
            return
        if user is None or user.username != email_of(handler.request.headers[HEADER]) or not await self._allowed(handler):
            raise HTTPError(403, OTHER_PERSON)
        if is_socket:
            watch = asyncio.ensure_future(self._watch(handler))
            self._watches.add(watch)
            watch.add_done_callback(self._watches.discard)

    async def _allowed(self, handler):
        hub = self._identity.hub_auth
        # The answers that JupyterHub keeps are up to five minutes old.
        model = await hub.user_for_token(hub.get_token(handler) or "", use_cache=False, session_id=hub.get_session_id(handler), sync=False)
        return bool(model and hub.check_scopes(hub.access_scopes, model))

    async def _watch(self, socket):
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
                socket.close(4403, "no access")
                return


def guard(application, user, log=None, visitors=None):
    """Puts the guard in front of every handler of a tornado application, those of extensions added later included.

    `visitors`: who decides about people other than the owner; None: nobody else gets in.
    """
    find_handler = application.find_handler

    def find_guarded_handler(request, **kwargs):
        reason = refusal(request.headers, user)
        if reason is None:
            return find_handler(request, **kwargs)
        if reason is OTHER_PERSON and visitors is not None and len(request.headers.get_list(HEADER)) == 1 and email_of(request.headers[HEADER]):
            delegate = find_handler(request, **kwargs)
            if hasattr(delegate, "handler_class"):
                delegate.handler_class = visitors.handler_class(delegate.handler_class)
                return delegate
        if log is not None:
            log.warning("Request to this server refused: %s", "no assertion" if reason is ABSENT else "another person's assertion")
        return application.get_handler_delegate(request, RefusedHandler, {"reason": reason})

    application.find_handler = find_guarded_handler


def _jupyter_server_extension_points():
    return [{"module": "notebook_guard"}]


def _load_jupyter_server_extension(serverapp):
    identity = getattr(serverapp, "identity_provider", None)
    # Servers older than jupyterhub 4 know their users in another way: there nobody but the owner enters.
    visitors = Visitors(identity, serverapp.base_url) if hasattr(identity, "hub_auth") else None
    guard(serverapp.web_app, os.environ.get("JUPYTERHUB_USER", ""), serverapp.log, visitors)
