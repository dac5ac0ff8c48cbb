"""Reads a file of RDF back for what validates it: into the engine, or into rdflib."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from kg.errors import GraphError
from kg.rdf.turtle import in_order

_REMEDY: Final = (
    "Give a graph as Turtle (.ttl), TriG (.trig), N-Triples (.nt), N-Quads (.nq), JSON-LD (.jsonld)"
    " or RDF/XML (.rdf): its ending tells which of them it is."
)


def format_of(path: Path) -> ox.RdfFormat:
    """The format of a file of RDF by its name; Turtle where that tells nothing."""
    return ox.RdfFormat.from_extension(path.suffix.removeprefix(".")) or ox.RdfFormat.TURTLE


def load_store(*paths: Path) -> ox.Store:
    """The files `paths` in one store; GraphError where one is missing or no RDF."""
    store = ox.Store()
    for path in paths:
        store.extend(ox.Quad(*triple) for triple in load_triples(path))
    return store


def load_graph(path: Path) -> Graph:
    """The file `path` as an rdflib graph, literals as written; GraphError as above.

    By the engine's parser: it is faster than rdflib's, and its errors name line and column.
    """
    graph = Graph(bind_namespaces="none")
    for subject, predicate, value in load_triples(path):
        if isinstance(value, ox.Triple):
            rule = "it holds a triple within a triple, which is RDF 1.2"
            raise GraphError(str(path), rule, "Give the Turtle that `kg build` wrote.")
        graph.add((_node(subject), _node(predicate), _node(value)))
    return graph


def load_triples(path: Path) -> Iterator[ox.Triple]:
    """The triples of Turtle in its order, of another format in that of a build's Turtle.

    Those of all named graphs are one graph. GraphError as above.
    """
    form = format_of(path)
    try:
        read = (quad.triple for quad in ox.parse(path=str(path), format=form))
        yield from read if form == ox.RdfFormat.TURTLE else _sorted(path, read)
    except (OSError, SyntaxError) as error:
        raise unreadable(path, error) from error


def _sorted(path: Path, read: Iterator[ox.Triple]) -> list[ox.Triple]:
    """Each triple once, in the order of Turtle; JSON that is no JSON-LD has none."""
    found = sorted(set(read), key=in_order)
    if not found:
        raise GraphError(str(path), "this file holds no triple", _REMEDY)
    return found


def unreadable(path: Path, error: Exception) -> GraphError:
    """The error of a file that the engine could not read."""
    if isinstance(error, SyntaxError):
        rule = f"it cannot be loaded as {format_of(path).name}: {error}"
        return GraphError(str(path), rule, _REMEDY)
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
