"""Places as triples: what the words of a claim name, and what the gazetteer knows of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from rdflib import SKOS, Literal, URIRef
from rdflib.namespace import GEO

from kg.knowledge import homonyms
from kg.knowledge.keys import keys
from kg.knowledge.rows import Table
from kg.knowledge.tables import CoordinatesRow, PlaceRow, StateRow
from kg.rdf import iris
from kg.rdf.terms import AGAIN, LABEL, TYPE, Triple, text
from kg.resources import ontology
from kg.vocabulary import SC

CAPITAL, COUNTRY = "city", "state"
"""Kinds of what the table of states names; that of places has kinds of its own."""
REGION = "region"
_ARTICLE, _BEHIND = "the ", ", "


@dataclass(frozen=True, slots=True)
class Listed:
    """What the gazetteer knows of a place; `state` is a key, "" where none alone has it.

    `point` is where it lies, as well-known text: longitude first, in degrees of WGS 84.
    """

    kind: str
    state: str
    wikidata: str
    point: str = ""


def place_triples(holder: URIRef, words: str) -> Iterator[Triple]:
    """The place that `words` name: one node for the same words, whoever uses them."""
    node = iris.place(words)
    yield holder, SC.place, node
    yield node, TYPE, SC.Place
    yield node, LABEL, text(words)
    listed = known(words)
    if listed.kind:
        yield node, SC.placeKind, text(listed.kind)
    if listed.state:
        yield node, SC.inState, iris.agent(listed.state)
    if listed.wikidata:
        yield node, SKOS.exactMatch, iris.wikidata(listed.wikidata)
    if listed.point:
        yield node, GEO.asWKT, Literal(listed.point, datatype=GEO.wktLiteral)


@lru_cache(maxsize=AGAIN)
def known(words: str) -> Listed:
    """What is known of the place that `words` name, by the tables, else by its own words.

    'Kanda, Borno State' lies where the region behind the comma does.
    """
    name = words.removeprefix(_ARTICLE)
    found = gazetteer().get(words) or gazetteer().get(name) or _region(name)
    if found:
        return found
    inner, comma, outer = name.rpartition(_BEHIND)
    if not comma:
        return Listed(homonyms.load().kind(name), "", "")
    above, own = known(outer), known(inner)
    same = own if above.state in ("", own.state) else Listed("", above.state, "")
    kind = same.kind or homonyms.load().kind(inner)
    return Listed(kind, same.state or above.state, same.wikidata, same.point)


def _region(name: str) -> Listed | None:
    row = homonyms.load().region(name)
    return Listed(REGION, row.of, "") if row else None


@cache
def gazetteer() -> Mapping[str, Listed]:
    """Name to place, of `ontology/gazetteer/`; a name that two tables have is the first one's."""
    found: dict[str, Listed] = {}
    closed, points = keys(), _points()
    for row in Table.load(ontology("gazetteer", "places.csv"), PlaceRow).rows(closed):
        point = points.get((row.label, row.of), "")
        for name in (row.label, *row.names):
            found.setdefault(name, Listed(row.kind, row.of, row.wikidata, point))
    for state in Table.load(ontology("gazetteer", "states.csv"), StateRow).rows(closed):
        for name in (state.label, *state.names):
            found.setdefault(name, Listed(COUNTRY, state.key, state.wikidata))
        for name in state.capitals:
            point = points.get((name, state.key), "")
            found.setdefault(name, Listed(CAPITAL, state.key, "", point))
    return found


def _points() -> Mapping[tuple[str, str], str]:
    """Where a town of that label in that state lies, as well-known text."""
    table = Table.load(ontology("gazetteer", "coordinates.csv"), CoordinatesRow)
    return {
        (row.label, row.of): f"POINT({row.longitude:g} {row.latitude:g})"
        for row in table.rows(keys())
    }
