"""From a linked corpus to triples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import URIRef

from kg.model import Corpus, RelationKind
from kg.rdf import iris
from kg.rdf.agents import agent_triples
from kg.rdf.articles import article_triples, origin_triples, story_triples
from kg.rdf.claims import claim_triples
from kg.rdf.corrections import correction_triples
from kg.rdf.dataset import dataset_triples
from kg.rdf.events import event_triples
from kg.rdf.series import series_triples
from kg.rdf.terms import Triple
from kg.vocabulary import SC

RELATIONS: Mapping[RelationKind, URIRef] = {
    "revises": SC.revises,
    "reverses": SC.reverses,
    "retracts": SC.retracts,
    "counters": SC.counters,
    "figure": SC.disagreesInFigure,
    "date": SC.disagreesInDate,
    "party": SC.disagreesInParty,
    "stance": SC.disagreesInStance,
    "statement": SC.disagreesInStatement,
}


def triples(corpus: Corpus) -> Iterator[Triple]:
    """Every triple of `corpus` as asserted; `kg.rdf.infer.inferred` adds the types that follow.

    All below `DATA`: `kg.rdf.base.rebased` moves what is the corpus' own below its base.

    Some come more than once, and in no order that is promised. Passages that were declined are not
    in it. Raises KnowledgeError where a claim or event names a class that the ontology lacks.
    """
    for agent in corpus.agents:
        yield from agent_triples(agent)
    yield from beside_agents(corpus)


def beside_agents(corpus: Corpus) -> Iterator[Triple]:
    """The same without what is told of agents themselves, which many articles share."""
    agents = {agent.key: agent for agent in corpus.agents}
    for article in corpus.articles:
        yield from article_triples(article)
    for story in corpus.stories:
        yield from story_triples(story)
    for event in corpus.events:
        yield from event_triples(event)
    for series in corpus.series:
        yield from series_triples(series)
    for claim in corpus.claims:
        yield from claim_triples(claim, agents)
    claimants = {claim.id: claim.claimant for claim in corpus.claims}
    for origin in corpus.origins:
        yield from origin_triples(origin, claimants)
    yield from _disputes(corpus)
    for relation in corpus.relations:
        yield iris.claim(relation.claim), RELATIONS[relation.kind], iris.claim(relation.other)
    held = {claim.id for claim in corpus.claims}
    for applied in corpus.corrections:
        yield from correction_triples(applied, applied.claim in held)
    if corpus.dataset:
        yield from dataset_triples(corpus, corpus.dataset)
    for earlier, later in corpus.alike:
        yield iris.event(earlier), SC.sameButForTime, iris.event(later)


def _disputes(corpus: Corpus) -> Iterator[Triple]:
    """What denials dispute where it does not follow from event, stance, modality and phase."""
    partial = {claim.id for claim in corpus.claims if claim.kind == "partialDenial"}
    for denying, asserting in corpus.disputes:
        if denying in partial:
            yield iris.claim(denying), SC.disputes, iris.claim(asserting)
