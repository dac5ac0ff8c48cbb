"""Which nodes are to stand how far from each other."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from operator import add

import networkx as nx

Box = tuple[float, float]
Pair = tuple[int, int, float]

EDGE_LENGTH = 38.0
"""Free length of an edge between two boxes, in canvas units (screen pixels at zoom 1). Tuned by
eye on graphs of 30 to 300 nodes: shorter and strokes cannot be told, longer and text gets small."""
ALL_PAIRS = 250
"""Up to so many nodes every pair has a distance; beyond, each node has one to `PARTNERS` others,
by way of the nearest of the `PIVOTS` busiest nodes, through which most shortest paths run."""
PIVOTS, PARTNERS = 40, 30


def distances(graph: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box]) -> list[Pair]:
    """Pairs of places in `nodes` with the distance wanted, sorted; the graph is connected.

    An edge may carry `stretch`: how much longer than others it is to be.
    """
    lengths = nx.Graph()
    lengths.add_nodes_from(nodes)
    for one, other in sorted(tuple(sorted(edge)) for edge in graph.edges):
        stretch = graph.edges[one, other].get("stretch", 1.0)
        lengths.add_edge(one, other, length=stretch * _length(boxes[one], boxes[other]))
    wanted = _all(lengths, nodes) if len(nodes) <= ALL_PAIRS else _some(lengths, nodes)
    number = {node: place for place, node in enumerate(nodes)}
    for one, other, length in lengths.edges(data="length"):
        wanted[_pair(number[one], number[other])] = length
    return [(*pair, wanted[pair]) for pair in sorted(wanted)]


def _length(one: Box, other: Box) -> float:
    return EDGE_LENGTH + (sum(one) + sum(other)) / 4


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)


def _from(lengths: nx.Graph, start: str, nodes: Sequence[str]) -> list[float]:
    reached = nx.single_source_dijkstra_path_length(lengths, start, weight="length")
    return [reached[node] for node in nodes]


def _all(lengths: nx.Graph, nodes: Sequence[str]) -> dict[tuple[int, int], float]:
    wanted: dict[tuple[int, int], float] = {}
    for place, node in enumerate(nodes):
        reached = _from(lengths, node, nodes)
        wanted |= {(place, other): reached[other] for other in range(place + 1, len(nodes))}
    return wanted


def _some(lengths: nx.Graph, nodes: Sequence[str]) -> dict[tuple[int, int], float]:
    """As many pairs for each node: with the pivots alone they would be flung out of the crowd."""
    busiest = sorted(nodes, key=lambda node: (-lengths.degree(node), node))[:PIVOTS]
    near = list(zip(*(_from(lengths, pivot, nodes) for pivot in busiest), strict=True))
    chance = random.Random(len(nodes))
    wanted: dict[tuple[int, int], float] = {}
    for place in range(len(nodes)):
        for other in chance.sample(range(len(nodes)), PARTNERS):
            if other != place:
                way = min(map(add, near[place], near[other]))
                wanted[_pair(place, other)] = way
    return wanted
