"""Corrections applied to readings: which claim each means, and what becomes of it.

A correction finds its claim by id; else, since another extraction may give another id, by article
and words: the claim that has these words, or the only one that overlaps them, of the class named.
The last row decides where rows of one claim disagree. A rejected claim leaves the graph; the
correction stays in it, with the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.correct.slots import AGENTS, Keys, changed, current
from kg.model import Applied, Claim, Correction, Reading


@dataclass(frozen=True, slots=True)
class Astray:
    """A correction that finds no claim, or not one alone, and why."""

    correction: Correction
    reason: str


@dataclass(slots=True)
class Outcome:
    """What corrections came to: `applied` in any order, `astray` in that of the rows."""

    applied: list[Applied] = field(default_factory=list)
    astray: list[Astray] = field(default_factory=list)


def correct(
    readings: Iterable[Reading], corrections: Sequence[Correction], keys: Keys, outcome: Outcome
) -> Iterator[Reading]:
    """`readings` as the corrections leave them; what came of these is put into `outcome`.

    `keys` resolves what a row names as an agent.
    """
    held = list(readings)
    found: dict[str, list[Correction]] = defaultdict(list)
    finder = _Finder(held)
    for correction in corrections:
        claims = finder.of(correction)
        if len(claims) == 1:
            found[claims[0].id].append(correction)
        else:
            reason = f"it fits {len(claims)} claims" if claims else "no claim is like it"
            outcome.astray.append(Astray(correction, reason))
    for reading in held:
        touched = [claim for claim in reading.claims if claim.id in found]
        yield _corrected(reading, touched, found, keys, outcome) if touched else reading


class _Finder:
    """Looks up the claims that a correction may mean."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._by_id: dict[str, Claim] = {}
        self._by_article: dict[str, list[Claim]] = defaultdict(list)
        for reading in readings:
            for claim in reading.claims:
                self._by_id[claim.id] = claim
                self._by_article[claim.article].append(claim)

    def of(self, correction: Correction) -> list[Claim]:
        """The claims that fit best."""
        named = self._by_id.get(correction.claim)
        if named is not None:
            return [named]
        if not correction.quote:
            return []
        articles = [correction.article] if correction.article else sorted(self._by_article)
        claims = [c for name in articles for c in self._by_article.get(name, ())]
        if correction.event_class:
            claims = [c for c in claims if c.event_class == correction.event_class]
        wanted = _plain(correction.quote)
        exact = [c for c in claims if _plain(c.evidence.quote) == wanted]
        return exact or [c for c in claims if _overlap(_plain(c.evidence.quote), wanted)]


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _corrected(
    reading: Reading,
    touched: list[Claim],
    found: dict[str, list[Correction]],
    keys: Keys,
    outcome: Outcome,
) -> Reading:
    results = {claim.id: _judged(claim, found[claim.id], keys, outcome) for claim in touched}
    gone = {identifier for identifier, claim in results.items() if claim is None}
    kept = [results.get(claim.id, claim) for claim in reading.claims]
    claims = tuple(
        replace(claim, about=None) if claim.about in gone else claim for claim in kept if claim
    )
    return replace(reading, claims=claims)


def _judged(
    claim: Claim, corrections: Sequence[Correction], keys: Keys, outcome: Outcome
) -> Claim | None:
    """The claim as its corrections leave it; None where the last verdict rejects it."""
    now = claim
    for correction in corrections:
        was = ""
        if correction.verdict == "change":
            after = changed(now, correction.slot, correction.value, keys)
            if after is None:
                reason = f"{correction.slot} '{correction.value}' names nobody that is known"
                outcome.astray.append(Astray(correction, reason))
                continue
            was, now = current(now, correction.slot), after
        outcome.applied.append(Applied(correction, claim.id, claim.article, claim.evidence, was))
    return None if corrections[-1].verdict == "reject" else now


def named(corrections: Iterable[Correction]) -> set[str]:
    """What changes name as agents."""
    cells = (c.value for c in corrections if c.slot in AGENTS)
    return {part.strip() for cell in cells for part in cell.split("|") if part.strip()}
