"""The list of people in force while the newest one cannot be read: the last one that could be read.

Whoever the newest list leaves out loses access all the same, and so does whoever it gives an earlier end, fewer groups
or fewer rights. It gives nobody more than the last list does. Without a last list there is none: nobody is admitted.

Only the standard library: the authenticator (in the hub) and the access reconciler (a process of its own) both import
this.
"""

import base64
import json
import zlib
from dataclasses import replace
from datetime import datetime
from typing import Any

from hub_members import (
    MAX_BYTES,
    Admin,
    InvalidList,
    Members,
    Person,
    Unread,
    clean_email,
    parse_domains,
    parse_generation,
    parse_members,
    parse_object,
    parse_person,
    parse_trust,
    same_account,
)

# A ConfigMap holds a megabyte, most of it for the reconciler's report.
MAX_PACKED = 300_000

_RANKS: tuple[Admin, ...] = (False, True, "full")


class LastList:
    """Reads lists, and remembers the newest valid one for those that are not."""

    def __init__(self) -> None:
        self.valid: Members | None = None

    def read(self, text: str) -> Members:
        """The list of the text, else what it leaves of the last valid one. InvalidList where there is none."""
        try:
            members = parse_members(text)
        except InvalidList as error:
            if self.valid is None:
                raise
            return narrowed(self.valid, text, error)
        if self.valid is None or members.generation >= self.valid.generation:
            self.valid = members
        return members


def narrowed(last: Members, text: str, error: InvalidList) -> Members:
    """The last list without what an unreadable list takes away; all of the last where that would leave nobody."""
    try:
        data = parse_object(text)
        generation = parse_generation(data)
    except InvalidList:
        return replace(last, unread=Unread(None, None, str(error)))
    unread = Unread(generation, error.entry, str(error))
    entries = data["people"] if isinstance(data.get("people"), list) else None
    people = last.people if entries is None else _narrowed_people(last, entries)
    rest = Members(generation, people, _domains(last, data), _trust(last, data), unread)
    if rest.people or rest.domains or rest.trusts_iap:
        return rest
    return replace(last, generation=generation, unread=unread)


def _narrowed_people(last: Members, entries: list[Any]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for index, entry in enumerate(entries):
        email = clean_email(entry.get("email")) if isinstance(entry, dict) else None
        account = same_account(email) if email is not None else ""
        known = people.get(account) or last.people.get(account)
        if known is None:
            continue
        try:
            people[account] = _less(known, parse_person(entry, index))
        except InvalidList:
            people[account] = known
    return people


def _less(one: Person, other: Person) -> Person:
    """The person with what both grant."""
    ends = [until for until in (one.until, other.until) if until is not None]
    admin = min(one.admin, other.admin, key=_RANKS.index)
    groups = tuple(name for name in one.groups if name in other.groups)
    return Person(one.email, admin, min(ends, default=None), groups)


def _domains(last: Members, data: dict[str, Any]) -> frozenset[str]:
    try:
        return last.domains & parse_domains(data)
    except InvalidList:
        return last.domains


def _trust(last: Members, data: dict[str, Any]) -> bool:
    try:
        return last.trusts_iap and parse_trust(data)
    except InvalidList:
        return last.trusts_iap


def to_text(members: Members) -> str:
    """The JSON text that `parse_members` reads as this list."""

    def instant(until: datetime | None) -> str | None:
        return None if until is None else until.isoformat()

    people = [
        {"email": one.email, "admin": one.admin, "until": instant(one.until), "groups": list(one.groups)}
        for one in members.people.values()
    ]
    rest = {"domains": sorted(members.domains), "trustsIap": members.trusts_iap}
    return json.dumps({"generation": members.generation, "people": people, **rest})


def pack(text: str) -> str | None:
    """The text compressed, for a ConfigMap; None where it is too large for that."""
    packed = base64.b64encode(zlib.compress(text.encode())).decode()
    return packed if len(packed) <= MAX_PACKED else None


def unpack(packed: str) -> str:
    """The text of `pack`; ValueError for anything else."""
    try:
        engine = zlib.decompressobj()
        text = engine.decompress(base64.b64decode(packed, validate=True), MAX_BYTES + 1)
        if not engine.eof:
            raise ValueError("the kept list is cut off or too large")
        return text.decode()
    except zlib.error as error:
        raise ValueError("the kept list is not readable") from error
