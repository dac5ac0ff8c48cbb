"""Claims as triples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from rdflib import URIRef

from kg.model import Agent, Claim, ClaimKind, Quantity, Stance, principal
from kg.rdf import iris
from kg.rdf.agents import claimant_of
from kg.rdf.articles import quote_triples
from kg.rdf.events import event_class
from kg.rdf.places import place_triples
from kg.rdf.terms import TYPE, Triple, flag, named, number, text, whole
from kg.rdf.times import SAID, time_triples
from kg.vocabulary import SC

USUAL_KIND: Mapping[Stance, ClaimKind] = {
    "denies": "fullDenial",
    "unconfirmed": "nonConfirmation",
}
"""What a claim is where its kind is not written; an assertion need not be of any."""


def claim_triples(claim: Claim, agents: Mapping[str, Agent]) -> Iterator[Triple]:
    """One claim with its evidence, figure and time; `agents` tells whom each agent counts as."""
    node = iris.claim(claim.id)
    yield node, TYPE, SC.Claim
    yield node, SC.eventClass, event_class(claim.event_class)
    yield node, SC.stance, named(claim.stance)
    yield node, SC.modality, named(claim.modality)
    yield node, SC.negated, flag(claim.negated)
    yield node, SC.phase, named(claim.phase)
    yield from _words(node, claim)
    yield from _source(node, claim)
    yield from _reading(node, claim)
    yield from _claimants(node, claim, agents)
    yield from _parties(node, SC.actor, SC.actorAgent, claim.actors, agents)
    yield from _parties(node, SC.recipient, SC.recipientAgent, claim.recipients, agents)
    if claim.quantity:
        yield from _quantity(node, claim.id, claim.quantity)
    if claim.time:
        yield from time_triples(node, claim.time)
    if claim.said:
        yield from time_triples(node, claim.said, SAID)
    if claim.kind and claim.kind != USUAL_KIND.get(claim.stance):
        yield node, SC.kind, named(claim.kind)


def _words(node: URIRef, claim: Claim) -> Iterator[Triple]:
    for words in claim.objects:
        yield node, SC.object, text(words)
    if claim.place:
        yield from place_triples(node, claim.place)
    for term, words in ((SC.cue, claim.cue), (SC.eventLabel, claim.label)):
        if words:
            yield node, term, text(words)


def _source(node: URIRef, claim: Claim) -> Iterator[Triple]:
    yield from quote_triples(node, claim.article, claim.evidence)
    yield node, SC.trigger, text(claim.trigger.quote)
    yield node, SC.triggerStart, whole(claim.trigger.start)
    if claim.about:
        yield node, SC.takesUp, iris.claim(claim.about)
    # A reviewer may have put another party in the place of one that was completed.
    completed = set(claim.completed) & {*claim.actors, *claim.recipients}
    for key in completed:
        yield node, SC.completed, iris.agent(key)
    if completed:
        source = iris.claim(claim.about) if claim.about else iris.article(claim.article)
        yield node, SC.completedFrom, source


def _reading(node: URIRef, claim: Claim) -> Iterator[Triple]:
    if claim.item:
        yield node, SC.item, whole(claim.item)
    if len(claim.read_by) == 1:
        yield node, SC.readOnlyBy, named(claim.read_by[0])
    if claim.certainty is not None:
        # By way of its shortest decimal: the float 0.8 itself has fifty digits.
        yield node, SC.certainty, number(Decimal(str(claim.certainty)))


def _claimants(node: URIRef, claim: Claim, agents: Mapping[str, Agent]) -> Iterator[Triple]:
    for key in claim.via:
        yield node, SC.via, iris.agent(key)
    # Who is the only speaker needs no chain.
    chain = (*claim.via, *([claim.claimant] if claim.claimant else [])) if claim.via else ()
    for position, key in enumerate(chain, start=1):
        link = iris.attribution(claim.id, position)
        yield node, SC.attribution, link
        yield link, TYPE, SC.Attribution
        yield link, SC.position, whole(position)
        yield link, SC.speaker, iris.agent(key)
    if chain:
        yield node, SC.outermost, iris.agent(chain[0])
    if claim.claimant is None:
        return
    yield node, SC.claimant, iris.agent(claim.claimant)
    if spoken_for := claimant_of(claim.claimant, agents):
        yield node, SC.claimantOf, iris.agent(spoken_for)


def _parties(
    node: URIRef,
    counted: URIRef,
    mentioned: URIRef,
    keys: tuple[str, ...],
    agents: Mapping[str, Agent],
) -> Iterator[Triple]:
    for key in keys:
        counts = principal(key, agents)
        yield node, counted, iris.agent(counts)
        if counts != key:
            yield node, mentioned, iris.agent(key)


def _quantity(node: URIRef, claim_id: str, quantity: Quantity) -> Iterator[Triple]:
    part = iris.quantity(claim_id)
    yield node, SC.quantity, part
    yield part, TYPE, SC.Quantity
    if quantity.kind:
        yield part, SC.measures, named(quantity.kind)
    for bound, value in ((SC.low, quantity.low), (SC.high, quantity.high)):
        if value is not None:
            yield part, bound, number(value)
    for term, words in (
        (SC.unit, quantity.unit),
        (SC.qualifier, quantity.qualifier),
        (SC.words, quantity.words),
    ):
        if words:
            yield part, term, text(words)
