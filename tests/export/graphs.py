"""What an export is held against: triples by either engine, whatever the format."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox
import rdflib
from rdflib.compare import to_isomorphic

SC = "https://w3id.org/statecraft/ontology#"


def written(write: Callable[[Path, BinaryIO], None], graph: Path) -> bytes:
    out = io.BytesIO()
    write(graph, out)
    return out.getvalue()


def triples(data: bytes, form: ox.RdfFormat) -> set[ox.Triple]:
    """The triples in all graphs of `data`."""
    return {quad.triple for quad in ox.parse(data, format=form)}


def original(graph: Path) -> set[ox.Triple]:
    return triples(graph.read_bytes(), ox.RdfFormat.TURTLE)


def isomorphic(graph: Path, data: bytes, form: str) -> bool:
    """Whether rdflib reads the same graph from the Turtle and from `data`."""
    one = rdflib.Graph().parse(graph, format="turtle")
    other = rdflib.Dataset(default_union=True)
    other.parse(data=data, format=form)
    whole = rdflib.Graph()
    for triple in other.triples((None, None, None)):
        whole.add(triple)
    return to_isomorphic(one) == to_isomorphic(whole)
