"""Parameters of queries: left alone they change nothing, given they narrow the answer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store.engine import Store
from kg.store.named import catalogue, find
from kg.store.parameters import filled, parameters
from tests.store.graphs import SAMPLE, in_cells, with_rdflib

STORE = Store.load(SAMPLE)
TAKING = [query for query in catalogue() if query.parameters]
OF_CLAIMS = [query for query in TAKING if query.name not in ("agents", "places")]


def claims(name: str, **values: str) -> list[str]:
    rows = STORE.query(filled(find(name).text, values))
    return [row["claim"] for row in rows.records()]


def test_names_are_found_once_each_and_sorted():
    assert parameters("SELECT ?a { ?a ?__to ?__from . ?__to ?_not ?b }") == ("from", "to")


def test_a_value_stands_wherever_its_variable_stood():
    assert filled("{ ?a ?b ?__x . ?__x ?c ?__y }", {"x": "v"}) == '{ ?a ?b "v" . "v" ?c ?__y }'


def test_an_unknown_name_is_refused_with_what_there_is():
    with pytest.raises(QueryError, match="There are: actor, claimant"):
        filled(find("deployments").text, {"acter": "NOR"})
    with pytest.raises(QueryError, match="takes none"):
        filled(find("claims").text, {"actor": "NOR"})


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_no_value_breaks_out_of_its_literal(value):
    rows = STORE.query(filled("SELECT ?a { BIND(?__x AS ?a) }", {"x": value}))
    assert rows.rows == ((value,),)


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("deployments", {"actor": "ETH"}, ["n1c", "n1b", "n2a", "n2b", "n1a"]),
        ("deployments", {"actor": "Ethiopia"}, ["n1c", "n1b", "n2a", "n2b", "n1a"]),
        ("deployments", {"actor": "KEN"}, []),
        ("deployments", {"claimant": "EGY"}, ["n2a", "n1a"]),
        ("deployments", {"claimant": "Amina Tesfaye"}, ["n1b"]),
        ("deployments", {"stance": "asserts", "since": "2021-03-05"}, ["n2a", "n2b"]),
        ("deployments", {"until": "2021-03-04"}, ["n1c", "n1b", "n1a"]),
        ("transfers", {"recipient": "Red Hill Front"}, ["a2"]),
        ("transfers", {"since": "2021-01-01"}, []),  # its article has no date
        ("denials", {"actor": "PER"}, ["a3"]),
        ("unconfirmed", {"claimant": "SDN"}, ["n1c"]),
        ("considered", {"actor": "EGY"}, ["a2"]),
        ("contested", {"stance": "denies"}, ["n1b"]),
        ("timeline", {"actor": "KEN"}, ["a1"]),
        ("by-claimant", {"claimant": "EGY"}, ["n1a", "n2a"]),
        ("sanctions", {"recipient": "SDN"}, ["n1d"]),
        ("meetings", {"actor": "SDN"}, ["a1"]),
        ("attacks", {"actor": "SDN"}, []),
        ("transfers", {"who": "Red Hill Front"}, ["a2"]),
        ("deployments", {"who": "Amina Tesfaye"}, ["n1b"]),
        ("timeline", {"who": "KEN"}, ["a1"]),
        ("meetings", {"who": "Red Hill Front"}, []),
    ],
)
def test_questions_are_answered_by_whom_they_ask_for(name, values, expected):
    assert claims(name, **values) == expected


def test_all_values_of_a_cell_stay_where_one_is_asked_for():
    [row] = STORE.query(filled(find("transfers").text, {"recipient": "SDN"})).records()
    assert row["recipient"] == "Red Hill Front|SDN"


@pytest.mark.parametrize("query", TAKING, ids=lambda query: query.name)
@pytest.mark.parametrize("values", [{"actor": "ETH", "until": "2021-03-04"}, {"who": "SDN"}])
def test_a_second_engine_narrows_alike(query, values):
    text = filled(query.text, {k: v for k, v in values.items() if k in query.parameters})
    _, rows = with_rdflib(SAMPLE.read_text("utf-8"), text)
    assert list(STORE.query(text).rows) == in_cells(text, rows)


@pytest.mark.parametrize("query", OF_CLAIMS, ids=lambda query: query.name)
def test_iris_stand_beside_ids_and_labels(query):
    for row in STORE.query(query.text).records():
        assert row["claim_iri"].endswith(f"/claim/{row['claim']}")
        assert "/event/" in row["event_iri"] or "/series/" in row["event_iri"]
        for said in ("claimant", "actor", "recipient"):
            assert row[f"{said}_iri"].count("|") == row[said].count("|")
            assert bool(row[f"{said}_iri"]) == bool(row[said])


def test_a_line_that_narrows_counts_where_its_value_is_given():
    query = "SELECT * {\n  #? who ?who ?named ?__who .\n  ?who ?p ?o }"
    assert filled(query, {"who": "NOR"}) == 'SELECT * {\n  ?who ?named "NOR" .\n  ?who ?p ?o }'
    assert "#? who" not in filled(query, {"who": ""})
    assert "\n  ?who ?p ?o" in filled(query, {})


def test_a_query_narrowed_first_gives_what_it_gave_without():
    """The lines that narrow say what the rest of the query says; without them it is but slower."""
    asked = [{"who": "ETH"}, {"actor": "ETH", "since": "2021-01-01"}, {"claimant": "SDN"},
             {"recipient": "ERI", "until": "2022-12-31"}]  # fmt: skip
    for query in catalogue():
        plain = re.sub(r"^ *#\? .*$", "", query.text, flags=re.MULTILINE)
        for values in asked:
            if values.keys() <= set(query.parameters):
                rows = STORE.query(filled(query.text, values)).rows
                assert rows == STORE.query(filled(plain, values)).rows, query.name
