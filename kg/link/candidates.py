"""Which sights are worth comparing: those of one kind that share a party and lie near in time.

Each party, and each party with a place or a thing, has a line of sights in order of time; a sight
is compared with its neighbours in these lines. The number of pairs grows with that of sights.
"""

from __future__ import annotations

from array import array
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from kg.link.classes import ClassTree
from kg.link.group import Told
from kg.link.surroundings import weight

_T = TypeVar("_T")
Numbers: TypeAlias = NDArray[np.int64]

NEIGHBOURS = 12
"""Sights after each in a line that it is compared with. In a line of the most told parties so many
cover the reports of two days; places and things have lines of their own, which are shorter."""
RARE = 0.6
"""Weight from which a name or a word makes a line of its own: one in sixty articles or fewer."""


def pairs(told: Sequence[Told], tree: ClassTree, of: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs of places in `told`, the smaller first, of two articles each; each pair once.

    Where `of` is given, those of two places before it are left out.
    """
    for one, other in numbered(told, tree, of):
        yield from zip(one.tolist(), other.tolist(), strict=True)


def numbered(
    told: Sequence[Told], tree: ClassTree, of: int = 0
) -> Iterator[tuple[Numbers, Numbers]]:
    """The same pairs, those of one kind at a time, the first and the second of each."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(told):
        kinds[tree.root(one.sight.event_class)].append(number)
    for root in sorted(kinds):
        codes = _of_one_kind(kinds[root], told, tree, of)
        yield codes // len(told), codes % len(told)


def _of_one_kind(numbers: Sequence[int], told: Sequence[Told], tree: ClassTree, of: int) -> Numbers:
    """The pairs of one kind: `neighbours` of all its lines at once, each pair as one number."""
    ordered = sorted(numbers, key=lambda number: place(told[number]))
    lines: dict[tuple[str, ...], int] = {}
    codes = array("q")
    for rank, number in enumerate(ordered):
        for key in keys(told[number], tree):
            codes.append(lines.setdefault(key, len(lines)) * len(ordered) + rank)
    line, ranks = np.divmod(np.unique(np.frombuffer(codes, dtype=np.int64)), len(ordered))
    articles: dict[str, int] = {}
    homes = np.array([articles.setdefault(told[n].article, len(articles)) for n in ordered])
    at, home = np.array(ordered)[ranks], homes[ranks]
    found = [np.empty(0, dtype=np.int64)]
    for apart in range(1, NEIGHBOURS + 1):
        one, other = at[:-apart], at[apart:]
        met = (line[:-apart] == line[apart:]) & (home[:-apart] != home[apart:])
        met &= np.maximum(one, other) >= of
        found.append((np.minimum(one, other) * len(told) + np.maximum(one, other))[met])
    return np.unique(np.concatenate(found))


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
