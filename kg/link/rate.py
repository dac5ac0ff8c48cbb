"""How much is told of the same parties and class around a day: where much is, like is not same."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.link.classes import ClassTree
from kg.link.group import Told

DAYS = 7
MUCH = 20
"""So many events told of one pair within a week before and after are as busy as it gets."""


def with_rates(told: Sequence[Told], tree: ClassTree) -> list[Told]:
    """`told` in its order, each with how busy the days around it are."""
    lines: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for one in told:
        if one.by:
            lines[key(one, tree)].append(one.by.toordinal())
    for line in lines.values():
        line.sort()
    return [_at(one, _busy(one, lines, tree)) for one in told]


def _at(one: Told, busy: float) -> Told:
    if busy == one.sight.busy:
        return one
    return replace(one, sight=replace(one.sight, busy=busy))


def key(one: Told, tree: ClassTree) -> tuple[object, ...]:
    """What is counted together: kind and parties."""
    seen = one.sight
    return tree.root(seen.event_class), seen.actors, seen.recipients


def _busy(one: Told, lines: dict[tuple[object, ...], list[int]], tree: ClassTree) -> float:
    if one.by is None:
        return 0.0
    line, day = lines[key(one, tree)], one.by.toordinal()
    beside = bisect_right(line, day + DAYS) - bisect_left(line, day - DAYS) - 1
    return min(math.log1p(beside) / math.log(MUCH), 1.0)
