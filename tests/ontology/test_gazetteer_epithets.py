"""Epithets describe states and organisations that the gazetteer has, each in a list of its own."""

import csv
import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "ontology" / "gazetteer"
ROWS = tomllib.loads((FOLDER / "epithets.toml").read_text(encoding="utf-8"))["epithet"]


def keys(table: str) -> set[str]:
    with (FOLDER / table).open(newline="", encoding="utf-8") as file:
        return {row["key"] for row in csv.DictReader(file)}


def test_epithets_name_known_states_and_organisations():
    states, bodies = keys("states.csv"), keys("organisations.csv")
    assert [k for row in ROWS for k in row.get("states", ()) if k not in states] == []
    assert [k for row in ROWS for k in row.get("organisations", ()) if k not in bodies] == []


def test_an_epithet_stands_for_several_and_names_each_once():
    for row in ROWS:
        found = [*row.get("states", ()), *row.get("organisations", ())]
        assert found and len(found) == len(set(found)), row


def test_an_epithet_is_known_by_a_noun_or_a_word_before_it():
    assert all(row.get("nouns") or row.get("modifiers") for row in ROWS)
