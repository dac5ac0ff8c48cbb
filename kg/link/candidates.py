"""Which sights are worth comparing: those of one kind that share a party and lie near in time.

Each party, and each party with a place or a thing, has a line of sights in order of time; a sight
is compared with its neighbours in these lines. The number of pairs grows with that of sights.
"""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

import numpy as np

from kg.link.classes import ClassTree
from kg.link.group import Told
from kg.link.surroundings import weight

_T = TypeVar("_T")

NEIGHBOURS = 12
"""Sights after each in a line that it is compared with. In a line of the most told parties so many
cover the reports of two days; places and things have lines of their own, which are shorter."""
RARE = 0.6
"""Weight from which a name or a word makes a line of its own: one in sixty articles or fewer."""


def pairs(told: Sequence[Told], tree: ClassTree, of: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of places in `told`, the smaller first, of two articles each; each pair once.

    Where `of` is given, those of two places before it may be left out.
    """
    kinds: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        kinds[tree.root(one.sight.event_class)].append(number)
    for root in sorted(kinds):
        yield from _of_one_kind(kinds[root], told, tree, of)


def _of_one_kind(
    numbers: Iterable[int], told: Sequence[Told], tree: ClassTree, of: int
) -> Iterator[tuple[int, int]]:
    """The pairs of one kind, which are all that are held at a time, each as one number."""
    lines: dict[tuple[str, ...], list[int]] = defaultdict(list)
    places = {number: place(told[number]) for number in numbers}
    for number in places:
        for key in keys(told[number], tree):
            lines[key].append(number)
    found = (
        (min(pair), max(pair))
        for line in lines.values()
        if line[-1] >= of
        for pair in neighbours(sorted(line, key=places.__getitem__), told.__getitem__)
    )
    codes = array("q", (one * len(told) + other for one, other in found))
    lines.clear()
    for code in np.unique(np.frombuffer(codes, dtype=np.int64)):
        yield divmod(int(code), len(told))


def keys(one: Told, tree: ClassTree) -> Iterator[tuple[str, ...]]:
    """The lines that a sight stands in."""
    seen, root = one.sight, tree.root(one.sight.event_class)
    telling = {w for w in seen.places | seen.things | seen.names if weight(w) >= RARE}
    for party in sorted(seen.actors | seen.recipients):
        yield root, party
        for word in sorted(telling):
            yield root, party, word
    if len(seen.actors) + len(seen.recipients) > 1:
        parties = "", *sorted(seen.actors), "", *sorted(seen.recipients)
        yield root, *parties
        if seen.lasting:
            yield root, "lasting", *parties


def place(one: Told) -> tuple[date, tuple[str, int, int, str]]:
    """Where a sight stands in its lines: by time, then by place in the corpus."""
    return one.by or date.min, one.first


def neighbours(line: Iterable[_T], seen: Callable[[_T], Told]) -> Iterator[tuple[_T, _T]]:
    """Pairs of two articles that stand near in `line`, which is in order of `place`.

    The line is taken as it comes and not held; `seen` gives what a member shows.
    """
    before: deque[tuple[str, _T]] = deque(maxlen=NEIGHBOURS)
    for one in line:
        article = seen(one).article
        for named, other in before:
            if named != article:
                yield other, one
        before.append((article, one))
