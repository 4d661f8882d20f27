"""JupyterHub's authenticator behind Google's Identity-Aware Proxy (IAP).

Only IAP's signed assertion says who somebody is, and only in a request that came through the proxy (`iap_route`). The
list of people says who has access: listed people, accounts of a listed domain (by address and `hd`), and where the list
trusts IAP everybody whom IAP admits. Nobody has access once their `until` has passed. Every request with a session or a
token is checked too (`iap_session_check`). Nobody is admitted while the audience or the list is absent or invalid, or
while the proxy's pods are not known.

Requests by token, refreshes and starts carry no assertion of the person whom they are about, and so no `hd`. That
Google vouched for an account is therefore kept as membership of VOUCHED_GROUP in the hub's database. It survives
restarts, every assertion of the person renews it, and it gives access only while the list has the domain. It has no
end, so that no clock can be wrong about it: IAP, which every browser passes, knows how long an account lasts.
"""

import os
from typing import Any

from jupyterhub.apihandlers import APIHandler
from jupyterhub.handlers.base import BaseHandler
from jupyterhub.handlers.login import LogoutHandler
from jupyterhub.spawner import Spawner
from jupyterhub.user import User
from tornado.httputil import HTTPServerRequest, url_concat
from tornado.web import HTTPError
from traitlets import Unicode, default

import hub_visitors
from access_reconciler_api import connect_cluster
from hub_files import MembersSource, WatchedFile, fresh_path
from hub_members import MEMBERS_FILE, RESERVED, Person, utc_now
from hub_subdomains import ELSEWHERE, is_elsewhere
from iap_assertion import HEADER, KEYS_URL, NOT_READY, Identity, KeySet, Refused, parse_audiences, verify
from iap_route import GFE_RANGES, ProxyPods, Route
from iap_session_check import CheckedAuthenticator, install_session_check
from profile_choice import settle_choice
from refusals import Refusal, spare_failure_count
from start_requests import install_start_checks

AUDIENCE_FILE = "/etc/jupyterhub-gke/audience/audiences.json"
# hub.loadRoles gives the first group the right to see and stop servers, and the second the right to enter them. Nobody
# gets JupyterHub's own admin role, which may do everything. Groups of the list cannot have names that begin like these.
ADMIN_GROUP = f"{RESERVED}-admins"
FULL_ADMIN_GROUP = f"{RESERVED}-full-admins"
VOUCHED_GROUP = f"{RESERVED}-vouched"


class IAPLogoutHandler(LogoutHandler):
    """Ends the hub's session and IAP's. Without the second, the next click would open a new session of the hub."""

    async def render_logout_page(self) -> None:
        self.redirect(url_concat(self.base_url, {"gcp-iap-mode": "CLEAR_LOGIN_COOKIE"}), permanent=False)


class IAPAuthenticator(CheckedAuthenticator):
    """Admits people with access whom IAP has verified; the user name is the lower-case e-mail address."""

    audience_file = Unicode(help="JSON list of the accepted audiences. Without a valid one nobody is admitted.").tag(
        config=True
    )
    members_file = Unicode(help="The list of people (members.json). Without a valid one nobody is admitted.").tag(
        config=True
    )
    keys_url = Unicode(help="Where IAP's public keys are, as a JSON Web Key set.").tag(config=True)
    gfe_ranges = Unicode(
        help="Networks from which the load balancer calls the proxy, comma-separated CIDR blocks."
    ).tag(config=True)

    @default("audience_file")
    def _audience_file(self) -> str:
        return os.environ.get("JUPYTERHUB_GKE_AUDIENCE_FILE", AUDIENCE_FILE)

    @default("members_file")
    def _members_file(self) -> str:
        return os.environ.get("JUPYTERHUB_GKE_MEMBERS_FILE", MEMBERS_FILE)

    @default("keys_url")
    def _keys_url(self) -> str:
        return os.environ.get("JUPYTERHUB_GKE_IAP_KEYS_URL") or KEYS_URL

    @default("gfe_ranges")
    def _gfe_ranges(self) -> str:
        return os.environ.get("JUPYTERHUB_GKE_GFE_RANGES") or GFE_RANGES

    @default("auto_login")
    def _auto_login(self) -> bool:
        return True

    @default("auto_login_oauth2_authorize")
    def _auto_login_oauth2_authorize(self) -> bool:
        return True

    @default("allow_all")
    def _allow_all(self) -> bool:
        # authenticate() has compared with the list already.
        return True

    @default("auth_refresh_age")
    def _auth_refresh_age(self) -> int:
        return 60

    @default("refresh_pre_spawn")
    def _refresh_pre_spawn(self) -> bool:
        return True

    @default("manage_groups")
    def _manage_groups(self) -> bool:
        return True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)  # type: ignore[no-untyped-call]  # JupyterHub has no types
        self._audiences = WatchedFile(self.audience_file, parse_audiences, self.log.warning)
        self._members = MembersSource(self.members_file, fresh_path(os.getpid()), self.log.warning)
        self._keys = KeySet(self.keys_url, self.log.warning)
        # Requests wait for this call, so its time limit is short.
        cluster = connect_cluster(timeout=3)
        self._route = Route(ProxyPods(cluster.proxies if cluster else None, self.log.warning), self.gfe_ranges)
        self._subdomain_host = str(self.config.JupyterHub.get("subdomain_host", ""))
        install_session_check()
        install_start_checks()

    def get_handlers(self, app: Any) -> list[tuple[str, type[BaseHandler]]]:  # noqa: ARG002 - named by JupyterHub
        return [(r"/logout", IAPLogoutHandler), (hub_visitors.PATH, hub_visitors.VisitorHandler)]

    @property
    def generation(self) -> int | None:
        """Number of the list in force, None where there is none."""
        members = self._members.value
        return None if members is None else members.generation

    def member(self, email: str, vouched: bool) -> Person:
        """The person with this address, who has access now; Refused with the reason for everybody else.

        `vouched`: whether the organisation that owns the address's domain owns the account too.
        """
        members = self._members.value
        if members is None:
            raise Refused(503, NOT_READY, "the list of people is absent or invalid")
        person = members.find(email)
        if person is not None:
            if not person.active(utc_now()):
                ended = f"The access of {email} to this hub ended on {person.last_day}."
                raise Refused(403, f"{ended} Ask its administrators to extend it.", "access has ended", "ended")
            return person
        in_domain = members.has_domain_of(email)
        if members.trusts_iap or (in_domain and vouched):
            return Person(email)
        if in_domain:
            domain = email.rpartition("@")[2]
            unknown = f"Google does not confirm that {domain} manages the account {email}."
            raise Refused(
                403, f"{unknown} Ask the hub's administrators to list this address.", "not vouched for", "unvouched"
            )
        unlisted = f"{email} is not on the list of people of this hub."
        raise Refused(403, f"{unlisted} Ask its administrators to add this address.", "not listed", "unlisted")

    def groups_of(self, email: str) -> tuple[str, ...]:
        """Groups of the list in force that somebody is in, whether or not they have access now."""
        members = self._members.value
        person = None if members is None else members.find(email)
        return () if person is None else person.groups

    def check_access(self, user: User) -> Person:
        """The person of a user of the hub, by what the hub's database knows of them; Refused without access."""
        return self.member(user.name, _vouched(user))

    async def is_by_proxy(self, request: HTTPServerRequest) -> bool:
        """Whether the request came from outside, by the hub's proxy."""
        return await self._route.is_by_proxy(request)

    async def asserted(self, request: HTTPServerRequest) -> Identity:
        """Whom the request's valid assertion is about, listed or not. It must be for the hub's host, by the proxy."""
        given = request.headers.get_list(HEADER)
        if is_elsewhere(request, self._subdomain_host):
            raise Refused(403, ELSEWHERE, "a sign-in at another host than the hub's")
        if len(given) > 1:
            raise Refused(403, "The request carried more than one sign-in. Reload the page.", "several assertions")
        identity = await verify(given[0] if given else "", self._audiences.value, self._keys)
        await self._route.check(request, identity.email)
        return identity

    async def identify(self, request: HTTPServerRequest) -> Identity:
        """Whom the request's valid assertion is about, if it came through the proxy and this person has access."""
        identity = await self.asserted(request)
        self.member(identity.email, identity.vouched)
        return identity

    def model(self, email: str, vouched: bool) -> dict[str, Any]:
        """What JupyterHub keeps of a person. `admin` False takes JupyterHub's own admin role from whoever has it."""
        person = self.member(email, vouched)
        own = {ADMIN_GROUP: person.admin, FULL_ADMIN_GROUP: person.admin == "full", VOUCHED_GROUP: vouched}
        return {"name": email, "admin": False, "groups": [*person.groups, *(name for name, has in own.items() if has)]}

    async def authenticate(
        self,
        handler: BaseHandler,
        data: object,  # noqa: ARG002 - named by JupyterHub
    ) -> dict[str, Any]:
        if isinstance(handler, APIHandler):
            # The token API would otherwise sign in any request of the browser, without its check against forged
            # cross-site requests.
            raise HTTPError(403, "Sign in at the hub's own page.")
        try:
            identity = await self.identify(handler.request)
            return self.model(identity.email, identity.vouched)
        except Refused as refused:
            self.log.warning("Sign-in refused: %s", refused)
            raise refused.error() from None

    async def refresh_user(self, user: User, handler: BaseHandler | None = None) -> dict[str, Any] | bool:
        """Renews groups and rights; False once access has ended."""
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

    async def pre_spawn_start(self, user: User, spawner: Spawner) -> None:
        """Refuses to start a server for somebody without access, whoever asks, or of a profile that is not offered."""
        try:
            self.check_access(user)
        except Refused as refused:
            spare_failure_count(spawner)
            raise refused.error() from None
        check = getattr(getattr(spawner, "profile_list", None), "check", None)
        # budget_hub.py puts it there, in hubs that have budgets.
        budgets = getattr(spawner, "jupyterhub_gke_budgets", None)
        try:
            await settle_choice(spawner)
            for one in (check, None if budgets is None else budgets.check):
                if one is not None:
                    one(spawner)
        except Refusal:
            spare_failure_count(spawner)
            raise


def _vouched(user: User) -> bool:
    return any(group.name == VOUCHED_GROUP for group in user.groups)


def _acting(handler: BaseHandler, fallback: User) -> str:
    current = getattr(handler, "_jupyterhub_user", None) or fallback
    name: str = current.name
    return name
