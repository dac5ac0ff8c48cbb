"""GraphML: the network of agents, for networkx, yEd, igraph, Cytoscape and Gephi."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, Final

from networkx.readwrite.graphml import GraphMLWriter

from kg.export.network import network
from kg.store.engine import Store

_TRUTHS: Final = {"True": "true", "False": "false"}


def write(graph: Path, out: BinaryIO) -> None:
    """Write the network as `kg.show.multigraph` has it."""
    writer: Any = GraphMLWriter(encoding="utf-8", prettyprint=True, named_key_ids=True)
    writer.add_graph_element(network(Store.load(graph)))
    xml = writer.xml
    truths = {key.get("id") for key in xml.iter("key") if key.get("attr.type") == "boolean"}
    for data in xml.iter("data"):  # GraphML's own truths: other readers hold "True" for false
        if data.get("key") in truths:
            data.text = _TRUTHS[data.text]
    writer.dump(out)
