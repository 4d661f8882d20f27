"""Keeps the hub's own pages and tokens out of reach of pages below /user/, which the owners of servers write.

Without subdomains all pages come from one origin, so a script of a notebook server may fetch a page of the hub or
open it in a window. Whoever reads the XSRF token of such a page can do there what its visitor may do. So the token is
only in answers to navigation, which no script can read, and its cookie is HttpOnly. A window that opened a page of the
hub loses sight of it (notebook_gate_rules.py has the other half). A new token is made only for a visitor of the hub's
own page, not for the bearer of another token.
"""

from typing import Any

from jupyterhub.apihandlers.base import APIHandler
from jupyterhub.apihandlers.users import UserTokenListAPIHandler
from tornado.web import HTTPError

# JupyterHub's own pages open no page of the hub in a window that they go on to use.
OPENER_POLICY = "same-origin-allow-popups"
NO_MINTING = (
    "Tokens are created only on the hub's own page Token, while you are signed in to Google. "
    "A request that carries a token cannot create another one."
)


def set_page_headers(handler: Any) -> None:
    """Parts the answer's window from the window that opened it."""
    handler.set_header("Cross-Origin-Opener-Policy", OPENER_POLICY)


def before_request(handler: Any) -> None:
    """Hides the cookie of the XSRF token from scripts. Pages of the hub have the token in their text."""
    handler.settings.setdefault("xsrf_cookie_kwargs", {})["httponly"] = True


def after_checks(handler: Any) -> None:
    """Takes the XSRF token out of answers that scripts can read. JupyterHub has compared it by now."""
    is_navigation = handler.request.headers.get("Sec-Fetch-Mode") == "navigate"
    if not is_navigation and not isinstance(handler, APIHandler):
        # JupyterHub's `xsrf_token` returns this once it is set.
        handler._xsrf_token = b""


def refuse_minting(handler: Any) -> None:
    """HTTPError where a new token is asked for without the session and the assertion of a person."""
    is_minting = isinstance(handler, UserTokenListAPIHandler) and handler.request.method == "POST"
    if is_minting and (getattr(handler, "_token_authenticated", False) or handler._iap_identity is None):
        raise HTTPError(403, NO_MINTING)
