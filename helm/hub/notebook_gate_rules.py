"""The gate's rules: who passes, what a server sees of a request, and what a visitor's browser sees of an answer.

The owner decides what the server answers, so that:

- the server never gets a visitor's assertion, nor cookies other than its own. It gets the visitor's address unsigned.
- a visitor's browser keeps the server's pages to themselves: they may load, call and frame only what is below the
  server's own path, open no window, and no window that opened them sees them. Answers that could change that are
  refused: service workers, redirects that a script follows, headers and cookies for the whole origin.
"""

import json
import re
from base64 import urlsafe_b64encode
from typing import NamedTuple

from notebook_guard import ABSENT, HEADER, OTHER_PERSON, PASSED_ON, email_of

TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
HOST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]+)?")
# IAP's own session. Whoever has it is this person for IAP.
IAP_COOKIES = ("GCP_IA", "__Host-GCP_IA", "__Secure-GCP_IA")
# Where each person has a host, JupyterHub's cookies have the prefix, so that no other host can set them.
SERVER_COOKIES = ("jupyterhub-user-", "__Host-jupyterhub-user-", "_xsrf=")
# These would act on the whole origin, or loosen what the gate sets.
DROPPED = {
    "access-control-allow-credentials",
    "access-control-allow-origin",
    "alt-svc",
    "clear-site-data",
    "cross-origin-embedder-policy",
    "cross-origin-opener-policy",
    "nel",
    "origin-agent-cluster",
    "report-to",
    "reporting-endpoints",
    "service-worker-allowed",
    "strict-transport-security",
}
HOP_BY_HOP = {"connection", "keep-alive", "proxy-connection", "te", "trailer"}
OTHER_HOST = "This server has a host name of its own. Open it from the hub's page."
NO_WORKER = "Pages of another person's server cannot register a service worker."
NO_REDIRECT = "The server redirected a script of its page out of the server. This is refused for visitors."

Headers = list[tuple[str, str]]


class Refused(Exception):
    """Not passed on: the answer to the caller."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(text)
        self.status = status


class Server(NamedTuple):
    """Whose server this is, and where the hub answers."""

    user: str
    base_url: str
    name: str
    api_url: str
    token: str
    # The owner's host and port, where each person has a host; else empty.
    host: str = ""


class Head(NamedTuple):
    """First line and headers of a request or an answer."""

    start: str
    headers: Headers

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]

    def value(self, name: str) -> str:
        return ", ".join(self.values(name))

    def encode(self) -> bytes:
        lines = [self.start, *(f"{name}: {value}" for name, value in self.headers)]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def parse_head(data: bytes) -> Head:
    """ValueError for anything that two programs could read in two ways."""
    start, *lines = data[:-4].split(b"\r\n")
    headers: Headers = []
    for line in lines:
        name, colon, value = line.partition(b":")
        if not colon or not TOKEN.fullmatch(name) or b"\r" in value or b"\n" in value or b"\0" in value:
            raise ValueError("a header is not valid")
        headers.append((name.decode("ascii"), value.strip(b" \t").decode("latin-1")))
    head = Head(start.decode("latin-1"), headers)
    lengths = head.values("Content-Length")
    if len(lengths) > 1 or (lengths and head.values("Transfer-Encoding")) or b"\n" in start or b"\r" in start:
        raise ValueError("the length of the message is not clear")
    return head


def visitor_of(request: Head, server: Server) -> str | None:
    """The visitor's address, None for the owner and for the hub itself; Refused for everybody else."""
    given = request.values(HEADER)
    if not given:
        if any(request.values(name) for name in PASSED_ON):
            raise Refused(403, ABSENT)
        return None
    if server.host and request.value("Host").lower() != server.host:
        raise Refused(403, OTHER_HOST)
    email = email_of(given[0]) if len(given) == 1 else None
    if email is None or not server.user:
        raise Refused(403, OTHER_PERSON)
    return None if email == server.user else email


def to_notebook(request: Head, visitor: str | None, server: Server) -> Head:
    """The request as the server gets it; Refused where its pages would outlive the visit."""
    if visitor is not None and request.value("Service-Worker"):
        raise Refused(403, NO_WORKER)
    is_upgrade = "upgrade" in request.value("Connection").lower() and bool(request.value("Upgrade"))
    headers: Headers = []
    for name, value in request.headers:
        lower = name.lower()
        if lower in HOP_BY_HOP or lower == "expect" or lower.startswith("x-goog-"):
            continue
        kept = _cookies(value, visitor) if lower == "cookie" else value
        if kept or lower != "cookie":
            headers.append((name, kept))
    if request.values(HEADER):
        headers.append((HEADER, unsigned(visitor or server.user)))
    headers.append(("Connection", "Upgrade" if is_upgrade else "close"))
    return Head(request.start, headers)


def unsigned(email: str) -> str:
    """An assertion's form without its proof, for the guard inside the server (notebook_guard.py)."""
    return f"e30.{urlsafe_b64encode(json.dumps({'email': email}).encode()).decode().rstrip('=')}."


def _cookies(text: str, visitor: str | None) -> str:
    pairs = [pair.strip() for pair in text.split(";")]
    if visitor is None:
        kept = [pair for pair in pairs if not pair.startswith(IAP_COOKIES)]
    else:
        kept = [pair for pair in pairs if pair.startswith(SERVER_COOKIES)]
    return "; ".join(kept)


def to_visitor(answer: Head, request: Head, server: Server) -> Head:
    """The answer as a visitor's browser gets it; Refused where it leads a script out of the server's own path."""
    host, scheme = request.value("Host"), request.value("X-Forwarded-Proto").split(",")[0].strip()
    if not HOST.fullmatch(host):
        raise Refused(400, "The request names no host.")
    secure = "s" if scheme == "https" else ""
    _check_redirect(answer, request, f"http{secure}://{host}", server.base_url)
    kept = [
        (name, value)
        for name, value in answer.headers
        if name.lower() not in DROPPED and (name.lower() != "set-cookie" or _is_own(value, server))
    ]
    own = f"http{secure}://{host}{server.base_url} ws{secure}://{host}{server.base_url}"
    policy = (
        f"default-src {own} data: blob: 'unsafe-inline' 'unsafe-eval'; form-action {own}; base-uri {own}; "
        "object-src 'none'; frame-ancestors 'self'; "
        # No "allow-popups": another server that this visitor may open would have the same opener policy as this one.
        "sandbox allow-scripts allow-same-origin allow-forms allow-downloads allow-modals"
    )
    # Pages of the hub and the visitor's own have another value, which parts their windows from this one.
    more = [("Content-Security-Policy", policy), ("Cross-Origin-Opener-Policy", "same-origin")]
    return Head(answer.start, [*kept, *more, ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin")])


def to_owner(answer: Head) -> Head:
    """The answer as the owner gets it: never with a visitor's value, so that no visitor's page sees this window."""
    if answer.values("Cross-Origin-Embedder-Policy"):
        return answer
    return Head(answer.start, [item for item in answer.headers if item[0].lower() != "cross-origin-opener-policy"])


def _check_redirect(answer: Head, request: Head, origin: str, base_url: str) -> None:
    # Content-Security-Policy does not look at the path of a redirect.
    for target in answer.values("Location"):
        path = target[len(origin) :] if target.startswith(origin + "/") else target
        is_odd = not re.fullmatch(r"[!-~]*", path) or re.search(r"\\|\.\.|%2e", path, re.IGNORECASE)
        if not is_odd and path.startswith(base_url):
            continue
        is_page = request.value("Sec-Fetch-Mode") == "navigate" and request.value("Sec-Fetch-Dest") == "document"
        is_get = request.start.startswith(("GET ", "HEAD ")) and answer.start.split(" ")[1] in ("301", "302", "303")
        if not (is_page and is_get):
            raise Refused(403, NO_REDIRECT)


def _is_own(cookie: str, server: Server) -> bool:
    attributes = [part.strip().partition("=") for part in cookie.split(";")[1:]]
    paths = [value.strip() for name, _, value in attributes if name.strip().lower() == "path"]
    has_domain = any(name.strip().lower() == "domain" for name, _, _ in attributes)
    if server.host and cookie.startswith("__Host-jupyterhub-user-"):
        # The prefix asks for the path "/". Nothing but this person's servers is at this host.
        return not has_domain
    return not has_domain and len(paths) == 1 and (paths[0] + "/").startswith(server.base_url)
