"""Time spans of claims and events as triples."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import RDF, URIRef

from kg.model import TimeSpan
from kg.rdf.terms import Triple, day, text
from kg.vocabulary import SC


def time_triples(holder: URIRef, node: URIRef, span: TimeSpan) -> Iterator[Triple]:
    """The span `node` of `holder`: first and last day where known, and the words."""
    yield holder, SC.time, node
    yield node, RDF.type, SC.TimeSpan
    if span.start:
        yield node, SC.begins, day(span.start)
    if span.end:
        yield node, SC.ends, day(span.end)
    if span.words:
        yield node, SC.words, text(span.words)
