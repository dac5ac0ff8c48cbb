"""What the claims of an event make of it: affirmed, contested, or nothing that anybody affirms.

An event is gathered from claims, and these may all deny it, plan it or say that it was not. Whoever
counts events must be able to leave such ones out without reading the claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from kg.model import Claim, Event, EventStatus


def affirms(claim: Claim) -> bool:
    """Whether `claim` says that the event is so: asserted as actual, and not negated."""
    return claim.stance == "asserts" and claim.modality == "actual" and not claim.negated


def with_status(
    events: Iterable[Event], claims: Iterable[Claim], disputes: Iterable[tuple[str, str]]
) -> tuple[Event, ...]:
    """`events` with their status, in the same order.

    `disputes` pairs ids of denials with ids of the claims that they deny: an event is denied where
    one of its claims is, wherever the denial itself belongs.
    """
    by_id = {claim.id: claim for claim in claims}
    denied = {asserting for _, asserting in disputes}
    return tuple(_told(event, [by_id[c] for c in event.claims], denied) for event in events)


def _told(event: Event, members: list[Claim], denied: Collection[str]) -> Event:
    by_stance: dict[str, list[Claim]] = defaultdict(list)
    for claim in members:
        by_stance[claim.stance].append(claim)
    disputed = any(claim.id in denied for claim in members)
    status = _status(by_stance["asserts"], by_stance["denies"], disputed)
    return replace(event, status=status, affirmed=any(map(affirms, members)))


def _status(asserting: list[Claim], denying: list[Claim], disputed: bool) -> EventStatus:
    positive = [claim for claim in asserting if not claim.negated]
    if positive and (denying or disputed):
        return "contested"
    if any(map(affirms, positive)):
        return "asserted"
    if positive:
        alleged = any(claim.modality == "alleged" for claim in positive)
        return "allegedOnly" if alleged else "consideredOnly"
    if asserting:
        return "negatedOnly"
    return "deniedOnly" if denying else "unconfirmedOnly"
