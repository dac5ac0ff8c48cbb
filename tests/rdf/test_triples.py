from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, XSD, BNode, Graph, Literal, URIRef
from rdflib.compare import graph_diff, to_isomorphic

from kg.errors import KnowledgeError
from kg.model import Agent, Corpus, Story, principal
from kg.rdf import iris
from kg.rdf.agents import claimant_of
from kg.rdf.graph import to_rdflib
from kg.rdf.terms import flag, number
from kg.rdf.triples import triples
from kg.vocabulary import SC
from tests.rdf.corpus import (
    AGENTS,
    BORDER,
    COMEDY,
    CORPUS,
    DENIED,
    EVENTS,
    LIFTED,
    SAID,
    UNCONFIRMED,
)

EXPECTED = Path(__file__).with_name("expected.ttl")
BY_KEY = {agent.key: agent for agent in AGENTS}


def test_the_graph_is_the_one_written_by_hand():
    corpus = Corpus(
        articles=(BORDER,),
        agents=tuple(BY_KEY[key] for key in ("ERI", "ETH", "group/ETH/officials")),
        claims=(SAID, DENIED),
        events=(replace(EVENTS[0], claims=(SAID.id, DENIED.id)),),
        stories=(Story("s1", (BORDER.name,)),),
        disputes=((DENIED.id, SAID.id),),
    )
    made, expected = to_rdflib(corpus), Graph().parse(EXPECTED)
    _, surplus, missing = graph_diff(to_isomorphic(made), to_isomorphic(expected))
    assert (sorted(surplus), sorted(missing)) == ([], [])


def test_no_node_is_blank_and_every_node_has_a_type():
    graph = to_rdflib(CORPUS)
    nodes = set(graph.subjects())
    assert not any(isinstance(node, BNode) for node in {*nodes, *graph.objects()})
    assert all((node, RDF.type, None) in graph for node in nodes)


def test_every_quote_is_the_text_at_its_offsets():
    texts = {iris.article(article.name): article.text for article in CORPUS.articles}
    graph = to_rdflib(CORPUS)
    rows = list(
        graph.query(
            "SELECT * { ?e sc:quote ?quote ; sc:quoteStart ?start ; sc:quoteEnd ?end ;"
            " sc:inArticle ?a }"
        )
    )
    assert len(rows) == len(CORPUS.claims) + len(CORPUS.corrections)
    for row in rows:
        assert texts[row.a][int(row.start) : int(row.end)] == str(row.quote)


def test_who_is_mentioned_stands_beside_who_counts():
    graph = to_rdflib(CORPUS)
    claim = iris.claim(LIFTED.id)
    assert list(graph.objects(claim, SC.actor)) == [iris.agent("NOR")]
    assert list(graph.objects(claim, SC.actorAgent)) == [iris.agent("nor-foreign-ministry")]
    assert list(graph.objects(claim, SC.recipient)) == [iris.agent("ERI")]
    assert list(graph.objects(claim, SC.recipientAgent)) == [iris.agent("isaias-afwerki")]
    assert (iris.claim(SAID.id), SC.actorAgent, None) not in graph


def test_the_articles_own_voice_is_no_claimant():
    graph = to_rdflib(CORPUS)
    claim = iris.claim(LIFTED.id)
    assert (claim, SC.claimant, None) not in graph
    assert (claim, SC.claimantOf, None) not in graph


def test_outer_speakers_and_taken_up_claims_are_told():
    graph = to_rdflib(CORPUS)
    assert (iris.claim(UNCONFIRMED.id), SC.via, iris.agent("nordic-wire")) in graph
    assert (iris.claim(COMEDY.id), SC.takesUp, iris.claim(SAID.id)) in graph


def test_the_readers_and_the_certainty_of_a_claim_are_told():
    graph = to_rdflib(CORPUS)
    both, alone, unknown = (iris.claim(claim.id) for claim in (SAID, UNCONFIRMED, DENIED))
    assert (both, SC.readOnlyBy, None) not in graph
    assert list(graph.objects(alone, SC.readOnlyBy)) == [SC.taught]
    assert list(graph.objects(unknown, SC.readOnlyBy)) == [SC.lexicon]
    assert (unknown, SC.certainty, None) not in graph


@pytest.mark.parametrize(
    ("certainty", "written"),
    [(0.0, "0"), (1.0, "1"), (0.8, "0.8"), (0.07, "0.07"), (1e-5, "0.00001")],
)
def test_a_certainty_is_a_decimal_in_its_shortest_form(certainty, written):
    corpus = replace(CORPUS, claims=(replace(SAID, certainty=certainty),))
    found = [o for _, p, o in triples(corpus) if p == SC.certainty]
    assert found == [Literal(written, datatype=XSD.decimal)]
    assert str(found[0]) == written


@pytest.mark.parametrize("sought", ["Deployment", "Sanction", "ArmsTransfer", "Meeting"])
def test_who_asks_by_type_gets_no_event_that_nobody_affirms(sought):
    found = set(to_rdflib(CORPUS).subjects(RDF.type, URIRef(f"{SC}{sought}")))
    affirmed = {event for event in EVENTS if event.affirmed}
    assert found == {iris.event(e.id) for e in affirmed if e.event_class == sought}


def test_every_event_has_one_status_and_affirmations_lead_to_what_is_affirmed():
    graph = to_rdflib(CORPUS)
    events = set(graph.subjects(RDF.type, SC.Event))
    assert len(list(graph.subject_objects(SC.status))) == len(events) == len(EVENTS)
    affirming = {
        claim
        for claim in graph.subjects(SC.stance, SC.asserts)
        if (claim, SC.modality, SC.actual) in graph and (claim, SC.negated, flag(False)) in graph
    }
    about = {event for claim in affirming for event in graph.objects(claim, SC.aboutEvent)}
    assert about == set(graph.subjects(RDF.type, SC.AffirmedEvent)) == {iris.event("e1")}


def test_declined_passages_and_texts_stay_out():
    written = "\n".join(to_rdflib(CORPUS).objects())
    assert "no event class" not in written
    assert BORDER.text not in written
    assert BORDER.source not in written


def test_a_class_that_the_ontology_lacks_is_refused():
    for name in ("Deploymint", "State", ""):
        broken = replace(CORPUS, claims=(replace(SAID, event_class=name),))
        with pytest.raises(KnowledgeError, match=f"{name}: no event class"):
            list(triples(broken))


BELONGING = {
    "officials": Agent("officials", "Group", "officials of the ministry", of="ministry"),
    "ministry": Agent("ministry", "GovernmentBody", "ministry", of="NOR"),
    "office": Agent("office", "GovernmentBody", "office of nobody"),
    "NOR": Agent("NOR", "State", "Norway", iso3="NOR"),
    "minister": Agent("minister", "Leader", "minister", of="NOR"),
    "analyst": Agent("analyst", "Person", "analyst"),
    "experts": Agent("experts", "Group", "experts"),
    "paper": Agent("paper", "Media", "paper"),
    "agency": Agent("agency", "Media", "state agency", of="NOR"),
    "maker": Agent("maker", "Company", "maker", of="NOR"),
    "pact": Agent("pact", "IntergovernmentalOrganization", "pact"),
    "rebels": Agent("rebels", "ArmedGroup", "rebels", of="NOR"),
    "ring-a": Agent("ring-a", "Group", "a", of="ring-b"),
    "ring-b": Agent("ring-b", "Group", "b", of="ring-a"),
}


@pytest.mark.parametrize(
    ("key", "counts_as", "speaks_for"),
    [
        ("officials", "NOR", "NOR"),
        ("ministry", "NOR", "NOR"),
        ("office", "office", "office"),
        ("NOR", "NOR", "NOR"),
        ("minister", "NOR", "NOR"),
        ("analyst", "analyst", None),
        ("experts", "experts", None),
        ("paper", "paper", None),
        ("agency", "agency", "NOR"),
        ("maker", "maker", "NOR"),
        ("pact", "pact", "pact"),
        ("rebels", "rebels", "rebels"),
        ("nobody", "nobody", None),
    ],
)
def test_whom_an_agent_counts_as_and_speaks_for(key, counts_as, speaks_for):
    assert principal(key, BELONGING) == counts_as
    assert claimant_of(key, BELONGING) == speaks_for


def test_a_ring_of_belonging_ends():
    assert {principal(key, BELONGING) for key in ("ring-a", "ring-b")} == {"ring-a"}


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1.50", "1.5"),
        ("1.50E+6", "1500000"),
        ("14000000000", "14000000000"),
        ("100", "100"),
        ("0.0", "0"),
        ("-0", "0"),
        ("-0.50", "-0.5"),
        ("1E-3", "0.001"),
    ],
)
def test_a_number_is_canonical(value, written):
    assert str(number(Decimal(value))) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1e20, max_value=1e20))
def test_a_number_keeps_its_value_and_one_spelling(value):
    literal = number(value)
    assert literal.toPython() == value
    assert str(number(Decimal(str(literal)))) == str(literal)


@given(st.text(min_size=1), st.text(min_size=1))
def test_other_names_have_other_iris(one, other):
    assert (iris.article(one) == iris.article(other)) == (one == other)
    assert "/article/" in iris.article(one)
    assert iris.article(one).n3()


def test_literals_are_valid_for_their_datatype():
    for _, _, value in triples(CORPUS):
        assert isinstance(value, URIRef | Literal)
        if isinstance(value, Literal):
            assert not value.ill_typed
