import pyoxigraph as ox

from kg.export import nquads, trig
from kg.export.source import TYPE
from tests.export.graphs import SC, written
from tests.rdf.corpus import CORPUS

ID = "https://w3id.org/statecraft/id/"


def graphs_of(kind: str, data: bytes, form) -> dict[str, str]:
    """Node of that class to the graph that says so, "" for the default graph."""
    found = {}
    for quad in ox.parse(data, format=form):
        if quad.predicate == TYPE and quad.object == ox.NamedNode(f"{SC}{kind}"):
            named = quad.graph_name != ox.DefaultGraph()
            found[quad.subject.value] = quad.graph_name.value if named else ""
    return found


def test_each_claim_stands_in_the_graph_of_its_article(graph):
    data = written(nquads.write, graph)
    articles = graphs_of("Article", data, ox.RdfFormat.N_QUADS)
    assert all(node == name for node, name in articles.items())
    told = {
        quad.subject.value: quad.object.value
        for quad in ox.parse(path=str(graph), format=ox.RdfFormat.TURTLE)
        if quad.predicate.value == f"{SC}inArticle"
    }
    claims = graphs_of("Claim", data, ox.RdfFormat.N_QUADS)
    assert len(claims) == len(CORPUS.claims) and set(claims.values()) == set(articles)
    assert all(told[claim] == name for claim, name in claims.items())


def test_figures_and_times_go_with_their_claims(graph):
    data = written(nquads.write, graph)
    figures = graphs_of("Quantity", data, ox.RdfFormat.N_QUADS)
    assert set(figures.values()) == {f"{ID}article/border%20report", f"{ID}article/sanctions"}
    quotes = {
        quad.graph_name
        for quad in ox.parse(data, format=ox.RdfFormat.N_QUADS)
        if quad.subject.value.endswith("claim/c2f0b2")
    }
    assert quotes == {ox.NamedNode(f"{ID}article/border%20report")}


def test_what_articles_share_is_in_no_graph(graph):
    data = written(nquads.write, graph)
    for kind in ("Agent", "Event", "Story", "Term", "Correction"):
        found = graphs_of(kind, data, ox.RdfFormat.N_QUADS)
        assert found and set(found.values()) == {""}, kind


def test_trig_says_the_same_with_each_graph_in_one_place(graph):
    data = written(trig.write, graph)
    lines = written(nquads.write, graph)
    assert set(ox.parse(data, format=ox.RdfFormat.TRIG)) == set(
        ox.parse(lines, format=ox.RdfFormat.N_QUADS)
    )
    text = data.decode()
    assert (
        sum(line.startswith("article:") and line.endswith("{") for line in text.splitlines()) == 2
    )
    prefixes = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert prefixes == sorted(prefixes) and prefixes
