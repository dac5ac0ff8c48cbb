"""Rows of the queries `network` and `network-agents` -> the network that the page draws.

Agents and events are nodes. A role joins an agent to an event that it acts in or that it meets;
a line joins a claimant to an event and bundles the claims that it makes in one stance and one
modality. A claim in an article's own voice has no line: it counts in the firmness of the event's
roles (`Event.firmness`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import networkx as nx

from kg.model import Modality, Stance
from kg.show.carriers import Agent, Claim, Event, Line, Network, Part

Row = Mapping[str, str]

STANCES: tuple[str, ...] = get_args(Stance)
MODALITIES: tuple[str, ...] = get_args(Modality)
"""From the firmest to the loosest, in the order of the model."""


def network(rows: Iterable[Row], agent_rows: Iterable[Row]) -> Network:
    """The network of these rows, whatever their order; agents that take no part are kept."""
    rows = sorted(rows, key=lambda row: (row["article"], int(row["start"]), row["claim"]))
    claims = tuple(_claim(row) for row in rows)
    events = _events(rows, claims)
    parts = tuple(part for event in events for part in _parts(event))
    lines = _lines(claims)
    used = {part.agent for part in parts} | {line.speaker for line in lines}
    used |= {claim.claimant for claim in claims if claim.claimant}
    return Network(_agents(agent_rows, used), events, claims, parts, lines)


def graph(parts: Iterable[Part], lines: Iterable[Line], events: Iterable[str] = ()) -> nx.Graph:
    """Who is joined to what, undirected and simple, for layout; nodes are agent keys and event ids.

    `events` are nodes even where nobody is joined to them.
    Edges keep the number of parts and lines they stand for as `weight`.
    """
    pairs = Counter((part.agent, part.event) for part in parts)
    pairs.update((line.speaker, line.event) for line in lines)
    joined = nx.Graph()
    joined.add_nodes_from(sorted(events))
    for agent, event in sorted(pairs):
        joined.add_edge(agent, event, weight=pairs[agent, event])
    return joined


def split(value: str) -> tuple[str, ...]:
    """The values of a cell that holds several, in their order, without repeats."""
    return tuple(dict.fromkeys(part for part in value.split("|") if part))


def _claim(row: Row) -> Claim:
    taken = {name: row[name] for name in Claim.__slots__ if name in row}
    return Claim(
        **{  # type: ignore[arg-type]
            **taken,
            "id": row["claim"],
            "event": _about(row),
            "event_class": row["class"],
            "claimant": row["claimant_key"],
            "speaker": row["claimant_of_key"] or row["claimant_key"],
            "negated": row["negated"] == "true",
            "start": int(row["start"]),
            "end": int(row["end"]),
            "story": row["story"] or row["article"],
            "disputes": tuple(sorted(split(row["disputes"]))),
        }
    )


def _about(row: Row) -> str:
    """The event, or for a claim that was joined to none, the claim as an event of its own."""
    return row["event"] or f"claim-{row['claim']}"


def _agents(rows: Iterable[Row], used: set[str]) -> tuple[Agent, ...]:
    """Agents by key; one that claims name but the rows lack is shown under its key."""
    known = {
        row["key"]: Agent(
            row["key"], row["label"], row["kind"], row["iso3"], row["of_key"], row["wikidata"]
        )
        for row in sorted(rows, key=lambda row: (row["key"], row["label"]))
    }
    for key in used - known.keys():
        known[key] = Agent(key, key, "Agent", "", "", "")
    return tuple(known[key] for key in sorted(known))


def _events(rows: Sequence[Row], claims: Sequence[Claim]) -> tuple[Event, ...]:
    grouped: defaultdict[str, list[tuple[Row, Claim]]] = defaultdict(list)
    for row, claim in zip(rows, claims, strict=True):
        grouped[claim.event].append((row, claim))
    return tuple(_event(grouped[key]) for key in sorted(grouped))


def _event(members: Sequence[tuple[Row, Claim]]) -> Event:
    rows, claims = [row for row, _ in members], [claim for _, claim in members]
    stances = Counter(claim.stance for claim in claims)
    return Event(
        id=claims[0].event,
        label=min(row["event_label"] for row in rows),
        event_class=_commonest(claim.event_class for claim in claims),
        actors=_union(row["actor_keys"] for row in rows),
        recipients=_union(row["recipient_keys"] for row in rows),
        claims=tuple(claim.id for claim in claims),
        stances=tuple((stance, stances[stance]) for stance in STANCES if stances[stance]),
        firmness=_firmness(claims),
        stories=len({claim.story for claim in claims}),
        articles=len({claim.article for claim in claims}),
    )


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _union(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for cell in cells for value in split(cell)}))


def _firmness(claims: Iterable[Claim]) -> str:
    said = {c.modality for c in claims if c.stance == "asserts" and not c.negated}
    return min(said, key=MODALITIES.index, default="")


def _parts(event: Event) -> Iterable[Part]:
    yield from (Part(agent, event.id, "actor") for agent in event.actors)
    yield from (Part(agent, event.id, "recipient") for agent in event.recipients)


def _lines(claims: Iterable[Claim]) -> tuple[Line, ...]:
    bundles: defaultdict[tuple[str, str, str, str, bool], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.speaker:
            key = (claim.speaker, claim.event, claim.stance, claim.modality, claim.negated)
            bundles[key].append(claim)
    return tuple(
        Line(*key, tuple(claim.id for claim in bundle), len({claim.story for claim in bundle}))
        for key, bundle in sorted(bundles.items())
    )
