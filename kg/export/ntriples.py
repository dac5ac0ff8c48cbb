"""N-Triples: a triple a line, for tools that cut, sort and compare lines."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.source import triples


def write(graph: Path, out: BinaryIO) -> None:
    """Write the graph, a triple at a time."""
    ox.serialize(triples(graph), out, format=ox.RdfFormat.N_TRIPLES)
