"""SPARQL 1.1 Protocol, a test a clause, named by its section."""

from __future__ import annotations

import csv
import io
from urllib.parse import urlencode
from xml.etree import ElementTree

import pyoxigraph as ox
import pytest

from kg.store.engine import Store
from kg.store.named import catalogue, find
from tests.store.graphs import SAMPLE, in_cells

ASK = "ASK { ?s ?p ?o }"
ROWS = "SELECT ?s ?o WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o } ORDER BY ?s ?o"
TRIPLES = "CONSTRUCT WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o }"
FORM = "application/x-www-form-urlencoded"
JSON = "application/sparql-results+json"


def expected() -> list[tuple[str, ...]]:
    return list(Store.load(SAMPLE).query(ROWS))


def rows(answer) -> list[tuple[str, ...]]:
    answer.raise_for_status()
    found = answer.json()
    columns = found["head"]["vars"]
    bindings = found["results"]["bindings"]
    return [tuple(row[c]["value"] if c in row else "" for c in columns) for row in bindings]


def test_2_1_1_query_via_get(served):
    answer = served.get("/sparql", params={"query": ROWS}, headers={"Accept": JSON})
    assert answer.headers["content-type"] == JSON
    assert rows(answer) == expected() != []


def test_2_1_2_query_via_url_encoded_post(served):
    assert rows(served.post("/sparql", data={"query": ROWS})) == expected()
    sent, form = {"Content-Type": f"{FORM}; charset=UTF-8"}, urlencode({"query": ROWS})
    assert rows(served.post("/sparql", content=form, headers=sent)) == expected()


def test_2_1_3_query_via_post_directly(served):
    sent = {"Content-Type": "application/sparql-query"}
    assert rows(served.post("/sparql", content=ROWS, headers=sent)) == expected()


def test_2_1_one_query_exactly(served):
    assert served.get("/sparql", params=[("query", ASK), ("query", ASK)]).status_code == 400
    assert served.get("/sparql", params={"q": ASK}).status_code == 400
    assert served.post("/sparql", data={}, headers={"Content-Type": FORM}).status_code == 400


def test_2_1_other_ways_of_posting_are_refused(served):
    sent = {"Content-Type": "text/plain"}
    assert served.post("/sparql", content=ROWS, headers=sent).status_code == 415


def test_2_1_4_the_dataset_of_the_protocol_goes_before_that_of_the_query(served):
    name = f"{served.url}/graph"
    elsewhere = "ASK FROM <http://example.org/other> { ?s ?p ?o }"
    asked = {"query": elsewhere, "default-graph-uri": name}
    assert served.get("/sparql", params=asked).json()["boolean"] is True
    assert served.query(f"ASK FROM <{name}> {{ ?s ?p ?o }}").json()["boolean"] is True


TOLD = "SELECT ?value { ?s <http://example.org/tells> ?value } ORDER BY ?value"
WHERE = "SELECT ?g ?value { GRAPH ?g { ?s <http://example.org/tells> ?value } } ORDER BY ?value"
ONE, TWO = "http://example.org/one", "http://example.org/two"


def values(answer) -> list[str]:
    return [row[-1] for row in rows(answer)]


def test_2_1_4_without_a_dataset_all_graphs_are_asked(quads):
    assert values(quads.query(TOLD)) == ["1", "1", "2"]
    assert rows(quads.query(WHERE)) == [(ONE, "1"), (ONE, "1"), (TWO, "2")]


@pytest.mark.parametrize(
    ("sparql", "dataset", "expected"),
    [
        (TOLD, [("default-graph-uri", TWO)], ["2"]),
        (TOLD, [("default-graph-uri", ONE), ("default-graph-uri", TWO)], ["1", "1", "2"]),
        (TOLD, [("named-graph-uri", TWO)], []),
        (WHERE, [("named-graph-uri", TWO)], ["2"]),
        (WHERE, [("default-graph-uri", TWO)], []),
        (WHERE, [("default-graph-uri", TWO), ("named-graph-uri", ONE)], ["1", "1"]),
        (TOLD.replace("{", f"FROM <{ONE}> {{"), [("default-graph-uri", TWO)], ["2"]),
    ],
)
def test_2_1_4_a_dataset_of_the_protocol(quads, sparql, dataset, expected):
    assert values(quads.get("/sparql", params=[("query", sparql), *dataset])) == expected
    assert values(quads.post("/sparql", data={"query": sparql, **_lists(dataset)})) == expected


def _lists(pairs):
    return {name: [value for key, value in pairs if key == name] for name, _ in pairs}


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        (TOLD.replace("{", f"FROM <{TWO}> {{"), ["2"]),
        (WHERE.replace("{", f"FROM NAMED <{TWO}> {{", 1), ["2"]),
        (f"PREFIX x: <http://example.org/> {TOLD.replace('{', 'FROM x:two {')}", ["2"]),
        (WHERE.replace("{", f"FROM <{TWO}> {{", 1), []),
    ],
)
def test_2_1_4_a_dataset_of_the_query(quads, sparql, expected):
    assert values(quads.query(sparql)) == expected


def test_2_1_4_the_default_graph_has_a_name_too(quads):
    asked = {"query": TOLD, "default-graph-uri": f"{quads.url}/graph"}
    assert values(quads.get("/sparql", params=asked)) == ["1", "1", "2"]


@pytest.mark.parametrize("name", ["http://example.org/three", "no iri", "two"])
@pytest.mark.parametrize("parameter", ["default-graph-uri", "named-graph-uri"])
def test_2_1_4_a_named_graph_that_is_not_here_is_400(quads, name, parameter):
    answer = quads.get("/sparql", params={"query": ASK, parameter: name})
    assert answer.status_code == 400
    assert "no graph of this name" in answer.text


@pytest.mark.parametrize(
    "asked",
    [
        {"query": ASK, "default-graph-uri": "http://example.org/other"},
        {"query": ASK, "named-graph-uri": "http://example.org/other"},
        {"query": "ASK FROM <http://example.org/other> { ?s ?p ?o }"},
        {"query": "ASK FROM NAMED <http://example.org/other> { GRAPH ?g { ?s ?p ?o } }"},
    ],
)
def test_2_1_4_a_dataset_that_is_not_here_is_no_empty_answer(served, asked):
    answer = served.get("/sparql", params=asked)
    assert answer.status_code == 400
    assert f"{served.url}/graph" in answer.text


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/json", JSON),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/*;q=0.9, application/sparql-results+json;q=0.1", "text/csv; charset=utf-8"),
    ],
)
def test_2_1_5_rows_come_in_the_format_that_is_liked_best(served, accept, media):
    answer = served.query(ROWS, accept)
    assert answer.headers["content-type"] == media
    assert "accept" in answer.headers["vary"].lower()


def test_2_1_5_every_format_of_rows_holds_the_same(served):
    found = csv.reader(io.StringIO(served.query(ROWS, "text/csv").text))
    assert [tuple(row) for row in found][1:] == expected()
    tsv = served.query(ROWS, "text/tab-separated-values").text.splitlines()
    assert len(tsv) == len(expected()) + 1 and tsv[0] == "?s\t?o"
    tree = ElementTree.fromstring(served.query(ROWS, "application/sparql-results+xml").content)
    results = tree.findall("{*}results/{*}result")
    texts = [tuple(term.text for binding in result for term in binding) for result in results]
    assert texts == expected()


@pytest.mark.parametrize(
    ("accept", "media", "form"),
    [
        ("", "text/turtle; charset=utf-8", ox.RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", "application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", "application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_2_1_5_graphs_come_in_the_format_that_is_liked_best(served, accept, media, form):
    answer = served.query(TRIPLES, accept)
    assert answer.headers["content-type"] == media
    assert {quad.triple for quad in ox.parse(answer.content, format=form)} == {
        ox.Triple(*row) for row in Store.load(SAMPLE).query(TRIPLES).terms
    }


@pytest.mark.parametrize(
    ("sparql", "accept"),
    [(ROWS, "image/png"), (ROWS, "text/turtle"), (TRIPLES, "text/csv"), (ASK, "text/csv")],
)
def test_2_1_5_a_format_that_is_not_there_is_406(served, sparql, accept):
    answer = served.query(sparql, accept)
    assert answer.status_code == 406
    assert "There are" in answer.text


def test_2_1_6_an_ask_is_a_truth(served):
    assert served.query(ASK).json() == {"head": {}, "boolean": True}
    assert b"<boolean>true</boolean>" in served.query(ASK, "application/xml").content


def test_2_1_7_what_is_no_query_is_400_and_says_where(served):
    answer = served.query("SELECT ?s WHERE { ?s ?p }")
    assert answer.status_code == 400
    assert "line 1, column 25" in answer.text


def test_2_2_updates_are_refused(served):
    update = "INSERT DATA { <x:a> <x:b> <x:c> }"
    sent = {"Content-Type": "application/sparql-update"}
    for answer in (
        served.post("/sparql", data={"update": update}),
        served.post("/sparql", content=update, headers=sent),
        served.get("/sparql", params={"update": update}),
    ):
        assert answer.status_code == 403
    assert served.query(update).status_code == 400
    assert served.query("ASK { <x:a> ?p ?o }").json()["boolean"] is False


def test_4_no_other_server_is_asked(served):
    answer = served.query(f"SELECT * {{ SERVICE <{served.url}/sparql> {{ ?s ?p ?o }} }}")
    assert answer.status_code == 403
    assert "SERVICE" in answer.text
    assert served.query("LOAD <http://example.org/>").status_code == 400


def test_other_methods_are_405(served):
    for method in ("PUT", "DELETE", "PATCH", "TRACE"):
        answer = served.ask(method, "/sparql")
        assert answer.status_code == 405
        assert "GET" in answer.headers["allow"]


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_shipped_query_is_answered_as_the_engine_does(served, query):
    answer = served.post("/sparql", data={"query": query.text}, headers={"Accept": JSON})
    assert in_cells(query.text, rows(answer)) == list(Store.load(SAMPLE).query(query.text))


def test_the_claims_are_there(served):
    assert len(rows(served.post("/sparql", data={"query": find("claims").text}))) == 9
