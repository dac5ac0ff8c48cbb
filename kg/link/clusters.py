"""Things gathered by pairs that are likely one: the likeliest first, each with all its fellows.

Two gatherings become one where the chance is good over the mean of their pairs, or for all that
each of them shows together, so that one likely pair does not chain what else does not belong
together; a pair of no chance at all keeps two apart. Ties go by place: the result depends on the
things and their order alone. Of large gatherings a few members stand for all, so that time grows
with the number of pairs given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product

LIKELY = 0.5
"""Chance from which a pair is looked at: likelier than not."""
BOND = 0.35
"""Chance from which two gatherings are one. Lower than LIKELY, for denials and passing mentions
tell little by themselves; 0.35 did best of 0.3 to 0.6 on labelled disputes."""
SPEAKERS = 6
"""Members that stand for a gathering; more change the mean little and cost time."""

Chance = Callable[[int, int], float]
Whole = Callable[[Sequence[int], Sequence[int]], float]


def gather(
    size: int,
    pairs: Iterable[tuple[int, int]],
    chance: Chance,
    whole: Whole,
    likely_from: float = LIKELY,
) -> list[list[int]]:
    """The numbers below `size` in gatherings, each in order, sorted by their first.

    `pairs` are those worth looking at, the smaller number first and each once; `chance` gives that
    of a pair, `whole` that of two gatherings by all that each shows; a pair less likely than
    `likely_from` joins nothing.
    """
    above = list(range(size))
    held = [[number] for number in range(size)]
    scored = ((chance(one, other), one, other) for one, other in pairs)
    likely = sorted((-p, one, other) for p, one, other in scored if p >= likely_from)
    # Of all pairs, most of them unlikely, this would be most of what linking holds.
    found = {(one, other): -p for p, one, other in likely}

    def known(one: int, other: int) -> float:
        if (one, other) not in found:
            found[one, other] = chance(one, other)
        return found[one, other]

    for _, one, other in likely:
        first, second = sorted((_top(above, one), _top(above, other)))
        if first != second and _are_bound(held[first], held[second], known, whole):
            above[second] = first
            held[first] = sorted((*held[first], *held[second]))
            held[second] = []
    return [members for members in held if members]


def _top(above: list[int], number: int) -> int:
    while above[number] != number:
        above[number] = above[above[number]]
        number = above[number]
    return number


def _are_bound(one: list[int], other: list[int], chance: Chance, whole: Whole) -> bool:
    pairs = product(one[:SPEAKERS], other[:SPEAKERS])
    found = [chance(min(pair), max(pair)) for pair in pairs]
    if not all(found):
        return False
    return sum(found) / len(found) >= BOND or whole(one, other) >= BOND
