"""The table of organisations: closed kinds, references that resolve, names that are one agent's."""

import csv
import re
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "gazetteer"
COLUMNS = (
    "key",
    "label",
    "kind",
    "names",
    "of",
    "members",
    "wikidata",
    "start",
    "end",
    "checked",
)
KINDS = {"IntergovernmentalOrganization", "Organization", "ArmedGroup", "Company", "Media"}
STATE_NAMING = ("label", "names", "adjective", "adjectives", "demonyms", "capitals", "seats")
SIZES = {"UN": 193, "EU": 27, "NATO": 32, "AU": 55, "ARABLEAGUE": 22, "OIC": 57, "ASEAN": 11}


def table(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split(cell):
    return cell.split("|") if cell else []


def test_columns_order_and_kinds():
    rows = table("organisations.csv")
    found = [row["key"] for row in rows]
    assert tuple(rows[0]) == COLUMNS
    assert found == sorted(set(found))
    assert {row["kind"] for row in rows} == KINDS
    assert all(row["label"] and row["checked"] for row in rows)


def test_keys_are_not_those_of_states():
    states = {row["key"] for row in table("states.csv")}
    assert not states & {row["key"] for row in table("organisations.csv")}


def test_every_parent_and_member_exists():
    rows = table("organisations.csv")
    states = {row["key"] for row in table("states.csv")}
    known = states | {row["key"] for row in rows}
    for row in rows:
        assert row["of"] == "" or row["of"] in known - {row["key"]}, row["key"]
        assert states.issuperset(split(row["members"])), row["key"]
        assert row["members"] == "" or row["kind"] == "IntergovernmentalOrganization"


def test_no_parent_is_its_own_ancestor():
    parent = {row["key"]: row["of"] for row in table("organisations.csv")}
    for key in sorted(parent.keys()):
        above, seen = parent[key], {key}
        while above in parent:
            assert above not in seen, key
            seen.add(above)
            above = parent[above]


def test_main_memberships_have_their_size():
    members = {row["key"]: split(row["members"]) for row in table("organisations.csv")}
    assert {key: len(members[key]) for key in SIZES} == SIZES


def test_no_name_means_two_agents():
    owners = {
        name: row["key"]
        for row in table("states.csv")
        for field in STATE_NAMING
        for name in split(row[field])
    }
    for row in table("organisations.csv"):
        for name in [row["label"], *split(row["names"])]:
            assert owners.setdefault(name, row["key"]) == row["key"], name


def test_ids_and_dates_have_their_form():
    rows = table("organisations.csv")
    ids = [row["wikidata"] for row in rows if row["wikidata"]]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in ids)
    assert [item for item, times in Counter(ids).items() if times > 1] == []
    for row in rows:
        for field in ("start", "end"):
            assert re.fullmatch(r"(\d{4}(-\d\d-\d\d)?)?", row[field]), row["key"]
