"""Time and memory against the number of articles, as SVG: the same figures give the same bytes.

Both axes are logarithmic. Whole articles have a solid line, short ones a dashed line. It follows
the light or dark of whoever looks at it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape

from tests.benchmarks.figures import STAGES

WIDTH, HEIGHT, LEFT, TOP, GAP = 330, 250, 56, 34, 84
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#8c6bb1", "#b15928")
"""Told apart by the colour-blind, and seen on white and on black."""
STYLE = """
text { font: 11px system-ui, sans-serif; fill: #24292f; }
.grid { stroke: #8c959f; stroke-opacity: .35; }
path { fill: none; stroke-width: 1.8; }
.short { stroke-dasharray: 5 3; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } }
"""
Point = tuple[float, float]


def drawn(told: Mapping[str, Any]) -> str:
    """The picture of what `tests.benchmarks.summary` tells."""
    time = _series(told["rows"], lambda row: row["seconds"])
    memory = _series(told["rows"], lambda row: row["peak"] / 1024)
    width, height = 2 * (LEFT + WIDTH) + GAP, TOP + HEIGHT + 62 + 16 * math.ceil(len(STAGES) / 4)
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
            "<title>Time and memory against the number of articles</title>",
            f"<style>{STYLE}</style>",
            *_panel(time, LEFT, "processor seconds"),
            *_panel(memory, LEFT + WIDTH + GAP + LEFT - 40, "most memory, MB"),
            *_legend(TOP + HEIGHT + 52),
            "</svg>\n",
        )
    )


def _series(
    rows: Iterable[Mapping[str, Any]], value: Callable[[Mapping[str, Any]], float]
) -> dict[tuple[str, str], list[Point]]:
    found: dict[tuple[str, str], list[Point]] = {}
    for row in rows:
        if row["what"] in STAGES and value(row) > 0:
            key = (row["what"], row["corpus"]["kind"])
            found.setdefault(key, []).append((row["corpus"]["articles"], value(row)))
    return {key: sorted(points) for key, points in found.items()}


def _panel(
    series: Mapping[tuple[str, str], Sequence[Point]], left: float, title: str
) -> Iterator[str]:
    every = [point for points in series.values() for point in points]
    if not every:
        return
    across = _scale([x for x, _ in every], left, left + WIDTH)
    up = _scale([y for _, y in every], TOP + HEIGHT, TOP)
    yield f'<text x="{left}" y="{TOP - 14}">{escape(title)}</text>'
    for power in _powers([x for x, _ in every]):
        x = across(10**power)
        yield f'<line class="grid" x1="{x:.1f}" y1="{TOP}" x2="{x:.1f}" y2="{TOP + HEIGHT}"/>'
        yield f'<text x="{x:.1f}" y="{TOP + HEIGHT + 16}" text-anchor="middle">{10**power:,}</text>'
    for power in _powers([y for _, y in every]):
        y = up(10**power)
        yield f'<line class="grid" x1="{left}" y1="{y:.1f}" x2="{left + WIDTH}" y2="{y:.1f}"/>'
        said = f"{10**power:,}" if power >= 0 else f"{10**power:g}"
        yield f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{said}</text>'
    middle = left + WIDTH / 2
    yield f'<text x="{middle:.1f}" y="{TOP + HEIGHT + 32}" text-anchor="middle">articles</text>'
    for (what, kind), points in series.items():
        places = [(across(x), up(y)) for x, y in points]
        line = " L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        colour = COLOURS[STAGES.index(what)]
        yield f'<path class="{kind}" stroke="{colour}" d="M{line}"/>'
        yield from (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.6" fill="{colour}"/>'
                    for x, y in places)  # fmt: skip


def _powers(values: Sequence[float]) -> range:
    """The powers of ten from below the least value to above the greatest."""
    return range(math.floor(math.log10(min(values))), math.ceil(math.log10(max(values))) + 1)


def _scale(values: Sequence[float], start: float, end: float) -> Callable[[float], float]:
    powers = _powers(values)
    least, most = powers[0], powers[-1]
    return lambda v: start + (end - start) * (math.log10(v) - least) / max(1, most - least)


def _legend(top: float) -> Iterator[str]:
    for number, what in enumerate(STAGES):
        x, y = LEFT + (number % 4) * 180, top + (number // 4) * 16
        yield f'<path stroke="{COLOURS[number]}" d="M{x} {y - 4} h22"/>'
        yield f'<text x="{x + 28}" y="{y}">{escape(what)}</text>'
    y = top + math.ceil(len(STAGES) / 4) * 16
    yield f'<text x="{LEFT}" y="{y}">solid: whole articles; dashed: short ones</text>'
