"""TriG: the graph of each article under the article's name, what they share in front."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.export.head import serialize
from kg.export.nquads import quads
from kg.export.source import Graph, prefixes


def write(graph: Path, out: BinaryIO) -> None:
    """Write the graph; it is held once, to bring together what belongs to an article."""
    grouped: defaultdict[Graph, list[ox.Quad]] = defaultdict(list)
    for quad in quads(graph):
        grouped[quad.graph_name].append(quad)
    names = sorted(grouped, key=lambda name: (name != ox.DefaultGraph(), str(name)))
    ordered = (quad for name in names for quad in grouped[name])
    serialize(ordered, out, ox.RdfFormat.TRIG, prefixes(graph))
