"""Agents are asked for by any of their names."""

import pytest

from kg.errors import QueryError
from kg.store.engine import Store
from kg.store.named import find
from kg.store.who import asked, called
from tests.store.graphs import SAMPLE

STORE = Store.load(SAMPLE)
NAMES = [
    ("Norway", "NOR", "Norway"),
    ("Norway", "NOR", "NOR"),
    ("Norway", "NOR", "Kingdom of Norway"),
    ("Northern Ridge Front", "", "Northern Ridge Front"),
    ("Northern Ridge Front", "", "N.R.F."),
    ("National Assembly of Arland", "", "National Assembly"),
    ("National Assembly of Borland", "", "National Assembly"),
]


@pytest.mark.parametrize("name", ["NOR", "nor", "Norway", "the Kingdom of Norway", "norway "])
def test_a_state_is_asked_for_by_its_code(name):
    assert called(NAMES, {"actor": name, "since": "NOR"})["actor"] in {"NOR", "Norway"}


def test_anybody_else_is_asked_for_by_label_and_other_values_stay():
    found = called(NAMES, {"who": "nrf", "stance": "N.R.F."})
    assert found == {"who": "Northern Ridge Front", "stance": "N.R.F."}


def test_a_name_of_several_is_refused_with_all_of_them():
    with pytest.raises(QueryError, match="National Assembly of Arland, National Assembly of Bor"):
        called(NAMES, {"claimant": "national assembly"})


def test_who_is_nobody_is_told_with_the_nearest_names():
    with pytest.raises(QueryError, match="Did you mean NOR or Norway"):
        called(NAMES, {"who": "Norwey"})
    assert called(NAMES, {"actor": "Norwey"}) == {"actor": "Norwey"}  # asks, and finds nothing


@pytest.mark.parametrize("name", ["RHF", "R.H.F.", "horn guard", "Red Hill Front"])
def test_a_question_is_answered_by_any_name(name):
    rows = STORE.query(asked(STORE, find("transfers").text, {"who": name})).records()
    assert [row["claim"] for row in rows] == ["a2"]


def test_the_agents_themselves_are_asked_for():
    [row] = STORE.query(asked(STORE, find("agents").text, {"who": "rhf"})).records()
    assert row["label"] == "Red Hill Front"
