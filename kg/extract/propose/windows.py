"""An article cut into windows: runs of whole sentences, with the ones before them as context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

LIVE = 180
"""Words of a window that are read, at most, unless one sentence alone is longer."""
CONTEXT = 50
"""Words of each of the two sentences before a window that are seen beside it, the last ones."""
LONGEST = 260
"""Words of one sentence that are read; what follows in a longer one is no prose."""
_BEFORE = 2
"""Sentences of context."""


@dataclass(frozen=True, slots=True)
class Window:
    """Numbers of words: `words` are seen, those from position `live` on are read."""

    words: tuple[int, ...]
    live: int


def windows(sentences: Sequence[int]) -> Iterator[Window]:
    """The windows over words whose sentences are numbered by `sentences`, in order.

    What lies in a window depends on the words before it alone, so that an article gives the same
    windows wherever it stands.
    """
    spans = _spans(sentences)
    here = 0
    while here < len(spans):
        first, size = here, 0
        while here < len(spans) and (here == first or size + _length(spans[here]) <= LIVE):
            size += _length(spans[here])
            here += 1
        context = [
            word
            for start, end in spans[max(0, first - _BEFORE) : first]
            for word in range(max(start, end - CONTEXT), end)
        ]
        start = spans[first][0]
        live = range(start, min(spans[here - 1][1], start + LONGEST))
        yield Window((*context, *live), len(context))


def _spans(sentences: Sequence[int]) -> list[tuple[int, int]]:
    starts = [n for n, s in enumerate(sentences) if n == 0 or s != sentences[n - 1]]
    return list(zip(starts, [*starts[1:], len(sentences)], strict=False))


def _length(span: tuple[int, int]) -> int:
    return span[1] - span[0]
