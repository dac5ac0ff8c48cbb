from __future__ import annotations

import csv
import io
import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store.engine import Rows, Store
from kg.store.formats import FORMATS, to_csv, to_json, to_turtle, write
from kg.store.named import find
from tests.store.graphs import SAMPLE

TYPED = "SELECT ?s ?d ?l ?none { VALUES (?s ?d ?l) { (<http://example.org/a> 2.5 'ja'@de) } }"


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.load(SAMPLE)


# a carriage return or NUL is no cell of a graph that was read as Turtle and written as CSV
cells = st.text(st.characters(blacklist_characters="\r\0", blacklist_categories=["Cs"]))


@given(st.lists(st.tuples(cells, cells)))
def test_csv_reads_back(rows):
    text = to_csv(Rows(("a", "b"), tuple(rows)))
    back = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""))]
    assert back == [("a", "b"), *rows]


def test_json_keeps_types_and_leaves_out_what_is_unbound(store):
    answer = json.loads(to_json(store.query(TYPED)))
    assert answer["head"] == {"vars": ["s", "d", "l", "none"]}
    decimal = "http://www.w3.org/2001/XMLSchema#decimal"
    assert answer["results"]["bindings"] == [
        {
            "s": {"type": "uri", "value": "http://example.org/a"},
            "d": {"type": "literal", "value": "2.5", "datatype": decimal},
            "l": {"type": "literal", "value": "ja", "xml:lang": "de"},
        }
    ]


def test_json_is_what_another_reader_of_the_format_reads(store):
    rows = store.query(find("claims").text)
    parsed = ox.parse_query_results(to_json(rows), format=ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QuerySolutions)
    assert [tuple(cell.value for cell in solution) for solution in parsed] == list(rows.rows)


def test_json_of_rows_written_by_hand():
    answer = json.loads(to_json(Rows(("a",), (("x",),))))
    assert answer["results"]["bindings"] == [{"a": {"type": "literal", "value": "x"}}]


def test_json_of_an_ask(store):
    assert json.loads(to_json(store.query("ASK {}"))) == {"head": {}, "boolean": True}


def test_turtle_holds_the_triples_and_is_the_same_every_time(store):
    query = "CONSTRUCT { ?s ?p ?o . _:b ?p ?o } WHERE { ?s ?p ?o }"
    rows = store.query(query)
    text = to_turtle(rows)
    assert len(list(ox.parse(text, format=ox.RdfFormat.TURTLE))) == len(rows)
    assert {to_turtle(Store.load(SAMPLE).query(query)) for _ in range(4)} == {text}


def test_turtle_of_no_triples(store):
    assert not list(ox.parse(to_turtle(store.query("CONSTRUCT {} {}")), format=ox.RdfFormat.TURTLE))


def test_turtle_is_for_graphs_alone(store):
    with pytest.raises(QueryError, match="CONSTRUCT"):
        to_turtle(store.query(TYPED))


def test_an_unknown_format_is_answered_with_the_known(store):
    with pytest.raises(QueryError, match="csv, json, ttl"):
        write(store.query(TYPED), "xml")
    assert set(FORMATS) == {"csv", "json", "ttl"}
    assert write(store.query(TYPED), "csv") == "s,d,l,none\nhttp://example.org/a,2.5,ja,\n"
