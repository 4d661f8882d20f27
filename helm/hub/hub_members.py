"""The list of people who may enter, as the ConfigMap `<hub>-members` carries it.

members.json: {"generation": N, "people": [{"email", "admin": bool, "until": ISO instant or null}]}; `until` is the first instant OUT.
A list that is not right in every part is no list at all: callers then let nobody in (the authenticator) or leave things alone (the keeper).

Only the standard library: the authenticator (in the hub) and the keeper (a process of its own) both import this.
"""

import json
import os
import stat
import time
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

MEMBERS_FILE = "/etc/jupyterhub-gke/members/members.json"
# The API server refuses larger ConfigMaps.
MAX_BYTES = 1 << 20
# Age in seconds up to which the keeper's copy counts; it renews it every few seconds.
FRESH_SECONDS = 60


class InvalidList(ValueError):
    """The text is not a list of people; the message says why, without naming anybody."""


@dataclass(frozen=True)
class Person:
    """One listed person: `email` in lower case, `until` the first instant without access, or None."""

    email: str
    admin: bool
    until: datetime | None

    def active(self, now):
        """Whether access lasts at the instant `now` (aware datetime)."""
        return self.until is None or now < self.until

    @property
    def last_day(self):
        """Last day of access as YYYY-MM-DD, in the offset in which `until` is written."""
        return (self.until - timedelta(seconds=1)).date().isoformat()


@dataclass(frozen=True)
class Members:
    """A whole list: its generation and the people by e-mail."""

    generation: int
    people: dict


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


def parse_members(text):
    """Members from the JSON text; InvalidList where any part of it is not as the contract says."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidList("the list is not JSON") from error
    if not isinstance(data, dict) or not isinstance(data.get("people"), list):
        raise InvalidList("the list has no people")
    generation = data.get("generation")
    if not isinstance(generation, int) or isinstance(generation, bool) or generation < 0:
        raise InvalidList("the list has no generation")
    people = {}
    for index, entry in enumerate(data["people"]):
        person = _person(entry, index)
        if person.email in people:
            raise InvalidList(f"entry {index} is listed twice")
        people[person.email] = person
    return Members(generation, people)


def _person(entry, index):
    email = clean_email(entry.get("email")) if isinstance(entry, dict) else None
    if email is None:
        raise InvalidList(f"entry {index} has no e-mail address")
    admin = entry.get("admin", False)
    if not isinstance(admin, bool):
        raise InvalidList(f"entry {index}: admin is neither true nor false")
    until = entry.get("until")
    if until is not None:
        try:
            # Python 3.10 does not read the letter Z.
            until = datetime.fromisoformat(until[:-1] + "+00:00" if until[-1:] in "zZ" else until)
        except (TypeError, ValueError) as error:
            raise InvalidList(f"entry {index}: until is no instant") from error
        if until.tzinfo is None:
            raise InvalidList(f"entry {index}: until has no offset from UTC")
    return Person(email, admin, until)


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
        except (OSError, ValueError) as error:
            self._value = self._seen = None
            self._say(str(error))
        return self._value

    def _say(self, problem):
        if self._log is not None and problem != self._said:
            self._log(f"{self.path}: {problem}" if problem else f"{self.path}: read")
        self._said = problem


def fresh_path(hub_pid):
    """Where the keeper leaves the list that it read from the API server for the hub with this process id."""
    # Not by TMPDIR: JupyterHub gives a service's process few of the hub's variables, and both must come to the same path.
    return os.environ.get("JUPYTERHUB_GKE_FRESH_FILE") or f"/tmp/jupyterhub-gke-{os.geteuid()}-{hub_pid}/members.json"


class MembersSource:
    """The list in force: the mounted ConfigMap, or the keeper's copy of it where that is newer.

    kubelet brings a changed ConfigMap into the pod within about a minute; the keeper asks the API server every few seconds. The mount alone
    decides whether there is a list at all, and a copy that was not renewed is dropped, so the keeper's copy can only hurry a change.
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
