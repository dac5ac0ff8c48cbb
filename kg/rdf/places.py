"""Places as triples: what the words of a claim name, and what the gazetteer knows of it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rdflib import RDF, RDFS, SKOS, URIRef

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
    for row in _table("places.csv"):
        place = Listed(row["kind"], row["of"], row["wikidata"])
        for name in (row["label"], *_names(row["names"])):
            found.setdefault(name, place)
    for row in _table("states.csv"):
        country = Listed(COUNTRY, row["key"], row["wikidata"])
        for name in (row["label"], *_names(row["names"])):
            found.setdefault(name, country)
        for name in _names(row["capitals"]):
            found.setdefault(name, Listed(CAPITAL, row["key"], ""))
    return found


def _table(name: str) -> Iterator[dict[str, str]]:
    with ontology("gazetteer", name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _names(cell: str) -> list[str]:
    return cell.split("|") if cell else []
