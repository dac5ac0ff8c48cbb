"""Reads a Turtle file back for what validates it: into the engine, or into rdflib."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import GraphError

_QUADS: Final = frozenset({".trig", ".nq"})


def load_store(*paths: Path) -> ox.Store:
    """The Turtle files `paths` in one store; GraphError where one is missing or no Turtle."""
    store = ox.Store()
    for path in paths:
        store.extend(ox.Quad(*triple) for triple in load_triples(path))
    return store


def load_graph(path: Path) -> Graph:
    """The Turtle file `path` as an rdflib graph, literals as written; GraphError as above.

    By the engine's parser: it is faster than rdflib's, and its errors name line and column.
    """
    graph = Graph(bind_namespaces="none")
    for subject, predicate, value in load_triples(path):
        graph.add((_node(subject), _node(predicate), _node(value)))
    return graph


def load_triples(path: Path) -> Iterator[ox.Triple]:
    """The triples of the Turtle file `path` in its order; GraphError as above."""
    if path.suffix.lower() in _QUADS:
        rule = "it may hold named graphs, and only Turtle is read here"
        raise GraphError(str(path), rule, "Give the Turtle that `kg build` wrote.")
    try:
        for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
            yield quad.triple
    except (OSError, SyntaxError) as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: Exception) -> GraphError:
    """The error of a file that the engine could not read."""
    return GraphError(str(path), f"it cannot be loaded: {error}", "Build the graph again.")


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    assert isinstance(term, ox.Literal)  # triples within triples are not of this Turtle
    if term.language:
        return Literal(term.value, lang=term.language)
    if term.datatype.value.endswith("#string"):
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
