"""The part of a graph that a few claims stand in: small enough to be asked anything at once.

Held are the claims and whatever they name, and what these nodes name in turn; never the other
claims of an agent, a place or a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pyoxigraph as ox

from kg.store.engine import Store, Term

Node: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Triple

_SC = "https://w3id.org/statecraft/ontology#"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_CLAIM = ox.NamedNode(f"{_SC}Claim")
_ABOUT = (ox.NamedNode(f"{_SC}aboutEvent"), ox.NamedNode(f"{_SC}aboutSeries"))
_IN_STORY, _NAME = ox.NamedNode(f"{_SC}inStory"), ox.NamedNode(f"{_SC}name")


def beside(store: Store, claim: ox.NamedNode) -> Store:
    """`claim`, the claims about what it is about, and those that point to it or that it points to.

    Queries that tell of these claims give the same rows of it as of the whole store.
    """
    engine = store.engine
    about = {q.object for p in _ABOUT for q in engine.quads_for_pattern(claim, p, None)}
    claims: set[Node] = {q.subject for p in _ABOUT for e in about
              for q in engine.quads_for_pattern(None, p, e)}  # fmt: skip
    claims |= {claim, *(q.subject for q in engine.quads_for_pattern(None, None, claim))}
    return Store(_around(engine, claims))


def _around(engine: ox.Store, seeds: Iterable[Node]) -> Iterator[ox.Triple]:
    """All that is said of `seeds`, of claims that they name, and of all else that these lead to."""
    first = frozenset(seeds)
    known, coming = set(first), list(first)
    while coming:
        node = coming.pop()
        may_tell = node in first or not _is_claim(engine, node)
        for quad in engine.quads_for_pattern(node, None, None, ox.DefaultGraph()):
            yield quad.triple
            value = quad.object
            if quad.predicate == _IN_STORY:
                yield from _names(engine, value)
            if not isinstance(value, ox.NamedNode | ox.BlankNode) or value in known:
                continue
            if may_tell or not _is_claim(engine, value):
                known.add(value)
                coming.append(value)


def _is_claim(engine: ox.Store, node: Node) -> bool:
    if not isinstance(node, ox.NamedNode):
        return False
    return next(iter(engine.quads_for_pattern(node, _TYPE, _CLAIM)), None) is not None


def _names(engine: ox.Store, story: Term) -> Iterator[ox.Triple]:
    """The articles of a story and their names: who tells it first gives it its name."""
    for told in engine.quads_for_pattern(None, _IN_STORY, story, ox.DefaultGraph()):
        yield told.triple
        for quad in engine.quads_for_pattern(told.subject, _NAME, None, ox.DefaultGraph()):
            yield quad.triple
