"""Places as triples: what the words of a claim name, and what the gazetteer knows of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, RDFS, SKOS, URIRef

from kg.knowledge.keys import keys
from kg.knowledge.rows import Table
from kg.knowledge.tables import PlaceRow, StateRow
from kg.rdf import iris
from kg.rdf.terms import Triple, text
from kg.resources import ontology
from kg.vocabulary import SC

CAPITAL, COUNTRY = "city", "state"
"""Kinds of what the table of states names; that of places has kinds of its own."""
_ARTICLE = "the "


@dataclass(frozen=True, slots=True)
class Listed:
    """What the gazetteer knows of a place; `state` is a key, "" where none alone has it."""

    kind: str
    state: str
    wikidata: str


def place_triples(holder: URIRef, words: str) -> Iterator[Triple]:
    """The place that `words` name: one node for the same words, whoever uses them."""
    node = iris.place(words)
    yield holder, SC.place, node
    yield node, RDF.type, SC.Place
    yield node, RDFS.label, text(words)
    listed = gazetteer().get(words) or gazetteer().get(words.removeprefix(_ARTICLE))
    if listed is None:
        return
    yield node, SC.placeKind, text(listed.kind)
    if listed.state:
        yield node, SC.inState, iris.agent(listed.state)
    if listed.wikidata:
        yield node, SKOS.exactMatch, iris.wikidata(listed.wikidata)


@cache
def gazetteer() -> Mapping[str, Listed]:
    """Name to place, of `ontology/gazetteer/`; a name that two tables have is the first one's."""
    found: dict[str, Listed] = {}
    closed = keys()
    for row in Table.load(ontology("gazetteer", "places.csv"), PlaceRow).rows(closed):
        for name in (row.label, *row.names):
            found.setdefault(name, Listed(row.kind, row.of, row.wikidata))
    for state in Table.load(ontology("gazetteer", "states.csv"), StateRow).rows(closed):
        for name in (state.label, *state.names):
            found.setdefault(name, Listed(COUNTRY, state.key, state.wikidata))
        for name in state.capitals:
            found.setdefault(name, Listed(CAPITAL, state.key, ""))
    return found
