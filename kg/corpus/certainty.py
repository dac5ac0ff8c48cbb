"""Claims that are less certain than a user wants: they leave the readings, and are told of."""

from __future__ import annotations

from dataclasses import replace

from kg.corpus.amend import Amended
from kg.errors import StatecraftError
from kg.model import Claim, Declined, Reading, with_owners


def refuse_impossible(minimum: float | None) -> None:
    """StatecraftError where `minimum` is no certainty: None and 0 to 1 pass."""
    if minimum is not None and not 0 <= minimum <= 1:
        rule = "a certainty is a number from 0 to 1"
        raise StatecraftError(_told(minimum), rule, "Give one such as --min-certainty 0.7.")


def certain(amended: Amended, minimum: float | None) -> Amended:
    """`amended` without the claims whose certainty is below `minimum`; each becomes a Declined.

    A claim without a certainty stays, and so does one that a reviewer accepted or changed: it has
    been looked at. None as `minimum` lets every claim stay.
    """
    if minimum is None:
        return amended
    seen = {applied.claim for applied in amended.applied}
    return replace(
        amended, readings=tuple(_left(reading, minimum, seen) for reading in amended.readings)
    )


def _left(reading: Reading, minimum: float, seen: set[str]) -> Reading:
    gone = {c.id: c for c in reading.claims if _below(c, minimum) and c.id not in seen}
    if not gone:
        return reading
    claims = tuple(
        replace(claim, about=None) if claim.about in gone else claim
        for claim in reading.claims
        if claim.id not in gone
    )
    keys = {k for c in claims for k in (*c.actors, *c.recipients, *c.via, c.claimant)}
    return replace(
        reading,
        claims=claims,
        declined=(*reading.declined, *(_declined(claim, minimum) for claim in gone.values())),
        agents=with_owners(keys, {agent.key: agent for agent in reading.agents}),
    )


def _below(claim: Claim, minimum: float) -> bool:
    return claim.certainty is not None and claim.certainty < minimum


def _declined(claim: Claim, minimum: float) -> Declined:
    reason = f"certainty {_told(claim.certainty or 0)} is below {_told(minimum)}"
    return Declined(claim.article, claim.evidence, claim.trigger.quote, reason)


def _told(number: float) -> str:
    return str(number).removesuffix(".0")
