"""The graph with all that follows from it, in the terms of PROV-O, SEM, OWL-Time and others.

Turtle, sorted, so that every other format can be made of it in turn: `kg export jsonld --graph`.
"""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.head import serialize
from kg.export.source import TYPE, prefixes, triples
from kg.rdf.closure import closed


def write(graph: Path, out: BinaryIO) -> None:
    """Write the closure. The graph is held in memory, and so is what follows from it."""
    store = closed(triples(graph))
    found = (quad.triple for quad in store)
    ordered = sorted(found, key=lambda t: (str(t.subject), t.predicate != TYPE, str(t)))
    serialize(ordered, out, ox.RdfFormat.TURTLE, prefixes(graph))
