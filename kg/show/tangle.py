"""How tangled a drawing is: lines that cross, and lines that run beneath boxes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

Spot = Sequence[float]
Edge = tuple[int, int]

COVERED = 2
"""How many crossings one line that runs beneath a box is worth, judged by eye."""


def tangle(spots: Sequence[Spot], boxes: Sequence[tuple[float, float]], edges: list[Edge]) -> int:
    """Crossings of `edges`, which are pairs of places in `spots`, plus lines beneath `boxes`."""
    crossed = sum(
        _cross(spots[a], spots[b], spots[c], spots[d])
        for (a, b), (c, d) in combinations(edges, 2)
        if len({a, b, c, d}) == 4
    )
    beneath = sum(
        _beneath(spots[a], spots[b], spots[place], boxes[place])
        for a, b in edges
        for place in range(len(spots))
        if place not in (a, b)
    )
    return crossed + COVERED * beneath


def _side(a: Spot, b: Spot, c: Spot) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    return _side(a, b, c) != _side(a, b, d) and _side(c, d, a) != _side(c, d, b)


def _beneath(a: Spot, b: Spot, middle: Spot, box: tuple[float, float]) -> bool:
    """Whether the line from a to b crosses a diagonal of the box."""
    wide, high = box[0] / 2, box[1] / 2
    x, y = middle
    if max(a[0], b[0]) < x - wide or min(a[0], b[0]) > x + wide:
        return False
    if max(a[1], b[1]) < y - high or min(a[1], b[1]) > y + high:
        return False
    return _cross(a, b, (x - wide, y - high), (x + wide, y + high)) or _cross(
        a, b, (x - wide, y + high), (x + wide, y - high)
    )
