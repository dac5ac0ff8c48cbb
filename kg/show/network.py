"""Rows of the queries `network` and `network-agents` -> the network that the page draws.

Claims are gathered to the events that they are about, and events to bundles: one line for each
series (`bundles.py`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from kg.show.bundles import STANCES, Sides, bundles, firmness
from kg.show.carriers import Agent, Claim, Event, Network

Row = Mapping[str, str]

SERIES = "series-"
"""Begins the id under which claims stand that are about a series and none of its events."""

KNOWN = {
    *Claim.__slots__,
    *("claim", "event_label", "class", "actor_keys", "recipient_keys"),
    *("claimant_key", "claimant_of_key", "series", "event_start", "event_end", "event_status"),
}
"""Columns that this page knows; another is kept as `Claim.more`."""


def network(rows: Iterable[Row], agent_rows: Iterable[Row]) -> Network:
    """The network of these rows, whatever their order; agents that take no part are kept."""
    rows = sorted(rows, key=lambda row: (row["article"], int(row["start"]), row["claim"]))
    claims = tuple(_claim(row) for row in rows)
    events = _events(rows, claims)
    used = {agent for event in events for agent in (*event.actors, *event.recipients)}
    used |= {agent for claim in claims for agent in (claim.claimant, claim.speaker) if agent}
    lines = bundles(events, claims, _parties(rows, claims))
    return Network(_agents(agent_rows, used), events, claims, lines)


def split(value: str) -> tuple[str, ...]:
    """The values of a cell that holds several, in their order, without repeats."""
    return tuple(dict.fromkeys(part for part in value.split("|") if part))


def _claim(row: Row) -> Claim:
    taken, more = _columns(tuple(row))
    return Claim(
        **{  # type: ignore[arg-type]
            **{name: row[name] for name in taken},
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
            "actors": _side(row["actor_keys"]),
            "recipients": _side(row["recipient_keys"]),
            "more": tuple((name, row[name]) for name in more if row[name]),
        }
    )


@lru_cache(maxsize=64)
def _columns(names: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of the columns of a row those that a claim has, and those that this page does not know."""
    known = tuple(name for name in Claim.__slots__ if name in names)
    return known, tuple(sorted(set(names) - KNOWN))


def _about(row: Row) -> str:
    """The event, else the series alone, else the claim as an event of its own."""
    if row["event"]:
        return row["event"]
    return f"{SERIES}{row['series']}" if row.get("series") else f"claim-{row['claim']}"


def _agents(rows: Iterable[Row], used: set[str]) -> tuple[Agent, ...]:
    """Agents by key; one that claims name but the rows lack is shown under its key."""
    known = {
        row["key"]: Agent(
            row["key"],
            row["label"],
            row["kind"],
            row["iso3"],
            row["of_key"],
            row["wikidata"],
            split(row.get("aliases", "")),
        )
        for row in sorted(rows, key=lambda row: (row["key"], row["label"]))
    }
    for key in used - known.keys():
        known[key] = Agent(key, key, "Agent", "", "", "")
    return tuple(known[key] for key in sorted(known))


def _parties(rows: Sequence[Row], claims: Sequence[Claim]) -> dict[str, Sides]:
    """The sides of each event's series: those that most of the claims on the series name."""
    named: defaultdict[str, Counter[Sides]] = defaultdict(Counter)
    series: dict[str, str] = {}
    for row, claim in zip(rows, claims, strict=True):
        if row.get("series"):
            series[claim.event] = row["series"]
            named[row["series"]][_side(row["actor_keys"]), _side(row["recipient_keys"])] += 1
    sides = {
        key: min(counts.items(), key=lambda told: (-told[1], told[0]))[0]
        for key, counts in named.items()
    }
    return {event: sides[key] for event, key in series.items()}


@lru_cache(maxsize=1 << 12)
def _side(cell: str) -> tuple[str, ...]:
    return tuple(sorted(split(cell)))


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
        label=_label(claims[0].event, min(row["event_label"] for row in rows)),
        event_class=_commonest(claim.event_class for claim in claims),
        actors=_union(row["actor_keys"] for row in rows),
        recipients=_union(row["recipient_keys"] for row in rows),
        claims=tuple(claim.id for claim in claims),
        stances=tuple((stance, stances[stance]) for stance in STANCES if stances[stance]),
        firmness=firmness(claims),
        stories=len({claim.story for claim in claims}),
        articles=len({claim.article for claim in claims}),
        first=_told(rows, "event_start"),
        last=_told(rows, "event_end"),
        status=_told(rows, "event_status"),
        series=_told(rows, "series"),
    )


def _told(rows: Iterable[Row], column: str) -> str:
    """What the rows of an event say of it, "" where they have no such column."""
    return min(row.get(column, "") for row in rows)


def _label(event: str, told: str) -> str:
    return f"{told}, no one event told" if event.startswith(SERIES) else told


def _commonest(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value))


def _union(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({value for cell in cells for value in split(cell)}))
