"""Where each node stands: the same places for the same graph, on every machine.

Distances on the page are made to follow distances in the graph by stochastic gradient descent on
the stress (Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018), which
needs no good start and leaves few crossings; boxes are then pushed apart until labels are free,
and components are set side by side. Plain Python floats in a fixed order, so that no vector unit
or thread changes a bit.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping, Sequence
from math import sqrt
from typing import TypeAlias

import networkx as nx

from kg.show.apart import part_boxes
from kg.show.distances import Pair, distances
from kg.show.pack import centred, packed
from kg.show.tangle import tangle

Point = tuple[float, float]
Box = tuple[float, float]
Recall: TypeAlias = Callable[[bytes, Callable[[], list[Point]]], list[Point]]
"""Gives what was made of some bytes before, else makes it."""

GAP, GAP_EDGE = 18.0, 9.0
"""Least space between two boxes, and how much it grows with the square root of a box's edges:
around a hub there must be room for its lines to part."""
ROUNDS = 40
"""Passes over all pairs. Stress per pair at 20, 40, 80 passes: 0.098, 0.095, 0.095 for 35 nodes;
0.122, 0.117, 0.119 for 260; 0.066, 0.066, 0.066 for 1,990."""
STEP_LAST = 0.02
"""Step of the last pass relative to full correction of an edge's length."""
ASPECT = 0.93
"""Width by height that a component is turned and stretched to: the room that legend and panel leave
on a common laptop screen. `STRETCH` bounds it, so that distances keep their meaning."""
STRETCH = 1.35
STARTS, LOOKED = 32, 250_000
"""Of so many starts the least tangled is kept; fewer where looking for crossings among all pairs of
edges would cost more than `LOOKED` looks, about half a second on two cores."""


def afresh(_: bytes, make: Callable[[], list[Point]]) -> list[Point]:
    """Recalls nothing."""
    return make()


def positions(
    graph: nx.Graph, boxes: Mapping[str, Box], recall: Recall = afresh
) -> dict[str, tuple[int, int]]:
    """Centre of each node in whole canvas units, around (0, 0).

    `boxes` gives width and height of each node with its label. No two boxes overlap, unless more
    than `SWEEPS` passes would be needed. `recall` is asked for the places of each component, by all
    that these follow from.
    """
    components = sorted(nx.connected_components(graph), key=lambda c: (-len(c), min(c)))
    placed = [_component(graph.subgraph(nodes), boxes, recall) for nodes in components]
    edges = sorted(tuple(sorted(edge)) for edge in graph.edges)
    return centred(packed(placed, edges, boxes, ASPECT))


def _component(graph: nx.Graph, boxes: Mapping[str, Box], recall: Recall) -> dict[str, Point]:
    nodes = sorted(graph)
    number = {node: place for place, node in enumerate(nodes)}
    ties = sorted(
        (*sorted((number[one], number[other])), stretch)
        for one, other, stretch in graph.edges(data="stretch", default=1.0)
    )
    content = json.dumps([[boxes[node] for node in nodes], ties]).encode()
    spots = recall(content, lambda: _spots(graph, nodes, boxes))
    return {node: (x, y) for node, (x, y) in zip(nodes, spots, strict=True)}


def _spots(graph: nx.Graph, nodes: Sequence[str], boxes: Mapping[str, Box]) -> list[Point]:
    """The places of `nodes`, which are in order: their names count for nothing else."""
    pairs, sizes = (
        distances(graph, nodes, boxes),
        [_roomy(boxes[n], graph.degree(n)) for n in nodes],
    )
    number = {node: place for place, node in enumerate(nodes)}
    edges = sorted((number[one], number[other]) for one, other in graph.edges)
    starts = max(1, min(STARTS, LOOKED // (1 + len(edges) ** 2)))
    tries = (_start(seed, pairs, sizes) for seed in range(starts))
    best = min(tries, key=lambda spots: tangle(spots, sizes, edges)) if starts > 1 else next(tries)
    return [(x, y) for x, y in best]


def _roomy(box: Box, degree: int) -> Box:
    room = GAP + GAP_EDGE * (sqrt(degree) - 1)
    return box[0] + room, box[1] + room


def _start(seed: int, pairs: Sequence[Pair], sizes: Sequence[Box]) -> list[list[float]]:
    chance = random.Random(seed)
    spots = [[chance.uniform(-1, 1), chance.uniform(-1, 1)] for _ in sizes]
    _relax(spots, list(pairs), chance)
    _upright(spots)
    part_boxes(spots, sizes)
    return spots


def _relax(spots: list[list[float]], pairs: list[Pair], chance: random.Random) -> None:
    """Move `spots` so that their distances follow those of `pairs`."""
    if not pairs:
        return
    longest = max(length for _, _, length in pairs)
    shortest = min(length for _, _, length in pairs)
    step, last = longest * longest, STEP_LAST * shortest * shortest
    shrink = (last / step) ** (1 / (ROUNDS - 1))
    for _ in range(ROUNDS):
        _shuffle(pairs, chance.getrandbits)
        for one, other, length in pairs:
            # Pulled here, without a function of its own: this runs some million times a drawing.
            this, that = spots[one], spots[other]
            across, down = this[0] - that[0], this[1] - that[1]
            distance = sqrt(across * across + down * down) or 1e-9
            part = step / (length * length)
            move = (part if part < 1.0 else 1.0) * (length - distance) / (2 * distance)
            across, down = move * across, move * down
            this[0] += across
            this[1] += down
            that[0] -= across
            that[1] -= down
        step *= shrink


def _shuffle(pairs: list[Pair], bits: Callable[[int], int]) -> None:
    """As `random.Random.shuffle`, without a call of its own for each pair: half the time."""
    for place in range(len(pairs) - 1, 0, -1):
        size = (place + 1).bit_length()
        while (other := bits(size)) > place:
            pass
        pairs[place], pairs[other] = pairs[other], pairs[place]


def _upright(spots: list[list[float]]) -> None:
    """Turn the longer extent upright and stretch towards `ASPECT`."""
    middle = [sum(spot[axis] for spot in spots) / len(spots) for axis in (0, 1)]
    away = [(x - middle[0], y - middle[1]) for x, y in spots]
    xx, yy = sum(x * x for x, _ in away), sum(y * y for _, y in away)
    xy = sum(x * y for x, y in away)
    most = (xx + yy + sqrt((xx - yy) ** 2 + 4 * xy * xy)) / 2
    across, down = (xy, most - xx) if xy else (0.0, 1.0) if yy >= xx else (1.0, 0.0)
    norm = sqrt(across * across + down * down) or 1.0
    across, down = across / norm, down / norm
    turned = [(x * down - y * across, x * across + y * down) for x, y in away]
    wide = max(x for x, _ in turned) - min(x for x, _ in turned)
    high = max(y for _, y in turned) - min(y for _, y in turned)
    stretch = sqrt(min(max(ASPECT * high / wide, 1 / STRETCH), STRETCH)) if wide and high else 1.0
    for spot, (x, y) in zip(spots, turned, strict=True):
        spot[:] = x * stretch, y / stretch
