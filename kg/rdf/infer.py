"""Adds the types that follow by the ontology, for stores that do not reason.

Two rules are enough for what the export holds: whoever has a class has the classes above it; and
a class that is defined as "a C whose p is v" (as `Denial` is) belongs to every node whose p is v.
Both are read from `ontology/statecraft.ttl`. Nothing else is inferred: no domain or range, since
the export types every node by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox
from rdflib import RDF, Literal, URIRef

from kg.rdf.terms import Triple
from kg.resources import ontology

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
class Rules:
    """What follows: the classes above each class, and the classes that a value gives."""

    above: Mapping[URIRef, frozenset[URIRef]]
    by_value: Mapping[tuple[URIRef, URIRef], frozenset[URIRef]]


@cache
def rules() -> Rules:
    """The rules that `ontology/statecraft.ttl` gives; it is read once."""
    store = ox.Store()
    store.load(path=str(ontology("statecraft.ttl")), format=ox.RdfFormat.TURTLE)
    above: dict[URIRef, frozenset[URIRef]] = {}
    for lower, upper in _rows(store, _ABOVE):
        above[lower] = above.get(lower, frozenset()) | {upper}
    by_value: dict[tuple[URIRef, URIRef], frozenset[URIRef]] = {}
    for defined, base, term, value in _rows(store, _DEFINED):
        given = {defined, base} | above.get(defined, frozenset()) | above.get(base, frozenset())
        by_value[term, value] = by_value.get((term, value), frozenset()) | given
    return Rules(above, by_value)


def _rows(store: ox.Store, query: str) -> Iterator[tuple[URIRef, ...]]:
    rows = store.query(query)
    assert isinstance(rows, ox.QuerySolutions)  # both queries above are SELECT
    for row in rows:
        yield tuple(URIRef(str(term.value)) for term in row)


def inferred(triples: Iterable[Triple]) -> Iterator[Triple]:
    """`triples`, each followed by the types that follow from it; some come more than once."""
    known = rules()
    for subject, predicate, value in triples:
        yield subject, predicate, value
        if isinstance(value, Literal):
            continue
        if predicate == RDF.type:
            given = known.above.get(value, frozenset())
        else:
            given = known.by_value.get((predicate, value), frozenset())
        for above in given:
            yield subject, RDF.type, above
