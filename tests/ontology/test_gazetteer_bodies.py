"""The tables of bodies and roles: closed columns, references that resolve, words of one meaning."""

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "gazetteer"
ROLE_COLUMNS = ("role", "kind", "words", "titles", "states", "speaks", "several", "checked")
BODY_COLUMNS = (
    "key",
    "of",
    "role",
    "label",
    "names",
    "main",
    "wikidata",
    "start",
    "end",
    "checked",
)
CORE = {"foreign_ministry", "defence_ministry", "parliament", "armed_forces", "spy_agency"}
GENERIC = {
    "Foreign Ministry",
    "Ministry of Foreign Affairs",
    "Defence Ministry",
    "Defense Ministry",
    "Ministry of Defence",
    "Ministry of Defense",
    "National Assembly",
    "Parliament",
    "Senate",
    "Supreme Court",
    "Security Council",
    "National Security Council",
    "National Guard",
    "Air Force",
    "Army",
    "Navy",
    "Coast Guard",
}
SHARED_WITH_ORGANISATIONS = {"NIS"}
"""South Korea's intelligence service and a Serbian oil firm both go by these letters."""


def table(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split(cell):
    return cell.split("|") if cell else []


def names(row):
    return {row["label"], *split(row["names"])}


def known_keys():
    return {row["key"] for name in ("states.csv", "organisations.csv") for row in table(name)}


def test_columns_are_closed():
    assert tuple(table("roles.csv")[0]) == ROLE_COLUMNS
    assert tuple(table("bodies.csv")[0]) == BODY_COLUMNS


@pytest.mark.parametrize("name", ["roles.csv", "bodies.csv"])
def test_files_are_plain(name):
    data = (FOLDER / name).read_bytes()
    assert b"\r" not in data
    assert data.endswith(b"\n")
    for row in table(name):
        for cell in row.values():
            assert cell == cell.strip()
            parts = split(cell)
            assert all(part == part.strip() and part for part in parts)
            assert len(parts) == len(set(parts)), cell


def test_body_keys_are_unique_sorted_and_say_whose_they_are():
    rows = table("bodies.csv")
    keys = [row["key"] for row in rows]
    assert keys == sorted(set(keys))
    assert all(re.fullmatch(re.escape(row["of"]) + r"-[A-Z0-9]+", row["key"]) for row in rows)


def test_body_roles_exist_and_are_bodies():
    kinds = {row["role"]: row["kind"] for row in table("roles.csv")}
    assert {row["role"] for row in table("bodies.csv")} <= {
        r for r, k in kinds.items() if k == "body"
    }


def test_every_body_belongs_to_a_known_state_or_organisation():
    assert {row["of"] for row in table("bodies.csv")} <= known_keys()


def test_at_most_one_main_body_for_a_role():
    rows = table("bodies.csv")
    assert {row["main"] for row in rows} == {"true", "false"}
    mains = Counter((row["of"], row["role"]) for row in rows if row["main"] == "true")
    assert [pair for pair, count in mains.items() if count > 1] == []


def test_a_main_body_still_exists_unless_its_state_has_ended():
    ended = {row["key"] for row in table("states.csv") if row["end"]}
    rows = [row for row in table("bodies.csv") if row["main"] == "true" and row["end"]]
    successors = {(r["of"], r["role"]) for r in table("bodies.csv") if not r["end"]}
    assert [
        r["key"] for r in rows if r["of"] not in ended and (r["of"], r["role"]) in successors
    ] == []


def test_no_name_belongs_to_two_bodies():
    owners = {}
    for row in table("bodies.csv"):
        for name in names(row):
            owners.setdefault(name.casefold(), set()).add(row["key"])
    assert {name: keys for name, keys in owners.items() if len(keys) > 1} == {}


def test_no_name_is_a_bare_generic():
    assert {name for row in table("bodies.csv") for name in names(row)} & GENERIC == set()


def test_no_name_is_that_of_a_state_or_organisation():
    taken = {
        name
        for file in ("states.csv", "organisations.csv")
        for row in table(file)
        for name in names(row)
    }
    ours = {name for row in table("bodies.csv") for name in names(row)}
    assert ours & taken <= SHARED_WITH_ORGANISATIONS


def test_dates_and_wikidata_are_well_formed():
    for row in table("bodies.csv"):
        assert re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata"]), row["key"]
        for cell in (row["start"], row["end"]):
            assert re.fullmatch(r"(\d{4}(-\d\d){0,2})?", cell), row["key"]
        if row["start"] and row["end"]:
            assert row["start"] <= row["end"], row["key"]
        assert row["checked"]
    found = Counter(row["wikidata"] for row in table("bodies.csv") if row["wikidata"])
    assert [q for q, count in found.items() if count > 1] == []


def test_forty_states_have_their_core_bodies():
    roles = {}
    for row in table("bodies.csv"):
        roles.setdefault(row["of"], set()).add(row["role"])
    assert sum(held >= CORE for held in roles.values()) >= 40


def test_role_rows_are_unique_sorted_and_of_one_kind():
    rows = table("roles.csv")
    keys = [(row["role"], row["states"]) for row in rows]
    assert keys == sorted(set(keys))
    kinds = {(row["role"], row["kind"]) for row in rows}
    assert len(kinds) == len({role for role, _ in kinds})
    assert {row["kind"] for row in rows} == {"body", "office"}
    assert {row["speaks"] for row in rows} == {"true", "false"}


def test_role_words_are_lower_case_and_titles_are_of_offices():
    for row in table("roles.csv"):
        assert row["words"] == row["words"].lower()
        assert row["kind"] == "office" or not row["titles"], row["role"]


def test_roles_are_restricted_to_known_states():
    states = {row["key"] for row in table("states.csv")}
    assert {s for row in table("roles.csv") for s in split(row["states"])} <= states


@pytest.mark.parametrize("column", ["words", "titles"])
def test_a_role_word_has_one_meaning_in_one_state(column):
    owners = {}
    for row in table("roles.csv"):
        for word in split(row[column]):
            for state in split(row["states"]) or [""]:
                owners.setdefault((word, state), set()).add(row["role"])
    assert {key: roles for key, roles in owners.items() if len(roles) > 1} == {}


@pytest.mark.parametrize(
    ("of", "role", "label"),
    [
        ("KOR", "spy_agency", "National Intelligence Service"),
        ("USA", "defence_ministry", "Pentagon"),
        ("GBR", "foreign_ministry", "UK Foreign Office"),
        ("RUS", "presidency", "Kremlin"),
        ("ISR", "armed_forces", "Israel Defense Forces"),
        ("IRN", "paramilitary", "Islamic Revolutionary Guard Corps"),
    ],
)
def test_role_words_resolve_to_the_preferred_body(of, role, label):
    found = [
        row["label"]
        for row in table("bodies.csv")
        if (row["of"], row["role"], row["main"]) == (of, role, "true")
    ]
    assert found == [label]
