"""The picture of the ontology: `python -m tests.ontology.overview` draws it anew."""

from __future__ import annotations

from pathlib import Path

PICTURE = Path(__file__).parents[2] / "ontology" / "overview.svg"
WIDTH, HEIGHT, HALF, LOW = 980, 560, 62, 17
BOXES = {
    "Story": (90, 60), "Article": (330, 60), "Dataset": (560, 60), "Correction": (90, 160),
    "Reviewer": (90, 260), "Claim": (330, 260), "Event": (640, 260), "Agent": (640, 420),
    "Origin": (90, 420), "Attribution": (330, 420), "Quantity": (90, 520), "TimeSpan": (860, 160),
    "Place": (860, 60), "Term": (860, 420), "State": (860, 300),
}  # fmt: skip
"""Class to the middle of its box."""
LINES = (
    ("Article", "inStory", "Story"), ("Claim", "inArticle", "Article"),
    ("Claim", "correctedBy", "Correction"), ("Correction", "reviewer", "Reviewer"),
    ("Claim", "aboutEvent", "Event"), ("Claim", "claimant", "Agent"), ("Event", "actor", "Agent"),
    ("Claim", "origin", "Origin"), ("Claim", "attribution", "Attribution"),
    ("Attribution", "speaker", "Agent"), ("Claim", "quantity", "Quantity"),
    ("Event", "time", "TimeSpan"), ("Claim", "place", "Place"), ("Place", "inState", "State"),
    ("Agent", "term", "Term"),
)  # fmt: skip
"""A class, a property of it, and the class that this leads to."""


def drawn() -> str:
    """The picture as SVG."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
        ' font-family="sans-serif" font-size="13" text-anchor="middle">',
        "<title>The classes of Statecraft and what joins them</title>",
        '<marker id="tip" markerWidth="9" markerHeight="8" refX="8" refY="4" orient="auto">'
        '<path d="M0,0 L9,4 L0,8 z"/></marker>',
        *map(_line, LINES),
        *(_box(name, *place) for name, place in BOXES.items()),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _box(name: str, x: int, y: int) -> str:
    return (
        f'<rect x="{x - HALF}" y="{y - LOW}" width="{2 * HALF}" height="{2 * LOW}" rx="6"'
        f' fill="#eef4fb" stroke="#1f4e79"/><text x="{x}" y="{y + 5}">{name}</text>'
    )


def _line(line: tuple[str, str, str]) -> str:
    one, name, other = line
    (x, y), (u, v) = BOXES[one], BOXES[other]
    share = 1 - min(HALF / max(1, abs(u - x)), LOW / max(1, abs(v - y)))  # up to the other's edge
    tip = f"{x + (u - x) * share:.0f},{y + (v - y) * share:.0f}"
    middle = f'x="{x + (u - x) * 0.55:.0f}" y="{y + (v - y) * 0.55 - 4:.0f}"'
    return (
        f'<path d="M{x},{y} L{tip}" stroke="#555" fill="none" marker-end="url(#tip)"/>'
        f'<text {middle} font-size="11" fill="#333">{name}</text>'
    )


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
