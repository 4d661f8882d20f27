"""Requests as the hub gets them through load balancer and proxy, and what the authenticator makes of them."""

import asyncio

from tornado.httputil import HTTPHeaders
from tornado.web import HTTPError

from iap_assertion import HEADER

PROXY, GFE = "10.8.0.5", "35.191.4.7"


class Context:
    """What tornado knows of a connection; a pod of the proxy is at its other end."""

    def __init__(self, peer):
        self.address = (peer, 40000)


class Connection:
    def __init__(self, peer):
        self.context = Context(peer)


class Request:
    def __init__(self, *assertions, peer=PROXY, forwarded=GFE):
        self.connection = Connection(peer)
        self.headers = HTTPHeaders({"X-Forwarded-For": forwarded})
        for assertion in assertions:
            self.headers.add(HEADER, assertion)
        # Never read: anybody past IAP can write these.
        self.headers.add("X-Goog-Authenticated-User-Email", "accounts.google.com:boss@acme.dev")


class Handler:
    def __init__(self, *assertions, token=None):
        self.request = Request(*assertions)
        self._token = token

    def get_token(self):
        return self._token


class User:
    def __init__(self, name):
        self.name, self.groups = name, []


def enter(authenticator, *assertions):
    """The model, or the status and the text of the refusal."""
    try:
        return asyncio.run(authenticator.get_authenticated_user(Handler(*assertions), None))
    except HTTPError as error:
        return error.status_code, error.log_message


def refresh(authenticator, name, handler):
    return asyncio.run(authenticator.refresh_user(User(name), handler))
