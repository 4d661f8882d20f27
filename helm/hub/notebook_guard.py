"""Loaded in every notebook server: refuses what reaches the server past the hub in another person's name.

The proxy sends `/user/<name>/…` straight to the notebook server, so the hub's door never sees these requests, websockets among them. This guard
compares the e-mail address in IAP's assertion with JUPYTERHUB_USER. It only ever denies: whoever it lets through still needs a session that
JupyterHub accepts. So it need not verify the signature, for which notebook images lack the libraries, and NetworkPolicies keep everybody but
the proxy and the hub away from the port. What comes from the hub itself carries no assertion, no cookie and none of the proxy's headers.

Standard library and tornado only. Switched on by jupyter_server_config.d: {"ServerApp": {"jpserver_extensions": {"notebook_guard": true}}}.
"""

import base64
import json
import os

from tornado.web import RequestHandler

HEADER = "X-Goog-Iap-Jwt-Assertion"
# configurable-http-proxy adds the first four to every request; the others are what proxies and browsers add.
PASSED_ON = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Proto", "Forwarded", "Via", "Cookie")

ABSENT = "This server is entered through the hub's front door only: the request carried no sign-in by Google's Identity-Aware Proxy."
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


def guard(application, user, log=None):
    """Puts the guard in front of every handler of a tornado application, those of extensions added later included."""
    find_handler = application.find_handler

    def find_guarded_handler(request, **kwargs):
        reason = refusal(request.headers, user)
        if reason is None:
            return find_handler(request, **kwargs)
        if log is not None:
            log.warning("Request to this server refused: %s", "no assertion" if reason is ABSENT else "another person's assertion")
        return application.get_handler_delegate(request, RefusedHandler, {"reason": reason})

    application.find_handler = find_guarded_handler


def _jupyter_server_extension_points():
    return [{"module": "notebook_guard"}]


def _load_jupyter_server_extension(serverapp):
    guard(serverapp.web_app, os.environ.get("JUPYTERHUB_USER", ""), serverapp.log)
