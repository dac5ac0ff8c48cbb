"""A graph cut into parts that can be sent one by one, and again, without harm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

SIZE: Final = 20_000
"""Triples of a part: 3 MB. Virtuoso takes 15 s for one, and refuses more than 10 MB."""


@dataclass(frozen=True, slots=True)
class Part:
    """Triples in N-Triples, which is Turtle too; `before` counts those of earlier parts."""

    number: int
    before: int
    lines: tuple[str, ...]

    @property
    def through(self) -> int:
        """Triples of the graph up to and with this part."""
        return self.before + len(self.lines)

    def text(self) -> bytes:
        """What is sent."""
        return "".join(f"{line} .\n" for line in self.lines).encode()


def cut(triples: Iterable[ox.Triple], size: int = SIZE) -> list[Part]:
    """The parts, the same each time; blank nodes are never parted from each other."""
    together: list[str] = []
    lines: list[str] = []
    for triple in triples:
        blank = isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode)
        (together if blank else lines).append(str(triple))
    together.sort()
    lines.sort()
    first = max(size, len(together))
    every = [*together, *lines]
    starts = [0, *range(first, len(every), size)]
    ends = [*starts[1:], len(every)]
    return [
        Part(number, start, tuple(every[start:end]))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    ]
