"""The host of each person's server, where `access.subdomains` is on: a browser parts the pages of one host from others.

The hub has the bare host name. The proxy sends every other request below it to the hub too, such as those for a server
that does not run. There the owner of the host has pages of their own, and a visitor's sign-in comes along. So the hub
takes a sign-in only at its own host (`is_elsewhere`).
"""

import hashlib
import string
from typing import Any
from urllib.parse import urlsplit

from jupyterhub.utils import subdomain_hook_idna
from tornado.httputil import HTTPServerRequest

ELSEWHERE = "The hub's pages are at its own host name only, not below it. Open the hub at its own address."
SAFE = frozenset(string.ascii_lowercase + string.digits)
# A label has at most 63 characters: u-, the beginning of the name, --, and this many of the digest.
STUB = 20
DIGEST = 32


def host_of(name: str, domain: str, kind: str) -> str:
    """Host of a person's servers, or of a service.

    JupyterHub's own rule gives an address 28 bits of a digest. Somebody who may choose an address could choose one that
    has the host of another person. This one has 128 bits.
    """
    if kind != "user":
        return str(subdomain_hook_idna(name, domain, kind))
    stub = "".join(one for one in name.partition("@")[0].lower() if one in SAFE)[:STUB] or "x"
    return f"u-{stub}--{hashlib.sha256(name.encode()).hexdigest()[:DIGEST]}.{domain}"


def configure(c: Any) -> None:
    """Sets the rule for hosts. The chart's values have the host name of the hub."""
    c.JupyterHub.subdomain_hook = host_of


def is_elsewhere(request: HTTPServerRequest, subdomain_host: str) -> bool:
    """Whether a browser sent the request to another host than the hub's. Without subdomains there is no other."""
    return bool(subdomain_host) and request.headers.get("Host", "").lower() != urlsplit(subdomain_host).netloc.lower()
