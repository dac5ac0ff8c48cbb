"""Components of a drawing set side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Point = tuple[float, float]
Box = tuple[float, float]
Frame = tuple[float, float, float, float]

COMPONENT_GAP = 60.0
ROW_WIDTHS = 24
"""Widths of a row that are tried, from one component to all, the narrow ones more closely."""


def packed(
    components: Sequence[Mapping[str, Point]], boxes: Mapping[str, Box], aspect: float
) -> dict[str, Point]:
    """Components in rows, the largest first, in the width that shows them largest.

    `aspect` is width by height of the sheet; the outcome holds the centre of each node.
    """
    frames = [_frame(component, boxes) for component in components]
    widths = [right - left + COMPONENT_GAP for left, _, right, _ in frames]
    spare = sum(widths) - max(widths, default=0.0)
    steps = (step / ROW_WIDTHS for step in range(ROW_WIDTHS + 1))
    tries = (_rows(frames, max(widths, default=0.0) + spare * step**2) for step in steps)
    corners = min(tries, key=lambda corners: _extent(corners, frames, aspect))
    return {
        node: (x - left + across, y - high + down)
        for component, (left, high, _, _), (across, down) in zip(
            components, frames, corners, strict=True
        )
        for node, (x, y) in component.items()
    }


def _rows(frames: Sequence[Frame], row_width: float) -> list[Point]:
    """The top left corner of each frame when rows are filled up to a width."""
    corners: list[Point] = []
    across = down = depth = 0.0
    for left, high, right, low in frames:
        if across and across + right - left > row_width:
            across, down, depth = 0.0, down + depth + COMPONENT_GAP, 0.0
        corners.append((across, down))
        across += right - left + COMPONENT_GAP
        depth = max(depth, low - high)
    return corners


def _extent(corners: Sequence[Point], frames: Sequence[Frame], aspect: float) -> float:
    """Height of the least sheet of this width by height that holds all frames."""
    placed = list(zip(corners, frames, strict=True))
    wide = max((x + right - left for (x, _), (left, _, right, _) in placed), default=0.0)
    high = max((y + low - top for (_, y), (_, top, _, low) in placed), default=0.0)
    return max(wide / aspect, high)


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
