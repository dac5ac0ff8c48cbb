"""Why two claims are held to be about one event, in words, with the numbers that decided."""

from __future__ import annotations

from collections.abc import Iterator

from kg.link.likeness import Likeness
from kg.link.mentions import gap
from kg.link.sights import PUBLICATION, Sight

MOST_WORDS = 3
"""Words in common that are named."""


def joined_by(one: Sight, other: Sight, chance: float, like: Likeness, *, inside: bool) -> str:
    """ "same parties; 2 days apart; both name jenin; likelihood 0.93"."""
    told = [*_parties(one, other), *_days(one, other), *_shared(one, other)]
    if inside:
        told.append("told in one article")
    return "; ".join([*told, f"likelihood {chance:.2f}"])


def _parties(one: Sight, other: Sight) -> Iterator[str]:
    same = [
        name
        for name, a, b in (
            ("actor", one.actors, other.actors),
            ("recipient", one.recipients, other.recipients),
        )
        if a and a == b
    ]
    if one.event_class != other.event_class:
        yield f"{other.event_class} beside {one.event_class}"
    if one.unordered and same:
        yield "same parties"
    elif same:
        yield f"same {' and '.join(same)}"


def _days(one: Sight, other: Sight) -> Iterator[str]:
    if one.when and other.when:
        days = gap(one.when, other.when)
        by = " by publication" if PUBLICATION in (one.basis, other.basis) else ""
        yield f"days that meet{by}" if days == 0 else f"{_days_told(days)} apart{by}"
    elif one.published and other.published and one.published != other.published:
        yield f"published {_days_told(abs((one.published - other.published).days))} apart"


def _days_told(days: int) -> str:
    return "1 day" if days == 1 else f"{days} days"


def _shared(one: Sight, other: Sight) -> Iterator[str]:
    for what, a, b in (("place", one.places, other.places), ("thing", one.things, other.things)):
        if a & b:
            yield f"one {what} ({', '.join(sorted(a & b)[:MOST_WORDS])})"
    figures = sorted(f.kind for f in one.figures for g in other.figures
                     if f.kind == g.kind and f.agrees(g))  # fmt: skip
    if figures:
        yield f"figures that agree ({figures[0]})"
