"""Claims that leave a side out, placed by what they do name: rule 5 of `groups`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from kg.link.classes import ClassTree
from kg.link.group import Group, Key
from kg.link.mentions import YEAR_DAYS, Days, Mention, gap

ANY_TIME = ""
"""Where claims look that have no date and no day of publication."""


def place(partial: list[Mention], groups: list[Group], tree: ClassTree) -> list[Mention]:
    """Claims that leave a side out added to the groups they fit; those that fit none returned."""
    index, left = _Index(groups, tree), []
    for m in partial:
        chosen = _in_article(m, index) or _in_corpus(m, index)
        if chosen:
            chosen[0].add(m, chosen[1])
        else:
            left.append(m)
    return left


def _months(days: Days) -> list[str]:
    """The months that a stretch touches, as 2021-03; a year at most."""
    first, last = (12 * day.year + day.month - 1 for day in days)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)][:13]


def _years(days: Days) -> list[str]:
    """Years that touch a stretch or lie next to it."""
    return [f"{year:04}" for year in range(days[0].year - 1, days[1].year + 2)]


class _Index:
    """Groups by what a claim that leaves a side out still names."""

    def __init__(self, groups: list[Group], tree: ClassTree) -> None:
        self.tree = tree
        self.by_article: Mapping[tuple[str, str], list[Group]] = defaultdict(list)
        self.by_side: Mapping[tuple[str, str, Key, str], list[Group]] = defaultdict(list)
        self.told: dict[tuple[int, str], list[int]] = defaultdict(list)
        self.places: dict[int, set[str]] = {}
        for g in groups:
            root = tree.root(g.event_class)
            for article in sorted({m.claim.article for m in g.members}):
                self.by_article[root, article].append(g)
            for m in g.members:
                self.told[id(g), m.claim.article].append(m.order[1])
            self.places[id(g)] = {m.claim.place.casefold() for m in g.members if m.claim.place}
            times = [ANY_TIME, *(_years(g.near) if g.near else [])]
            times += _months(g.days) if g.days else []
            for side, keys in self._sides(g):
                for time in times:
                    self.by_side[root, side, keys, time].append(g)

    def _sides(self, g: Group) -> list[tuple[str, Key]]:
        """The single sides under which a group can be looked up."""
        if g.event_class in self.tree.unordered:
            return [("party", (key,)) for key in g.actors]
        return [("actors", g.actors), ("recipients", g.recipients)]

    def _side(self, m: Mention) -> tuple[str, Key]:
        """The one side that a claim does name."""
        if m.unordered:
            return "party", m.actors
        return ("actors", m.actors) if m.actors else ("recipients", m.recipients)

    def look_up(self, m: Mention, times: Iterable[str]) -> Iterator[Group]:
        """Groups with the side that a claim names, listed under one of `times`."""
        root, (side, keys) = self.tree.root(m.claim.event_class), self._side(m)
        seen: set[int] = set()
        for time in times:
            for g in self.by_side.get((root, side, keys, time), ()):
                if id(g) not in seen:
                    seen.add(id(g))
                    yield g

    def fits(self, m: Mention, g: Group) -> bool:
        """Whether nothing that the claim does name speaks against the group."""
        if m.unordered:
            sides = set(m.actors) <= set(g.actors)
        else:
            sides = m.actors in ((), g.actors) and m.recipients in ((), g.recipients)
        places, place = self.places[id(g)], m.claim.place.casefold()
        return (
            sides
            and self.tree.fits(m.claim.event_class, g.event_class)
            and g.fits(m.days, self.tree.days_apart(g.event_class))
            and not (place and places and place not in places)
        )


def _in_article(m: Mention, index: _Index) -> tuple[Group, str] | None:
    article = m.claim.article
    root = index.tree.root(m.claim.event_class)
    fit = [g for g in index.by_article.get((root, article), ()) if index.fits(m, g)]
    if not fit:
        return None
    told = {id(g): index.told[id(g), article] for g in fit}
    best = min(
        fit, key=lambda g: (-len(told[id(g)]), min(abs(at - m.order[1]) for at in told[id(g)]))
    )
    most = "the only" if len(fit) == 1 else "the most told"
    return best, f"{_missing(m)}; {most} fitting event of its article"


def _in_corpus(m: Mention, index: _Index) -> tuple[Group, str] | None:
    if not (m.actors or m.recipients):
        return None
    if m.days and not m.coarse:
        same = (
            g
            for g in index.look_up(m, _months(m.days))
            if g.days and gap(g.days, m.days) == 0 and index.fits(m, g)
        )
        if found := _only(same):
            return found, f"{_missing(m)}; the only fitting event of its date"
    times = _years(m.said_of) if m.said_of else [ANY_TIME]
    near = (
        g
        for g in index.look_up(m, times)
        if gap(m.said_of, g.near) <= YEAR_DAYS and index.fits(m, g)
    )
    if found := _only(near):
        return found, f"{_missing(m)}; the only fitting event near its time"
    return None


def _only(groups: Iterator[Group]) -> Group | None:
    # Two are enough to know that it could be either; a search that goes on would be quadratic.
    fit = list(islice(groups, 2))
    return fit[0] if len(fit) == 1 else None


def _missing(m: Mention) -> str:
    if m.unordered:
        return "does not name all parties"
    missing = [w for w, keys in (("actor", m.actors), ("recipient", m.recipients)) if not keys]
    return "names no " + " and no ".join(missing)
