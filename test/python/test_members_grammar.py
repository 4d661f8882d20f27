"""The grammar that the list of people shares with its writer. The table has cases that both sides are tested with."""

import json
from pathlib import Path

import pytest

from hub_members import InvalidList, clean_domain, clean_email, parse_members

# The writer is tested with the same table: test/unit/access/users/grammar.test.ts.
TABLE = json.loads((Path(__file__).resolve().parents[1] / "fixtures/people-grammar.json").read_text("utf-8"))


def reads(**person):
    people = [{"email": "ada@acme.dev", **person}]
    try:
        return next(iter(parse_members(json.dumps({"generation": 1, "people": people})).people.values()))
    except InvalidList as error:
        return None if error.entry == 0 else error


@pytest.mark.parametrize("email", TABLE["addresses"]["valid"])
def test_the_hub_reads_every_address_that_the_writer_takes(email):
    assert clean_email(email) == reads(email=email).email == email.lower()


@pytest.mark.parametrize("email", TABLE["addresses"]["invalid"])
def test_the_hub_reads_no_address_that_the_writer_refuses(email):
    assert clean_email(email) is None and reads(email=email) is None


def test_the_hub_reads_domains_and_groups_by_the_table():
    assert [one for one in TABLE["domains"]["valid"] if clean_domain(one) != one.lower()] == []
    assert [one for one in TABLE["domains"]["invalid"] if clean_domain(one)] == []
    assert [one for one in TABLE["groups"]["valid"] if reads(groups=[one]).groups != (one,)] == []
    assert [one for one in TABLE["groups"]["invalid"] if reads(groups=[one])] == []


@pytest.mark.parametrize("case", TABLE["days"]["valid"], ids=lambda case: case["until"])
def test_the_hub_reads_the_end_that_the_writer_writes_for_a_day(case):
    assert reads(until=case["until"]).last_day == case["day"]


def test_the_hub_reads_instants_by_the_table():
    now = reads(until="2026-11-20T00:00:00Z").until
    for until in TABLE["instants"]["valid"]:
        assert reads(until=until).active(now) in (True, False), until
    assert [until for until in TABLE["instants"]["invalid"] if reads(until=until)] == []
