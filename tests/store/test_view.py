import pytest
from rdflib import RDF, Graph, Literal, Namespace, URIRef
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.store.engine import Store
from kg.store.view import view
from tests.store.graphs import exported

SC = Namespace("https://w3id.org/statecraft/ontology#")
PREFIXES = {"sc": str(SC)}


@pytest.fixture(scope="module")
def store():
    return Store.of_turtle(exported().encode())


def test_it_holds_the_triples_of_the_store(store):
    parsed = Graph().parse(data=exported(), format="turtle")
    graph = view(store.engine, PREFIXES)
    assert len(graph) == len(store) == len(parsed)
    assert isomorphic(graph, parsed)


def test_it_is_no_copy(store):
    graph = view(store.engine, PREFIXES)
    assert graph.store._inner is store.engine


def test_it_is_walked_and_asked_as_rdflib_does(store):
    graph = view(store.engine, PREFIXES)
    claims = set(graph.subjects(RDF.type, SC.Claim))
    assert claims == {row.c for row in graph.query("SELECT ?c { ?c a sc:Claim }")}
    assert graph.value(next(iter(claims)), SC.stance) in {SC.asserts, SC.denies, SC.unconfirmed}
    assert "sc:Claim" in graph.serialize(format="turtle")


@pytest.mark.parametrize(
    "write",
    [
        lambda graph: graph.add((URIRef("urn:a"), RDF.type, SC.Claim)),
        lambda graph: graph.remove((None, None, None)),
        lambda graph: graph.update("CLEAR DEFAULT"),
        lambda graph: graph.parse(data="<urn:a> a <urn:b> .", format="turtle"),
        lambda graph: graph.addN([(URIRef("urn:a"), RDF.type, Literal("x"), graph)]),
    ],
)
def test_whatever_writes_is_refused(store, write):
    before = len(store)
    with pytest.raises(GraphError, match="never written to"):
        write(view(store.engine, PREFIXES))
    assert len(store) == before


def test_a_copy_may_be_written_to(store):
    copy = Graph() + view(store.engine, PREFIXES)
    copy.add((URIRef("urn:a"), RDF.type, SC.Claim))
    assert len(copy) == len(store) + 1


def test_strings_are_plain_wherever_they_come_from(store):
    graph = view(store.engine, PREFIXES)
    (agent,) = graph.subjects(SC.key, Literal("NOR"))
    assert graph.value(agent, SC.iso3) == Literal("NOR")
    (row,) = graph.query(
        "SELECT ?k ?gone { ?a sc:iso3 ?k FILTER(?k = 'NOR') OPTIONAL { ?a sc:x ?gone } }"
    )
    assert tuple(row) == (Literal("NOR"), None)
    made = graph.query("CONSTRUCT { ?a sc:key ?k } { ?a sc:iso3 'NOR' ; sc:key ?k }").graph
    assert set(made) == {(agent, SC.key, Literal("NOR"))}
    assert graph.query("ASK { ?a sc:iso3 'NOR' }").askAnswer
