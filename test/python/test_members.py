"""What is a valid list of people. Any other text ends in InvalidList."""

import json
from datetime import datetime, timezone

import pytest

from hub_files import WatchedFile
from hub_members import MAX_BYTES, InvalidList, Person, clean_domain, parse_members

NOW = datetime(2026, 11, 20, tzinfo=timezone.utc)
ADA = {"email": "ada@acme.dev", "admin": False, "until": None}


def text(people=(ADA,), **more):
    return json.dumps({"generation": 3, "people": list(people), **more})


def test_a_list_without_groups_and_domains_is_read():
    members = parse_members(
        '{"generation": 3, "people": [{"email": "Ada@ACME.dev", "admin": true, "until": "2027-01-01T00:00:00Z"}]}'
    )
    assert members.people == {
        "ada@acme.dev": Person("ada@acme.dev", True, datetime(2027, 1, 1, tzinfo=timezone.utc), ())
    }
    assert (members.generation, members.domains, members.trusts_iap) == (3, frozenset(), False)


def test_a_list_with_all_its_keys_is_read():
    people = [{**ADA, "admin": "full", "groups": ["ml", "a", "ml"]}, {"email": "robot@acme.iam.gserviceaccount.com"}]
    members = parse_members(text(people, domains=["Acme.dev", "acme.dev", "xn--bcher-kva.example"], trustsIap=True))
    assert members.find("ada@acme.dev") == Person("ada@acme.dev", "full", None, ("a", "ml"))
    assert members.find("robot@acme.iam.gserviceaccount.com").admin is False
    assert members.domains == {"acme.dev", "xn--bcher-kva.example"} and members.trusts_iap


@pytest.mark.parametrize("value", [True, False])
def test_a_list_of_the_version_before_says_by_trusts_door_whether_iap_alone_is_trusted(value):
    assert parse_members(text(trustsDoor=value)).trusts_iap is value
    assert parse_members(text(trustsIap=not value, trustsDoor=value)).trusts_iap is not value


def test_unknown_keys_are_left_for_later_versions():
    assert parse_members(text([{**ADA, "homes": {"ready": True}}], later=[1, {"x": None}])).find("ada@acme.dev")


def test_reserved_groups_in_a_list_are_ignored():
    groups = [
        "jupyterhub-gke-admins",
        "jupyterhub-gke-full-admins",
        "jupyterhub-gke-vouched",
        "jupyterhub-gke",
        "jupyterhub-gkex",
        "jupyterhub",
    ]
    assert parse_members(text([{**ADA, "groups": groups}])).find("ada@acme.dev").groups == ("jupyterhub",)


def person(**more):
    return text([{**ADA, **more}])


WRONG = {
    "admin as another word": person(admin="yes"),
    "admin as Full": person(admin="Full"),
    "admin as text": person(admin="true"),
    "admin as 1": person(admin=1),
    "admin as 0": person(admin=0),
    "admin as null": person(admin=None),
    "admin as a list": person(admin=["full"]),
    "admin as an object": person(admin={"full": True}),
    "groups as null": person(groups=None),
    "groups as text": person(groups="ml"),
    "groups as an object": person(groups={"ml": True}),
    "a group that is no text": person(groups=["ml", 1]),
    "a group that is a list": person(groups=[["ml"]]),
    "an empty group": person(groups=[""]),
    "a group in upper case": person(groups=["ML"]),
    "the admin group in upper case": person(groups=["JUPYTERHUB-GKE-ADMINS"]),
    "a group with a space": person(groups=["m l"]),
    "a group that ends with a line": person(groups=["ml\n"]),
    "a group with a look-alike": person(groups=["jupyterhub-gke-\u0430dmins"]),
    "a group with a wide letter": person(groups=["\uff4dl"]),
    "a group with a foreign digit": person(groups=["ml\u0661"]),
    "a group with a zero-width space": person(groups=["\u200bjupyterhub-gke-admins"]),
    "a group that is too long": person(groups=["m" * 65]),
    "too many groups": person(groups=[f"g{n}" for n in range(101)]),
    "an address that is none": person(email="ada"),
    "an address as a list": person(email=["ada@acme.dev"]),
    "an address with a look-alike": person(email="\u0430da@acme.dev"),
    "an address whose lower case is another's": person(email="\u212aatie@acme.dev"),
    "an address that is too long": person(email="a" * 250 + "@acme.dev"),
    "an end without an offset": person(until="2027-01-01T00:00:00"),
    "an end that is a day": person(until="2027-01-01"),
    "an end that is a number": person(until=4102444800),
    "an end that is a huge number": person(until=10**300),
    "an end that is false": person(until=False),
    "an empty end": person(until=""),
    "an end that no calendar has": person(until="2027-02-30T00:00:00Z"),
    "an end at the beginning of time": person(until="0001-01-01T00:00:00Z"),
    "an end in foreign digits": person(until="\u0662\u0660\u0662\u0667-01-01T00:00:00Z"),
    "an end with a line after it": person(until="2027-01-01T00:00:00Z\n"),
    "somebody twice": text([ADA, ADA]),
    "somebody twice in another case": text([ADA, {**ADA, "email": "ADA@acme.dev"}]),
    "a Gmail account twice": text(
        [{"email": "a.da@gmail.com"}, {"email": "ada@googlemail.com", "until": "2026-01-01T00:00:00Z"}]
    ),
    "somebody who is text": text(["ada@acme.dev"]),
    "somebody who is nothing": text([None]),
    "people as an object": json.dumps({"generation": 3, "people": {"ada@acme.dev": {}}}),
    "no people": '{"generation": 3}',
    "no generation": '{"people": []}',
    "generation as text": '{"generation": "3", "people": []}',
    "generation as true": '{"generation": true, "people": []}',
    "a negative generation": '{"generation": -1, "people": []}',
    "generation as a fraction": '{"generation": 3.0, "people": []}',
    "generation as NaN": '{"generation": NaN, "people": []}',
    "generation without end": '{"generation": Infinity, "people": []}',
    "generation as 1e400": '{"generation": 1e400, "people": []}',
    "a generation that JavaScript cannot count": '{"generation": 9007199254740992, "people": []}',
    "a generation of 5000 digits": '{"generation": ' + "9" * 5000 + ', "people": []}',
    "NaN where nobody looks": '{"generation": 3, "people": [], "x": NaN}',
    "domains as text": text(domains="acme.dev"),
    "domains as null": text(domains=None),
    "domains as an object": text(domains={"acme.dev": True}),
    "a domain that is no text": text(domains=["acme.dev", 1]),
    "a domain that is a list": text(domains=[["acme.dev"]]),
    "an empty domain": text(domains=[""]),
    "a top-level domain": text(domains=["dev"]),
    "a domain with an at": text(domains=["@acme.dev"]),
    "a domain with a wildcard": text(domains=["*.acme.dev"]),
    "a domain with a dot before it": text(domains=[".acme.dev"]),
    "a domain with a dot after it": text(domains=["acme.dev."]),
    "a domain with a line after it": text(domains=["acme.dev\n"]),
    "a domain with a scheme": text(domains=["https://acme.dev"]),
    "a domain with a port": text(domains=["acme.dev:443"]),
    "a domain with a look-alike": text(domains=["\u0430cme.dev"]),
    "an address of numbers": text(domains=["10.0.0.1"]),
    "a domain with a label that is too long": text(domains=["a" * 64 + ".dev"]),
    "a domain that is too long": text(domains=["a." * 130 + "dev"]),
    "trustsIap as text": text(trustsIap="true"),
    "trustsIap as 1": text(trustsIap=1),
    "trustsIap as null": text(trustsIap=None),
    "trustsIap as a list": text(trustsIap=[]),
    "trustsDoor as text": text(trustsDoor="true"),
    "nothing": "",
    "null": "null",
    "a list": "[]",
    "text": '"x"',
    "half a list": text()[:-3],
    "a list and more": text() + "{}",
    "a byte order mark": "\ufeff" + text(),
    "JSON that is deep": '{"generation": 3, "people": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "JSON that is deep in objects": '{"generation": 3, "people": [], "x": '
    + '{"x":' * 50_000
    + "1"
    + "}" * 50_000
    + "}",
    "a megabyte of nothing": " " * MAX_BYTES,
    "a megabyte of people who are none": text([{}] * 100_000),
}


@pytest.mark.parametrize("name", list(WRONG))
def test_a_list_with_one_invalid_part_is_refused(name):
    with pytest.raises(InvalidList) as caught:
        parse_members(WRONG[name])
    assert "acme" not in str(caught.value) and len(str(caught.value)) < 100


def test_a_full_config_map_is_read_and_a_larger_file_is_not(tmp_path):
    people = [
        {
            "email": f"student-{n}@students.university.example",
            "admin": False,
            "until": "2027-01-01T00:00:00Z",
            "groups": ["ml"] * 20,
        }
        for n in range(4000)
    ]
    full = text(people)
    assert 0.6 * MAX_BYTES < len(full) < MAX_BYTES
    file = tmp_path / "members.json"
    file.write_text(full)
    said = []
    watched = WatchedFile(str(file), parse_members, said.append)
    assert len(watched.value.people) == 4000
    file.write_text(full + " " * MAX_BYTES)
    assert watched.value is None and "too large" in said[-1]
    file.write_text(WRONG["JSON that is deep"])
    assert watched.value is None
    file.write_bytes(b"\xff\xfe" + full.encode())
    assert watched.value is None
    file.write_text(full)
    assert watched.value is not None


def test_a_list_covers_people_domains_and_with_iap_everybody_else():
    people = [
        ADA,
        {"email": "gone@acme.dev", "until": "2026-11-20T00:00:00Z"},
        {"email": "g.one@gmail.com", "until": "2026-01-01T00:00:00Z"},
    ]
    narrow, domain, iap = (
        parse_members(text(people, **more)) for more in ({}, {"domains": ["acme.dev"]}, {"trustsIap": True})
    )

    def who(members):
        everybody = (
            "ada@acme.dev",
            "gone@acme.dev",
            "eve@acme.dev",
            "eve@sub.acme.dev",
            "eve@evilacme.dev",
            "eve@other.dev",
            "gone@googlemail.com",
            "x",
        )
        return [email for email in everybody if members.covers(email, NOW)]

    assert who(narrow) == ["ada@acme.dev"]
    assert who(domain) == ["ada@acme.dev", "eve@acme.dev"]
    assert who(iap) == ["ada@acme.dev", "eve@acme.dev", "eve@sub.acme.dev", "eve@evilacme.dev", "eve@other.dev", "x"]


@pytest.mark.parametrize("value", ["acme.dev", "a-b.co.uk", "xn--80ak6aa92e.com", "1.acme.dev"])
def test_host_names_are_domains(value):
    assert clean_domain(value) == clean_domain(value.upper()) == value
