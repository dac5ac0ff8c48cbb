"""IRIs made from content: the same thing has the same IRI in every build.

Nothing is blank: a part (a quantity, an office held) is named after the node that holds it, a
time after its days, a place after its words.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Final
from urllib.parse import quote

from rdflib import URIRef

from kg.model import Term
from kg.vocabulary import DATA, WIKIDATA

FOLDERS = (
    "agent",
    "article",
    "attribution",
    "claim",
    "correction",
    "event",
    "origin",
    "place",
    "publisher",
    "quantity",
    "reviewer",
    "series",
    "story",
    "term",
    "timespan",
)
"""One folder below `DATA` for each kind of node; each is a prefix of the Turtle."""

OPEN = "open"
"""Stands for a date that is not known."""


AGAIN: Final = 1 << 15
"""IRIs that are held to be found again: a claim's comes with each thing that is said of it."""


@lru_cache(maxsize=AGAIN)
def _iri(folder: str, *parts: str) -> URIRef:
    name = ".".join(quote(part, safe="") for part in parts)
    if name.endswith("."):  # legal at the end of a name in Turtle, but rdflib does not read it
        name = f"{name.removesuffix('.')}%2E"
    return DATA[f"{folder}/{name}"]


def article(name: str) -> URIRef:
    """IRI of the article called `name`."""
    return _iri("article", name)


def story(identifier: str) -> URIRef:
    """IRI of the story with this id."""
    return _iri("story", identifier)


def claim(identifier: str) -> URIRef:
    """IRI of the claim with this id."""
    return _iri("claim", identifier)


def event(identifier: str) -> URIRef:
    """IRI of the event with this id."""
    return _iri("event", identifier)


def series(identifier: str) -> URIRef:
    """IRI of the series with this id."""
    return _iri("series", identifier)


def agent(key: str) -> URIRef:
    """IRI of the agent with this key."""
    return _iri("agent", key)


def correction(identifier: str) -> URIRef:
    """IRI of the verdict with this id."""
    return _iri("correction", identifier)


def reviewer(name: str) -> URIRef:
    """IRI of the reader who goes by `name`."""
    return _iri("reviewer", name)


def wikidata(identifier: str) -> URIRef:
    """IRI of the Wikidata item `identifier` ("Q30")."""
    return WIKIDATA[identifier]


def place(words: str) -> URIRef:
    """IRI of the place that these words name."""
    return _iri("place", words)


def quantity(claim_id: str) -> URIRef:
    """IRI of the figure that a claim holds."""
    return _iri("quantity", claim_id)


def origin(identifier: str) -> URIRef:
    """IRI of the origin with this id."""
    return _iri("origin", identifier)


def publisher(key: str) -> URIRef:
    """IRI of the publisher with this key."""
    return _iri("publisher", key)


def attribution(claim_id: str, position: int) -> URIRef:
    """IRI of the link at `position` in the chain of speakers of a claim."""
    return _iri("attribution", claim_id, str(position))


def timespan(start: date | None, end: date | None) -> URIRef:
    """IRI of the days from `start` to `end`: all who mean them share it."""
    return _iri("timespan", "_".join(_day(day) for day in (start, end)))


def term(key: str, held: Term) -> URIRef:
    """IRI of an office that the agent `key` held."""
    dates = map(_day, (held.start, held.end))
    return _iri("term", key, held.of, held.office.replace(" ", "-"), *dates)


def _day(day: date | None) -> str:
    return OPEN if day is None else day.isoformat()
