"""Everything that follows from a graph, for those who ask in terms of PROV-O, SEM and others.

The graph itself is kept small: it holds what was found, in our own terms. What follows is made on
the engine, by rules that are data: the queries of `ontology/closure/` say how quotes, times and
events look to others, and `ontology/statecraft.ttl` which classes and properties stand above which
and how classes are defined. Nothing is taken away, and closing twice adds nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rdflib import URIRef

from kg.errors import KnowledgeError
from kg.rdf.infer import Definition, rules
from kg.resources import ontology

ENDING = ".rq"
_ABOVE = """
CONSTRUCT {{ ?node a ?above }} WHERE {{
  VALUES (?below ?above) {{ {pairs} }}
  ?node a ?below .
}}
"""
_BROADER = """
CONSTRUCT {{ ?node ?above ?value }} WHERE {{
  VALUES (?below ?above) {{ {pairs} }}
  ?node ?below ?value .
}}
"""


def close(store: ox.Store) -> None:
    """Add to `store` what follows from it; KnowledgeError where a rule is no CONSTRUCT."""
    for name, rule in (*_shipped(), *_axioms()):
        found = _made(store, name, rule)
        store.extend(ox.Quad(*triple) for triple in found)


def closed(triples: Iterable[ox.Triple]) -> ox.Store:
    """A store of `triples` and of what follows from them."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples)
    close(store)
    return store


def _made(store: ox.Store, name: str, rule: str) -> list[ox.Triple]:
    try:
        found = store.query(rule)
    except SyntaxError as error:
        raise KnowledgeError(name, f"it does not parse: {error}", "Correct the rule.") from error
    if not isinstance(found, ox.QueryTriples):
        raise KnowledgeError(name, "a rule is a CONSTRUCT", "Turn it into one.")
    return list(found)


def _shipped() -> Iterator[tuple[str, str]]:
    for path in sorted(ontology("closure").glob(f"*{ENDING}")):
        yield f"ontology/closure/{path.name}", path.read_text("utf-8")


def _axioms() -> Iterator[tuple[str, str]]:
    known = rules()
    for definition in known.definitions:
        yield "ontology/statecraft.ttl", _defined(definition)
    yield "ontology/statecraft.ttl", _BROADER.format(pairs=_pairs(known.broader.items()))
    yield "ontology/statecraft.ttl", _ABOVE.format(pairs=_pairs(known.above.items()))


def _defined(definition: Definition) -> str:
    given = " , ".join(term.n3() for term in sorted(definition.given))
    wanted = " ; ".join(f"{p.n3()} {value.n3()}" for p, value in sorted(definition.wanted))
    return f"CONSTRUCT {{ ?node a {given} }} WHERE {{ ?node {wanted} }}"


def _pairs(above: Iterable[tuple[URIRef, frozenset[URIRef]]]) -> str:
    return " ".join(
        f"({below.n3()} {upper.n3()})"
        for below, uppers in sorted(above)
        for upper in sorted(uppers)
    )
