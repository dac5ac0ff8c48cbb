"""SPARQL 1.1 Graph Store HTTP Protocol, the read side, a test a clause."""

from __future__ import annotations

import httpx
import pyoxigraph as ox
import pytest

from kg.store.engine import Store
from tests.store.graphs import SAMPLE


def sample() -> set[ox.Triple]:
    return {quad.triple for quad in Store.load(SAMPLE).engine}


def triples(answer: httpx.Response) -> set[ox.Triple]:
    answer.raise_for_status()
    form = ox.RdfFormat.from_media_type(answer.headers["content-type"])
    return {quad.triple for quad in ox.parse(answer.content, format=form)}


def test_4_1_the_graph_is_at_its_own_address(served):
    assert triples(served.get("/graph")) == sample()


def test_4_2_and_by_its_name_and_as_the_default(served):
    assert triples(served.get("/store", params={"graph": f"{served.url}/graph"})) == sample()
    assert triples(served.get("/store?default")) == sample()


@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml"]
)
def test_5_2_get_in_each_format(served, media):
    answer = served.get("/store?default", headers={"Accept": media})
    assert answer.headers["content-type"].startswith(media)
    assert triples(answer) == sample()


@pytest.mark.parametrize("server", ["served", "quads"])
def test_5_1_a_graph_that_is_not_here_is_404(server, request):
    other = "http://example.org/other"
    answer = request.getfixturevalue(server).get("/store", params={"graph": other})
    assert answer.status_code == 404
    assert f"no graph {other} here" in answer.text


@pytest.mark.parametrize("name", ["graph", "../other", "//example.org/other", ""])
def test_4_2_a_graph_is_named_by_an_absolute_iri(served, name):
    assert served.get("/store", params={"graph": name}).status_code == 400


def test_4_2_a_named_graph_by_its_name(quads):
    one = quads.get("/store", params={"graph": "http://example.org/one"})
    assert {triple.subject.value[-1] for triple in triples(one)} == {"a", "b"}
    two = quads.get("/store", params={"graph": "http://example.org/two"})
    assert [triple.object.value for triple in triples(two)] == ["2"]


def test_4_2_the_default_graph_holds_what_the_named_ones_hold(quads):
    assert len(triples(quads.get("/store?default"))) == 4
    assert triples(quads.get("/store?default")) == triples(quads.get("/graph"))


@pytest.mark.parametrize("media", ["application/n-triples", "application/rdf+xml"])
def test_5_2_get_of_a_named_graph_in_other_formats(quads, media):
    asked = {"graph": "http://example.org/two"}
    answer = quads.get("/store", params=asked, headers={"Accept": media})
    assert answer.headers["content-type"].startswith(media)
    assert len(triples(answer)) == 1


def test_5_1_writing_to_a_named_graph_is_405(quads):
    asked = {"graph": "http://example.org/two"}
    assert quads.ask("DELETE", "/store", params=asked).status_code == 405
    assert len(triples(quads.get("/store", params=asked))) == 1


@pytest.mark.parametrize("query", ["", "?default&graph=x:y", "?graph=x:y&graph=x:z"])
def test_4_2_one_graph_is_named_exactly(served, query):
    assert served.get(f"/store{query}").status_code == 400


def test_5_1_a_format_that_is_not_there_is_406(served):
    assert served.get("/graph", headers={"Accept": "image/png"}).status_code == 406


def test_5_6_head_tells_what_get_would(served):
    head = served.ask("HEAD", "/graph")
    get = served.get("/graph")
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/store?default", "/graph"])
def test_5_1_writing_is_405_and_changes_nothing(served, method, path):
    turtle = {"Content-Type": "text/turtle"}
    answer = served.ask(method, path, content="<x:a> <x:b> 1 .", headers=turtle)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert triples(served.get("/graph")) == sample()


def test_options_tell_what_is_allowed(served):
    answer = served.ask("OPTIONS", "/store?default")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
