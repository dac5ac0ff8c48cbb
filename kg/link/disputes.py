"""Which claims a denial denies.

A claim that denies is paired with every claim of its event that asserts the same proposition: of
the same polarity, told as done where the denial is of something done, as a plan where it is of a
plan, and with what it takes up in words ("these claims") in any case. A claim by the one who
denies, or by somebody who counts as the same state or body, is that one's own history and no
dispute.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Claim, Event

DONE = frozenset({"actual", "alleged"})


def find_disputes(
    claims: Iterable[Claim], events: Iterable[Event], principals: Mapping[str, str]
) -> tuple[tuple[str, str], ...]:
    """Pairs (id of the denying claim, id of an asserting claim), sorted."""
    by_id = {claim.id: claim for claim in claims}
    pairs: set[tuple[str, str]] = set()
    for event in events:
        members = [by_id[identifier] for identifier in event.claims]
        asserting = [claim for claim in members if claim.stance == "asserts"]
        for denial in members:
            if denial.stance == "denies":
                pairs.update(
                    (denial.id, claim.id)
                    for claim in asserting
                    if _denies(denial, claim) and not _same_voice(denial, claim, principals)
                )
    return tuple(sorted(pairs))


def _denies(denial: Claim, claim: Claim) -> bool:
    if denial.about == claim.id:
        return True
    same_kind = (denial.modality in DONE) == (claim.modality in DONE)
    return same_kind and denial.negated == claim.negated


def _same_voice(denial: Claim, claim: Claim, principals: Mapping[str, str]) -> bool:
    if denial.claimant is None or claim.claimant is None:
        return False  # the article's own voice is nobody's history
    one, other = denial.claimant, claim.claimant
    return principals.get(one, one) == principals.get(other, other)
