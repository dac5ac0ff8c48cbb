"""The graph as it lies in its file: read once through, or subject by subject."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, TypeAlias

import pyoxigraph as ox
from rdflib import RDF

from kg.errors import GraphError
from kg.rdf.load import format_of, load_triples, unreadable
from kg.rdf.turtle import PREFIXES
from kg.vocabulary import SC

Node: TypeAlias = ox.NamedNode | ox.BlankNode
Graph: TypeAlias = Node | ox.DefaultGraph

TYPE: Final = ox.NamedNode(RDF.type)


def triples(graph: Path) -> Iterator[ox.Triple]:
    """The triples of a file, one at a time and in order; GraphError where it is no RDF."""
    return load_triples(graph)


def prefixes(graph: Path) -> dict[str, str]:
    """The prefixes that a file names before its first triple; those of builds where it names none.

    GraphError as above.
    """
    try:
        parser = ox.parse(path=str(graph), format=format_of(graph))
        next(parser, None)
    except (OSError, SyntaxError) as error:
        raise unreadable(graph, error) from error
    return dict(parser.prefixes) or dict(PREFIXES)


def described(graph: Path) -> Iterator[tuple[Node, list[ox.Triple]]]:
    """Each subject with all that is said of it, as builds write it: in one place of the file.

    GraphError where the file returns to a subject.
    """
    seen: set[Node] = set()
    for subject, said in groupby(triples(graph), key=lambda triple: triple.subject):
        assert isinstance(subject, Node)  # a triple within a triple is no subject
        if subject in seen:
            rule = f"it tells of {subject} in two places"
            raise GraphError(str(graph), rule, "Give the Turtle as a build wrote it.")
        seen.add(subject)
        yield subject, list(said)


def in_graph(triple: ox.Triple, graph: Graph) -> ox.Quad:
    """The triple in that graph."""
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def sc(*names: str) -> frozenset[ox.NamedNode]:
    """Terms of the ontology by local name; one that it lacks does no harm here."""
    return frozenset(ox.NamedNode(f"{SC}{name}") for name in names)
