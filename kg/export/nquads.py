"""N-Quads: a line a triple with the article it was read from, as the name of its graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.partition import owners
from kg.export.source import Node, in_graph, triples


def write(graph: Path, out: BinaryIO) -> None:
    """Write the graph, a quad at a time, in the order of its Turtle."""
    ox.serialize(quads(graph), out, format=ox.RdfFormat.N_QUADS)


def quads(graph: Path) -> Iterator[ox.Quad]:
    """Each triple in the graph of its article; what articles share in the default graph."""
    owner = owners(graph)
    shared = ox.DefaultGraph()
    for triple in triples(graph):
        assert isinstance(triple.subject, Node)
        yield in_graph(triple, owner.get(triple.subject, shared))
