"""GraphML: the network of agents, for networkx, yEd, igraph, Cytoscape and Gephi.

Written element by element, so that no tree of it is held in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

from kg.export.network import kinds, parts, text
from kg.export.stream import Stream, holding
from kg.show.multigraph import Told, lines, nodes
from kg.store.engine import Store

_SPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_ROOT: Final = {
    "xmlns": _SPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_SPACE} {_SPACE}/1.0/graphml.xsd",
}


def write(graph: Path, out: BinaryIO) -> None:
    """Write the network as `kg.show.multigraph` has it."""
    found = parts(Store.load(graph))
    stream = Stream(out)
    with stream.within("graphml", _ROOT):
        _keys(stream, "node", (told for _, told in nodes(found)))
        _keys(stream, "edge", (told for *_, told in lines(found)))
        with stream.within("graph", {"edgedefault": "directed"}):
            for name, told in nodes(found):
                stream.put(holding("node", {"id": name}, *_data(told)))
            for source, target, key, told in lines(found):
                ends = {"source": source, "target": target, "id": key}
                stream.put(holding("edge", ends, *_data(told)))


def _keys(stream: Stream, scope: str, told: Iterator[Told]) -> None:
    for name, kind in kinds(told).items():
        given = {"id": name, "for": scope, "attr.name": name, "attr.type": kind}
        stream.put(Element("key", given))


def _data(told: Told) -> Iterator[Element]:
    for name, value in told.items():
        element = Element("data", {"key": name})
        element.text = text(value)
        yield element
