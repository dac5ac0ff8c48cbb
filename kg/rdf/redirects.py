"""What became of the IRIs of an earlier build, so that links into it stay alive.

The graph depends on the corpus alone, and so do its IRIs. New articles may join two events, split
one, or show that two names are one person; then an IRI of the earlier graph is missing in the new
one. Claims and articles keep theirs whatever comes, and tell where the rest went: what a claim was
about, who claimed it, what story an article told. Only of what differs between the two files is
that asked: both are sorted, and are read side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
from rdflib import DCTERMS, URIRef

from kg.errors import GraphError
from kg.rdf.beside import Block, Side, differing
from kg.rdf.load import load_triples
from kg.rdf.terms import Triple
from kg.vocabulary import SC

LEADING = frozenset(
    {SC.aboutEvent, SC.aboutSeries, SC.inStory, SC.origin, SC.claimant, SC.claimantOf,
     SC.outermost, SC.via, SC.actor, SC.actorAgent, SC.recipient, SC.recipientAgent}
)  # fmt: skip
"""What leads from a claim or an article to a node whose IRI new articles may change."""


def redirects(graph: Path, before: Path, new: Path) -> tuple[Triple, ...]:
    """Each IRI of the Turtle file `graph` that the file `new` has no more, with what replaces it.

    `before` holds the redirects written beside that graph; they are led on to where their target
    went. An IRI of which nothing is left is not redirected. Sorted; empty where there is no
    earlier graph, or none that can be read.
    """
    try:
        gone, come = differing(graph, new) if graph.is_file() else ([], [])
        old, now = _leads(_parsed(Side(graph), gone)), _leads(_parsed(Side(new), come))
        earlier = list(_loaded(before)) if before.is_file() else []
    except GraphError:
        return ()
    asked = {*chain.from_iterable(old.values()), *chain.from_iterable(_ends(earlier))}
    alive = _led_to(new, asked, set(chain.from_iterable(now.values())))
    moved: dict[URIRef, set[URIRef]] = defaultdict(set)
    for place, nodes in old.items():
        there = now.get(place, set())
        for lost in nodes - alive:
            moved[lost] |= (there - nodes) or there
    for source, target in _ends(earlier):
        if source not in alive:
            moved[source] |= {target} if target in alive else moved.get(target, set())
    return tuple(
        (source, DCTERMS.isReplacedBy, target)
        for source in sorted(moved)
        for target in sorted(moved[source])
    )


def _ends(triples: Iterable[Triple]) -> Iterator[tuple[URIRef, URIRef]]:
    return ((source, target) for source, _, target in triples if isinstance(target, URIRef))


def _led_to(new: Path, asked: Collection[URIRef], known: set[URIRef]) -> set[URIRef]:
    """Those of `asked` that anything of the file leads to; `known` are some that it does."""
    side = Side(new)
    wanted = {bytes(name, "utf-8") for node in asked for name in side.names(node)}
    if not set(asked) - known:
        return known
    leading = tuple(b"\t" + bytes(side.names(term)[-1], "utf-8") + b" " for term in LEADING)
    found: set[bytes] = set()
    for block in side.blocks():
        for line in block.words.split(b"\n"):
            if line.startswith(leading):
                found.update(wanted.intersection(line.split()))
    return known | {node for node in asked if not found.isdisjoint(_bytes(side.names(node)))}


def _bytes(names: Iterable[str]) -> Iterator[bytes]:
    return (name.encode() for name in names)


def _leads(found: Iterable[Triple]) -> Mapping[tuple[URIRef, URIRef], set[URIRef]]:
    leads: dict[tuple[URIRef, URIRef], set[URIRef]] = defaultdict(set)
    for subject, predicate, value in found:
        if predicate in LEADING and isinstance(value, URIRef):
            leads[subject, predicate].add(value)
    return leads


def _parsed(side: Side, blocks: Iterable[Block]) -> Iterator[Triple]:
    return _named(side.triples(blocks))


def _loaded(path: Path) -> Iterator[Triple]:
    return _named(load_triples(path))


def _named(triples: Iterable[ox.Triple]) -> Iterator[Triple]:
    for subject, predicate, value in triples:
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode):
            yield URIRef(subject.value), URIRef(predicate.value), URIRef(value.value)
