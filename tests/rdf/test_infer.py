import owlrl
from rdflib import RDF, Graph, URIRef

from kg.rdf.events import event_class
from kg.rdf.graph import to_rdflib
from kg.rdf.infer import inferred, rules
from kg.rdf.triples import triples
from kg.resources import ontology
from kg.vocabulary import SC
from tests.rdf.corpus import CORPUS


def _types(graph: Graph, nodes: set) -> set:
    own = str(SC)
    return {(s, o) for s, o in graph.subject_objects(RDF.type) if s in nodes and own in str(o)}


def test_the_types_are_those_of_an_owl_rl_reasoner():
    graph = to_rdflib(CORPUS)
    nodes = set(graph.subjects())
    oracle = Graph()
    for triple in triples(CORPUS):
        oracle.add(triple)
    oracle.parse(ontology("statecraft.ttl"))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(oracle)
    # What more than one value gives is left to the closure.
    left = {(node, SC.Affirmation) for node in oracle.subjects(RDF.type, SC.Affirmation)}
    assert left
    assert _types(graph, nodes) == _types(oracle, nodes) - left


def test_the_three_claim_classes_come_from_the_stance():
    claim = URIRef("https://example.org/claim")
    for stance, named in (
        (SC.asserts, SC.Assertion),
        (SC.denies, SC.Denial),
        (SC.unconfirmed, SC.NonConfirmation),
    ):
        types = {o for _, p, o in inferred([(claim, SC.stance, stance)]) if p == RDF.type}
        assert {SC.Claim, named} <= types
        assert len(types & {SC.Assertion, SC.Denial, SC.NonConfirmation}) == 1


def test_classes_above_reach_to_the_top():
    attack, invasion = event_class("Attack"), event_class("Invasion")
    assert {attack, SC.Event} <= rules().above[invasion]
    assert invasion not in rules().above[invasion]


def test_what_was_said_is_kept():
    given = list(triples(CORPUS))
    assert set(given) <= set(inferred(given))
    assert {p for _, p, _ in set(inferred(given)) - set(given)} == {RDF.type}
