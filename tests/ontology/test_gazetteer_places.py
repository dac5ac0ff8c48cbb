"""The table of places: closed kinds, states that exist, names that no state or body bears."""

import csv
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "gazetteer"
COLUMNS = ("key", "label", "names", "kind", "of", "wikidata", "checked")
KINDS = {"city", "region", "sea", "base", "strait", "island", "border"}
STATE_NAMING = ("label", "names", "adjective", "adjectives", "demonyms", "capitals", "seats")
CONTESTED = ("Kashmir", "Golan Heights", "Aksai Chin", "Senkaku Islands", "Paracel Islands")
BY_CODE = {"Gaza Strip": "PSE", "West Bank": "PSE", "Crimea": "UKR", "Sevastopol": "UKR"}


def table(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def names(row):
    return [row["label"], *(row["names"].split("|") if row["names"] else [])]


def test_columns_order_and_kinds():
    rows = table("places.csv")
    found = [row["key"] for row in rows]
    assert tuple(rows[0]) == COLUMNS
    assert found == sorted(set(found))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key) for key in found)
    assert {row["kind"] for row in rows} == KINDS


def test_every_state_exists_and_every_row_says_what_was_checked():
    states = {row["key"] for row in table("states.csv")}
    for row in table("places.csv"):
        assert row["of"] == "" or row["of"] in states, row["key"]
        assert re.fullmatch(r"(Q[1-9]\d*)?", row["wikidata"]), row["key"]
        assert row["checked"], row["key"]


def test_a_place_without_state_says_why():
    for row in table("places.csv"):
        assert row["of"] or "of: " in row["checked"], row["key"]


def test_contested_places_belong_to_no_state():
    states = {row["label"]: row["of"] for row in table("places.csv")}
    assert [states[label] for label in CONTESTED] == [""] * len(CONTESTED)


def test_where_states_dispute_a_place_the_code_of_its_subdivision_decides():
    states = {row["label"]: row["of"] for row in table("places.csv")}
    assert {label: states[label] for label in BY_CODE} == BY_CODE


def test_no_name_is_taken_twice():
    owners = {
        name: row["key"]
        for row in table("states.csv")
        for field in STATE_NAMING
        for name in row[field].split("|")
        if name
    }
    for other in ("organisations.csv", "places.csv"):
        for row in table(other):
            for name in names(row):
                assert owners.setdefault(name, row["key"]) == row["key"], name


def test_coordinates_are_of_towns_that_the_gazetteer_has():
    towns = {(row["label"], row["of"]) for row in table("places.csv") if row["kind"] == "city"}
    towns |= {(name, r["key"]) for r in table("states.csv") for name in r["capitals"].split("|")}
    rows = table("coordinates.csv")
    found = [(row["label"], row["of"]) for row in rows]
    assert found == sorted(set(found)) and set(found) <= towns
    assert len(found) > 0.9 * len(towns)
    assert all(abs(float(r["latitude"])) <= 90 and abs(float(r["longitude"])) <= 180 for r in rows)
