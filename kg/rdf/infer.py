"""Adds the types that follow by the ontology, for stores that do not reason.

Only classes of our own are added: those of others follow by `kg.rdf.closure`, for whoever asks.
Two rules are enough for what the export holds: whoever has a class has the classes above it; and
a class that is defined as "a C whose p is v" (as `Denial` is) belongs to every node of which that
is said. Both are read from `ontology/statecraft.ttl`. Nothing else is inferred: no domain or range,
since the export types every node by itself; and a class that more than one value gives (as
`Affirmation`) is left to the closure, so that a claim has two types and not three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import Literal, URIRef

from kg.rdf.terms import TYPE, Triple
from kg.resources import ontology
from kg.vocabulary import SC

Value: TypeAlias = tuple[URIRef, URIRef | Literal]
"""A property and what it must be."""

_ABOVE = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?below ?above WHERE {
  ?below rdfs:%s+ ?above . FILTER(isIRI(?below) && isIRI(?above) && ?below != ?above)
}
"""
_DEFINED = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?class ?base ?property ?value WHERE {
  ?class owl:equivalentClass/owl:intersectionOf ?parts .
  ?parts rdf:rest*/rdf:first ?base . FILTER(isIRI(?base))
  ?parts rdf:rest*/rdf:first [ owl:onProperty ?property ; owl:hasValue ?value ] .
}
"""


_VERSION = """
PREFIX owl: <http://www.w3.org/2002/07/owl#>
SELECT ?version WHERE { ?ontology a owl:Ontology ; owl:versionIRI ?version }
"""


@dataclass(frozen=True, slots=True)
class Definition:
    """A class that a node has where all of `wanted` is said of it; `given` are its classes then."""

    wanted: frozenset[Value]
    given: frozenset[URIRef]


@dataclass(frozen=True, slots=True)
class Rules:
    """What follows: the classes above each class and the properties above each property, those of
    others among them, and the classes that values give.
    """

    above: Mapping[URIRef, frozenset[URIRef]]
    broader: Mapping[URIRef, frozenset[URIRef]]
    definitions: tuple[Definition, ...]


@cache
def rules() -> Rules:
    """The rules that `ontology/statecraft.ttl` gives; it is read once."""
    store = ox.Store()
    store.load(path=str(ontology("statecraft.ttl")), format=ox.RdfFormat.TURTLE)
    above = _above(store, "subClassOf")
    wanted: dict[tuple[URIRef, URIRef], set[Value]] = defaultdict(set)
    for defined, base, term, value in _rows(store, _DEFINED):
        wanted[URIRef(defined), URIRef(base)].add((URIRef(term), value))
    return Rules(
        above,
        _above(store, "subPropertyOf"),
        tuple(
            Definition(
                frozenset(values),
                above.get(defined, frozenset()) | above.get(base, frozenset()) | {defined, base},
            )
            for (defined, base), values in sorted(wanted.items())
        ),
    )


@cache
def version_iri() -> URIRef:
    """The IRI of the version of the ontology that graphs are written in."""
    store = ox.Store()
    store.load(path=str(ontology("statecraft.ttl")), format=ox.RdfFormat.TURTLE)
    [(found,)] = _rows(store, _VERSION)
    return URIRef(found)


def _above(store: ox.Store, relation: str) -> dict[URIRef, frozenset[URIRef]]:
    found: dict[URIRef, frozenset[URIRef]] = {}
    for below, above in _rows(store, _ABOVE % relation):
        found[URIRef(below)] = found.get(URIRef(below), frozenset()) | {URIRef(above)}
    return found


def _rows(store: ox.Store, query: str) -> Iterator[tuple[URIRef | Literal, ...]]:
    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)  # both queries above are SELECT
    for row in rows:
        yield tuple(map(_term, row))


def _term(term: object) -> URIRef | Literal:
    if isinstance(term, ox.Literal):
        return Literal(term.value, datatype=URIRef(term.datatype.value))
    assert isinstance(term, ox.NamedNode)  # classes, properties and individuals have names
    return URIRef(term.value)


def inferred(triples: Iterable[Triple]) -> Iterator[Triple]:
    """`triples`, then the types that follow from them; some come more than once."""
    telling = _telling()
    for triple in triples:
        yield triple
        subject, predicate, value = triple
        if predicate in telling:
            for given in telling[predicate].get(value, ()):
                yield subject, TYPE, given


@cache
def _telling() -> Mapping[URIRef, Mapping[URIRef | Literal, tuple[URIRef, ...]]]:
    """By property and value, our own classes that whoever has that value there has."""
    known = rules()
    found: dict[URIRef, dict[URIRef | Literal, tuple[URIRef, ...]]] = defaultdict(dict)
    for below, classes in known.above.items():
        found[TYPE][below] = _own(classes)
    for definition in known.definitions:
        if len(definition.wanted) == 1:
            [(term, value)] = definition.wanted
            before = found[term].get(value, ())
            found[term][value] = (*before, *_own(definition.given))
    return dict(found)


def _own(classes: Iterable[URIRef]) -> tuple[URIRef, ...]:
    return tuple(sorted(given for given in classes if given.startswith(str(SC))))
