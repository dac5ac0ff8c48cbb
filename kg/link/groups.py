"""Which claims are about one event. The rule, for a researcher to read:

1. A claim that takes up another ("these claims") is about that one's event.
2. Claims that name both sides are about one event when class, actors and recipients are the same
   and their dates lie within a year of the earliest; a president, a ministry count as their state.
   Dates more than a year apart are dates of different events. A claim without a date (or with a
   stretch longer than a year) goes to the event that its own article dates, else to the one
   nearest to its publication. Where nobody gives a date, claims published within a year of the
   first are about one event.
3. A claim of a wider class (Attack) joins a narrower event (Invasion) of the same parties when
   there is one of each.
4. A claim that leaves a side out goes to the event of its class, of the sides it does name, that
   its own article speaks of most; else to the only such event in the corpus dated or published
   within a year of it; else it is an event of its own with the like of it. One that names a place
   does not go to an event that is told of other places only.
5. A claim of no class below Event is about one event with those of the same words in its article.

Stance, negation, modality, phase, figures and objects never tell events apart: a dispute is about
one event. Every step looks things up by class and parties, so that time grows as n log n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TypeAlias

from kg.link.classes import ROOT, ClassTree
from kg.link.mentions import YEAR_DAYS, Days, Mention, gap

Key: TypeAlias = tuple[str, ...]


@dataclass
class Group:
    """The claims of one event while they are gathered.

    `scope` tells groups of one class and parties apart: the year of the earliest date, or the
    year of publication where nobody gives a date; `reasons` maps claim id to why it is here.
    """

    event_class: str
    actors: Key
    recipients: Key
    scope: str
    days: Days | None
    members: list[Mention]
    reasons: dict[str, str] = field(default_factory=dict)

    def add(self, mention: Mention, reason: str) -> None:
        """Take a claim in."""
        self.members.append(mention)
        self.reasons[mention.claim.id] = reason

    @property
    def near(self) -> Days | None:
        """When it is dated, else when it was reported."""
        if self.days:
            return self.days
        told = sorted(m.published for m in self.members if m.published)
        return (told[0], told[-1]) if told else None

    @property
    def first(self) -> tuple[str, int, int, str]:
        """The place of its earliest claim, to sort by."""
        return min(member.order for member in self.members)


def group(mentions: Iterable[Mention], tree: ClassTree) -> list[Group]:
    """The groups of all claims that take up no other, in a sorted order."""
    ordered = sorted(mentions, key=lambda m: m.order)
    plain = [m for m in ordered if m.claim.event_class == ROOT]
    full = [m for m in ordered if m.full and m.claim.event_class != ROOT]
    partial = [m for m in ordered if not m.full and m.claim.event_class != ROOT]
    groups = _merge_wider(_by_key(full), tree)
    left = _place(partial, groups, tree)
    return groups + _by_key(left) + _by_words(plain)


def _by_key(mentions: list[Mention]) -> list[Group]:
    """Groups by class and parties, each split by time.

    What names nobody, or one of those who met, could be anything: it stays within its article.
    """
    keyed: dict[tuple[str, Key, Key, str], list[Mention]] = defaultdict(list)
    for m in mentions:
        vague = not m.full and (m.unordered or not (m.actors or m.recipients))
        scope = m.claim.article if vague else ""
        keyed[m.claim.event_class, m.actors, m.recipients, scope].append(m)
    return [g for key in sorted(keyed) for g in _split(keyed[key], key[3])]


def _split(mentions: list[Mention], article: str) -> list[Group]:
    dated = sorted((m for m in mentions if m.days), key=lambda m: (m.days, m.order))
    if not dated:
        return _split_by_publication(mentions, article)
    groups: list[Group] = []
    for m in dated:
        if groups and gap(groups[-1].days, m.days) <= YEAR_DAYS:
            groups[-1].add(m, "same class, actors and recipients; dates within a year")
        elif m.days:
            groups.append(_new(m, article or str(m.days[0].year), m.days))
    for m in mentions:
        if not m.days:
            chosen, why = _nearest(m, groups)
            chosen.add(m, f"same class, actors and recipients; no date of its own, {why}")
    return groups


def _new(m: Mention, scope: str, days: Days | None) -> Group:
    return Group(m.claim.event_class, m.actors, m.recipients, scope, days, [m])


def _nearest(m: Mention, groups: list[Group]) -> tuple[Group, str]:
    """The dated group for an undated claim."""
    if len(groups) == 1:
        return groups[0], "and no other such event"
    own = [
        g for g in groups if any(o.days and o.claim.article == m.claim.article for o in g.members)
    ]
    if len(own) == 1:
        return own[0], "and its article dates this one"
    return min(
        groups, key=lambda g: gap(g.days, m.said_of)
    ), "and this is nearest to its publication"


def _split_by_publication(mentions: list[Mention], article: str) -> list[Group]:
    """Nobody gives a date: one group for each year of reports."""
    unknown = date.min
    groups: list[Group] = []
    for m in sorted(mentions, key=lambda m: (m.published or unknown, m.order)):
        first = groups[-1].members[0] if groups else None
        if first and gap(first.said_of, m.said_of) <= YEAR_DAYS:
            groups[-1].add(m, "same class, actors and recipients; no dates, reported within a year")
        else:
            later = f"reported-{m.published.year}" if groups and m.published else ""
            groups.append(_new(m, article or later, None))
    return groups


def _merge_wider(groups: list[Group], tree: ClassTree) -> list[Group]:
    """A lone group of a wider class taken into the lone narrower one of the same parties."""
    by_parties: dict[tuple[Key, Key, str], list[Group]] = defaultdict(list)
    for g in groups:
        by_parties[g.actors, g.recipients, tree.root(g.event_class)].append(g)
    gone: set[int] = set()
    for rivals in by_parties.values():
        for wide in rivals:
            same = [g for g in rivals if g.event_class == wide.event_class]
            narrow = [g for g in rivals if tree.is_kind(g.event_class, wide.event_class)]
            if len(same) == len(narrow) == 1 and gap(wide.days, narrow[0].days) <= YEAR_DAYS:
                named = f"named as {wide.event_class}, which {narrow[0].event_class} is a kind of"
                for m in wide.members:
                    narrow[0].add(m, f"{named}; no other between these parties")
                gone.add(id(wide))
    return [g for g in groups if id(g) not in gone]


ANY_YEAR = 0
"""Where claims look that have no date and no day of publication."""


def _years(days: Days | None) -> set[int]:
    """Years that touch a stretch or lie next to it."""
    return set(range(days[0].year - 1, days[1].year + 2)) if days else set()


class _Index:
    """Groups by what a claim that leaves a side out still names."""

    def __init__(self, groups: list[Group], tree: ClassTree) -> None:
        self.tree = tree
        self.by_article: Mapping[tuple[str, str], list[Group]] = defaultdict(list)
        self.by_side: Mapping[tuple[str, str, Key, int], list[Group]] = defaultdict(list)
        self.told: dict[tuple[int, str], list[int]] = defaultdict(list)
        self.places: dict[int, set[str]] = {}
        for g in groups:
            root = tree.root(g.event_class)
            for article in sorted({m.claim.article for m in g.members}):
                self.by_article[root, article].append(g)
            for m in g.members:
                self.told[id(g), m.claim.article].append(m.order[1])
            self.places[id(g)] = {m.claim.place.casefold() for m in g.members if m.claim.place}
            for side, keys in self.sides(g):
                for year in {ANY_YEAR, *_years(g.near)}:
                    self.by_side[root, side, keys, year].append(g)

    def sides(self, g: Group) -> list[tuple[str, Key]]:
        """The single sides under which a group can be looked up."""
        if g.event_class in self.tree.unordered:
            return [("party", (key,)) for key in g.actors]
        return [("actors", g.actors), ("recipients", g.recipients)]

    def side(self, m: Mention) -> tuple[str, Key]:
        """The one side that a claim does name."""
        if m.unordered:
            return "party", m.actors
        return ("actors", m.actors) if m.actors else ("recipients", m.recipients)

    def near(self, m: Mention) -> Iterator[Group]:
        """Groups with the side that a claim names, dated or reported about its time."""
        root, (side, keys) = self.tree.root(m.claim.event_class), self.side(m)
        seen: set[int] = set()
        for year in sorted(_years(m.said_of) or {ANY_YEAR}):
            for g in self.by_side.get((root, side, keys, year), ()):
                if id(g) not in seen and gap(m.said_of, g.near) <= YEAR_DAYS:
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
            and gap(m.days, g.days) <= YEAR_DAYS
            and not (place and places and place not in places)
        )


def _place(partial: list[Mention], groups: list[Group], tree: ClassTree) -> list[Mention]:
    """Claims that leave a side out added to the groups they fit; those that fit none returned."""
    index, left = _Index(groups, tree), []
    for m in partial:
        chosen = _in_article(m, index) or _in_corpus(m, index)
        if chosen:
            chosen[0].add(m, chosen[1])
        else:
            left.append(m)
    return left


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
    # Two are enough to know that it could be either; a search that goes on would be quadratic.
    fit = list(islice((g for g in index.near(m) if index.fits(m, g)), 2))
    if len(fit) != 1:
        return None
    return fit[0], f"{_missing(m)}; the only fitting event near its time"


def _missing(m: Mention) -> str:
    if m.unordered:
        return "does not name all parties"
    missing = [w for w, keys in (("actor", m.actors), ("recipient", m.recipients)) if not keys]
    return "names no " + " and no ".join(missing)


def _by_words(plain: list[Mention]) -> list[Group]:
    """Claims of no class below Event: one group for the same words in one article."""
    keyed: dict[tuple[str, str], Group] = {}
    for m in plain:
        words = " ".join(m.claim.label.casefold().split())
        key = (m.claim.article, words or m.claim.id)
        if key in keyed:
            keyed[key].add(m, "the same words in one article")
        else:
            keyed[key] = _new(m, "\n".join(key), None)
    return list(keyed.values())
