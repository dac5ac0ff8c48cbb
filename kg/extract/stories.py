"""Which paragraphs of one text tell the same story: a digest holds several, an article one.

A digest is a list of items on different matters: most neighbours have no party in common, and no
party is told of in most of them. What one item leaves out is never told by an item on others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_FEWEST = 4
"""Items that name somebody from which a text may be a list; three paragraphs are often one story
without a headline."""
_APART, _LEADING = 1 / 3, 2 / 3
"""Share of neighbours apart from which, and share of items with one party up to which, a text
without a headline is a list: 192 of 204 daily digests; the other 12 are mostly about one war."""
_APART_TITLED, _LEADING_TITLED = 0.6, 0.45
"""The same below a headline, which mostly announces one matter: of 400 such texts 15 are divided,
most of them interviews, round-ups and joint statements that go from one matter to the next."""
_LEANING = 1 / 3
"""Share of items that cannot stand alone up to which a text may be a list."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: the keys of the `parties` that it names, and how it stands in the text.

    `leans`: its first words need what is told before ("They", "The city" with nobody named).
    `line`: it is short and ends like no sentence, as headings and items of some lists do.
    """

    parties: frozenset[str]
    leans: bool = False
    line: bool = False


def divide(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """The number of each paragraph's story, from 0 in order; all 0 where there is but one."""
    headings = _headings(paragraphs)
    if not _is_digest(paragraphs, headings):
        return (0,) * len(paragraphs)
    told = _with_headings(paragraphs, headings)
    return tuple(_runs(paragraphs, told, headings))


def _headings(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Which paragraphs are lines with sentences below them."""
    both = enumerate(pairwise(paragraphs))
    return frozenset(n for n, (above, below) in both if above.line and not below.line)


def _is_digest(paragraphs: Sequence[Paragraph], headings: frozenset[int]) -> bool:
    """Whether `paragraphs`, or the sections below headings, are items of a list."""
    items = [p for n, p in enumerate(paragraphs) if n not in headings]
    leaning = sum(p.leans or not p.parties for p in items)
    if leaning > _LEANING * len(items):
        return False
    titled = paragraphs[0].line if paragraphs else False
    starts = [*sorted(headings), len(paragraphs)]
    sections = [
        frozenset[str]().union(*(p.parties for p in paragraphs[start:end]))
        for start, end in pairwise(starts)
    ]
    return any(_are_apart(s, titled=titled) for s in ([p.parties for p in items], sections))


def _are_apart(parties: Sequence[frozenset[str]], *, titled: bool) -> bool:
    """Whether neighbours are seldom about the same, and nobody leads."""
    named = [p for p in parties if p]
    if len(named) < _FEWEST:
        return False
    apart = sum(a.isdisjoint(b) for a, b in pairwise(named)) / (len(named) - 1)
    leading = max(Counter(k for p in named for k in p).values()) / len(named)
    least, most = (_APART_TITLED, _LEADING_TITLED) if titled else (_APART, _LEADING)
    return apart >= least and leading <= most


def _with_headings(
    paragraphs: Sequence[Paragraph], headings: frozenset[int]
) -> list[frozenset[str]]:
    """The parties of each paragraph, with those of the heading of its section.

    A single heading on top is the headline of all items, and tells of one of them.
    """
    held = frozenset[str]()
    found = []
    for n, paragraph in enumerate(paragraphs):
        if n in headings and len(headings) > 1:
            held = paragraph.parties
        found.append(paragraph.parties | held)
    return found


def _runs(
    paragraphs: Sequence[Paragraph], told: Sequence[frozenset[str]], headings: frozenset[int]
) -> Iterator[int]:
    """The number of the run of neighbours with a common party that each paragraph is in."""
    run, above = 0, frozenset[str]()
    for n, (paragraph, parties) in enumerate(zip(paragraphs, told, strict=True)):
        joined = paragraph.leans or not parties.isdisjoint(above)
        if n and (n in headings or not joined):
            run += 1
        above = parties | above if paragraph.leans else parties
        yield run
