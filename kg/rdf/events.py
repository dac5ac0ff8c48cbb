"""Events as triples, with the claims about them."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, RDFS

from kg.model import Event
from kg.rdf import iris
from kg.rdf.terms import Triple, text
from kg.rdf.times import time_triples
from kg.vocabulary import SC


def event_triples(event: Event) -> Iterator[Triple]:
    """One event: its class, who takes part, when, and which claims are about it.

    The class is told twice: as type, and as `sc:eventClass`, which inference leaves alone, so
    that a query finds the class meant among the superclasses without the ontology at hand.
    """
    node = iris.event(event.id)
    yield node, RDF.type, SC[event.event_class]
    yield node, SC.eventClass, SC[event.event_class]
    yield node, RDFS.label, text(event.label)
    for key in event.actors:
        yield node, SC.actor, iris.agent(key)
    for key in event.recipients:
        yield node, SC.recipient, iris.agent(key)
    if event.time:
        yield from time_triples(node, iris.timespan("event", event.id), event.time)
    for identifier in event.claims:
        yield iris.claim(identifier), SC.aboutEvent, node
