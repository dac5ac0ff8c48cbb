"""GEXF: the network of agents for Gephi, whose timeline reads when each line begins and ends.

Written element by element, so that no tree of it is held in memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final
from xml.etree.ElementTree import Element

from kg.export.network import kinds, parts, text
from kg.export.stream import Stream, holding
from kg.show.carriers import Network
from kg.show.multigraph import Told, lines, nodes
from kg.store.engine import Store

_SPACE: Final = "http://www.gexf.net/1.2draft"
"""The version that both Gephi and networkx read."""
_ROOT: Final = {
    "xmlns": _SPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_SPACE} {_SPACE}/gexf.xsd",
    "version": "1.2",
}
_GRAPH: Final = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"}
_OWN: Final = ("label", "weight", "start", "end")
"""What the format has attributes of its own for."""
_KEY: Final = "networkx_key"
"""Where networkx looks for the key of a line."""


def write(graph: Path, out: BinaryIO) -> None:
    """Write the network as `kg.show.multigraph` has it, its days as the time of its lines."""
    found = parts(Store.load(graph))
    stream, numbers = Stream(out), count()
    with stream.within("gexf", _ROOT), stream.within("graph", _GRAPH):
        of_nodes = _declared(stream, "node", (told for _, told in nodes(found)), numbers)
        of_lines = _declared(stream, "edge", (told for *_, told in _keyed(found)), numbers)
        with stream.within("nodes", {}):
            for name, told in nodes(found):
                stream.put(_element("node", {"id": name}, told, of_nodes))
        with stream.within("edges", {}):
            for number, (source, target, told) in enumerate(_keyed(found)):
                ends = {"source": source, "target": target, "id": str(number)}
                stream.put(_element("edge", ends, told, of_lines))


def _keyed(found: Network) -> Iterator[tuple[str, str, Told]]:
    return ((source, target, {**told, _KEY: key}) for source, target, key, told in lines(found))


def _declared(
    stream: Stream, scope: str, told: Iterator[Told], numbers: Iterator[int]
) -> dict[str, str]:
    """The numbers by which the values of nodes or lines go, written as what they stand for."""
    titles = {name: kind for name, kind in kinds(told).items() if name not in _OWN}
    ids = {name: str(number) for name, number in zip(titles, numbers, strict=False)}
    with stream.within("attributes", {"mode": "static", "class": scope}):
        for name, number in ids.items():
            given = {"id": number, "title": name, "type": titles[name]}
            stream.put(Element("attribute", given))
    return ids


def _element(tag: str, given: Mapping[str, str], told: Told, ids: Mapping[str, str]) -> Element:
    own: dict[str, str] = {name: text(told[name]) for name in _OWN if name in told}
    values = (
        Element("attvalue", {"for": ids[name], "value": text(value)})
        for name, value in told.items()
        if name not in _OWN
    )
    return holding(tag, {**given, **own}, holding("attvalues", {}, *values))
