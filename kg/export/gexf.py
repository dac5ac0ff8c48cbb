"""GEXF: the network of agents for Gephi, whose timeline reads when each line begins and ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, Final

from networkx.readwrite.gexf import GEXFWriter

from kg.export.network import network
from kg.store.engine import Store

VERSION: Final = "1.2draft"
"""The version that both Gephi and networkx read."""


def write(graph: Path, out: BinaryIO) -> None:
    """Write the network as `kg.show.multigraph` has it, its days as the time of its lines."""
    found = network(Store.load(graph))
    found.graph["mode"] = "dynamic"
    for number, (_, _, line) in enumerate(found.edges(data=True)):
        line["id"] = str(number)
    writer: Any = GEXFWriter(encoding="utf-8", prettyprint=True, version=VERSION)
    writer.add_graph(found)
    del writer.xml.find("meta").attrib["lastmodifieddate"]  # the same graph has the same bytes
    writer.write(out)
