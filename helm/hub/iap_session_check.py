"""Compares the session cookie and the token of every request with IAP's assertion, in JupyterHub's BaseHandler.

A cookie counts only in a request whose assertion is about the same person. A token counts only while its owner has
access. Where a request with a token came by the proxy, its assertion must be about the token's owner, so that a stolen
token is of no use to another person. Pods of the cluster call the hub directly, and an assertion says nothing there.
JupyterHub's own `refresh_user` cannot check this: it is throttled per user, not per session. Every page and API
handler of JupyterHub 5.5 goes through BaseHandler.
"""

from typing import Any

from jupyterhub import orm
from jupyterhub.auth import Authenticator
from jupyterhub.handlers.base import BaseHandler
from jupyterhub.handlers.login import LoginHandler, LogoutHandler
from jupyterhub.user import User
from tornado.httputil import HTTPServerRequest

from hub_pages import after_checks, before_request, refuse_minting, set_page_headers
from iap_assertion import HEADER, Identity, Refused

OTHER_PERSON = (
    "You are signed in to Google with another account than in this hub. "
    "The hub's session is closed now: reload the page to go on."
)
OTHER_OWNER = (
    "This token belongs to another account than the one you are signed in to Google with. "
    "Use a token of your own, from the hub's page Token."
)
# Google's accounts for programs: only these may bring the token of a service of the hub.
SERVICE_ACCOUNTS = ".gserviceaccount.com"
NOT_CHECKED = "Your sign-in could not be checked. Reload the page."

# No type describes a class whose methods are replaced.
_base: Any = BaseHandler
_prepare, _from_cookie, _from_token = _base.prepare, _base.get_current_user_cookie, _base.get_current_user_token
_default_headers = _base.set_default_headers


class CheckedAuthenticator(Authenticator):
    """What the checks ask of the hub's authenticator. Requests to a hub with another one are not checked."""

    @property
    def generation(self) -> int | None:
        """Number of the list in force, None where there is none."""
        raise NotImplementedError

    async def is_by_proxy(self, request: HTTPServerRequest) -> bool:
        """Whether the request came from outside, by the hub's proxy."""
        raise NotImplementedError

    async def asserted(self, request: HTTPServerRequest) -> Identity:
        """Whom the request's valid assertion is about; else Refused."""
        raise NotImplementedError

    async def identify(self, request: HTTPServerRequest) -> Identity:
        """Whom the request's valid assertion is about, if this person has access; else Refused."""
        raise NotImplementedError

    def check_access(self, user: User) -> object:
        """Refused unless a user of the hub has access now, by what the hub's database knows of them."""
        raise NotImplementedError


def install_session_check() -> None:
    """Puts the checks into BaseHandler."""
    _base.set_default_headers = _default_headers_of_pages
    _base.prepare = _prepare_with_assertion
    _base.get_current_user_cookie = _cookie_of_the_same_person
    _base.get_current_user_token = _token_of_a_person_with_access


def _default_headers_of_pages(self: Any) -> None:
    _default_headers(self)
    set_page_headers(self)


async def _prepare_with_assertion(self: Any) -> None:
    before_request(self)
    self._iap_identity = self._iap_refusal = None
    self._iap_absent = Refused(403, NOT_CHECKED)
    has_cookie = bool(self.get_cookie(self.hub.cookie_name))
    # Without a check of the way, a request with a token and an assertion counts as one from outside.
    self._iap_by_proxy = True
    if isinstance(self.authenticator, CheckedAuthenticator) and (has_cookie or HEADER in self.request.headers):
        self._iap_by_proxy = await self.authenticator.is_by_proxy(self.request)
        look = self.authenticator.identify if has_cookie else self.authenticator.asserted
        try:
            self._iap_identity = await look(self.request)
        except Refused as refused:
            self._iap_absent = refused
    try:
        await _prepare(self)
    finally:
        after_checks(self)
    if self._iap_refusal is not None and not isinstance(self, (LoginHandler, LogoutHandler)):
        self.log.warning("Request refused: %s", self._iap_refusal)
        raise self._iap_refusal.error()
    if isinstance(self.authenticator, CheckedAuthenticator):
        refuse_minting(self)


def _cookie_of_the_same_person(self: Any) -> Any:
    if not isinstance(self.authenticator, CheckedAuthenticator):
        return _from_cookie(self)
    if getattr(self, "_iap_refusal", None) is not None or not self.get_cookie(self.hub.cookie_name):
        return None
    owner = _owner_of_cookie(self)
    if not owner:
        return _from_cookie(self)
    identity = getattr(self, "_iap_identity", None)
    if identity is None:
        self._iap_refusal = getattr(self, "_iap_absent", None) or Refused(403, NOT_CHECKED)
        return None
    if identity.email != owner.name:
        # The session of the other person ends: its cookie, and the session id that ties its tokens together.
        self._iap_refusal = Refused(403, OTHER_PERSON, "the cookie is another person's")
        self.clear_cookie(self.hub.cookie_name, path=self.hub.base_url)
        self.set_session_cookie()
        return None
    return _by_newest_list(self, _from_cookie(self))


def _token_of_a_person_with_access(self: Any) -> Any:
    owner = _from_token(self)
    if owner is None or not isinstance(self.authenticator, CheckedAuthenticator):
        return owner
    try:
        _check_bearer(self, owner)
        if not isinstance(owner, User):
            return owner
        self.authenticator.check_access(owner)
    except Refused as refused:
        self._iap_refusal = refused
        self._token_authenticated = False
        return None
    return _by_newest_list(self, owner)


def _check_bearer(handler: Any, owner: Any) -> None:
    """Refused where the request's assertion is about somebody other than the token's owner."""
    if HEADER not in handler.request.headers or not getattr(handler, "_iap_by_proxy", True):
        return
    identity = getattr(handler, "_iap_identity", None)
    if identity is None:
        raise getattr(handler, "_iap_absent", None) or Refused(403, NOT_CHECKED)
    is_owner = identity.email == owner.name if isinstance(owner, User) else identity.email.endswith(SERVICE_ACCOUNTS)
    if not is_owner:
        raise Refused(403, OTHER_OWNER, f"a token of {owner.name} came with an assertion of {identity.email}")


def _owner_of_cookie(handler: Any) -> Any:
    cookie_id = handler.get_secure_cookie(handler.hub.cookie_name, max_age_days=handler.cookie_max_age_days)
    if not cookie_id:
        return None
    return handler.db.query(orm.User).filter(orm.User.cookie_id == cookie_id.decode("utf8", "replace")).first()


def _by_newest_list(handler: Any, user: Any) -> Any:
    # JupyterHub refreshes a user once a minute. After a new list, open sessions are refreshed at once.
    if isinstance(user, User) and getattr(user, "_iap_generation", None) != handler.authenticator.generation:
        user._iap_generation = handler.authenticator.generation
        user._auth_refreshed = None
    return user
