"""Series as triples, with the events and the claims that belong to them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Series
from kg.rdf import iris
from kg.rdf.events import event_class
from kg.rdf.terms import LABEL, TYPE, Triple, text
from kg.vocabulary import SC


def series_triples(series: Series) -> Iterator[Triple]:
    """One series: its class and parties, its events, and the claims that are about no one event."""
    node = iris.series(series.id)
    yield node, TYPE, SC.Series
    yield node, SC.eventClass, event_class(series.event_class)
    yield node, LABEL, text(series.label)
    for key in series.actors:
        yield node, SC.actor, iris.agent(key)
    for key in series.recipients:
        yield node, SC.recipient, iris.agent(key)
    for identifier in series.events:
        yield iris.event(identifier), SC.inSeries, node
    for identifier in series.claims:
        yield iris.claim(identifier), SC.aboutSeries, node
