"""Events gathered to lines: one for each series, what the same parties do in one class."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, get_args

from kg.model import Modality, Stance
from kg.show.carriers import Bundle, Claim, Event

STANCES: tuple[str, ...] = get_args(Stance)
MODALITIES: tuple[str, ...] = get_args(Modality)
"""From the firmest to the loosest, in the order of the model."""


class Pair(NamedTuple):
    """Two whom an event joins; "" where it names nobody there."""

    source: str
    target: str
    directed: bool


Sides = tuple[tuple[str, ...], tuple[str, ...]]
"""Who acts and upon whom, by key and in order."""


def bundles(
    events: Sequence[Event], claims: Iterable[Claim], parties: Mapping[str, Sides]
) -> tuple[Bundle, ...]:
    """The lines of these events, sorted; every event stands in one.

    `parties` gives the sides of the series that an event is in, by its id; one that is not there
    stands between its own.
    """
    by_event: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_event[claim.event].append(claim)
    gathered: defaultdict[tuple[str, Sides], list[Event]] = defaultdict(list)
    for event in events:
        actors, recipients = parties.get(event.id, (event.actors, event.recipients))
        upon = tuple(key for key in recipients if key not in actors)
        gathered[event.event_class, (actors, upon)].append(event)
    return tuple(_bundle(*key, gathered[key], by_event) for key in sorted(gathered))


def pairs(event: Event) -> list[Pair]:
    """Who is joined to whom by an event, for graphs whose lines have two ends.

    Each actor to each recipient, or actors to each other. An event of one party gives one pair
    with an open end, one that names nobody two open ends.
    """
    actors, recipients = event.actors, event.recipients
    crossed = [
        Pair(actor, recipient, True)
        for actor in actors
        for recipient in recipients
        if actor != recipient
    ]
    if crossed:
        return crossed
    together = sorted({*actors, *recipients})
    if len(together) > 1:
        return [Pair(one, other, False) for one, other in combinations(together, 2)]
    source = actors[0] if actors else ""
    target = recipients[0] if recipients and not actors else ""
    return [Pair(source, target, True)]


def firmness(claims: Iterable[Claim]) -> str:
    """The firmest modality in which somebody asserts that it happens, "" where nobody does."""
    said = {claim.modality for claim in claims if claim.stance == "asserts" and not claim.negated}
    return min(said, key=MODALITIES.index, default="")


def _in_time(event: Event) -> tuple[bool, str, str]:
    day = event.first or event.last
    return not day, day, event.id


def _bundle(
    event_class: str, sides: Sides, events: Sequence[Event], by_event: Mapping[str, Sequence[Claim]]
) -> Bundle:
    claims = [claim for event in events for claim in by_event[event.id]]
    in_time = sorted(events, key=_in_time)
    stances = Counter(claim.stance for claim in claims)
    return Bundle(
        sources=sides[0],
        targets=sides[1],
        event_class=event_class,
        events=tuple(event.id for event in in_time),
        stances=tuple((stance, stances[stance]) for stance in STANCES if stances[stance]),
        firmness=firmness(claims),
        stories=len({claim.story for claim in claims}),
        contested=any(event.contested for event in events),
    )
