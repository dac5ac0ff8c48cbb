import resource
import subprocess
import sys

import networkx as nx
import pytest
import rdflib

import kg
from kg.corpus.build import write
from kg.errors import GraphError, QueryError
from tests.rdf.corpus import CORPUS

CLAIM = rdflib.URIRef("https://w3id.org/statecraft/ontology#Claim")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("opened")
    write(CORPUS, made)
    return made


@pytest.fixture
def graph(folder):
    return kg.open(folder)


def test_a_folder_or_its_turtle_file_opens(folder, graph):
    assert len(kg.open(folder / "graph.ttl")) == len(graph) > 100
    assert f"{len(graph):,} triples" in repr(graph)
    with pytest.raises(GraphError, match="no such file"):
        kg.open(folder / "gone")


def test_a_query_yields_rows_by_name_by_file_and_as_it_is(graph, folder, tmp_path):
    assert list(graph.query("claims")) == kg.query("claims", folder)
    (tmp_path / "mine.rq").write_text("ASK {}")
    assert list(graph.query(tmp_path / "mine.rq")) == [{"ask": "true"}]
    with pytest.raises(QueryError, match="no query has this name"):
        graph.query("clams")


def test_rows_become_frames(graph):
    claims = graph.query("claims")
    assert claims.to_pandas().start.sum() == claims.to_polars()["start"].sum() > 0


def test_rdflib_and_networkx_hold_the_same_claims(graph):
    triples = graph.rdflib()
    claims = set(triples.subjects(rdflib.RDF.type, CLAIM))
    assert len(claims) == len(CORPUS.claims)
    assert dict(triples.namespaces())["sc"] == rdflib.URIRef(CLAIM.removesuffix("Claim"))
    network = graph.network()
    assert isinstance(network, nx.MultiDiGraph)
    assert {line["stance"] for line in network["ERI"]["ETH"].values()} == {
        "asserts", "denies", "unconfirmed",
    }  # fmt: skip


def test_it_opens_as_the_corpus_stood_on_a_day(folder):
    early = kg.open(folder, as_of="2021-03-31").query("claims")
    assert {row["article"] for row in early} == {"border report"}
    with pytest.raises(ValueError, match="Invalid isoformat"):
        kg.open(folder, as_of="March")


def test_a_notebook_shows_what_is_in_it(graph):
    shown = graph._repr_html_()
    assert "&lt;kg.Graph of" in shown and "<td" in shown and "Deployment" in shown


def test_importing_kg_is_quick_and_loads_no_engine():
    """In seconds of work, for a busy machine makes everything slow by the clock."""
    code = "import sys, kg; print(*(m for m in ('spacy', 'rdflib', 'pyoxigraph', 'networkx', " \
        "'numpy', 'pandas', 'filelock') if m in sys.modules))"  # fmt: skip
    assert work_of(code)[1].split() == []
    assert min(work_of(code)[0] for _ in range(3)) - work_of("pass")[0] < 0.3


def work_of(code: str) -> tuple[float, bytes]:
    """Seconds of work that Python takes for `code`, and what it prints."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


@pytest.mark.parametrize("form", ["trig", "nq"])
def test_quads_open_as_what_all_their_graphs_hold(graph, folder, form):
    kg.export_graph(form, folder, folder / f"quads.{form}")
    quads = kg.open(folder / f"quads.{form}")
    assert len(quads) == len(graph)
    assert list(quads.query("claims")) == list(graph.query("claims"))
    assert len(list(quads.rdflib().subjects(rdflib.RDF.type, CLAIM))) == len(
        list(graph.rdflib().subjects(rdflib.RDF.type, CLAIM))
    )
    assert quads.network().number_of_edges() == graph.network().number_of_edges()
