"""Components of a drawing set side by side, and small ones into the room that large ones leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor, hypot, sqrt

Point = tuple[float, float]
Box = tuple[float, float]
Frame = tuple[float, float, float, float]
Cells = set[tuple[int, int]]
Edges = Iterable[tuple[str, str]]

COMPONENT_GAP = 30.0
"""Least space around a component, in canvas units."""
CELLS = 48
"""Cells that the room of all components has on a side; fewer waste room, more take longer."""


def packed(
    components: Sequence[Mapping[str, Point]], edges: Edges, boxes: Mapping[str, Box], aspect: float
) -> dict[str, Point]:
    """Each component where the sheet grows least, the first ones first; centres of nodes.

    `aspect` is width by height of the sheet. No box or line of one component lies on another's.
    """
    if not components:
        return {}
    frames = [_frame(component, boxes) for component in components]
    room = sum((f[2] - f[0] + COMPONENT_GAP) * (f[3] - f[1] + COMPONENT_GAP) for f in frames)
    cell = max(sqrt(room) / CELLS, 1.0)
    owner = {node: number for number, component in enumerate(components) for node in component}
    drawn: list[list[tuple[str, str]]] = [[] for _ in components]
    for one, other in edges:
        drawn[owner[one]].append((one, other))
    taken: Cells = set()
    spots: dict[str, Point] = {}
    for component, lines in zip(components, drawn, strict=True):
        cells = _cells(component, lines, boxes, cell)
        across, down = _corner(cells, taken, aspect)
        taken |= {(x + across, y + down) for x, y in cells}
        for node, (x, y) in component.items():
            spots[node] = (x + across * cell, y + down * cell)
    return spots


def _cells(
    spots: Mapping[str, Point], edges: Edges, boxes: Mapping[str, Box], cell: float
) -> Cells:
    """The cells that boxes, with a gap around them, and lines lie on."""
    cells: Cells = set()
    for node, (x, y) in spots.items():
        wide, high = boxes[node][0] / 2 + COMPONENT_GAP, boxes[node][1] / 2 + COMPONENT_GAP
        cells |= {
            (column, row)
            for column in range(floor((x - wide) / cell), ceil((x + wide) / cell))
            for row in range(floor((y - high) / cell), ceil((y + high) / cell))
        }
    for one, other in edges:
        (x, y), (x2, y2) = spots[one], spots[other]
        steps = ceil(2 * hypot(x2 - x, y2 - y) / cell) or 1
        for step in range(steps + 1):
            part = step / steps
            cells.add((floor((x + part * (x2 - x)) / cell), floor((y + part * (y2 - y)) / cell)))
    return cells


def _corner(cells: Cells, taken: Cells, aspect: float) -> tuple[int, int]:
    """By how many cells to move so that nothing is met and the sheet stays smallest."""
    if not taken:
        return 0, 0
    left, top, right, low = _reach(taken)
    left2, top2, right2, low2 = _reach(cells)
    places = [
        (across, down)
        for across in range(left - right2 - 1, right - left2 + 2)
        for down in range(top - low2 - 1, low - top2 + 2)
    ]

    def cost(place: tuple[int, int]) -> tuple[float, int, tuple[int, int]]:
        across, down = place
        wide = max(right, right2 + across) - min(left, left2 + across)
        high = max(low, low2 + down) - min(top, top2 + down)
        away = abs(left2 + right2 + 2 * across - left - right)
        away += abs(top2 + low2 + 2 * down - top - low)
        return max(wide / aspect, high), away, place

    ordered = sorted(places, key=cost)
    rim = sorted(cells)
    return next(
        (across, down)
        for across, down in ordered
        if not any((x + across, y + down) in taken for x, y in rim)
    )


def _reach(cells: Cells) -> tuple[int, int, int, int]:
    columns, rows = [x for x, _ in cells], [y for _, y in cells]
    return min(columns), min(rows), max(columns), max(rows)


def _frame(spots: Mapping[str, Point], boxes: Mapping[str, Box]) -> Frame:
    """Left, top, right and bottom of the boxes."""
    return (
        min(x - boxes[node][0] / 2 for node, (x, _) in spots.items()),
        min(y - boxes[node][1] / 2 for node, (_, y) in spots.items()),
        max(x + boxes[node][0] / 2 for node, (x, _) in spots.items()),
        max(y + boxes[node][1] / 2 for node, (_, y) in spots.items()),
    )


def centred(spots: Mapping[str, Point]) -> dict[str, tuple[int, int]]:
    """The same places in whole units around (0, 0)."""
    if not spots:
        return {}
    middle_x = (min(x for x, _ in spots.values()) + max(x for x, _ in spots.values())) / 2
    middle_y = (min(y for _, y in spots.values()) + max(y for _, y in spots.values())) / 2
    return {node: (round(x - middle_x), round(y - middle_y)) for node, (x, y) in spots.items()}
