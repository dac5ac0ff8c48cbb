"""Each shape is broken once. Breaks are gathered in one graph, since every validation takes long;
each touches a property or a node of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SH, BNode, Graph, URIRef
from rdflib.collection import Collection

from kg.errors import GraphError
from kg.model import Dataset
from kg.rdf.closure import closed
from kg.rdf.graph import to_rdflib
from kg.rdf.infer import inferred
from kg.rdf.shapes import Report, Violation, validate, validate_graph
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle, write_turtle
from kg.resources import ontology
from kg.vocabulary import SC
from tests.rdf.corpus import CORPUS

SHAPES = Graph().parse(ontology("shapes.ttl"))
SAYING = replace(CORPUS, dataset=Dataset("mine", licence="https://example.org/licence"))
EXPORT = turtle(inferred(triples(SAYING)))
NOWHERE = URIRef("https://example.org/nowhere")


def test_the_corpus_conforms(tmp_path):
    path = tmp_path / "graph.ttl"
    write_turtle(inferred(triples(CORPUS)), path)
    assert validate(path) == Report(conforms=True, violations=(), warnings=())


def test_the_shapes_are_shacl():
    import pyshacl

    conforms, _, words = pyshacl.validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, words


def test_every_shape_has_a_message():
    shapes = set(SHAPES.subjects(RDF.type, SH.NodeShape)) | set(SHAPES.objects(None, SH.property))
    shapes |= set(SHAPES.objects(None, SH.sparql))
    assert [s for s in shapes if not SHAPES.value(s, SH.message)] == []


def test_every_class_of_the_export_has_a_shape():
    targets = set(SHAPES.objects(None, SH.targetClass))
    declared = Graph().parse(ontology("statecraft.ttl"))
    named = {s for s in declared.subjects(RDF.type, OWL.Class) if s.startswith(str(SC))}
    # Closed lists of individuals, which the shapes of claims and events name.
    lists = {SC.Stance, SC.Modality, SC.Phase, SC.ClaimKind, SC.Reader, SC.EventStatus,
             SC.FigureKind}  # fmt: skip
    assert named - targets == lists
    assert targets <= named


def test_the_shapes_list_every_event_class():
    declared = Graph().parse(ontology("statecraft.ttl"))
    shape = URIRef("https://w3id.org/statecraft/shapes#eventClass")
    listed = Collection(SHAPES, SHAPES.value(shape, SH["in"]))
    assert set(listed) == set(declared.transitive_subjects(RDFS.subClassOf, SC.Event))


def property_shapes():
    for shape in sorted(SHAPES.subjects(RDF.type, SH.NodeShape)):
        for part in SHAPES.objects(shape, SH.property):
            if not SHAPES.value(part, SH.severity):
                yield shape, part


CASES = {
    f"{shape.split('#')[1]}: {SHAPES.value(part, SH.message)}": (shape, part)
    for shape, part in property_shapes()
}


def _break(graph: Graph, shape: URIRef, part: BNode) -> URIRef:
    """Make the first node of the shape's class break `part`; returns that node."""
    node = min(graph.subjects(RDF.type, SHAPES.value(shape, SH.targetClass)))
    path = SHAPES.value(part, SH.path)
    if isinstance(path, BNode):
        ways = SHAPES.value(path, SH.alternativePath)
        for number, way in enumerate(Collection(SHAPES, ways) if ways else [path]):
            if inverse := SHAPES.value(way, SH.inversePath):
                graph.remove((None, inverse, node))
            else:
                graph.add((node, way, URIRef(f"{NOWHERE}-{number}")))
    elif SHAPES.value(part, SH.hasValue) is not None:
        graph.remove((node, path, None))
    else:
        graph.add((node, path, NOWHERE))
    return node


def closed_graph() -> Graph:
    """The corpus with what follows from it: evidence has no other place."""
    engine = closed(quad.triple for quad in ox.parse(EXPORT, format=ox.RdfFormat.TURTLE))
    lines = engine.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return Graph().parse(data=lines, format="nt")


def test_the_closure_conforms():
    assert validate_graph(closed_graph()) == Report(conforms=True, violations=(), warnings=())


@cache
def broken() -> tuple[dict[str, URIRef], Report]:
    graph = closed_graph()
    focus = {name: _break(graph, *case) for name, case in CASES.items()}
    return focus, validate_graph(graph)


@pytest.mark.parametrize("name", CASES)
def test_a_property_that_breaks_its_shape_is_found(name):
    focus, report = broken()
    message = name.split(": ", 1)[1]
    assert any((v.focus, v.message) == (str(focus[name]), message) for v in report.violations)
    assert not report.conforms


BELOW = sorted(SHAPES.subject_objects(SH["class"]))


@cache
def untyped() -> Report:
    graph = Graph()
    for shape, _ in BELOW:
        for named in SHAPES.objects(shape, SH.targetClass):
            graph.add((URIRef(f"https://example.org/{named.split('#')[1]}"), RDF.type, named))
    return validate_graph(graph)


@pytest.mark.parametrize("shape", sorted({s for s, _ in BELOW if isinstance(s, URIRef)}))
def test_a_type_without_the_types_above_it_is_found(shape):
    named = SHAPES.value(shape, SH.targetClass).split("#")[1]
    message = str(SHAPES.value(shape, SH.message))
    found = {(v.focus, v.message) for v in untyped().violations}
    assert (f"https://example.org/{named}", message) in found


FAULTS = {
    "low above high": (
        "DELETE { quantity:c1f0a1 sc:high ?h } INSERT { quantity:c1f0a1 sc:high 999.0 }"
        " WHERE { quantity:c1f0a1 sc:high ?h }",
        "A quantity has at most one low",
    ),
    "neither low nor high": (
        "DELETE WHERE { quantity:c5f0e5 sc:low ?low }",
        "A quantity has a bound",
    ),
    "begins after its end": (
        "DELETE { ?t sc:firstDay ?b } INSERT { ?t sc:firstDay '2021-03-02'^^xsd:date }"
        " WHERE { ?t sc:firstDay ?b FILTER(?t = timespan:2021-03-01_2021-03-01) }",
        "A time span begins at most once",
    ),
    "no such day": (
        "INSERT DATA { timespan:2021-04-09_open sc:lastDay '2021-02-31'^^xsd:date }",
        "The text of this literal is not valid for its datatype",
    ),
    "no day": (
        "INSERT DATA { timespan:open_open a sc:TimeSpan ; sc:precision 'open' }",
        "A time span has a day",
    ),
    "start at end": (
        "DELETE { ?c sc:quoteStart 107 } INSERT { ?c sc:quoteStart 133 }"
        " WHERE { ?c sc:quoteStart 107 }",
        "A quote has exactly one start",
    ),
    "quote too short": (
        "DELETE { ?c sc:quote 'Ethiopia and Norway met' } INSERT { ?c sc:quote 'met' }"
        " WHERE { ?c sc:quote 'Ethiopia and Norway met' }",
        "A quote is as long as its offsets say",
    ),
    "quote empty": (
        "DELETE { ?c sc:quote ?q } INSERT { ?c sc:quote '' } WHERE { ?c sc:quote ?q"
        " FILTER(?c = claim:c3f0c3) }",
        "Claims and corrections have exactly one quote",
    ),
    "no stance": (
        "DELETE WHERE { claim:c3f0c3 sc:stance ?s }",
        "A claim has exactly one stance",
    ),
    "no evidence": (
        "DELETE WHERE { claim:c4f0d4 sc:quote ?q }",
        "Claims and corrections have exactly one quote",
    ),
    "negated as a word": (
        "DELETE { claim:c6f0f6 sc:negated ?n } INSERT { claim:c6f0f6 sc:negated 'yes' }"
        " WHERE { claim:c6f0f6 sc:negated ?n }",
        "A claim is either negated or not",
    ),
    "a certainty above 1": (
        "DELETE { claim:c1f0a1 sc:certainty ?n } INSERT { claim:c1f0a1 sc:certainty 1.01 }"
        " WHERE { claim:c1f0a1 sc:certainty ?n }",
        "A claim has at most one certainty",
    ),
    "two only readers": (
        "INSERT DATA { claim:c2f0b2 sc:readOnlyBy sc:taught }",
        "A claim has at most one only reader",
    ),
    "type of the stance not carried": (
        "DELETE DATA { claim:c5f0e5 a sc:Assertion }",
        "The export carries the type that a claim's stance gives",
    ),
    "code in small letters": (
        "DELETE { agent:ETH sc:iso3 ?i } INSERT { agent:ETH sc:iso3 'eth' }"
        " WHERE { agent:ETH sc:iso3 ?i }",
        "A state has exactly one ISO 3166 alpha-3 code",
    ),
    "one Wikidata item twice": (
        "INSERT DATA { agent:nordic-wire skos:exactMatch wd:Q20 }",
        "No two agents are one Wikidata item",
    ),
    "agent of two kinds": (
        "INSERT DATA { agent:NOR a sc:Group }",
        "An agent is an IRI, and exactly one of",
    ),
    "agent without a label": (
        "DELETE WHERE { agent:tigray-rebels rdfs:label ?l }",
        "An agent has exactly one label",
    ),
    "one name twice": (
        "DELETE { article:sanctions sc:name ?n } INSERT { article:sanctions sc:name"
        " 'border report' } WHERE { article:sanctions sc:name ?n }",
        "No two articles have one name",
    ),
    "event without its type": (
        "DELETE DATA { event:e1 a sc:Deployment }",
        "An affirmed event, and no other, has the type of its event class",
    ),
    "plan typed as a deed": (
        "INSERT DATA { event:e3 a sc:Sanction }",
        "An affirmed event, and no other, has the type of its event class",
    ),
    "event class of two": (
        "INSERT DATA { event:e4 sc:eventClass sc:Aid }",
        "Claims and events name exactly one event class",
    ),
    "denial that disputes a denial": (
        "INSERT DATA { claim:c2f0b2 sc:disputes claim:c4f0d4 }",
        "What a denial disputes is an assertion",
    ),
    "assertion that disputes": (
        "INSERT DATA { claim:c7f0a7 sc:disputes claim:c1f0a1 }",
        "An assertion disputes nothing",
    ),
    "blank event": (
        "INSERT DATA { _:b a sc:Event }",
        "An event is an IRI",
    ),
    "term of nobody": (
        "INSERT DATA { term:x a sc:Term ; sc:office 'chair' ; sc:of agent:NOR }",
        "A term is held by exactly one leader",
    ),
}


@cache
def faulty() -> Report:
    graph = to_rdflib(CORPUS)
    for update, _ in FAULTS.values():
        graph.update(update)
    return validate_graph(graph)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_value_is_found(fault):
    assert any(v.message.startswith(FAULTS[fault][1]) for v in faulty().violations)


def test_a_violation_names_node_path_and_value():
    graph = to_rdflib(CORPUS)
    graph.update("INSERT DATA { agent:NOR sc:iso3 'no' } ")
    report = validate_graph(graph)
    message = "A state has exactly one ISO 3166 alpha-3 code: three capital letters."
    node = "https://w3id.org/statecraft/id/agent/NOR"
    assert Violation(node, message, str(SC.iso3), "no") in report.violations


def test_an_undated_article_is_only_warned_of():
    graph = to_rdflib(CORPUS)
    graph.update("DELETE WHERE { article:sanctions dcterms:issued ?day }")
    report = validate_graph(graph)
    assert report.conforms
    assert [w.message for w in report.warnings] == [
        "This article has no date, so its times could not be resolved."
    ]


def test_validation_leaves_the_graph_as_it_was():
    graph = to_rdflib(CORPUS)
    before = set(graph)
    validate_graph(graph)
    assert set(graph) == before


@pytest.mark.parametrize("content", [None, b"\x00 no turtle", b"a b c ."])
def test_what_is_no_turtle_is_refused(tmp_path, content):
    path = tmp_path / "graph.ttl"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(GraphError, match=r"cannot be loaded.*(Build the graph|Give a graph)"):
        validate(path)
