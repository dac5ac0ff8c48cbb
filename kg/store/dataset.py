"""Graphs with a name beside the graph that queries ask: what TriG and N-Quads hold.

The default graph holds every triple of the file, so that each question is answered from it,
whatever graph the triple stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox

Name: TypeAlias = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
Other: TypeAlias = ox.NamedNode | ox.BlankNode

_MERGE: Final = "INSERT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a query is asked of: graphs that are its default together, and those of GRAPH."""

    default: Sequence[Name] = ()
    named: Sequence[Other] = ()


def format_of(file: Path) -> ox.RdfFormat:
    """The format of a file of triples or quads by its name; Turtle where that tells nothing."""
    return ox.RdfFormat.from_extension(file.suffix.removeprefix(".")) or ox.RdfFormat.TURTLE


def merge(store: ox.Store) -> None:
    """Put the triples of all named graphs into the default graph too."""
    if any(store.named_graphs()):
        store.update(_MERGE)


def counted(store: ox.Store) -> tuple[tuple[str, int], ...]:
    """The IRIs of the named graphs, sorted, with how many triples each has."""
    names = [name for name in store.named_graphs() if isinstance(name, ox.NamedNode)]
    return tuple(sorted((name.value, size(store, name)) for name in names))


def size(store: ox.Store, graph: Name) -> int:
    """How many triples a graph has."""
    return sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
