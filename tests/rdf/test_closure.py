"""What follows from the graph: as a reasoner has it, and so that others' terms alone give rows."""

from __future__ import annotations

import owlrl
import pyoxigraph as ox
import pytest
from rdflib import RDF, RDFS, Graph, URIRef

from kg.errors import KnowledgeError
from kg.link.corpus import link
from kg.link.status import affirms
from kg.model import Corpus
from kg.rdf import iris
from kg.rdf.closure import close, closed
from kg.rdf.graph import told
from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.resources import ontology
from kg.vocabulary import SC
from tests.link.synthetic import synthetic
from tests.rdf.corpus import CORPUS

LEAN = [
    quad.triple for quad in ox.parse(turtle(inferred(triples(CORPUS))), format=ox.RdfFormat.TURTLE)
]
CLOSED = closed(LEAN)
ONTOLOGY = Graph().parse(ontology("statecraft.ttl"))


def rdflib_graph(store: ox.Store) -> Graph:
    lines = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return Graph().parse(data=lines, format="nt")


def rows(query: str) -> list[tuple[str, ...]]:
    found = CLOSED.query(query)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(str(getattr(cell, "value", "")) for cell in row) for row in found)


def test_nothing_is_taken_away_and_closing_twice_adds_nothing():
    assert {quad.triple for quad in CLOSED} > set(LEAN)
    again = closed(quad.triple for quad in CLOSED)
    assert len(again) == len(CLOSED)
    close(again)
    assert len(again) == len(CLOSED)


def test_classes_and_properties_are_those_of_an_owl_rl_reasoner():
    mine = rdflib_graph(CLOSED)
    nodes = set(mine.subjects())
    ruled = ox.Store()
    ruled.extend(ox.Quad(*triple) for triple in LEAN)
    for path in sorted(ontology("closure").iterdir()):
        ruled.extend(ox.Quad(*t) for t in list(ruled.query(path.read_text("utf-8"))))
    oracle = rdflib_graph(ruled) + ONTOLOGY
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(oracle)
    declared = set(ONTOLOGY.subjects()) | {RDF.type}
    foreign = {o for _, o in ONTOLOGY.subject_objects(RDFS.subClassOf) if isinstance(o, URIRef)}
    classes = {o for o in mine.objects(None, RDF.type)} | foreign

    def kept(graph: Graph) -> set:
        found = ((s, p, o) for s, p, o in graph if s in nodes and p in declared)
        return {(s, p, o) for s, p, o in found if p != RDF.type or o in classes}

    assert kept(mine) == kept(oracle)


def test_an_unsound_rule_is_refused(tmp_path, monkeypatch):
    for content, said in (("SELECT * {}", "is a CONSTRUCT"), ("CONSTRUCT", "does not parse")):
        (tmp_path / "odd.rq").write_text(content)
        monkeypatch.setattr("kg.rdf.closure.ontology", lambda *_: tmp_path)
        with pytest.raises(KnowledgeError, match=said):
            closed(LEAN)


def test_every_rule_says_what_it_is_for():
    for path in ontology("closure").iterdir():
        assert path.read_text("utf-8").startswith("# "), path.name


# Queries of people who have never seen our ontology.

PROV = "PREFIX prov: <http://www.w3.org/ns/prov#> "
SEM = "PREFIX sem: <http://semanticweb.cs.vu.nl/2009/11/sem/> "
TIME = "PREFIX time: <http://www.w3.org/2006/time#> "
ANNOTATION = "PREFIX oa: <http://www.w3.org/ns/oa#> "
SCHEMA = "PREFIX schema: <https://schema.org/> "


def test_prov_o_alone_tells_who_said_what_is_derived_from_where():
    found = rows(
        PROV + "SELECT ?entity ?agent ?source { ?entity a prov:Entity ;"
        " prov:wasAttributedTo ?agent ; prov:wasDerivedFrom ?source ."
        " ?agent a prov:Agent . ?source a prov:Entity }"
    )
    assert len(found) == 6
    assert ("c2f0b2", "ERI", "border%20report") in {
        tuple(cell.rsplit("/", 1)[1] for cell in row) for row in found
    }


def test_prov_o_alone_tells_who_judged():
    found = rows(
        PROV + "SELECT ?claim ?who { ?claim prov:wasGeneratedBy ?act ."
        " ?act a prov:Activity ; prov:wasAssociatedWith ?who ; prov:used ?article ."
        " ?who a prov:Person . ?article a prov:Entity }"
    )
    assert [row[0].rsplit("/", 1)[1] for row in found] == ["c2f0b2"]


def test_sem_alone_tells_of_affirmed_events_and_of_no_others():
    found = rows(
        SEM + "SELECT ?actor ?place ?first ?last { ?event a sem:Event ; sem:hasActor ?actor ;"
        " sem:hasPlace ?place ; sem:hasBeginTimeStamp ?first ; sem:hasEndTimeStamp ?last ."
        " ?actor a sem:Actor . ?place a sem:Place }"
    )
    assert [row[0].rsplit("/", 1)[1] for row in found] == ["ERI", "ETH"]
    assert {row[1:] for row in found} == {(found[0][1], "2021-03-01", "2021-03-01")}
    assert len(rows(SEM + "SELECT ?event { ?event a sem:Event }")) == 1


def test_owl_time_alone_tells_beginning_end_and_precision():
    found = rows(
        TIME + "SELECT DISTINCT ?first ?last ?unit { ?thing time:hasTime ?interval ."
        " ?interval a time:Interval ; time:hasBeginning/time:inXSDDate ?first ."
        " OPTIONAL { ?interval time:hasEnd/time:inXSDDate ?last }"
        " OPTIONAL { ?interval time:hasDateTimeDescription/time:unitType ?unit } }"
    )
    assert found == [
        ("2021-03-01", "2021-03-01", "http://www.w3.org/2006/time#unitDay"),
        ("2021-04-09", "", ""),
    ]


def test_web_annotation_alone_tells_the_words_and_their_place():
    found = rows(
        ANNOTATION + "SELECT ?exact ?start ?end { ?annotation a oa:Annotation ;"
        " oa:hasBody ?body ; oa:hasTarget ?target . ?target a oa:SpecificResource ;"
        " oa:hasSource ?source ; oa:hasSelector ?quote , ?position ."
        " ?quote a oa:TextQuoteSelector ; oa:exact ?exact ."
        " ?position a oa:TextPositionSelector ; oa:start ?start ; oa:end ?end }"
    )
    assert len(found) == len(CORPUS.claims) + len(CORPUS.corrections)
    assert ("Eritrea denied the reports", "107", "133") in found


def test_schema_org_alone_tells_author_words_article_and_day():
    found = rows(
        SCHEMA + "SELECT ?who ?text ?headline ?day { ?claim a schema:Claim ;"
        " schema:author/schema:name ?who ; schema:text ?text ; schema:appearance ?article ."
        " ?article a schema:NewsArticle ; schema:headline ?headline ; schema:datePublished ?day }"
    )
    assert len(found) == 6
    title = "Ethiopia says <Eritrea> sent troops"
    assert ("Eritrea", "Eritrea denied the reports", title, "2021-03-02") in found


def test_every_claim_article_agent_event_and_place_has_one_label():
    classes = ("Claim", "Article", "Agent", "Event", "Place")
    named = " ".join(f"<{SC}{name}>" for name in classes)
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    found = rows(
        f"SELECT ?node (COUNT(?label) AS ?n) {{ VALUES ?class {{ {named} }} ?node a ?class ."
        f" OPTIONAL {{ ?node {label} ?label }} }} GROUP BY ?node"
    )
    assert {count for _, count in found} == {"1"}
    told = rows(f"SELECT ?label {{ <https://w3id.org/statecraft/id/claim/c2f0b2> {label} ?label }}")
    assert told == [("Eritrea denies: Eritrea denied the reports",)]


def test_a_document_is_a_source_and_no_agent_in_prov_o():
    memo = "<https://w3id.org/statecraft/id/agent/memo>"
    more = ox.parse(
        f"{memo} a <{SC.Agent}> , <{SC.Document}> ."
        f"<https://w3id.org/statecraft/id/claim/c5f0e5> <{SC.claimant}> {memo} .",
        format=ox.RdfFormat.TURTLE,
    )
    store = closed([*LEAN, *(quad.triple for quad in more)])
    asked = f"PREFIX prov: <http://www.w3.org/ns/prov#> ASK {{ {memo} a prov:Entity ."
    assert store.query(f"{asked} ?claim prov:hadPrimarySource {memo} }}")
    assert not store.query(f"{asked} ?claim prov:wasAttributedTo {memo} }}")
    assert not store.query(f"{asked} {memo} a prov:Agent }}")


# What a graph leaves out comes back.


@pytest.fixture(scope="module")
def drawn() -> Corpus:
    return link(synthetic(40).readings)


@pytest.fixture(scope="module")
def given_back(drawn: Corpus) -> ox.Store:
    parsed = ox.parse(turtle(told(drawn)), format=ox.RdfFormat.TURTLE)
    return closed(quad.triple for quad in parsed)


def pairs(store: ox.Store, term: URIRef) -> set[tuple[str, str]]:
    found = store.quads_for_pattern(None, ox.NamedNode(term), None)
    return {(q.subject.value.rpartition("/")[2], q.object.value.rpartition("/")[2]) for q in found}


def test_every_pair_of_a_denial_and_what_it_denies_comes_back(drawn, given_back):
    assert len(drawn.disputes) > 20
    assert pairs(given_back, SC.disputes) == set(drawn.disputes)
    assert pairs(CLOSED, SC.disputes) == set(CORPUS.disputes)


def test_the_origin_of_every_claim_comes_back(drawn, given_back):
    origins = {(claim, origin.id) for origin in drawn.origins for claim in origin.claims}
    assert {claim for claim, _ in origins} == {claim.id for claim in drawn.claims}
    assert pairs(given_back, SC.origin) == origins
    labels = {f"{iris.origin(origin.id)}": origin.label for origin in drawn.origins}
    for origin, label in labels.items():
        found = given_back.quads_for_pattern(ox.NamedNode(origin), ox.NamedNode(RDFS.label), None)
        assert [quad.object.value for quad in found] == [label]


def test_both_readers_and_the_usual_kinds_come_back():
    read = pairs(CLOSED, SC.readBy)
    told_by = {(claim.id, f"ontology#{name}") for claim in CORPUS.claims for name in claim.read_by}
    assert read == told_by
    kinds = {"denies": "fullDenial", "unconfirmed": "nonConfirmation"}
    assert pairs(CLOSED, SC.kind) == {
        (claim.id, f"ontology#{kinds[claim.stance]}")
        for claim in CORPUS.claims
        if claim.stance in kinds
    }


def test_affirmations_come_back():
    found = CLOSED.quads_for_pattern(None, ox.NamedNode(RDF.type), ox.NamedNode(SC.Affirmation))
    affirmed = {quad.subject.value.rpartition("/")[2] for quad in found}
    assert affirmed == {claim.id for claim in CORPUS.claims if affirms(claim)}
    assert affirmed
