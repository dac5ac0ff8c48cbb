"""Adds the types that follow by the ontology, for stores that do not reason.

Two rules are enough for what the export holds: whoever has a class has the classes above it; and
a class that is defined as "a C whose p is v" (as `Denial` is), or whose p is v and whose q is w,
belongs to every node of which that is said. Both are read from `ontology/statecraft.ttl`. Nothing
else is inferred: no domain or range, since the export types every node by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import pyoxigraph as ox
from rdflib import RDF, Literal, URIRef

from kg.rdf.terms import Triple
from kg.resources import ontology

Value: TypeAlias = tuple[URIRef, URIRef | Literal]
"""A property and what it must be."""

_ABOVE = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?class ?above WHERE {
  ?class rdfs:subClassOf+ ?above . FILTER(isIRI(?class) && isIRI(?above) && ?class != ?above)
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


@dataclass(frozen=True, slots=True)
class Definition:
    """A class that a node has where all of `wanted` is said of it; `given` are its classes then."""

    wanted: frozenset[Value]
    given: frozenset[URIRef]


@dataclass(frozen=True, slots=True)
class Rules:
    """What follows: the classes above each class, and the classes that values give."""

    above: Mapping[URIRef, frozenset[URIRef]]
    definitions: tuple[Definition, ...]


@cache
def rules() -> Rules:
    """The rules that `ontology/statecraft.ttl` gives; it is read once."""
    store = ox.Store()
    store.load(path=str(ontology("statecraft.ttl")), format=ox.RdfFormat.TURTLE)
    above: dict[URIRef, frozenset[URIRef]] = {}
    for lower, upper in _rows(store, _ABOVE):
        above[URIRef(lower)] = above.get(URIRef(lower), frozenset()) | {URIRef(upper)}
    wanted: dict[tuple[URIRef, URIRef], set[Value]] = defaultdict(set)
    for defined, base, term, value in _rows(store, _DEFINED):
        wanted[URIRef(defined), URIRef(base)].add((URIRef(term), value))
    return Rules(
        above,
        tuple(
            Definition(
                frozenset(values),
                above.get(defined, frozenset()) | above.get(base, frozenset()) | {defined, base},
            )
            for (defined, base), values in sorted(wanted.items())
        ),
    )


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
    known = rules()
    asked = {value for definition in known.definitions for value in definition.wanted}
    said: dict[URIRef, set[Value]] = defaultdict(set)
    for subject, predicate, value in triples:
        yield subject, predicate, value
        if (predicate, value) in asked:
            said[subject].add((predicate, value))
        if predicate == RDF.type and isinstance(value, URIRef):
            for above in known.above.get(value, ()):
                yield subject, RDF.type, above
    for subject, values in said.items():
        for definition in known.definitions:
            if definition.wanted <= values:
                for given in definition.given:
                    yield subject, RDF.type, given
