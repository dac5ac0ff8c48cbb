"""Where each node stands: the same places for the same graph, on every machine.

Distances on the page are made to follow distances in the graph by stochastic gradient descent on
the stress (Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018), which
needs no good start and leaves few crossings; boxes are then pushed apart until labels are free,
and components are set side by side. Plain Python floats in a fixed order, so that no vector unit
or thread changes a bit.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from math import sqrt

import networkx as nx

Point = tuple[float, float]
Box = tuple[float, float]

EDGE_LENGTH = 78.0
"""Free length of an edge between two boxes, in canvas units (screen pixels at zoom 1). Tuned by
eye on graphs of 30 to 300 nodes: shorter and line styles cannot be told, longer and text gets small."""
GAP = 16.0
"""Least space between two boxes; a line still passes between."""
COMPONENT_GAP = 90.0
ROUNDS = 40
"""Passes over all pairs; stress falls by under 1 % from 40 to 80 on graphs of 300 nodes."""
STEP_LAST = 0.02
"""Step of the last pass relative to full correction of an edge's length."""
ALL_PAIRS = 250
"""Up to so many nodes every pair is corrected; beyond, pairs with `PIVOTS` nodes and edges."""
PIVOTS = 24
SWEEPS = 200
"""Passes of pushing boxes apart at most; 30 nodes need about 10, 2,000 about 100."""


def positions(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, tuple[int, int]]:
    """Centre of each node in whole canvas units, around (0, 0).

    `boxes` gives width and height of each node with its label. No two boxes overlap, unless more
    than `SWEEPS` passes would be needed.
    """
    components = sorted(nx.connected_components(graph), key=lambda c: (-len(c), min(c)))
    placed = [_component(graph.subgraph(nodes), boxes) for nodes in components]
    return _centred(_packed(placed, boxes))


def _component(graph: nx.Graph, boxes: Mapping[str, Box]) -> dict[str, Point]:
    nodes = sorted(graph)
    chance = random.Random(len(nodes))
    spots = [[chance.uniform(-1, 1), chance.uniform(-1, 1)] for _ in nodes]
    _relax(spots, _pairs(graph, nodes, boxes), chance)
    _part_boxes(spots, [boxes[node] for node in nodes])
    return {node: (x, y) for node, (x, y) in zip(nodes, spots, strict=True)}


def _pairs(
    graph: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box]
) -> list[tuple[int, int, float]]:
    """Pairs of node numbers with the distance wanted between them."""
    lengths = nx.Graph()
    lengths.add_nodes_from(nodes)
    for one, other in sorted(tuple(sorted(edge)) for edge in graph.edges):
        lengths.add_edge(one, other, length=_length(boxes[one], boxes[other]))
    number = {node: place for place, node in enumerate(nodes)}
    wanted: dict[tuple[int, int], float] = {}
    for node in nodes if len(nodes) <= ALL_PAIRS else _pivots(graph, nodes):
        reached = nx.single_source_dijkstra_path_length(lengths, node, weight="length")
        for other, length in reached.items():
            if other != node:
                first, last = sorted((number[node], number[other]))
                wanted[first, last] = length
    for one, other, length in lengths.edges(data="length"):
        first, last = sorted((number[one], number[other]))
        wanted[first, last] = length
    return [(*pair, wanted[pair]) for pair in sorted(wanted)]


def _length(one: Box, other: Box) -> float:
    return EDGE_LENGTH + (sum(one) + sum(other)) / 4


def _pivots(graph: nx.Graph, nodes: Sequence[str]) -> list[str]:
    return sorted(nodes, key=lambda node: (-graph.degree(node), node))[:PIVOTS]


def _relax(
    spots: list[list[float]], pairs: list[tuple[int, int, float]], chance: random.Random
) -> None:
    """Move `spots` so that their distances follow those of `pairs`."""
    if not pairs:
        return
    longest = max(length for _, _, length in pairs)
    shortest = min(length for _, _, length in pairs)
    step, last = longest * longest, STEP_LAST * shortest * shortest
    shrink = (last / step) ** (1 / (ROUNDS - 1))
    for _ in range(ROUNDS):
        chance.shuffle(pairs)
        for one, other, length in pairs:
            _pull(spots[one], spots[other], length, min(1.0, step / (length * length)))
        step *= shrink


def _pull(one: list[float], other: list[float], length: float, part: float) -> None:
    across, down = one[0] - other[0], one[1] - other[1]
    distance = sqrt(across * across + down * down) or 1e-9
    move = part * (length - distance) / (2 * distance)
    one[0] += move * across
    one[1] += move * down
    other[0] -= move * across
    other[1] -= move * down


def _part_boxes(spots: list[list[float]], boxes: Sequence[Box]) -> None:
    """Push overlapping boxes apart, along the axis on which they overlap less."""
    for _ in range(SWEEPS):
        moved = False
        for one, other in _near(spots, boxes):
            moved |= _push(spots[one], spots[other], boxes[one], boxes[other])
        if not moved:
            return


def _near(spots: Sequence[Sequence[float]], boxes: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Pairs whose boxes may meet: those close on the horizontal axis."""
    order = sorted(range(len(spots)), key=lambda place: (spots[place][0], place))
    widest = max((width for width, _ in boxes), default=0.0) + GAP
    for place, one in enumerate(order):
        for other in order[place + 1 :]:
            if spots[other][0] - spots[one][0] > widest:
                break
            yield one, other


def _push(one: list[float], other: list[float], box: Box, box2: Box) -> bool:
    wide = (box[0] + box2[0]) / 2 + GAP - abs(one[0] - other[0])
    high = (box[1] + box2[1]) / 2 + GAP - abs(one[1] - other[1])
    if wide <= 0.5 or high <= 0.5:  # half a unit vanishes in rounding
        return False
    axis, overlap = (0, wide) if wide < high else (1, high)
    sign = 1.0 if one[axis] >= other[axis] else -1.0
    one[axis] += sign * overlap / 2
    other[axis] -= sign * overlap / 2
    return True


def _packed(
    components: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box]
) -> dict[str, Point]:
    """Components in rows, the largest first, in about a square."""
    frames = [_frame(component, boxes) for component in components]
    area = sum((right - left) * (low - high) for left, high, right, low in frames)
    row_width = max([sqrt(area) * 1.2, *(right - left for left, _, right, _ in frames)], default=0)
    placed: dict[str, Point] = {}
    across = down = depth = 0.0
    for component, (left, high, right, low) in zip(components, frames, strict=True):
        if across and across + right - left > row_width:
            across, down, depth = 0.0, down + depth + COMPONENT_GAP, 0.0
        for node, (x, y) in component.items():
            placed[node] = (x - left + across, y - high + down)
        across += right - left + COMPONENT_GAP
        depth = max(depth, low - high)
    return placed


def _frame(spots: Mapping[str, Point], boxes: Mapping[str, Box]) -> tuple[float, ...]:
    """Left, top, right and bottom of the boxes."""
    return (
        min(x - boxes[node][0] / 2 for node, (x, _) in spots.items()),
        min(y - boxes[node][1] / 2 for node, (_, y) in spots.items()),
        max(x + boxes[node][0] / 2 for node, (x, _) in spots.items()),
        max(y + boxes[node][1] / 2 for node, (_, y) in spots.items()),
    )


def _centred(spots: Mapping[str, Point]) -> dict[str, tuple[int, int]]:
    if not spots:
        return {}
    middle_x = (min(x for x, _ in spots.values()) + max(x for x, _ in spots.values())) / 2
    middle_y = (min(y for _, y in spots.values()) + max(y for _, y in spots.values())) / 2
    return {node: (round(x - middle_x), round(y - middle_y)) for node, (x, y) in spots.items()}
