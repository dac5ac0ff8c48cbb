"""What the same parties do in one class over time: its events, and what names none of them.

A claim that tells nothing by which one happening is told from the next ("the strikes", "aid since
2022") is about the series alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from kg.link.classes import ROOT
from kg.link.group import Group, Key
from kg.link.mentions import order
from kg.link.naming import named, of_parties
from kg.model import Agent, Claim, Event, Series


def series(
    events: Iterable[tuple[Group, Event]],
    vague: Iterable[tuple[Group, list[Claim]]],
    agents: Mapping[str, Agent],
) -> tuple[Series, ...]:
    """The series of all events and vague claims, sorted by id; plain events have none."""
    held: dict[tuple[str, Key, Key, bool], list[tuple[Group, Event]]] = defaultdict(list)
    loose: dict[tuple[str, Key, Key, bool], list[Claim]] = defaultdict(list)
    for group, event in events:
        if event.event_class != ROOT:
            held[_key(group)].append((group, event))
    for group, claims in vague:
        loose[_key(group)].extend(claims)
    found = []
    for key in sorted({*held, *loose}):
        event_class, actors, recipients, unordered = key
        in_time = sorted(held[key], key=lambda pair: (_begins(pair[0]), pair[1].id))
        found.append(
            Series(
                id=named(event_class, actors, recipients, "", has_sides=not unordered),
                event_class=event_class,
                actors=actors,
                recipients=recipients,
                label=of_parties(event_class, actors, recipients, unordered, agents),
                events=tuple(event.id for _, event in in_time),
                claims=tuple(claim.id for claim in sorted(loose[key], key=order)),
            )
        )
    return tuple(sorted(found, key=lambda one: one.id))


def _key(group: Group) -> tuple[str, Key, Key, bool]:
    return group.event_class, group.actors, group.recipients, group.members[0].unordered


def _begins(group: Group) -> date:
    return group.near[0] if group.near else date.max
