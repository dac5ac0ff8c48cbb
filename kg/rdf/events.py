"""Events as triples, with the claims about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from rdflib import URIRef

from kg.errors import KnowledgeError
from kg.model import Event
from kg.rdf import iris
from kg.rdf.infer import rules
from kg.rdf.terms import LABEL, TYPE, Triple, named, text
from kg.rdf.times import time_triples
from kg.vocabulary import SC


@cache
def event_class(name: str) -> URIRef:
    """The IRI of the event class `name`; KnowledgeError where the ontology has none such."""
    found = URIRef(f"{SC}{name}")
    if found != SC.Event and SC.Event not in rules().above.get(found, frozenset()):
        remedy = "Declare it in ontology/statecraft.ttl, or correct the lexicon that names it."
        raise KnowledgeError(name, "no event class of the ontology has this name", remedy)
    return found


def event_triples(event: Event) -> Iterator[Triple]:
    """One event: its class, its status, who takes part, when, and which claims are about it.

    The class is told as `sc:eventClass`, which inference leaves alone, so that a query finds the
    class meant among the superclasses. It is the event's type as well only where a claim affirms
    the event: who asks for deployments by type gets none that is merely planned or denied.
    """
    node = iris.event(event.id)
    yield node, TYPE, SC.Event
    yield node, SC.eventClass, event_class(event.event_class)
    if event.affirmed:
        yield node, TYPE, SC.AffirmedEvent
        yield node, TYPE, event_class(event.event_class)
    if event.status:
        yield node, SC.status, named(event.status)
    yield node, LABEL, text(event.label)
    for key in event.actors:
        yield node, SC.actor, iris.agent(key)
    for key in event.recipients:
        yield node, SC.recipient, iris.agent(key)
    if event.time:
        # Its claims have the words.
        yield from time_triples(node, replace(event.time, words=""))
        if event.time.basis:
            yield node, SC.timeBasis, text(event.time.basis)
    for identifier in event.claims:
        yield iris.claim(identifier), SC.aboutEvent, node
    for identifier, reason in zip(event.claims[1:], event.joined, strict=False):
        if reason:
            yield iris.claim(identifier), SC.joinedBecause, text(reason)
