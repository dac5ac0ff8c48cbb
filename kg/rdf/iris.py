"""IRIs made from content: the same thing has the same IRI in every build.

Nothing is blank: a part (a quantity, an office held) is named after the node that holds it, a
quote after its article and offsets.
"""

from __future__ import annotations

from urllib.parse import quote

from rdflib import URIRef

from kg.model import Evidence, Term
from kg.vocabulary import DATA, WIKIDATA

FOLDERS = (
    "agent",
    "article",
    "attribution",
    "claim",
    "correction",
    "event",
    "evidence",
    "origin",
    "quantity",
    "reviewer",
    "story",
    "term",
    "timespan",
)
"""One folder below `DATA` for each kind of node; each is a prefix of the Turtle."""

OPEN = "open"
"""Stands for a date that is not known."""


def _iri(folder: str, *parts: str) -> URIRef:
    return DATA[f"{folder}/{'.'.join(quote(part, safe='') for part in parts)}"]


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


def evidence(article_name: str, words: Evidence) -> URIRef:
    """IRI of a quote: two claims that rest on the same words share it."""
    return _iri("evidence", article_name, f"{words.start}-{words.end}")


def quantity(claim_id: str) -> URIRef:
    """IRI of the figure that a claim holds."""
    return _iri("quantity", claim_id)


def origin(identifier: str) -> URIRef:
    """IRI of the origin with this id."""
    return _iri("origin", identifier)


def attribution(claim_id: str, position: int) -> URIRef:
    """IRI of the link at `position` in the chain of speakers of a claim."""
    return _iri("attribution", claim_id, str(position))


def timespan(kind: str, identifier: str) -> URIRef:
    """IRI of a time of a claim or an event; `kind` is "claim", "said" (of a claim) or "event"."""
    return _iri("timespan", kind, identifier)


def term(key: str, held: Term) -> URIRef:
    """IRI of an office that the agent `key` held."""
    dates = (OPEN if day is None else day.isoformat() for day in (held.start, held.end))
    return _iri("term", key, held.of, held.office.replace(" ", "-"), *dates)
