"""Tells the gate of a notebook server (notebook_gate.py) whether somebody other than its owner may open it now.

The gate asks with the server's own token, so that a server learns only who may open it and no other server.
"""

from __future__ import annotations

import json
from typing import Any

from jupyterhub.apihandlers.base import APIHandler
from jupyterhub.scopes import get_scopes_for
from jupyterhub.user import User
from tornado.web import HTTPError

from iap_assertion import Refused

PATH = r"/api/jupyterhub-gke/visitors/([^/]+)"


class VisitorHandler(APIHandler):
    """GET ?server=NAME: {"admits": true} while the hub lets this person open that server of the token's owner."""

    async def get(self, email: str) -> None:
        owner: Any = self.current_user
        if not getattr(self, "_token_authenticated", False) or not isinstance(owner, User):
            raise HTTPError(403, "Only a notebook server may ask for its visitors.")
        visitor: Any = self.find_user(email)  # type: ignore[no-untyped-call]  # JupyterHub has no types
        try:
            admits = await self._admits(email, visitor, owner, self.get_argument("server", ""))
        except Refused:
            admits = False
        self.write(json.dumps({"admits": admits}))

    async def _admits(self, email: str, visitor: Any, owner: Any, server: str) -> bool:
        authenticator: Any = self.authenticator
        if visitor is None:
            # Never signed in to this hub. The server sends them to the sign-in, which asks whether they want this.
            return bool(authenticator.member(email, vouched=False).admin == "full")
        authenticator.check_access(visitor)
        # The groups of a person follow the list of people, and full admins are a group.
        if getattr(visitor, "_iap_generation", None) != authenticator.generation:
            visitor._iap_generation, visitor._auth_refreshed = authenticator.generation, None
        if await self.refresh_auth(visitor) is None:  # type: ignore[no-untyped-call]
            return False
        wanted = {"access:servers", f"access:servers!user={owner.name}", f"access:servers!server={owner.name}/{server}"}
        wanted |= {f"access:servers!group={group.name}" for group in owner.groups}
        return bool(wanted & set(get_scopes_for(visitor.orm_user)))
