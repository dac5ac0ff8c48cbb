"""Loads into real stores: what comes back is what was sent, also after the connection was cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pyoxigraph as ox
import pytest

from kg.store.engine import Store
from kg.store.load import target as targets
from kg.store.load.parts import cut
from kg.store.load.run import Loaded, load
from kg.store.load.target import Access, LoadError, Target
from tests.outside import need
from tests.store.graphs import SAMPLE
from tests.store.load.proxy import cutting
from tests.store.servers import PATIENCE, free_address, running
from tests.store.test_virtuoso import CONFIGURATION

pytestmark = pytest.mark.server

GRAPH = "urn:example:news"
TRIPLES = [quad.triple for quad in Store.load(SAMPLE).engine]
PARTS = cut(TRIPLES, 60)


NOBODY = Access()


@dataclass(frozen=True)
class Running:
    """A store's server: host and port, where it takes graphs, where it is asked, who may write."""

    address: str
    store: str
    queries: str
    access: Access = NOBODY

    def target(self, graph: str = "", address: str = "") -> Target:
        host = address or self.address
        queries = f"http://{host}{self.queries}"
        return Target(f"http://{host}{self.store}", queries, graph, self.access)


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory) -> Iterator[Running]:
    program, folder = need("oxigraph", "the package oxigraph"), tmp_path_factory.mktemp("ox")
    address = free_address()
    with running([program, "serve", "-l", str(folder), "-b", address], address, folder):
        yield Running(address, "/store", "/query")


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory) -> Iterator[Running]:
    program = need("virtuoso-t", "virtuoso-opensource-7-bin")
    folder, address = tmp_path_factory.mktemp("virtuoso"), free_address()
    settings = CONFIGURATION.format(sql=free_address(), http=address)
    (folder / "v.ini").write_text(settings, encoding="utf-8")
    with running([program, "-f", "+configfile", "v.ini"], address, folder):
        yield Running(address, "/sparql-graph-crud-auth", "/sparql", Access("dba", "dba"))


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(targets, "PAUSE", 0.01)


def came_back(store: Running, graph: str) -> ox.Dataset:
    params = {"graph": graph} if graph else {"default": ""}
    accept = {"Accept": "application/n-triples, text/plain;q=0.5"}
    url = f"http://{store.address}{store.store.removesuffix('-auth')}"
    got = httpx.get(url, params=params, headers=accept, timeout=PATIENCE)
    return canonical(q.triple for q in ox.parse(got.content, format=ox.RdfFormat.N_TRIPLES))


def canonical(triples) -> ox.Dataset:
    graph = ox.Dataset(ox.Quad(*triple) for triple in triples)
    graph.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return graph


@pytest.mark.parametrize("graph", ["", GRAPH])
def test_oxigraph_takes_the_parts_and_gives_the_graph_back(oxigraph, graph):
    with oxigraph.target(graph) as target:
        loaded = load(target, PARTS, replace=True)
    assert loaded == Loaded(len(TRIPLES), len(PARTS), 0)
    assert came_back(oxigraph, graph) == canonical(TRIPLES)


def test_virtuoso_takes_the_parts_and_gives_the_graph_back(virtuoso):
    with virtuoso.target(GRAPH) as target:
        assert load(target, PARTS, replace=True) == Loaded(len(TRIPLES), len(PARTS), 0)
    assert came_back(virtuoso, GRAPH) == canonical(TRIPLES)


@pytest.mark.parametrize("kind", ["oxigraph", "virtuoso"])
def test_a_load_that_was_cut_off_goes_on_and_ends_in_the_same_count(kind, request):
    store: Running = request.getfixturevalue(kind)
    graph = f"{GRAPH}:cut"
    with store.target(graph) as target:
        target.clear()
    size = sum(len(part.text()) for part in PARTS)
    with cutting(store.address, size * 9 // 10) as address, store.target(graph, address) as target:
        with pytest.raises(LoadError) as caught:
            load(target, PARTS)
        assert "Run the same command again" in caught.value.remedy
        assert not caught.value.rule.endswith(".")
    told: list[int] = []
    with store.target(graph) as target:
        loaded = load(target, PARTS, told=lambda part: told.append(part.number))
    assert loaded.triples == len(TRIPLES)
    assert 0 < loaded.resumed < len(PARTS)
    assert told == list(range(loaded.resumed + 1, len(PARTS) + 1))
    assert came_back(store, graph) == canonical(TRIPLES)


def test_a_load_that_is_complete_sends_nothing(oxigraph):
    with oxigraph.target(GRAPH) as target:
        load(target, PARTS, replace=True)
        assert load(target, PARTS).resumed == len(PARTS)


def test_a_graph_that_holds_something_else_is_left_alone(oxigraph):
    with oxigraph.target(f"{GRAPH}:other") as target:
        target.add(b"<x:a> <x:b> <x:c> .")
        with pytest.raises(LoadError, match="not the beginning of this graph") as caught:
            load(target, PARTS)
        assert "--replace" in caught.value.remedy
        assert target.count() == 1
        assert load(target, PARTS, replace=True).triples == len(TRIPLES)


def test_a_wrong_password_is_said(virtuoso):
    wrong = Running(virtuoso.address, virtuoso.store, virtuoso.queries, Access("dba", "wrong"))
    with wrong.target(GRAPH) as target, pytest.raises(LoadError, match="401") as caught:
        load(target, PARTS, replace=True)
    assert "KG_PASSWORD" in caught.value.remedy


def test_a_store_that_is_not_there_is_said():
    nowhere = Running(free_address(), "/store", "/query")
    with nowhere.target() as target, pytest.raises(LoadError, match="failed 4 times"):
        load(target, PARTS)
    odd = Target("no address", "", "", Access())
    with odd, pytest.raises(LoadError):
        load(odd, PARTS)


def test_a_server_that_is_no_store_is_said(oxigraph):
    with Running(oxigraph.address, "/nothing", "/query").target("urn:n") as target:
        with pytest.raises(LoadError, match="part 1 of") as caught:
            load(target, PARTS)
        assert "Graph Store Protocol" in caught.value.remedy
    with Running(oxigraph.address, "/store", "/").target("urn:n") as odd, pytest.raises(LoadError):
        load(odd, PARTS)
