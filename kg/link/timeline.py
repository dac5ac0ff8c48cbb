"""Claims of one class and parties split by time: rules 2 and 3 of `groups`."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date

from kg.link.group import Group, new
from kg.link.mentions import YEAR_DAYS, Days, Mention, gap

RECALLED_DAYS = 3 * YEAR_DAYS
"""News recalls what was done years ago without its date ("since the invasion"). Judged, not
measured: long enough for the war that is going on, too short for the one before it."""
DONE = frozenset({"actual", "alleged"})
_SAME = "same class, actors and recipients"


def split(mentions: list[Mention], apart: int) -> list[Group]:
    """The groups of claims that share class and parties, `apart` days being the most between two.

    The claims come in the order of the corpus; the groups come by date, undated ones last.
    """
    groups = _dated([m for m in mentions if m.days and not m.coarse], apart)
    groups = _loosely(sorted((m for m in mentions if m.coarse), key=_when), groups)
    line = _Timeline(groups)
    undated = [m for m in mentions if not m.days and not line.take(m)]
    return groups + _by_publication(undated)


def _when(m: Mention) -> tuple[Days | None, tuple[str, int, int, str]]:
    return m.days, m.order


def _dated(mentions: list[Mention], apart: int) -> list[Group]:
    groups: list[Group] = []
    for m in sorted(mentions, key=_when):
        last = groups[-1] if groups else None
        if last and last.days and m.days and _reaches(last.days, m.days, apart):
            same = gap(last.days, m.days) == 0
            dates = "the same date" if same else f"dates within {apart} days"
            last.add(m, f"{_SAME}; {dates}")
            last.days = (last.days[0], max(last.days[1], m.days[1]))
        else:
            groups.append(new(m))
    return groups


def _reaches(days: Days, later: Days, apart: int) -> bool:
    return gap(days, later) <= apart and (later[1] - days[0]).days <= YEAR_DAYS


def _loosely(mentions: list[Mention], groups: list[Group]) -> list[Group]:
    """Claims dated by a stretch: to the group in it nearest to publication, else their own."""
    line, own = _Timeline(groups), list[Group]()
    for m in mentions:
        found = line.within(m)
        last = own[-1] if own else None
        if found:
            found.add(m, f"{_SAME}; dated within {m.claim.time.words!r}" if m.claim.time else _SAME)
        elif last and last.days and gap(last.days, m.days) == 0:
            last.add(m, f"{_SAME}; dates that overlap")
        else:
            own.append(new(m))
    return sorted([*groups, *own], key=lambda g: (g.days, g.first))


class _Timeline:
    """Dated groups in order of time; looks up the nearest without going through all."""

    def __init__(self, groups: list[Group]) -> None:
        self._groups = groups
        self._starts = [g.days[0] for g in groups if g.days]
        self._told: dict[str, list[Group]] = defaultdict(list)
        for g in groups:
            for article in sorted({m.claim.article for m in g.members if m.days}):
                self._told[article].append(g)

    def within(self, m: Mention) -> Group | None:
        """The group that the stretch of `m` holds; of several its article's, else the nearest."""
        if not m.days:
            return None
        own = [g for g in self._told[m.claim.article] if gap(g.days, m.days) == 0]
        if len(own) == 1:
            return own[0]
        day = min(max(m.published or m.days[0], m.days[0]), m.days[1])
        found = [g for g in self._beside(day) if gap(g.days, m.days) == 0]
        return min(found, key=lambda g: gap(g.days, (day, day)), default=None)

    def take(self, m: Mention) -> bool:
        """Give an undated claim to its group; False where none is near enough."""
        own = self._told[m.claim.article]
        if len(own) == 1:
            own[0].add(m, f"{_SAME}; no date of its own, and its article dates this one")
            return True
        day = m.published
        near = own or (self._beside(day) if day else self._groups)
        found = min(near, key=lambda g: gap(g.days, (day, day) if day else None), default=None)
        most = RECALLED_DAYS if m.claim.modality in DONE else YEAR_DAYS
        if found is None or gap(found.days, (day, day) if day else None) > most:
            return False
        alone = len(self._groups) == 1
        why = "no other such event" if alone else "this is nearest to its publication"
        found.add(m, f"{_SAME}; no date of its own, and {why}")
        return True

    def _beside(self, day: date) -> list[Group]:
        """The groups that begin last before `day` and first after it."""
        at = bisect_left(self._starts, day)
        return self._groups[max(0, at - 1) : at + 1]


def _by_publication(mentions: list[Mention]) -> list[Group]:
    """Nobody gives a date: one group for each year of reports."""
    groups: list[Group] = []
    for m in sorted(mentions, key=lambda m: (m.published or date.min, m.order)):
        first = groups[-1].members[0] if groups else None
        if first and gap(first.said_of, m.said_of) <= YEAR_DAYS:
            groups[-1].add(m, f"{_SAME}; no dates, reported within a year")
        else:
            groups.append(new(m))
    return groups
