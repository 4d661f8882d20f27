"""The list of people with access, as the ConfigMap `<hub>-members` carries it.

members.json: {"generation": N, "people": [{"email", "admin": false, true or "full", "until": ISO instant or null,
"groups": ["ml", …]}], "domains": ["acme.dev", …], "trustsIap": bool}. `until` is the first instant without access.
Groups, domains and trustsIap may be absent. Service accounts are people here.

A list with one invalid part is no list at all: the last valid one stays in force (`hub_last_list`). Where there is
none, the authenticator admits nobody, and the access reconciler changes nothing. Keys that this version does not know
are left for the versions that do.

The writer has the same rules (src/access/users/grammar.ts). test/fixtures/people-grammar.json has cases for both.

Only the standard library: the authenticator (in the hub) and the access reconciler (a process of its own) both import
this.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any, Literal

MEMBERS_FILE = "/etc/jupyterhub-gke/members/members.json"
# The API server refuses larger ConfigMaps.
MAX_BYTES = 1 << 20
# Groups of the hub's own carry rights. No list can put anybody into one.
RESERVED = "jupyterhub-gke"
# The writer is a JavaScript program, in which larger numbers lose digits.
MAX_GENERATION = (1 << 53) - 1
MAX_GROUPS = 100
# By RFC 5321 and RFC 1035.
MAX_EMAIL = 254
MAX_DOMAIN = 253
# Name of trustsIap in the version before.
OLD_TRUSTS_IAP = "trustsDoor"

_GROUP = re.compile(r"[a-z0-9]([a-z0-9_.-]{0,62}[a-z0-9])?", re.ASCII)
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_HOST = rf"({_LABEL}\.)+(?=[a-z]){_LABEL}"
_DOMAIN = re.compile(_HOST, re.ASCII)
# Braces, slash, percent and backquote have a meaning in KubeSpawner templates, paths or URLs. No Google account has
# them.
_ATOM = r"[a-z0-9_'&~+=-]+"
_EMAIL = re.compile(rf"(?=[^@]{{1,64}}@){_ATOM}(\.{_ATOM})*@{_HOST}", re.ASCII)
_HOUR, _SIXTY = "([01][0-9]|2[0-3])", "[0-5][0-9]"
# From 1900 on, since the offsets of earlier days have seconds in many time zones.
_INSTANT = re.compile(
    r"(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}"
    rf"T{_HOUR}:{_SIXTY}:{_SIXTY}(\.[0-9]{{3}}|\.[0-9]{{6}})?([Zz]|[+-]{_HOUR}:{_SIXTY})",
    re.ASCII,
)

Admin = bool | Literal["full"]


class InvalidList(ValueError):
    """The text is not a list of people; the message says why, without naming anybody. `entry` counts people from 0."""

    def __init__(self, problem: str, entry: int | None = None) -> None:
        super().__init__(problem if entry is None else f"entry {entry} {problem}")
        self.entry, self.problem = entry, problem


@dataclass(frozen=True)
class Person:
    """Somebody with access: `email` in lower case, and `until` the first instant without access, or None."""

    email: str
    admin: Admin = False
    until: datetime | None = None
    groups: tuple[str, ...] = ()

    def active(self, now: datetime) -> bool:
        """Whether access lasts at the instant `now` (aware datetime)."""
        return self.until is None or now < self.until

    @property
    def last_day(self) -> str | None:
        """Last day of access as YYYY-MM-DD, in the offset in which `until` is written; None where there is no end."""
        return None if self.until is None else (self.until - timedelta(seconds=1)).date().isoformat()


@dataclass(frozen=True)
class Unread:
    """A newer list that could not be read. None: the generation, or the index of the invalid entry, is not known."""

    generation: int | None
    entry: int | None
    problem: str


@dataclass(frozen=True)
class Members:
    """A whole list: people by account, domains whose accounts have access, and whether everybody past IAP has it.

    `unread` says why it is the last valid list in place of a newer one (`hub_last_list`).
    """

    generation: int
    people: Mapping[str, Person]
    domains: frozenset[str] = frozenset()
    trusts_iap: bool = False
    unread: Unread | None = None

    def find(self, email: str) -> Person | None:
        """The listed person with this address, or None."""
        return self.people.get(same_account(email))

    def has_domain_of(self, email: str) -> bool:
        """Whether the domain of this address is listed."""
        return email.rpartition("@")[2] in self.domains

    def covers(self, email: str, now: datetime) -> bool:
        """Whether somebody whom the hub knows by this address may have access: the widest reading of the list.

        Whoever acts on False acts on certainty. For an address of a listed domain this does not ask whether Google
        vouches for the account (`hd`), which only the assertion of a request can show.
        """
        person = self.find(email)
        if person is not None:
            return person.active(now)
        return self.trusts_iap or self.has_domain_of(email)


def utc_now() -> datetime:
    """The present instant, aware."""
    return datetime.now(timezone.utc)


def clean_email(value: object) -> str | None:
    """The address in lower case, or None for anything else.

    ASCII only, since lower-casing maps some foreign letters onto Latin ones.
    """
    if not isinstance(value, str) or not value.isascii() or len(value) > MAX_EMAIL:
        return None
    return value.lower() if _EMAIL.fullmatch(value.lower()) else None


def same_account(email: str) -> str:
    """One form for all spellings of an account. Gmail ignores dots, so that they must not lead past an `until`."""
    name, _, domain = email.partition("@")
    return f"{name.replace('.', '')}@gmail.com" if domain in ("gmail.com", "googlemail.com") else email


def clean_domain(value: object) -> str | None:
    """The host name in lower case, or None for anything else. ASCII only, for the reason given in `clean_email`."""
    if not isinstance(value, str) or not value.isascii() or len(value) > MAX_DOMAIN:
        return None
    return value.lower() if _DOMAIN.fullmatch(value.lower()) else None


def parse_members(text: str) -> Members:
    """Members from the JSON text; InvalidList where any part of it is not as the contract says."""
    data = parse_object(text)
    if not isinstance(data.get("people"), list):
        raise InvalidList("the list has no people")
    generation = parse_generation(data)
    people: dict[str, Person] = {}
    for index, entry in enumerate(data["people"]):
        person = parse_person(entry, index)
        account = same_account(person.email)
        if account in people:
            raise InvalidList("is listed twice", index)
        people[account] = person
    return Members(generation, people, parse_domains(data), parse_trust(data))


def parse_object(text: str) -> dict[str, Any]:
    """The JSON object of a list, its parts unchecked; InvalidList where the text is none."""
    try:
        data: object = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise InvalidList("the list is not JSON") from error
    if not isinstance(data, dict):
        raise InvalidList("the list is not a JSON object")
    return data


def parse_generation(data: Mapping[str, Any]) -> int:
    """The list's generation, or InvalidList."""
    generation = data.get("generation")
    if not isinstance(generation, int) or isinstance(generation, bool) or not 0 <= generation <= MAX_GENERATION:
        raise InvalidList("the list has no generation")
    return generation


def _refuse(_constant: str) -> None:
    # NaN and Infinity are Python's own addition to JSON.
    raise ValueError("no JSON number")


def parse_person(entry: object, index: int) -> Person:
    """The person of one entry, or InvalidList with its index."""
    fields = entry if isinstance(entry, dict) else {}
    email = clean_email(fields.get("email"))
    if email is None:
        raise InvalidList("has no e-mail address", index)
    return Person(
        email,
        _admin(fields.get("admin", False), index),
        _until(fields.get("until"), index),
        _groups(fields.get("groups", []), index),
    )


def _admin(value: object, index: int) -> Admin:
    if isinstance(value, bool):
        return value
    if value == "full":
        return "full"
    raise InvalidList('has an admin that is neither true nor false nor "full"', index)


def _until(value: object, index: int) -> datetime | None:
    if value is None:
        return None
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise InvalidList("has an until that is no instant with an offset from UTC", index)
    try:
        # Python 3.10 does not read the letter Z.
        return datetime.fromisoformat(value[:-1] + "+00:00" if value[-1] in "zZ" else value)
    except ValueError as error:
        raise InvalidList("has an until that is not in the calendar", index) from error


def _groups(value: object, index: int) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > MAX_GROUPS or not all(map(_is_group, value)):
        raise InvalidList("has groups that are not names of groups", index)
    # Left out rather than refused: nobody gains by it, and nobody is locked out.
    return tuple(sorted({name for name in value if not name.startswith(RESERVED)}))


def _is_group(value: object) -> bool:
    return isinstance(value, str) and _GROUP.fullmatch(value) is not None


def parse_domains(data: Mapping[str, Any]) -> frozenset[str]:
    """The list's domains, or InvalidList."""
    value = data.get("domains", [])
    domains = [clean_domain(domain) for domain in value] if isinstance(value, list) else [None]
    found = frozenset(domain for domain in domains if domain is not None)
    if None in domains:
        raise InvalidList("the domains are not host names")
    return found


def parse_trust(data: Mapping[str, Any]) -> bool:
    """Whether the list trusts IAP, or InvalidList."""
    trusts_iap = data.get("trustsIap", data.get(OLD_TRUSTS_IAP, False))
    if not isinstance(trusts_iap, bool):
        raise InvalidList("trustsIap is neither true nor false")
    return trusts_iap
