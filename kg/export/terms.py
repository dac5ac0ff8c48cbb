"""RDF 1.2 Turtle: what a claim says of its event or series, as triple terms that the claim reifies.

`claim rdf:reifies <<( event sc:actor agent )>>` tells what is claimed without asserting it: an
engine of RDF 1.2 asks who claims, denies or leaves open one triple. Engines of RDF 1.1 read the
graph's own Turtle instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

import pyoxigraph as ox
from rdflib import RDF

from kg.export.head import serialize
from kg.export.source import TYPE, described, prefixes, sc

REIFIES: Final = ox.NamedNode(f"{RDF}reifies")
_ABOUT: Final = sc("aboutEvent", "aboutSeries")
(_CLASS,) = sc("eventClass")
(_CLAIM,) = sc("Claim")
_PARTIES: Final = sc("actor", "recipient")


def write(graph: Path, out: BinaryIO) -> None:
    """Write the graph with the triple terms of each claim behind what is said of it."""
    serialize(_triples(graph), out, ox.RdfFormat.TURTLE, prefixes(graph))


def _triples(graph: Path) -> Iterator[ox.Triple]:
    for _, said in described(graph):
        yield from said
        if any(triple.predicate == TYPE and triple.object == _CLAIM for triple in said):
            yield from reified(said)


def reified(claim: Sequence[ox.Triple]) -> Iterator[ox.Triple]:
    """The triples that a claim's own slots state of what it is about: its class and parties."""
    for about in claim:
        if about.predicate not in _ABOUT:
            continue
        for triple in claim:
            predicate = TYPE if triple.predicate == _CLASS else triple.predicate
            if predicate in _PARTIES or triple.predicate == _CLASS:
                term = ox.Triple(about.object, predicate, triple.object)  # type: ignore[arg-type]
                yield ox.Triple(triple.subject, REIFIES, term)
