"""Time spans of claims and events as triples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rdflib import RDF, URIRef

from kg.model import TimeSpan
from kg.rdf.terms import Triple, day, text
from kg.vocabulary import SC

DAYS_OF_A_WEEK, MOST_DAYS_OF_A_YEAR = 7, 366


def time_triples(
    holder: URIRef, node: URIRef, span: TimeSpan, term: URIRef = SC.time
) -> Iterator[Triple]:
    """The span `node` of `holder`, linked by `term`: first and last day where known, and words."""
    yield holder, term, node
    yield node, RDF.type, SC.TimeSpan
    yield node, SC.precision, text(precision(span))
    if span.start:
        yield node, SC.begins, day(span.start)
    if span.end:
        yield node, SC.ends, day(span.end)
    if span.words:
        yield node, SC.words, text(span.words)


def precision(span: TimeSpan) -> str:
    """How exact a span is: day, week, month, year, span, open (one side unknown) or words."""
    if span.start is None and span.end is None:
        return "words"
    if span.start is None or span.end is None:
        return "open"
    if span.start == span.end:
        return "day"
    after = span.end + timedelta(1)
    days = (after - span.start).days
    if days <= DAYS_OF_A_WEEK:
        return "week"
    if span.start.day == after.day == 1:
        months = 12 * (after.year - span.start.year) + after.month - span.start.month
        return {1: "month", 12: "year"}.get(months, "span")
    return "year" if days in (MOST_DAYS_OF_A_YEAR - 1, MOST_DAYS_OF_A_YEAR) else "span"
