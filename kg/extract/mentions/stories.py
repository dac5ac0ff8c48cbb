"""Which paragraphs of one text tell the same story: a digest holds several, an article one.

A digest is a list of items on different matters: none of them names parties of nearly all others,
as the headline or the first paragraph of an article does; or nearly all tell in the present what
happened that day, as no article does, however often they name the parties of one war. What one
item leaves out is never told by an item on others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

_FEWEST = 4
"""Items that name somebody from which a text may be a list; three paragraphs are often one story
without a headline."""
_CENTRAL, _CENTRAL_TITLED = 0.8, 0.5
"""Share of items that name a party of one and the same item, up to which a text is a list; a lower
one below a headline, which mostly announces one matter. Of 204 daily digests 200 are lists, of 459
articles and releases 10: round-ups, interviews, and statements on one matter after the other."""
_NOW = 0.75
"""Share of items in the present from which a text is a list. Of 204 daily digests it finds the four
that parties leave out, of 734 other texts three, which are digests too."""
_LEANING = 1 / 3
"""Share of items that cannot stand alone up to which a text may be a list."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: the keys of the `parties` that it names, and how it stands in the text.

    `leans`: its first words need what is told before ("They", "The city" with nobody named).
    `line`: it is short and ends like no sentence, as headings and items of some lists do.
    `now`: its first sentence is in the present, and its writer does not name himself ("we").
    """

    parties: frozenset[str]
    leans: bool = False
    line: bool = False
    now: bool = False


def divide(paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """The number of each paragraph's story, from 0 in order; all 0 where there is but one."""
    headings = _headings(paragraphs)
    if not _is_digest(paragraphs, headings):
        return (0,) * len(paragraphs)
    runs = tuple(_runs(paragraphs, headings))
    if any(runs):
        return runs
    # One war in every item: neighbours on the same parties tell different deeds.
    return tuple(accumulate((not p.leans for p in paragraphs[1:]), initial=0))


def _headings(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """Which paragraphs are lines with sentences below them."""
    both = enumerate(pairwise(paragraphs))
    return frozenset(n for n, (above, below) in both if above.line and not below.line)


def _is_digest(paragraphs: Sequence[Paragraph], headings: frozenset[int]) -> bool:
    """Whether `paragraphs`, or the sections below headings, are items of a list."""
    items = [p for n, p in enumerate(paragraphs) if n not in headings]
    leaning = sum(p.leans or not p.parties for p in items)
    if not items or leaning > _LEANING * len(items):
        return False
    if _is_told_now(items):
        return True
    starts = [*sorted(headings), len(paragraphs)]
    parties = [p.parties for p in paragraphs]
    sections = [frozenset[str]().union(*parties[one:other]) for one, other in pairwise(starts)]
    most = _CENTRAL_TITLED if paragraphs[0].line else _CENTRAL
    return any(_is_list(named, most) for named in ([p.parties for p in items], sections))


def _is_told_now(items: Sequence[Paragraph]) -> bool:
    """Whether nearly all of `items` tell in the present what was done."""
    named = sum(bool(p.parties) for p in items)
    return named >= _FEWEST and sum(p.now for p in items) >= _NOW * len(items)


def _is_list(parties: Sequence[frozenset[str]], most: float) -> bool:
    """Whether no item has a party in common with more than the share `most` of all."""
    named = [p for p in parties if p]
    met = [sum(not p.isdisjoint(other) for other in named) for p in named]
    return len(named) >= _FEWEST and max(met) <= most * len(named)


def _runs(paragraphs: Sequence[Paragraph], headings: frozenset[int]) -> Iterator[int]:
    """The number of the run of neighbours on the same parties that each paragraph is in."""
    run, above = 0, frozenset[str]()
    for n, paragraph in enumerate(paragraphs):
        joined = paragraph.leans or _are_like(paragraph.parties, above)
        if n and (n in headings or not joined):
            run += 1
        above = paragraph.parties | above if paragraph.leans else paragraph.parties
        yield run


def _are_like(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both tell of the same: two parties in common, or all that one of them names.

    A state at war with two others is told of in two stories, each with one of them.
    """
    common = one & other
    return len(common) > 1 or (bool(common) and common in (one, other))
