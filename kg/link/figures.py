"""Later figures of one voice, and other figures of others.

Compared are figures of one event that count the same (`measures`), asserted of what was done or of
what is planned, never one with the other. Two figures agree where their bounds meet; a rough one
stretches. A voice's later figure that does not agree with its earlier ones is a revision of the
last of them; two voices disagree where the figure of one, at a time when neither had revised it
yet, does not agree with that of the other. A toll that another voice counts higher on a later day
has grown: that is a revision and no disagreement. What an article repeats from a source that its
story names is that source's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

from kg.knowledge.linking import TOLLS, linking_words
from kg.link.measures import bounds, counted
from kg.link.mentions import order
from kg.link.voices import Voices
from kg.model import Claim, Event, Relation

MOST_FIGURES = 40
"""Beyond so many figures of one event, each is compared with its neighbours in size alone, so that
an event that everybody counts anew does not take time that grows with the square."""
DONE = frozenset({"actual", "alleged"})


@dataclass
class Figure:
    """A figure that one voice gives, from its first day until the voice revises it."""

    voice: str
    low: Decimal
    high: Decimal
    claims: list[Claim]
    since: date | None
    until: date | None = None

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Bounds, an open one taken for the farthest there is."""
        return self.low, self.high

    def agrees(self, other: Figure) -> bool:
        """Whether both may be true."""
        (low, high), (least, most) = self.bounds, other.bounds
        return low <= most and least <= high

    def stood_with(self, other: Figure) -> bool:
        """Whether there was a day on which neither was revised; so where no day is known."""
        starts = [day for day in (self.since, other.since) if day]
        ends = [day for day in (self.until, other.until) if day]
        return not starts or not ends or max(starts) < min(ends)


def figure_relations(
    claims: Mapping[str, Claim], events: Iterable[Event], voices: Voices, repeated: frozenset[str]
) -> Iterator[Relation]:
    """Revisions and disagreements of all events; `repeated` are claims that only repeat others."""
    for event in events:
        members = [claims[i] for i in event.claims if i not in repeated]
        for (what, *_), compared in _comparable(members).items():
            lines = _lines(compared, voices)
            for line in lines.values():
                for earlier, later in pairwise(line):
                    yield from _linked("revises", later, earlier, voices)
            figures = [figure for line in lines.values() for figure in line]
            if what in TOLLS:
                yield from _recounts(figures, voices)
            yield from _disagreements(figures, voices, grows=what in TOLLS)


def _comparable(members: Iterable[Claim]) -> Mapping[tuple[object, ...], list[Claim]]:
    """Claims with a figure, by what is counted and whether it is done, planned or over."""
    found: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in members:
        told = claim.stance == "asserts" and not claim.negated and claim.modality != "conditional"
        if told and claim.quantity and claim.quantity.qualifier not in linking_words().added:
            key = (counted(claim), claim.modality in DONE, claim.phase == "ends")
            found[key].append(claim)
    return found


def _lines(members: list[Claim], voices: Voices) -> Mapping[str, list[Figure]]:
    """The figures of each voice in the order in which it gave them."""
    lines: dict[str, list[Figure]] = defaultdict(list)
    for claim in sorted(members, key=lambda c: (voices.place(c)[0], voices.edition(c), order(c))):
        assert claim.quantity is not None  # see `_comparable`
        voice = voices.of(claim)
        figure = Figure(voice, *bounds(claim.quantity), [claim], voices.day(claim))
        line = lines[voice]
        same = next((known for known in reversed(line) if known.agrees(figure)), None)
        if same is not None:
            same.claims.append(claim)  # told again: an old figure does not come back as a new one
        elif line and line[-1].since == figure.since and not _follows(line[-1], claim, voices):
            lines[f"{voice} otherwise {len(lines)}"].append(
                figure
            )  # two on one day: nobody can say which is later
        else:
            if line:
                line[-1].until = figure.since
            line.append(figure)
    return lines


def _follows(figure: Figure, claim: Claim, voices: Voices) -> bool:
    """Of one day, only what versions of one report tell is in order.

    Two figures in one article count two things, or a part and the whole.
    """
    return all(voices.succeeds(claim, c) for c in figure.claims)


def _recounts(figures: list[Figure], voices: Voices) -> Iterator[Relation]:
    """A toll that somebody else counts higher on a later day: neither contradicts the other."""
    ordered = sorted(figures, key=lambda f: (f.since or date.min, f.bounds, f.voice))
    for earlier, later in pairwise(ordered):
        if earlier.voice != later.voice and not earlier.agrees(later) and _grew(earlier, later):
            yield from _linked("revises", later, earlier, voices)


def _grew(earlier: Figure, later: Figure) -> bool:
    known = earlier.since is not None and later.since is not None
    return known and earlier.since < later.since and earlier.low < later.low  # type: ignore[operator]


def _disagreements(figures: list[Figure], voices: Voices, *, grows: bool) -> Iterator[Relation]:
    ordered = sorted(figures, key=lambda f: (f.bounds, f.voice, f.claims[0].id))
    few = len(ordered) <= MOST_FIGURES
    pairs = combinations(ordered, 2) if few else pairwise(ordered)
    for one, other in pairs:
        if grows and (_grew(one, other) or _grew(other, one)):
            continue
        if one.voice != other.voice and not one.agrees(other) and one.stood_with(other):
            later, earlier = sorted((one, other), key=lambda f: voices.place(f.claims[0]))[::-1]
            yield from _linked("figure", later, earlier, voices)


def _linked(kind: str, later: Figure, earlier: Figure, voices: Voices) -> Iterator[Relation]:
    """A link between the first claims of each speaker on both sides, not between all copies."""
    for claim in _first(later, voices):
        for other in _first(earlier, voices):
            yield Relation(kind, claim.id, other.id)  # type: ignore[arg-type]  # "revises", "figure"


def _first(figure: Figure, voices: Voices) -> list[Claim]:
    by_label: dict[str, Claim] = {}
    for claim in figure.claims:
        by_label.setdefault(voices.label(claim), claim)
    return [by_label[label] for label in sorted(by_label)]
