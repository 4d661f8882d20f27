"""Reads lists of people as the hub does: each line of the input is a JSON text, and so is each line of the output.

For a list that is read it is the addresses with their ends and groups, else the index of the invalid entry or null.
"""

import json
import sys

from hub_members import InvalidList, parse_members

for line in sys.stdin:
    try:
        members = parse_members(json.loads(line))
        people = members.people.values()
        answer = {
            "people": sorted([one.email, str(one.admin), one.last_day, list(one.groups)] for one in people),
            "domains": sorted(members.domains),
        }
    except InvalidList as error:
        answer = {"entry": error.entry}
    print(json.dumps(answer))
