"""The list of who may enter, as the ConfigMap `<hub>-members` carries it.

members.json: {"generation": N, "people": [{"email", "admin": false, true or "full", "until": ISO instant or null, "groups": ["ml", …]}],
"domains": ["acme.dev", …], "trustsIap": bool}. `until` is the first instant OUT; groups, domains and trustsIap may be absent, as in lists of
older versions. Service accounts are people here. A list that is not right in every part is no list at all: callers then let nobody in
(the authenticator) or leave things alone (the access reconciler). Keys that this version does not know are left for the versions that do.

Only the standard library: the authenticator (in the hub) and the access reconciler (a process of its own) both import this.
"""

import json
import os
import re
import stat
import time
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

MEMBERS_FILE = "/etc/jupyterhub-gke/members/members.json"
# The API server refuses larger ConfigMaps.
MAX_BYTES = 1 << 20
# Age in seconds up to which the access reconciler's copy counts; it renews it every few seconds.
FRESH_SECONDS = 60
# Groups of the hub's own, which carry rights: no list can put anybody into one.
RESERVED = "jupyterhub-gke"
# The writer is a JavaScript program, in which larger numbers lose digits.
MAX_GENERATION = (1 << 53) - 1
MAX_GROUPS = 100
# Name of trustsIap in the version before.
OLD_TRUSTS_IAP = "trustsDoor"

_GROUP = re.compile(r"[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?", re.ASCII)
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"({_LABEL}\.)+(?=[a-z]){_LABEL}", re.ASCII)
_INSTANT = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{3}|\.[0-9]{6})?([Zz]|[+-][0-9]{2}:[0-9]{2})", re.ASCII)


class InvalidList(ValueError):
    """The text is not a list of people; the message says why, without naming anybody."""


@dataclass(frozen=True)
class Person:
    """Somebody who may enter: `email` in lower case, `admin` False, True or "full", `until` the first instant without access, or None."""

    email: str
    admin: bool | str = False
    until: datetime | None = None
    groups: tuple = ()

    def active(self, now):
        """Whether access lasts at the instant `now` (aware datetime)."""
        return self.until is None or now < self.until

    @property
    def last_day(self):
        """Last day of access as YYYY-MM-DD, in the offset in which `until` is written."""
        return (self.until - timedelta(seconds=1)).date().isoformat()


@dataclass(frozen=True)
class Members:
    """A whole list: its generation, the people by account, the domains of which everybody enters, and whether the hub trusts IAP alone."""

    generation: int
    people: dict
    domains: frozenset = frozenset()
    trusts_iap: bool = False

    def find(self, email):
        """The listed person with this address, or None."""
        return self.people.get(same_account(email))

    def has_domain_of(self, email):
        """Whether the domain of this address is listed."""
        return email.rpartition("@")[2] in self.domains

    def covers(self, email, now):
        """Whether somebody whom the hub knows by this address may have access: the widest reading of the list.

        Whoever acts on False acts on certainty. For an address of a listed domain this does not ask whether Google vouches for the account (`hd`),
        which only the assertion of a request can show.
        """
        person = self.find(email)
        if person is not None:
            return person.active(now)
        return self.trusts_iap or self.has_domain_of(email)


def utc_now():
    """The present instant, aware."""
    return datetime.now(timezone.utc)


def clean_email(value):
    """The address in lower case, or None where it is none. ASCII only, since lower-casing maps some foreign letters onto Latin ones."""
    if not isinstance(value, str) or not value.isascii() or not value.isprintable() or len(value) > 254:
        return None
    name, at, domain = value.partition("@")
    if not name or not at or not domain or "@" in domain or any(c in value for c in " /\\\"'<>"):
        return None
    return value.lower()


def same_account(email):
    """What all spellings of one account have in common: dots mean nothing at Gmail, and must not lead past somebody's `until`."""
    name, _, domain = email.partition("@")
    return f"{name.replace('.', '')}@gmail.com" if domain in ("gmail.com", "googlemail.com") else email


def clean_domain(value):
    """The host name in lower case, or None where it is none; ASCII only, for the same reason."""
    if not isinstance(value, str) or not value.isascii() or len(value) > 253:
        return None
    return value.lower() if _DOMAIN.fullmatch(value.lower()) else None


def parse_members(text):
    """Members from the JSON text; InvalidList where any part of it is not as the contract says."""
    try:
        data = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InvalidList("the list is not JSON") from error
    if not isinstance(data, dict) or not isinstance(data.get("people"), list):
        raise InvalidList("the list has no people")
    generation = data.get("generation")
    if not isinstance(generation, int) or isinstance(generation, bool) or not 0 <= generation <= MAX_GENERATION:
        raise InvalidList("the list has no generation")
    people = {}
    for index, entry in enumerate(data["people"]):
        person = _person(entry, index)
        account = same_account(person.email)
        if account in people:
            raise InvalidList(f"entry {index} is listed twice")
        people[account] = person
    trusts_iap = data.get("trustsIap", data.get(OLD_TRUSTS_IAP, False))
    if not isinstance(trusts_iap, bool):
        raise InvalidList("trustsIap is neither true nor false")
    return Members(generation, people, _domains(data.get("domains", [])), trusts_iap)


def _refuse(_constant):
    # NaN and Infinity are Python's own addition to JSON.
    raise ValueError("no JSON number")


def _person(entry, index):
    email = clean_email(entry.get("email")) if isinstance(entry, dict) else None
    if email is None:
        raise InvalidList(f"entry {index} has no e-mail address")
    admin = entry.get("admin", False)
    if not isinstance(admin, bool) and admin != "full":
        raise InvalidList(f'entry {index}: admin is neither true nor false nor "full"')
    return Person(email, admin, _until(entry.get("until"), index), _groups(entry.get("groups", []), index))


def _until(value, index):
    if value is None:
        return None
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise InvalidList(f"entry {index}: until is no instant with an offset from UTC")
    try:
        # Python 3.10 does not read the letter Z.
        return datetime.fromisoformat(value[:-1] + "+00:00" if value[-1] in "zZ" else value)
    except ValueError as error:
        raise InvalidList(f"entry {index}: until is not in the calendar") from error


def _groups(value, index):
    if not isinstance(value, list) or len(value) > MAX_GROUPS or not all(isinstance(name, str) and _GROUP.fullmatch(name) for name in value):
        raise InvalidList(f"entry {index}: groups are not names of groups")
    # Left out rather than refused: nobody gains by it, and nobody is locked out.
    return tuple(sorted({name for name in value if not name.startswith(RESERVED)}))


def _domains(value):
    domains = [clean_domain(domain) for domain in value] if isinstance(value, list) else [None]
    if None in domains:
        raise InvalidList("the domains are not host names")
    return frozenset(domains)


class WatchedFile:
    """A parsed file that is read again whenever it changes; `value` is None while it is absent or not right."""

    def __init__(self, path, parse, log=None):
        self.path = path
        self._parse = parse
        self._log = log
        self._seen = None
        self._value = None
        self._said = None

    @property
    def value(self):
        try:
            now = os.stat(self.path)
            seen = (now.st_mtime_ns, now.st_ctime_ns, now.st_ino, now.st_size)
            if seen != self._seen or self._value is None:
                if now.st_size > MAX_BYTES:
                    raise ValueError("the file is too large")
                with open(self.path, encoding="utf-8") as file:
                    self._value = self._parse(file.read())
                self._seen = seen
                self._say(None)
        except (OSError, ValueError, RecursionError) as error:
            self._value = self._seen = None
            self._say(str(error))
        return self._value

    def _say(self, problem):
        if self._log is not None and problem != self._said:
            self._log(f"{self.path}: {problem}" if problem else f"{self.path}: read")
        self._said = problem


def fresh_path(hub_pid):
    """Where the access reconciler leaves the list that it read from the API server for the hub with this process id."""
    # Not by TMPDIR: JupyterHub gives a service's process few of the hub's variables, and both must come to the same path.
    return os.environ.get("JUPYTERHUB_GKE_FRESH_FILE") or f"/tmp/jupyterhub-gke-{os.geteuid()}-{hub_pid}/members.json"


class MembersSource:
    """The list in force: the mounted ConfigMap, or the access reconciler's copy of it where that is newer.

    kubelet brings a changed ConfigMap into the pod within about a minute; the access reconciler asks the API server every few seconds. The mount alone
    decides whether there is a list at all, and a copy that was not renewed is dropped, so the access reconciler's copy can only hurry a change.
    """

    def __init__(self, path, fresh, log=None):
        self._mounted = WatchedFile(path, parse_members, log)
        self._fresh_path = fresh
        self._fresh = WatchedFile(fresh, parse_members)

    @property
    def value(self):
        mounted = self._mounted.value
        if mounted is None:
            return None
        fresh = self._fresh.value if self._trusted() else None
        return fresh if fresh is not None and fresh.generation > mounted.generation else mounted

    def _trusted(self):
        try:
            file, folder = os.lstat(self._fresh_path), os.lstat(os.path.dirname(self._fresh_path))
        except OSError:
            return False
        own = file.st_uid == folder.st_uid == os.geteuid() and stat.S_ISREG(file.st_mode) and not folder.st_mode & 0o022
        return own and abs(time.time() - file.st_mtime) < FRESH_SECONDS
