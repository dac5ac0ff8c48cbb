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


def test_5_1_a_graph_that_is_not_here_is_404(served):
    assert served.get("/store", params={"graph": "http://example.org/other"}).status_code == 404


@pytest.mark.parametrize("query", ["", "?default&graph=x:y", "?graph=x:y&graph=x:z"])
def test_4_2_one_graph_is_named_exactly(served, query):
    assert served.get(f"/store{query}").status_code == 400


def test_5_1_a_format_that_is_not_there_is_406(served):
    assert served.get("/graph", headers={"Accept": "image/png"}).status_code == 406


def test_5_6_head_tells_what_get_would(served):
    head = httpx.head(f"{served.url}/graph")
    get = served.get("/graph")
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/store?default", "/graph"])
def test_5_1_writing_is_405_and_changes_nothing(served, method, path):
    turtle = {"Content-Type": "text/turtle"}
    answer = httpx.request(method, served.url + path, content="<x:a> <x:b> 1 .", headers=turtle)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert triples(served.get("/graph")) == sample()


def test_options_tell_what_is_allowed(served):
    answer = httpx.options(f"{served.url}/store?default")
    assert (answer.status_code, answer.headers["allow"]) == (204, "GET, HEAD, OPTIONS")
