from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import GraphError, QueryError
from kg.store.engine import Store
from tests.store.graphs import SAMPLE

SC = "PREFIX sc: <https://w3id.org/statecraft/ontology#> "


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.load(SAMPLE)


def small(turtle: str) -> Store:
    prefixed = f"@prefix : <http://example.org/> . {turtle}"
    return Store(quad.triple for quad in ox.parse(prefixed, format=ox.RdfFormat.TURTLE))


def test_cells_are_plain_strings_and_unbound_is_empty():
    store = small(':a :p 1.50, "x"@en, :b .')
    rows = store.query("SELECT ?o ?none WHERE { ?s ?p ?o }")
    assert rows.columns == ("o", "none")
    assert set(rows) == {("1.5", ""), ("x", ""), ("http://example.org/b", "")}


def test_records_name_the_columns():
    assert small(":a :p :b .").query("SELECT (1 AS ?one) {}").records() == [{"one": "1"}]


def test_blank_nodes_are_numbered_as_they_appear():
    store = small("[] :p _:other .")
    query = "SELECT ?s ?o (?s AS ?again) { ?s ?p ?o }"
    assert store.query(query).rows == (("_:b0", "_:b1", "_:b0"),)


def test_ask(store):
    yes = store.query(SC + "ASK { ?c a sc:Denial }")
    assert (yes.form, yes.columns, yes.rows) == ("ask", ("ask",), (("true",),))
    assert store.query("ASK { <http://example.org/none> ?p ?o }").rows == (("false",),)


@pytest.mark.parametrize("turtle", [":a :p :c, :b .", ":a :p :b, :c ."])
def test_construct_and_describe_give_sorted_triples(turtle):
    expected = (
        ("http://example.org/a", "http://example.org/p", "http://example.org/b"),
        ("http://example.org/a", "http://example.org/p", "http://example.org/c"),
    )
    for query in ("CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <http://example.org/a>"):
        rows = small(turtle).query(query)
        assert (rows.form, rows.columns) == ("graph", ("subject", "predicate", "object"))
        assert rows.rows == expected


def test_construct_with_blank_nodes_is_the_same_in_every_run():
    query = "CONSTRUCT { _:x ?p ?o } WHERE { ?s ?p ?o }"
    answers = {small(":a :p :b . :c :q :d .").query(query).rows for _ in range(5)}
    assert len(answers) == 1


def test_size(store):
    assert len(store) == len({*ox.parse(path=str(SAMPLE), format=ox.RdfFormat.TURTLE)})


@pytest.mark.parametrize("sparql", ["SELECT ?x WHERE {", "", "claims", "# only a comment"])
def test_what_is_no_query_says_where_and_what_to_do(store, sparql):
    with pytest.raises(QueryError) as caught:
        store.query(sparql)
    assert "line 1" in caught.value.value
    assert caught.value.value and caught.value.remedy
    assert len(str(caught.value)) < 400


def test_the_error_shows_the_first_line_that_is_no_comment(store):
    with pytest.raises(QueryError) as caught:
        store.query("#+ summary: none\n\nSELECT (<http://example.org/f>(1) AS ?x) {}")
    assert caught.value.value == "SELECT (<http://example.org/f>(1) AS ?x) {}"


def test_an_update_is_refused_and_changes_nothing(store):
    size = len(store)
    with pytest.raises(QueryError, match="begins an update"):
        store.query("DELETE WHERE { ?s ?p ?o }")
    assert len(store) == size


def test_what_the_engine_cannot_do_is_an_error_of_the_query(store):
    with pytest.raises(QueryError, match="cannot be answered"):
        store.query("SELECT (<http://example.org/f>(1) AS ?x) {}")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"@prefix sc: <https://w3id.org", "no valid Turtle"),
        (b"<http://example.org/a> <http://example.org/b> .", "no valid Turtle"),
        (b"\xff\xfe\x00", "no valid Turtle"),
        (b"\x00\x01", "no valid Turtle"),
        (b"", "holds no triple"),
        (b"# nothing\n", "holds no triple"),
    ],
)
def test_a_broken_graph_is_named(tmp_path, content, rule):
    path = tmp_path / "graph.ttl"
    path.write_bytes(content)
    with pytest.raises(GraphError, match=rule) as caught:
        Store.load(path)
    assert caught.value.value == str(path)
    assert "kg build" in caught.value.remedy


def test_a_missing_graph_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(GraphError, match="no such file"):
        Store.load(tmp_path / "none.ttl")
    with pytest.raises(GraphError, match="folder"):
        Store.load(tmp_path)
