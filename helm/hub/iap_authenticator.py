"""JupyterHub's authenticator behind Google's Identity-Aware Proxy (IAP).

Who somebody is comes from IAP's signed assertion alone; who may enter from the list of people. Every request that leans on the hub's cookie must
carry the assertion of the same person: JupyterHub's own `refresh_user` is throttled per user, not per session, so the check sits in BaseHandler
(`_install_door`), which every page and API handler of JupyterHub 5.5 goes through. Tokens of people without access are refused there too.
While the audience or the list is absent or not right, nobody enters.
"""

import os

from jupyterhub import orm
from jupyterhub.apihandlers import APIHandler
from jupyterhub.auth import Authenticator
from jupyterhub.handlers.base import BaseHandler
from jupyterhub.handlers.login import LoginHandler, LogoutHandler
from jupyterhub.user import User
from tornado.httputil import url_concat
from tornado.web import HTTPError
from traitlets import Unicode, default

from hub_members import MEMBERS_FILE, MembersSource, WatchedFile, fresh_path, utc_now
from iap_assertion import HEADER, KEYS_URL, NOT_READY, KeySet, Refused, parse_audiences, verify

AUDIENCE_FILE = "/etc/jupyterhub-gke/audience/audiences.json"
# hub.loadRoles gives this group the right to see and stop servers; nobody gets JupyterHub's own admin role, which may do everything.
ADMIN_GROUP = "jupyterhub-gke-admins"
OTHER_PERSON = "You are signed in to Google as somebody else than in this hub. That session is closed now: reload the page to go on."


class IAPLogoutHandler(LogoutHandler):
    """Ends the hub's session and IAP's; the hub's alone would begin again with the next click."""

    async def render_logout_page(self):
        self.redirect(url_concat(self.base_url, {"gcp-iap-mode": "CLEAR_LOGIN_COOKIE"}), permanent=False)


class IAPAuthenticator(Authenticator):
    """Lets in the listed people whom IAP has verified; the user name is the lower-case e-mail address."""

    audience_file = Unicode(help="JSON list of the accepted audiences; absent or not right: nobody enters.").tag(config=True)
    members_file = Unicode(help="The list of people (members.json); absent or not right: nobody enters.").tag(config=True)
    keys_url = Unicode(help="Where IAP's public keys are, as a JSON Web Key set.").tag(config=True)

    @default("audience_file")
    def _audience_file(self):
        return os.environ.get("JUPYTERHUB_GKE_AUDIENCE_FILE", AUDIENCE_FILE)

    @default("members_file")
    def _members_file(self):
        return os.environ.get("JUPYTERHUB_GKE_MEMBERS_FILE", MEMBERS_FILE)

    @default("keys_url")
    def _keys_url(self):
        return os.environ.get("JUPYTERHUB_GKE_IAP_KEYS_URL") or KEYS_URL

    @default("auto_login")
    def _auto_login(self):
        return True

    @default("auto_login_oauth2_authorize")
    def _auto_login_oauth2_authorize(self):
        return True

    @default("allow_all")
    def _allow_all(self):
        # authenticate() has compared with the list already.
        return True

    @default("auth_refresh_age")
    def _auth_refresh_age(self):
        return 60

    @default("refresh_pre_spawn")
    def _refresh_pre_spawn(self):
        return True

    @default("manage_groups")
    def _manage_groups(self):
        return True

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._audiences = WatchedFile(self.audience_file, parse_audiences, self.log.warning)
        self._members = MembersSource(self.members_file, fresh_path(os.getpid()), self.log.warning)
        self._keys = KeySet(self.keys_url, self.log.warning)
        _install_door()

    def get_handlers(self, app):
        return [(r"/logout", IAPLogoutHandler)]

    def member(self, email):
        """The listed person who has access now; Refused with the reason for everybody else."""
        members = self._members.value
        if members is None:
            raise Refused(503, NOT_READY, "the list of people is absent or not right")
        person = members.people.get(email)
        if person is None:
            raise Refused(403, f"{email} is not on the list of people of this hub. Somebody has to add this address to it.", "not listed")
        if not person.active(utc_now()):
            raise Refused(403, f"The access of {email} to this hub ended on {person.last_day}.", "access has ended")
        return person

    async def identify(self, request):
        """The listed person whose valid assertion the request carries; Refused otherwise."""
        given = request.headers.get_list(HEADER)
        if len(given) > 1:
            raise Refused(403, "The request carried more than one sign-in.", "several assertions")
        return self.member(await verify(given[0] if given else "", self._audiences.value, self._keys))

    def model(self, person):
        """What JupyterHub keeps of a person. `admin` is always False: that strips JupyterHub's own admin role from anybody who has it."""
        return {"name": person.email, "admin": False, "groups": [ADMIN_GROUP] if person.admin else []}

    async def authenticate(self, handler, data):
        if isinstance(handler, APIHandler):
            # The token API would otherwise sign in any request of the browser, without its check against forged cross-site requests.
            raise HTTPError(403, "Sign in through the hub's pages.")
        try:
            return self.model(await self.identify(handler.request))
        except Refused as refused:
            self.log.warning("Sign-in refused: %s", refused)
            raise HTTPError(refused.status, refused.text) from None

    async def refresh_user(self, user, handler=None):
        """Renews who may see and stop servers; False once access has ended. The door has compared the assertion with the cookie before."""
        try:
            person = self.member(user.name)
            if handler is not None and handler.get_token() is None and _acting(handler, user) == user.name:
                if (await self.identify(handler.request)).email != user.name:
                    return False
        except Refused:
            return False
        return self.model(person)

    async def pre_spawn_start(self, user, spawner):
        """No server starts for somebody without access, whoever asks for it."""
        try:
            self.member(user.name)
        except Refused as refused:
            raise HTTPError(refused.status, refused.text) from None


def _acting(handler, fallback):
    current = getattr(handler, "_jupyterhub_user", None) or fallback
    return current.name


def _install_door():
    """Puts the checks of this module into BaseHandler, once a process."""
    if hasattr(BaseHandler, "_iap_door"):
        return
    prepare, from_cookie, from_token = BaseHandler.prepare, BaseHandler.get_current_user_cookie, BaseHandler.get_current_user_token

    async def prepare_with_assertion(self):
        self._iap_person = self._iap_refusal = None
        self._iap_absent = Refused(403, "The sign-in could not be checked.")
        if isinstance(self.authenticator, IAPAuthenticator) and self.get_cookie(self.hub.cookie_name):
            try:
                self._iap_person = await self.authenticator.identify(self.request)
            except Refused as refused:
                self._iap_absent = refused
        await prepare(self)
        if self._iap_refusal is not None and not isinstance(self, (LoginHandler, LogoutHandler)):
            self.log.warning("Request refused at the door: %s", self._iap_refusal)
            raise HTTPError(self._iap_refusal.status, self._iap_refusal.text)

    def cookie_of_the_same_person(self):
        if not isinstance(self.authenticator, IAPAuthenticator):
            return from_cookie(self)
        if getattr(self, "_iap_refusal", None) is not None or not self.get_cookie(self.hub.cookie_name):
            return None
        cookie_id = self.get_secure_cookie(self.hub.cookie_name, max_age_days=self.cookie_max_age_days)
        owner = cookie_id and self.db.query(orm.User).filter(orm.User.cookie_id == cookie_id.decode("utf8", "replace")).first()
        person = getattr(self, "_iap_person", None)
        if not owner:
            return from_cookie(self)
        if person is None:
            self._iap_refusal = getattr(self, "_iap_absent", None) or Refused(403, "The sign-in could not be checked.")
            return None
        if person.email != owner.name:
            # Nothing of the other person's session is taken over: neither the cookie nor the session id that ties tokens together.
            self._iap_refusal = Refused(403, OTHER_PERSON, "the cookie is another person's")
            self.clear_cookie(self.hub.cookie_name, path=self.hub.base_url)
            self.set_session_cookie()
            return None
        return from_cookie(self)

    def token_of_a_listed_person(self):
        owner = from_token(self)
        if isinstance(self.authenticator, IAPAuthenticator) and isinstance(owner, User):
            try:
                self.authenticator.member(owner.name)
            except Refused as refused:
                self._iap_refusal = refused
                self._token_authenticated = False
                return None
        return owner

    BaseHandler.prepare = prepare_with_assertion
    BaseHandler.get_current_user_cookie = cookie_of_the_same_person
    BaseHandler.get_current_user_token = token_of_a_listed_person
    BaseHandler._iap_door = True
