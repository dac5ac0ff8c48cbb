"""RDF/XML, for tools that read nothing newer."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.head import serialize
from kg.export.source import prefixes, triples


def write(graph: Path, out: BinaryIO) -> None:
    """Write the graph, a triple at a time."""
    serialize(triples(graph), out, ox.RdfFormat.RDF_XML, prefixes(graph))
