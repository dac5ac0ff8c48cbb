"""SPARQL 1.1 Service Description, a test a clause."""

from __future__ import annotations

import pytest
from rdflib import RDF, Graph, Namespace, URIRef

from kg.store.engine import Store
from tests.store.graphs import SAMPLE

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
FORMATS = {"text/turtle": "turtle", "application/rdf+xml": "xml", "application/ld+json": "json-ld"}


@pytest.mark.parametrize("media", FORMATS)
def test_2_the_endpoint_describes_itself_where_it_is_asked_without_a_query(served, media):
    answer = served.get("/sparql", headers={"Accept": media})
    assert answer.headers["content-type"].startswith(media)
    graph = Graph().parse(data=answer.content, format=FORMATS[media])
    endpoint = URIRef(f"{served.url}/sparql")
    assert (endpoint, RDF.type, SD.Service) in graph
    assert (endpoint, SD.endpoint, endpoint) in graph


def test_3_languages_formats_and_the_dataset_are_named(served):
    graph = Graph().parse(data=served.get("/sparql").content, format="turtle")
    endpoint = URIRef(f"{served.url}/sparql")
    assert set(graph.objects(endpoint, SD.supportedLanguage)) == {SD.SPARQL11Query}
    assert len(set(graph.objects(endpoint, SD.resultFormat))) == 8
    assert not set(graph.objects(endpoint, SD.feature))  # neither SERVICE nor FROM of the web
    (dataset,) = graph.objects(endpoint, SD.defaultDataset)
    (default,) = graph.objects(dataset, SD.defaultGraph)
    assert str(default) == f"{served.url}/graph"
    assert int(graph.value(default, VOID.triples)) == len(Store.load(SAMPLE))


def test_3_named_graphs_are_named_with_their_size(quads, served):
    graph = Graph().parse(data=quads.get("/sparql").content, format="turtle")
    endpoint = URIRef(f"{quads.url}/sparql")
    assert set(graph.objects(endpoint, SD.feature)) == {SD.UnionDefaultGraph}
    (dataset,) = graph.objects(endpoint, SD.defaultDataset)
    named = {
        str(graph.value(one, SD.name)): int(graph.value(graph.value(one, SD.graph), VOID.triples))
        for one in graph.objects(dataset, SD.namedGraph)
    }
    assert named == {"http://example.org/one": 2, "http://example.org/two": 1}
    assert int(graph.value(graph.value(dataset, SD.defaultGraph), VOID.triples)) == 4
    for one in graph.objects(dataset, SD.namedGraph):
        address = str(graph.value(one, SD.graph)).removeprefix(quads.url)
        size = len(Graph().parse(data=quads.get(address).content, format="turtle"))
        assert size == named[str(graph.value(one, SD.name))]
    alone = Graph().parse(data=served.get("/sparql").content, format="turtle")
    assert not set(alone.subjects(RDF.type, SD.NamedGraph))


def test_people_are_led_to_the_editor(served):
    answer = served.get("/sparql", headers={"Accept": "text/html,application/xml;q=0.9,*/*;q=0.8"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/editor")
    assert served.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
