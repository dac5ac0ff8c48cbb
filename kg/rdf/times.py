"""Time spans of claims and events as triples."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from rdflib import URIRef

from kg.model import TimeSpan
from kg.rdf import iris
from kg.rdf.terms import TYPE, Triple, day, text
from kg.vocabulary import SC

DAYS_OF_A_WEEK, MOST_DAYS_OF_A_YEAR = 7, 366
TIME = (SC.time, SC.timeWords)
"""What leads to the days of an event, and to the words that told them."""
SAID = (SC.said, SC.saidWords)
"""The same, of when the claimant said so."""


def time_triples(
    holder: URIRef, span: TimeSpan, terms: tuple[URIRef, URIRef] = TIME
) -> Iterator[Triple]:
    """The days of `span`, a node that all who mean the same days share, and `holder`'s words."""
    to_days, to_words = terms
    if span.words:
        yield holder, to_words, text(span.words)
    if span.start is None and span.end is None:
        return
    node = iris.timespan(span.start, span.end)
    yield holder, to_days, node
    yield node, TYPE, SC.TimeSpan
    yield node, SC.precision, text(precision(span))
    if span.start:
        yield node, SC.firstDay, day(span.start)
    if span.end:
        yield node, SC.lastDay, day(span.end)


def precision(span: TimeSpan) -> str:
    """How exact a span with a day is: day, week, month, year, span or open (one side unknown)."""
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
