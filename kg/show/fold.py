"""What of a network is drawn: all of it, or where that is too much, the most telling events."""

from __future__ import annotations

from dataclasses import dataclass

from kg.show.carriers import Event, Line, Network, Part

DRAWN_LIMIT = 2_000
"""Nodes drawn at most: vis-network opens 2,000 in under 2 s on two cores, 10,000 in over 5 s."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Nodes and edges that the page draws; the rest is folded: found by search and in the table."""

    agents: tuple[str, ...]
    events: tuple[str, ...]
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    folded_events: int
    folded_agents: int


def fold(network: Network, limit: int = DRAWN_LIMIT) -> Drawn:
    """Contested events first, then those of most stories and claims, while nodes stay in `limit`.

    An agent is drawn when it takes part in a drawn event or makes a claim about one.
    """
    around = _around(network)
    nodes: set[str] = set()
    events: set[str] = set()
    for event in sorted(network.events, key=_telling):
        grown = nodes | around[event.id]
        if len(grown) + len(events) + 1 > limit:
            break
        nodes, events = grown, events | {event.id}
    everybody = set().union(*around.values()) if around else set()
    return Drawn(
        agents=tuple(sorted(nodes)),
        events=tuple(sorted(events)),
        parts=tuple(part for part in network.parts if part.event in events),
        lines=tuple(line for line in network.lines if line.event in events),
        folded_events=len(network.events) - len(events),
        folded_agents=len(everybody - nodes),
    )


def _around(network: Network) -> dict[str, set[str]]:
    around: dict[str, set[str]] = {event.id: set() for event in network.events}
    for part in network.parts:
        around[part.event].add(part.agent)
    for line in network.lines:
        around[line.event].add(line.speaker)
    return around


def _telling(event: Event) -> tuple[bool, int, int, str]:
    return (not event.contested, -event.stories, -len(event.claims), event.id)
