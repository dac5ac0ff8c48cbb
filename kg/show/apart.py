"""Boxes pushed apart until none lies on another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import floor, sqrt

Box = tuple[float, float]

DENSITY = 0.4
"""Share of a component's frame that boxes may fill before they are pushed apart; a denser one is
spread out first, since pushing a crowd through itself takes hundreds of passes."""
SWEEPS, PATIENCE, GROWTH = 600, 8, 1.06
"""Passes of pushing boxes apart at most. A crowd that is not apart after `PATIENCE` passes grows by
`GROWTH`, so that pushing ends: after 10 passes for 35 nodes, 89 for 260, 213 for 2,000."""


def part_boxes(spots: list[list[float]], boxes: Sequence[Box]) -> None:
    """Push overlapping boxes apart, along the axis on which they overlap less."""
    _spread(spots, boxes)
    for sweep in range(1, SWEEPS + 1):
        moved = False
        for one, other in _near(spots, boxes):
            moved |= _push(spots[one], spots[other], boxes[one], boxes[other])
        if not moved:
            return
        if sweep % PATIENCE == 0:
            _scale(spots, GROWTH)


def _spread(spots: list[list[float]], boxes: Sequence[Box]) -> None:
    """Scale up until boxes fill no more than `DENSITY` of their frame."""
    # The boxes at the rim count into the frame: a chain in one line is no crowd.
    wide = max(x for x, _ in spots) - min(x for x, _ in spots) + max(w for w, _ in boxes)
    high = max(y for _, y in spots) - min(y for _, y in spots) + max(h for _, h in boxes)
    crowd = sum(width * height for width, height in boxes) / DENSITY
    if crowd > wide * high:
        _scale(spots, sqrt(crowd / (wide * high)))


def _scale(spots: list[list[float]], by: float) -> None:
    for spot in spots:
        spot[:] = spot[0] * by, spot[1] * by


def _near(spots: Sequence[Sequence[float]], boxes: Sequence[Box]) -> list[tuple[int, int]]:
    """Pairs whose boxes may meet: those in the same or in touching cells of a grid."""
    wide, high = max(width for width, _ in boxes), max(height for _, height in boxes)
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    homes = [(floor(x / wide), floor(y / high)) for x, y in spots]
    for place, home in enumerate(homes):
        cells[home].append(place)
    return [
        (place, other)
        for place, (column, row) in enumerate(homes)
        for across in (-1, 0, 1)
        for down in (-1, 0, 1)
        for other in cells.get((column + across, row + down), ())
        if other > place
    ]


def _push(one: list[float], other: list[float], box: Box, box2: Box) -> bool:
    wide = (box[0] + box2[0]) / 2 - abs(one[0] - other[0])
    high = (box[1] + box2[1]) / 2 - abs(one[1] - other[1])
    if wide <= 0.5 or high <= 0.5:  # half a unit vanishes in rounding
        return False
    axis, overlap = (0, wide) if wide < high else (1, high)
    sign = 1.0 if one[axis] >= other[axis] else -1.0
    one[axis] += sign * overlap / 2
    other[axis] -= sign * overlap / 2
    return True
