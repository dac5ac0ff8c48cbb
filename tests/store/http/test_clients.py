"""The clients that people use get what the engine gives."""

from __future__ import annotations

import json
import subprocess

import pytest
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, SPARQLWrapper

from kg.store.engine import Store
from kg.store.named import find
from tests.outside import need
from tests.store.graphs import SAMPLE

CLAIMS = find("claims").text
LABELS = "SELECT ?s ?o { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o } ORDER BY ?s ?o"


def expected(sparql: str) -> list[tuple[str, ...]]:
    return list(Store.load(SAMPLE).query(sparql))


@pytest.mark.parametrize("method", ["GET", POST])
def test_sparqlwrapper(served, method):
    client = SPARQLWrapper(f"{served.url}/sparql")
    client.setMethod(method)
    client.setQuery(CLAIMS)
    client.setReturnFormat(JSON)
    found = client.query().convert()["results"]["bindings"]
    assert [row["claim"]["value"] for row in found] == [row[0] for row in expected(CLAIMS)]
    client.setReturnFormat(CSV)
    assert client.query().convert().count(b"\r\n") == len(expected(CLAIMS)) + 1
    client.setQuery("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 5")
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.query().convert(), format="turtle")) == 5


@pytest.mark.parametrize("form", ["json", "xml", "csv"])
def test_rdflib_over_the_protocol(served, form):
    store = SPARQLStore(f"{served.url}/sparql", returnFormat=form)
    graph = Graph(store=store)
    assert [tuple(map(str, row)) for row in graph.query(LABELS)] == expected(LABELS)
    assert len(list(graph.triples((None, None, None)))) == len(Store.load(SAMPLE))


def test_curl(served):
    curl = need("curl", "curl")
    line = [curl, "-s", "-H", "Accept: text/csv", "--data-urlencode", f"query={LABELS}"]
    done = subprocess.run([*line, f"{served.url}/sparql"], capture_output=True, check=True)
    assert done.stdout.count(b"\r\n") == len(expected(LABELS)) + 1
    asked = [curl, "-s", "-G", "--data-urlencode", "query=ASK { ?s ?p ?o }"]
    done = subprocess.run([*asked, f"{served.url}/sparql"], capture_output=True, check=True)
    assert json.loads(done.stdout)["boolean"] is True
