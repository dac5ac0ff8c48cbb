"""What the figure of a claim counts: the killed, the sent, money, pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal, cast

from kg.knowledge.linking import TOLLS, linking_words, load
from kg.model import Claim, FigureKind, Quantity

ROUGH = Decimal("0.1")
"""A rough figure stretches by a tenth: "around 3,000" agrees with 2,800 and not with 2,000."""
MONEY = re.compile(r"[A-Z]{3}")
"""ISO 4217 codes are the only units in capitals."""
PEOPLE = "people"


@dataclass(frozen=True, order=True, slots=True)
class Measure:
    """A figure by what it counts; an open bound is the farthest there is."""

    kind: str
    low: Decimal
    high: Decimal

    def agrees(self, other: Measure) -> bool:
        """Whether both may be true."""
        return self.low <= other.high and other.low <= self.high

    def is_close(self, other: Measure) -> bool:
        """Whether both say about the same: their bounds meet, and the known ones are near."""
        one, two = (sorted(map(abs, filter(Decimal.is_finite, (m.low, m.high))))
                    for m in (self, other))  # fmt: skip
        near = bool(one and two) and min(one[0], two[0]) >= max(one[0], two[0]) * (1 - ROUGH)
        return near and self.agrees(other)


def measure(claim: Claim) -> Iterator[Measure]:
    """The figure of `claim` by its kind, where it has one that stands for itself."""
    if claim.quantity and claim.quantity.qualifier not in linking_words().added:
        yield Measure(counted(claim), *bounds(claim.quantity))


def bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The least and the most that a figure says, a rough one stretched."""
    rough = ROUGH if quantity.qualifier in linking_words().rough else Decimal(0)
    most = Decimal("Infinity")
    return (
        -most if quantity.low is None else quantity.low * (1 - rough),
        most if quantity.high is None else quantity.high * (1 + rough),
    )


def kind(claim: Claim) -> FigureKind | Literal[""]:
    """What the figure of `claim` counts; "" where nobody can tell."""
    quantity = claim.quantity
    if quantity is None:
        return ""
    if MONEY.fullmatch(quantity.unit):
        return "money"
    moved = claim.event_class in linking_words().moving
    if quantity.unit and not is_people(quantity.unit):
        return "pieces" if moved else ""
    told = _told(claim.evidence.quote, quantity.words)
    if told or not moved:
        return told
    return "present" if claim.phase == "ongoing" else "sent"


def counted(claim: Claim) -> str:
    """The kind of the figure, and of money and pieces the unit: what can be compared."""
    told, unit = kind(claim), claim.quantity.unit.casefold() if claim.quantity else ""
    if told in ("money", "pieces"):
        return f"{told} {unit}"
    return told or (PEOPLE if is_people(unit) or not unit else unit)


def with_kinds(claims: Iterable[Claim]) -> list[Claim]:
    """`claims`, their figures with what they count."""
    return [
        replace(claim, quantity=replace(claim.quantity, kind=kind(claim)))
        if claim.quantity
        else claim
        for claim in claims
    ]


def is_people(unit: str) -> bool:
    """Whether a unit counts people."""
    return unit.casefold() in linking_words().people


def _told(quote: str, figure: str) -> FigureKind | Literal[""]:
    """The kind whose cue stands nearest to the figure, in the words of the claim."""
    at = quote.find(figure)
    if at < 0:
        return ""
    found = [
        (min(abs(m.start() - at - len(figure)), abs(at - m.end())), name)
        for name, pattern in _cues()
        for m in pattern.finditer(quote)
    ]
    return cast(FigureKind, min(found)[1]) if found else ""


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b", re.IGNORECASE))
        for name in sorted(TOLLS)
        for words in [getattr(load().kinds, name)]
    )
