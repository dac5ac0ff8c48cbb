"""What a voice says against its own words, and who accuses the accuser.

A voice that denied an event and then asserts it, or the other way about, has reversed: both stay.
A retraction takes back the claim it takes up, else the last that its voice made of the event. An
accusation counters what the accused has said of the accuser in the days before: no more than
reports of one event of its kind differ by, and no more than a month.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from kg.knowledge.linking import linking_words
from kg.link.classes import ClassTree
from kg.link.voices import OWN, Voices
from kg.model import Claim, Event, Relation

DONE = frozenset({"actual", "alleged"})
COUNTER_DAYS = 31
"""An answer comes within weeks at most; judged, not measured."""


def reversals(
    claims: Mapping[str, Claim], events: Iterable[Event], voices: Voices
) -> Iterator[Relation]:
    """Each turn of a voice from denial to assertion or back, and each retraction."""
    for event in events:
        lines: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted((claims[i] for i in event.claims), key=voices.place):
            voice = voices.of(claim)
            if not voice.startswith(OWN) and claim.stance != "unconfirmed":
                lines[voice].append(claim)
        for line in lines.values():
            yield from _turns(line, voices)


def _turns(line: list[Claim], voices: Voices) -> Iterator[Relation]:
    last: Claim | None = None
    for claim in line:
        if claim.kind == "retraction":
            taken = claim.about or (last.id if last and last.stance == "asserts" else None)
            if taken:
                yield Relation("retracts", claim.id, taken)
            last = claim
            continue
        if claim.kind == "partialDenial" or claim.negated or claim.modality not in DONE:
            continue
        if last is not None and last.stance != claim.stance and _is_later(claim, last, voices):
            yield Relation("reverses", claim.id, last.id)
        last = claim


def _is_later(claim: Claim, last: Claim, voices: Voices) -> bool:
    one, other = voices.day(claim), voices.day(last)
    return (one is not None and other is not None and one > other) or claim.article == last.article


def countered(
    claims: Iterable[Claim], voices: Voices, principals: Mapping[str, str], tree: ClassTree
) -> tuple[tuple[Claim, ...], tuple[Relation, ...]]:
    """The claims, accusations of an accuser marked as such, and what each of them counters."""
    accusable = linking_words().accusable
    latest: dict[tuple[str, str], Claim] = {}
    marked: dict[str, Claim] = {}
    found: list[Relation] = []
    for claim in sorted(claims, key=voices.place):
        marked[claim.id] = claim
        for accuser, other in told_of(claim, voices, principals):
            before = latest.get((other, accuser))
            days = min(tree.days_apart(claim.event_class), COUNTER_DAYS)
            if claim.kind == "accusation" and before and _answers(claim, before, voices, days):
                marked[claim.id] = replace(claim, kind="counterAccusation")
                found.append(Relation("counters", claim.id, before.id))
            if (
                claim.kind == "accusation"
                or tree.root(claim.event_class) in accusable
                or (claim.event_class in accusable)
            ):
                latest[accuser, other] = claim
    return tuple(marked[claim.id] for claim in claims), tuple(found)


def told_of(
    claim: Claim, voices: Voices, principals: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Whose word a claim is, with each other of whom it tells a deed; nothing where it is none.

    What a claim counters is told by the same two.
    """
    if claim.stance == "asserts" and claim.claimant is not None and claim.modality in DONE:
        voice = voices.of(claim)
        for other in sorted({principals.get(key, key) for key in claim.actors} - {voice}):
            yield voice, other


def _answers(claim: Claim, before: Claim, voices: Voices, days: int) -> bool:
    one, other = voices.day(claim), voices.day(before)
    if one is None or other is None:
        return claim.article == before.article
    return timedelta(0) <= one - other <= timedelta(days)
