"""Which of the pairs that are worth comparing can be of one event at all, by class and days.

Most cannot, and to ask `Likeness` for the chance of each takes a hundred times as long as to look
at all of them at once. What is left out here has a chance of 0 there; tests hold this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from kg.link.candidates import Numbers, numbered
from kg.link.classes import ROOT
from kg.link.group import Told
from kg.link.likeness import NEWS_DAYS, Likeness
from kg.link.sights import PUBLICATION

Flags: TypeAlias = NDArray[np.bool_]
UNKNOWN = -1
"""In place of a day that is not known; days are counted from 1."""


def possible(told: Sequence[Told], like: Likeness, of: int = 0) -> Iterator[tuple[int, int]]:
    """The pairs of `candidates.pairs` without those that cannot be one."""
    sieve = _Sieve(told, like)
    for one, other in numbered(told, like.tree, of):
        kept = sieve.of(one, other)
        yield from zip(one[kept].tolist(), other[kept].tolist(), strict=True)


class _Sieve:
    """What decides by class and days, as one row of numbers each."""

    def __init__(self, told: Sequence[Told], like: Likeness) -> None:
        sights = [one.sight for one in told]
        classes = sorted({seen.event_class for seen in sights})
        place = {name: at for at, name in enumerate(classes)}
        fits = [[a != ROOT and like.tree.fits(a, b) for b in classes] for a in classes]
        self._fits = np.array(fits, dtype=bool)
        self._class = np.array([place[seen.event_class] for seen in sights], dtype=np.int64)
        self._most = np.array([like.most_days(name) for name in classes], dtype=np.int64)
        self._news = np.array([seen.basis == PUBLICATION for seen in sights], dtype=bool)
        self._lasting = np.array([seen.lasting for seen in sights], dtype=bool)
        days = [seen.published.toordinal() if seen.published else UNKNOWN for seen in sights]
        self._published = np.array(days, dtype=np.int64)
        when = [
            (seen.when[0].toordinal(), seen.when[1].toordinal()) if seen.when else (day, day)
            for seen, day in zip(sights, days, strict=True)
        ]
        self._begins, self._ends = np.array(when, dtype=np.int64).reshape(-1, 2).T

    def of(self, one: Numbers, other: Numbers) -> Flags:
        """For each pair whether it can be one."""
        lasting = self._lasting[one] & self._lasting[other]
        fits = self._fits[self._class[one], self._class[other]]
        return cast(Flags, fits & (lasting | ~self._are_far_apart(one, other)))

    def _are_far_apart(self, one: Numbers, other: Numbers) -> Flags:
        """As in `Likeness`, where the first of a pair decides how many days are too many."""
        most = np.maximum(self._most[self._class[one]], self._most[self._class[other]])
        most = np.where(self._news[one] & self._news[other], NEWS_DAYS, most)
        apart = np.maximum(
            self._begins[other] - self._ends[one], self._begins[one] - self._ends[other]
        )
        known = (self._begins[one] != UNKNOWN) & (self._begins[other] != UNKNOWN)
        unlike = self._published[one] != self._published[other]
        return cast(Flags, (known & (apart > most)) | (~known & unlike))
