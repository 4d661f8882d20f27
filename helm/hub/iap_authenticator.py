"""JupyterHub's authenticator behind Google's Identity-Aware Proxy (IAP).

Who somebody is comes from IAP's signed assertion alone, and only in a request that came through the proxy (iap_route.py); who may enter from the
list: listed people, accounts of a listed domain (by address and `hd`), and where the list trusts IAP everybody whom IAP lets pass; never
somebody whose `until` has passed. Every request that leans on the hub's cookie must carry the assertion of the same person: JupyterHub's own
`refresh_user` is throttled per user, not per session, so the check sits in BaseHandler (`_install_iap_check`), which every page and API handler of
JupyterHub 5.5 goes through. Tokens of people without access are refused there too. While the audience or the list is absent or not right, or it is
not known which pods are the proxy's, nobody enters.

Requests by token, refreshes and starts come without an assertion of the person whom they are about, and so without `hd`. That Google vouched for the
account is therefore kept as membership of VOUCHED_GROUP in the hub's database: it survives restarts, is renewed by every assertion of the person,
and opens something only while the list has the domain. It knows no time, so that no clock can be wrong about it: how long the account lasts is
IAP's to say, which every browser passes anyway.
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

from hub_members import MEMBERS_FILE, RESERVED, MembersSource, Person, WatchedFile, fresh_path, utc_now
from iap_assertion import HEADER, KEYS_URL, NOT_READY, KeySet, Refused, parse_audiences, verify
from iap_route import FRONT_ENDS, ProxyPods, Route
from access_reconciler_api import connect_cluster

AUDIENCE_FILE = "/etc/jupyterhub-gke/audience/audiences.json"
# hub.loadRoles gives the first group the right to see and stop servers, and the second that to enter them; nobody gets JupyterHub's own admin role,
# which may do everything. Groups of the list cannot have names that begin like these.
ADMIN_GROUP = f"{RESERVED}-admins"
FULL_ADMIN_GROUP = f"{RESERVED}-full-admins"
VOUCHED_GROUP = f"{RESERVED}-vouched"
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
    front_ends = Unicode(help="Networks from which the load balancer calls the proxy, comma-separated CIDR blocks.").tag(config=True)

    @default("audience_file")
    def _audience_file(self):
        return os.environ.get("JUPYTERHUB_GKE_AUDIENCE_FILE", AUDIENCE_FILE)

    @default("members_file")
    def _members_file(self):
        return os.environ.get("JUPYTERHUB_GKE_MEMBERS_FILE", MEMBERS_FILE)

    @default("keys_url")
    def _keys_url(self):
        return os.environ.get("JUPYTERHUB_GKE_IAP_KEYS_URL") or KEYS_URL

    @default("front_ends")
    def _front_ends(self):
        return os.environ.get("JUPYTERHUB_GKE_FRONT_ENDS") or FRONT_ENDS

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
        # Requests wait for this one, so not for long.
        cluster = connect_cluster(timeout=3)
        self._route = Route(ProxyPods(cluster and cluster.proxies, self.log.warning), self.front_ends)
        _install_iap_check()

    def get_handlers(self, app):
        return [(r"/logout", IAPLogoutHandler)]

    @property
    def generation(self):
        """Number of the list in force, None where there is none."""
        members = self._members.value
        return members and members.generation

    def member(self, email, vouched):
        """The person with this address, who has access now; Refused with the reason for everybody else.

        `vouched`: whether the organisation that owns the address's domain owns the account too.
        """
        members = self._members.value
        if members is None:
            raise Refused(503, NOT_READY, "the list of people is absent or not right")
        person = members.find(email)
        if person is not None:
            if not person.active(utc_now()):
                raise Refused(403, f"The access of {email} to this hub ended on {person.last_day}.", "access has ended")
            return person
        in_domain = members.has_domain_of(email)
        if members.trusts_iap or (in_domain and vouched):
            return Person(email)
        if in_domain:
            domain = email.rpartition("@")[2]
            raise Refused(403, f"Google does not say that {domain} manages the account {email}, so it has to be listed to enter.", "not vouched for")
        raise Refused(403, f"{email} is not on the list of people of this hub. Somebody has to add this address to it.", "not listed")

    async def identify(self, request):
        """Whom the request's valid assertion is about, if it came through the proxy and this person has access; Refused otherwise."""
        given = request.headers.get_list(HEADER)
        if len(given) > 1:
            raise Refused(403, "The request carried more than one sign-in.", "several assertions")
        identity = await verify(given[0] if given else "", self._audiences.value, self._keys)
        await self._route.check(request, identity.email)
        self.member(identity.email, identity.vouched)
        return identity

    def model(self, email, vouched):
        """What JupyterHub keeps of a person. `admin` is always False: that strips JupyterHub's own admin role from anybody who has it."""
        person = self.member(email, vouched)
        own = {ADMIN_GROUP: person.admin, FULL_ADMIN_GROUP: person.admin == "full", VOUCHED_GROUP: vouched}
        return {"name": email, "admin": False, "groups": [*person.groups, *(name for name, has in own.items() if has)]}

    async def authenticate(self, handler, data):
        if isinstance(handler, APIHandler):
            # The token API would otherwise sign in any request of the browser, without its check against forged cross-site requests.
            raise HTTPError(403, "Sign in through the hub's pages.")
        try:
            identity = await self.identify(handler.request)
            return self.model(identity.email, identity.vouched)
        except Refused as refused:
            self.log.warning("Sign-in refused: %s", refused)
            raise HTTPError(refused.status, refused.text) from None

    async def refresh_user(self, user, handler=None):
        """Renews groups and rights; False once access has ended. IAP has compared the assertion with the cookie before."""
        vouched = _vouched(user)
        try:
            if handler is not None and handler.get_token() is None and _acting(handler, user) == user.name:
                identity = await self.identify(handler.request)
                if identity.email != user.name:
                    return False
                vouched = identity.vouched
            return self.model(user.name, vouched)
        except Refused:
            return False

    async def pre_spawn_start(self, user, spawner):
        """No server starts for somebody without access, whoever asks for it, and none of a profile that is not offered (profile_groups.py)."""
        try:
            self.member(user.name, _vouched(user))
        except Refused as refused:
            raise HTTPError(refused.status, refused.text) from None
        check = getattr(getattr(spawner, "profile_list", None), "check", None)
        if check is not None:
            check(spawner)


def _vouched(user):
    return any(group.name == VOUCHED_GROUP for group in user.groups)


def _acting(handler, fallback):
    current = getattr(handler, "_jupyterhub_user", None) or fallback
    return current.name


def _install_iap_check():
    """Puts the checks of this module into BaseHandler, once a process."""
    if hasattr(BaseHandler, "_iap_checked"):
        return
    prepare, from_cookie, from_token = BaseHandler.prepare, BaseHandler.get_current_user_cookie, BaseHandler.get_current_user_token

    async def prepare_with_assertion(self):
        self._iap_identity = self._iap_refusal = None
        self._iap_absent = Refused(403, "The sign-in could not be checked.")
        if isinstance(self.authenticator, IAPAuthenticator) and self.get_cookie(self.hub.cookie_name):
            try:
                self._iap_identity = await self.authenticator.identify(self.request)
            except Refused as refused:
                self._iap_absent = refused
        await prepare(self)
        if self._iap_refusal is not None and not isinstance(self, (LoginHandler, LogoutHandler)):
            self.log.warning("Request refused in IAP: %s", self._iap_refusal)
            raise HTTPError(self._iap_refusal.status, self._iap_refusal.text)

    def by_newest_list(self, user):
        # JupyterHub refreshes a user once a minute; a new list takes rights and groups away from sessions that are open, too.
        if isinstance(user, User) and getattr(user, "_iap_generation", None) != self.authenticator.generation:
            user._iap_generation = self.authenticator.generation
            user._auth_refreshed = None
        return user

    def cookie_of_the_same_person(self):
        if not isinstance(self.authenticator, IAPAuthenticator):
            return from_cookie(self)
        if getattr(self, "_iap_refusal", None) is not None or not self.get_cookie(self.hub.cookie_name):
            return None
        cookie_id = self.get_secure_cookie(self.hub.cookie_name, max_age_days=self.cookie_max_age_days)
        owner = cookie_id and self.db.query(orm.User).filter(orm.User.cookie_id == cookie_id.decode("utf8", "replace")).first()
        identity = getattr(self, "_iap_identity", None)
        if not owner:
            return from_cookie(self)
        if identity is None:
            self._iap_refusal = getattr(self, "_iap_absent", None) or Refused(403, "The sign-in could not be checked.")
            return None
        if identity.email != owner.name:
            # Nothing of the other person's session is taken over: neither the cookie nor the session id that ties tokens together.
            self._iap_refusal = Refused(403, OTHER_PERSON, "the cookie is another person's")
            self.clear_cookie(self.hub.cookie_name, path=self.hub.base_url)
            self.set_session_cookie()
            return None
        return by_newest_list(self, from_cookie(self))

    def token_of_a_listed_person(self):
        owner = from_token(self)
        if isinstance(self.authenticator, IAPAuthenticator) and isinstance(owner, User):
            try:
                self.authenticator.member(owner.name, _vouched(owner))
            except Refused as refused:
                self._iap_refusal = refused
                self._token_authenticated = False
                return None
            return by_newest_list(self, owner)
        return owner

    BaseHandler.prepare = prepare_with_assertion
    BaseHandler.get_current_user_cookie = cookie_of_the_same_person
    BaseHandler.get_current_user_token = token_of_a_listed_person
    BaseHandler._iap_checked = True
