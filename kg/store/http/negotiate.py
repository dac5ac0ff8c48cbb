"""Which of the formats there are a client likes best (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

RESULTS: Final = {
    "application/sparql-results+json": "application/sparql-results+json",
    "application/json": "application/sparql-results+json",
    "application/sparql-results+xml": "application/sparql-results+xml",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
}
"""Media types of rows, by what clients call them; the first is for who takes anything."""
GRAPHS: Final = {
    "text/turtle": "text/turtle",
    "application/x-turtle": "text/turtle",
    "application/n-triples": "application/n-triples",
    "text/plain": "application/n-triples",
    "application/ld+json": "application/ld+json",
    "application/json": "application/ld+json",
    "application/rdf+xml": "application/rdf+xml",
    "application/xml": "application/rdf+xml",
}
"""Media types of graphs, likewise."""
HTML: Final = "text/html"
_NAMED = 3  # of how exactly a range fits
MAX_RANGES = 100  # of an Accept header; browsers send eight


@dataclass(frozen=True, slots=True)
class Range:
    """One range of an Accept header, as `text/*;q=0.5`."""

    kind: str
    subtype: str
    quality: float

    def fits(self, media: str) -> int:
        """How exactly it names the type: 3 by name, 2 by its kind, 1 by `*/*`, 0 not."""
        kind, _, subtype = media.partition("/")
        if self.kind == "*":
            return 1
        if self.kind != kind:
            return 0
        return 2 if self.subtype == "*" else _NAMED * (self.subtype == subtype)


def best(accept: str, offered: Mapping[str, str]) -> str:
    """The offered type that `accept` likes best, the first of equals; "" where it takes none.

    `offered` maps names that may be asked for to the type that is sent.
    """
    ranges = _ranges(accept)
    if not ranges:
        return next(iter(offered.values()))
    liked = [(_quality(name, ranges, name != sent), sent) for name, sent in offered.items()]
    top = max(quality for quality, _ in liked)
    return next(sent for quality, sent in liked if quality == top) if top > 0 else ""


def prefers_html(accept: str) -> bool:
    """Whether it is a browser that asks: HTML is named, and liked as much as any graph."""
    ranges = _ranges(accept)
    named = [r.quality for r in ranges if r.fits(HTML) > 1]
    graphs = [r.quality for r in ranges for name in GRAPHS if r.fits(name) == _NAMED]
    return bool(named) and max(named) >= max(graphs, default=0.0) and max(named) > 0


def _quality(media: str, ranges: list[Range], alias: bool) -> float:
    """How much the type is liked; another name for one counts only where it is named itself."""
    fitting = [
        (r.fits(media), r.quality) for r in ranges if r.fits(media) >= (_NAMED if alias else 1)
    ]
    return max(fitting)[1] if fitting else 0.0


def _ranges(accept: str) -> list[Range]:
    """What can be read of an Accept header; the rest is passed over."""
    found = []
    for part in accept.lower().split(",")[:MAX_RANGES]:
        media, *parameters = (piece.strip() for piece in part.split(";"))
        kind, slash, subtype = media.partition("/")
        if slash and kind and subtype:
            found.append(Range(kind, subtype, _weight(parameters)))
    return found


def _weight(parameters: list[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
