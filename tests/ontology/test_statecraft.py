"""The ontology by itself: what it declares, and that it stays within OWL 2 DL without imports."""

from __future__ import annotations

import re
from itertools import combinations
from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

from kg import model
from kg.resources import ontology
from kg.vocabulary import OA, SC

TERMS = Graph().parse(ontology("statecraft.ttl"))
OWN = str(SC)
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
KINDS = (OWL.Class, *PROPERTIES, OWL.NamedIndividual)
OWL_DATATYPES = {
    "boolean", "string", "decimal", "integer", "nonNegativeInteger", "anyURI", "dateTime",
}  # fmt: skip
BUILT_IN = (str(OWL), str(RDF), str(RDFS), "http://www.w3.org/2001/XMLSchema#")


def declared(kind: URIRef) -> set[URIRef]:
    return {s for s in TERMS.subjects(RDF.type, kind) if isinstance(s, URIRef)}


def own(kind: URIRef) -> set[str]:
    return {s.removeprefix(OWN) for s in declared(kind) if s.startswith(OWN)}


def test_the_vocabulary_is_the_ontology():
    events = below(SC.Event) - {"Event"}  # which Python does not name
    terms = {str(term).removeprefix(OWN) for term in dir(SC)}
    assert terms == set().union(*map(own, KINDS)) - events


def test_a_misspelt_term_raises():
    with pytest.raises(AttributeError, match="Denail"):
        _ = SC.Denail
    with pytest.raises(AttributeError):
        _ = SC["Denail"]
    with pytest.raises(AttributeError):
        _ = OA.strat


@pytest.mark.parametrize("term", sorted(set().union(*map(own, KINDS))))
def test_a_term_has_one_label_one_definition_and_an_example(term):
    for told in (RDFS.label, SKOS.definition):
        [words] = TERMS.objects(URIRef(OWN + term), told)
        assert isinstance(words, Literal)
        assert words.strip() == str(words) != ""
    assert list(TERMS.objects(URIRef(OWN + term), SKOS.example))


def below(top: URIRef) -> set[str]:
    found = set(TERMS.transitive_subjects(RDFS.subClassOf, top))
    return {c.removeprefix(OWN) for c in found if isinstance(c, URIRef) and c.startswith(OWN)}


def test_the_carriers_name_what_the_ontology_has():
    assert set(get_args(model.AgentKind)) == below(SC.Agent) - {"Agent"}
    for values, kind in (
        (model.Stance, SC.Stance),
        (model.Modality, SC.Modality),
        (model.Phase, SC.Phase),
        (model.ClaimKind, SC.ClaimKind),
        (model.ReaderName, SC.Reader),
        (model.EventStatus, SC.EventStatus),
    ):
        individuals = {s.removeprefix(OWN) for s in TERMS.subjects(RDF.type, kind)}
        assert set(get_args(values)) == individuals


def test_the_class_tree_fits_a_screen():
    assert len(own(OWL.Class)) <= 60
    readme = ontology("README.md").read_text("utf-8")
    tree = readme.split("```")[1]
    assert set(re.findall(r"\b[A-Z][A-Za-z]+\b", tree)) == own(OWL.Class)
    assert all(len(line) <= 110 for line in tree.splitlines())


def test_it_has_version_and_licence_and_imports_nothing():
    [header] = TERMS.subjects(RDF.type, OWL.Ontology)
    assert TERMS.value(header, OWL.versionInfo)
    assert "publicdomain/zero/1.0" in str(list(TERMS.objects(header)))
    assert (header, OWL.imports, None) not in TERMS


# OWL 2 DL: what the profile asks of a file like this one.


def test_every_term_used_in_an_axiom_is_declared():
    known = set().union(*map(declared, KINDS))
    used = set(TERMS.predicates())
    for axiom in (
        RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.onProperty,
        OWL.someValuesFrom, OWL.hasValue, RDF.first, RDF.type,
    ):  # fmt: skip
        used |= {o for o in TERMS.objects(None, axiom) if isinstance(o, URIRef)}
    assert {t for t in used - known if not str(t).startswith(BUILT_IN)} == set()


def test_no_name_is_a_property_of_two_kinds():
    for one, other in combinations(PROPERTIES, 2):
        assert declared(one) & declared(other) == set()


def test_annotations_are_kept_out_of_axioms():
    for term in declared(OWL.AnnotationProperty):
        assert not list(TERMS.subjects(OWL.onProperty, term))
        assert (term, RDF.type, OWL.FunctionalProperty) not in TERMS


def test_only_datatypes_of_owl_are_used():
    xsd = "http://www.w3.org/2001/XMLSchema#"
    ranges = {o for o in TERMS.objects(None, RDFS.range) if o.startswith(xsd)}
    literals = {o.datatype for o in TERMS.objects() if isinstance(o, Literal) and o.datatype}
    assert {t.removeprefix(xsd) for t in ranges | literals} <= OWL_DATATYPES


def test_blank_nodes_form_trees():
    for node in {s for s in TERMS.subjects() if isinstance(s, BNode)}:
        assert len(list(TERMS.subject_predicates(node))) <= 1


def test_object_properties_lead_to_nodes_and_others_to_literals():
    classes = declared(OWL.Class)
    for term in declared(OWL.ObjectProperty):
        assert {o for o in TERMS.objects(term, RDFS.range) if isinstance(o, URIRef)} <= classes
    for term in declared(OWL.DatatypeProperty):
        assert not set(TERMS.objects(term, RDFS.range)) & classes
