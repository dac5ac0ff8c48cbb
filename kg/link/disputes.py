"""Which claims a denial denies.

A claim that denies is paired with every claim of its event that asserts the same proposition: of
the same polarity and end of the event, told as done where the denial is of something done, as a
plan where it is of a plan, and with what it takes up in words ("these claims") in any case. A
partial denial ("disputed the figure") is paired with the claims that give the figure it takes up,
and leaves the rest of the event alone. A retraction is no dispute, nor is a claim by the one who
denies, or by somebody whose word is that of the same state or body: that is its own history.

The graph writes none of these pairs but those of partial denials: the others follow from what it
says of both claims, and `ontology/closure/disputes.rq` and the queries that need them say how. Who
changes this rule changes those; tests hold them together.

In an event that many deny and many assert, where pairs of all with all would grow with the square,
a denial is paired with what its own article says and with the first claim of each voice; who asks
the graph gets all pairs there, too.
"""

from __future__ import annotations

from collections.abc import Iterable

from kg.link.voices import Voices
from kg.model import Claim, Corpus, Event, Relation

DONE = frozenset({"actual", "alleged"})
MOST_PAIRS = 20_000
"""Of denials times assertions of one event: a tenth of a second, and no hindrance to reading."""


def find_disputes(
    claims: Iterable[Claim], events: Iterable[Event], voices: Voices
) -> tuple[tuple[str, str], ...]:
    """Pairs (id of the denying claim, id of an asserting claim), sorted."""
    by_id = {claim.id: claim for claim in claims}
    pairs: set[tuple[str, str]] = set()
    for event in events:
        members = [by_id[identifier] for identifier in event.claims]
        asserting = [claim for claim in members if claim.stance == "asserts"]
        denials = [c for c in members if c.stance == "denies" and c.kind != "retraction"]
        few = len(asserting) * len(denials) <= MOST_PAIRS
        heard = asserting if few else _first_of_each(asserting, voices)
        inside: dict[str, list[Claim]] = {}
        for claim in [] if few else asserting:
            inside.setdefault(claim.article, []).append(claim)
        for denial in denials:
            taken = by_id.get(denial.about or "")
            pairs.update(
                (denial.id, claim.id)
                for claim in (*heard, *inside.get(denial.article, ()))
                if _denies(denial, claim, taken) and not _same_voice(denial, claim, voices)
            )
    return tuple(sorted(pairs))


def _first_of_each(claims: Iterable[Claim], voices: Voices) -> list[Claim]:
    first: dict[tuple[str, bool, bool, object], Claim] = {}
    for claim in claims:
        voice = voices.of(claim) if claim.claimant else ""
        key = (voice, claim.negated, claim.modality in DONE, _figure(claim))
        first.setdefault(key, claim)
    return list(first.values())


def _denies(denial: Claim, claim: Claim, taken: Claim | None) -> bool:
    if denial.about == claim.id:
        return True
    if denial.kind == "partialDenial":
        return taken is not None and _figure(taken) is not None and _figure(taken) == _figure(claim)
    same_kind = (denial.modality in DONE) == (claim.modality in DONE)
    same_end = (denial.phase == "ends") == (claim.phase == "ends")
    return same_kind and same_end and denial.negated == claim.negated


def _figure(claim: Claim) -> tuple[object, object] | None:
    return (claim.quantity.low, claim.quantity.high) if claim.quantity else None


def _same_voice(denial: Claim, claim: Claim, voices: Voices) -> bool:
    if denial.claimant is None or claim.claimant is None:
        return False  # the article's own voice is nobody's history
    return voices.of(denial) == voices.of(claim)


def contested(corpus: Corpus) -> int:
    """How many events somebody asserts and somebody denies: those of the query of this name.

    A denial belongs to its own event and to those of the claims that it disputes.
    """
    claims = {claim.id: claim for claim in corpus.claims}
    about = {claim: event.id for event in corpus.events for claim in event.claims}
    asserted = {
        about[claim.id]
        for claim in corpus.claims
        if claim.stance == "asserts" and not claim.negated and claim.id in about
    }
    denied = {about[c.id] for c in corpus.claims if c.stance == "denies" and c.id in about}
    denied |= {
        about[other]
        for denial, other in corpus.disputes
        if claims[denial].stance == "denies" and other in about
    }
    return len(asserted & denied)


def first_disputes(
    disputes: Iterable[tuple[str, str]],
    claims: Iterable[Claim],
    events: Iterable[Event],
    voices: Voices,
) -> tuple[Relation, ...]:
    """Disputes enough to name each denier and each asserter of an event: the earliest of each.

    So many, and not one for each denier and asserter, which would grow with the square.
    """
    by_id = {claim.id: claim for claim in claims}
    about = {identifier: event.id for event in events for identifier in event.claims}
    named: set[tuple[str, str, str]] = set()
    found: list[Relation] = []
    told = ((by_id[denying], by_id[asserting]) for denying, asserting in disputes)
    for denial, claim in sorted(told, key=lambda two: tuple(map(voices.place, two))):
        denier, asserter = (voices.label(c) or voices.of(c) for c in (denial, claim))
        sides = {(about[denial.id], "no", denier), (about[denial.id], "yes", asserter)}
        if not sides <= named:
            found.append(Relation("stance", denial.id, claim.id))
            named |= sides
    return tuple(found)
