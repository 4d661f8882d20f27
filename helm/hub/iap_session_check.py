"""Compares every request that has the hub's session cookie with IAP's assertion, in JupyterHub's BaseHandler.

A cookie counts only in a request whose assertion is about the same person. A token counts only while its owner has
access. JupyterHub's own `refresh_user` cannot check this: it is throttled per user, not per session. Every page and API
handler of JupyterHub 5.5 goes through BaseHandler.
"""

from typing import Any

from jupyterhub import orm
from jupyterhub.auth import Authenticator
from jupyterhub.handlers.base import BaseHandler
from jupyterhub.handlers.login import LoginHandler, LogoutHandler
from jupyterhub.user import User
from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError

from iap_assertion import Identity, Refused

OTHER_PERSON = (
    "You are signed in to Google with another account than in this hub. "
    "The hub's session is closed now: reload the page to go on."
)
NOT_CHECKED = "Your sign-in could not be checked. Reload the page."

# No type describes a class whose methods are replaced.
_base: Any = BaseHandler
_prepare, _from_cookie, _from_token = _base.prepare, _base.get_current_user_cookie, _base.get_current_user_token


class CheckedAuthenticator(Authenticator):
    """What the checks ask of the hub's authenticator. Requests to a hub with another one are not checked."""

    @property
    def generation(self) -> int | None:
        """Number of the list in force, None where there is none."""
        raise NotImplementedError

    async def identify(self, request: HTTPServerRequest) -> Identity:
        """Whom the request's valid assertion is about, if this person has access; else Refused."""
        raise NotImplementedError

    def check_access(self, user: User) -> object:
        """Refused unless a user of the hub has access now, by what the hub's database knows of them."""
        raise NotImplementedError


def install_session_check() -> None:
    """Puts the checks into BaseHandler."""
    _base.prepare = _prepare_with_assertion
    _base.get_current_user_cookie = _cookie_of_the_same_person
    _base.get_current_user_token = _token_of_a_person_with_access


async def _prepare_with_assertion(self: Any) -> None:
    self._iap_identity = self._iap_refusal = None
    self._iap_absent = Refused(403, NOT_CHECKED)
    if isinstance(self.authenticator, CheckedAuthenticator) and self.get_cookie(self.hub.cookie_name):
        try:
            self._iap_identity = await self.authenticator.identify(self.request)
        except Refused as refused:
            self._iap_absent = refused
    await _prepare(self)
    if self._iap_refusal is not None and not isinstance(self, (LoginHandler, LogoutHandler)):
        self.log.warning("Request refused: %s", self._iap_refusal)
        raise HTTPError(self._iap_refusal.status, self._iap_refusal.text)


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
    if not isinstance(self.authenticator, CheckedAuthenticator) or not isinstance(owner, User):
        return owner
    try:
        self.authenticator.check_access(owner)
    except Refused as refused:
        self._iap_refusal = refused
        self._token_authenticated = False
        return None
    return _by_newest_list(self, owner)


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
