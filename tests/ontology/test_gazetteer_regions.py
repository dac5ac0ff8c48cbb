"""The tables of regions and seats hold together: read with the csv module alone."""

import csv
import re
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "gazetteer"


def table(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_regions_are_sorted_by_their_code_and_lie_in_states():
    rows = table("regions.csv")
    keys = [row["key"] for row in rows]
    assert keys == sorted(set(keys))
    assert all(re.fullmatch(r"[A-Z]{2}-[A-Z0-9]{1,3}", key) for key in keys)
    states = {row["key"]: row["iso2"] for row in table("states.csv")}
    assert all(states[row["of"]] == row["key"][:2] for row in rows)


def test_no_region_has_a_name_twice_and_no_state_two_regions_of_one_name():
    seen = set()
    for row in table("regions.csv"):
        for name in (row["label"], *filter(None, row["names"].split("|"))):
            assert (row["of"], name) not in seen
            seen.add((row["of"], name))


def test_seats_are_sorted_and_of_organisations():
    rows = table("seats.csv")
    order = [(row["city"], row["of"]) for row in rows]
    assert order == sorted(set(order))
    assert {row["of"] for row in rows} <= {row["key"] for row in table("organisations.csv")}
