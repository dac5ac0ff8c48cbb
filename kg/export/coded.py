"""Event rows coded in PLOVER and CAMEO, by the rules of `ontology/coding.toml`.

A claim gives a row for each pair of who acts and upon whom, and one more where its claimant does
something by speaking. `plover` and `cameo` are filled where the row may be counted: what is denied,
unconfirmed, negated or merely possible has its codes in `about_plover` and `about_cameo` alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from itertools import combinations
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from kg.export.coding import Coded, event_codes, statement_codes
from kg.knowledge.coding import coding
from kg.store.engine import Store
from kg.store.named import find

Row: TypeAlias = Mapping[str, str]
Agents: TypeAlias = Mapping[str, Row]

NOBODY: Final = ""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor as both systems have it: a code, a sector, its name and its Wikidata item."""

    code: str = ""
    sector: str = ""
    name: str = ""
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row: `row` is `event` or `statement`; `reciprocal` holds of both directions."""

    row: str
    claim: str
    event: str
    status: str
    plover: str
    plover_mode: str
    plover_context: str
    quad: str
    cameo: str
    about_plover: str
    about_cameo: str
    about_cameo_name: str
    source: str
    source_sector: str
    source_name: str
    source_wikidata: str
    target: str
    target_sector: str
    target_name: str
    target_wikidata: str
    reciprocal: str
    date_start: str
    date_end: str
    dated: str
    stance: str
    modality: str
    negated: str
    phase: str
    claimant: str
    note: str
    quote: str
    article: str
    publisher: str
    published: str
    story: str


def write(graph: Path, out: BinaryIO) -> None:
    """Write the rows as CSV; GraphError where the Turtle file is none."""
    store = Store.load(graph)
    claims, agents = (
        store.query(find(name).text).records() for name in ("network", "network-agents")
    )
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\n")
    table.writerow([field.name for field in fields(EventRow)])
    for row in rows(claims, {agent["key"]: agent for agent in agents}):
        table.writerow(asdict(row).values())
    text.detach()


def rows(claims: Sequence[Row], agents: Agents) -> Iterator[EventRow]:
    """The rows of these rows of the queries `network` and `network-agents`, claim by claim."""
    by_id = {claim["claim"]: claim for claim in claims}
    for claim in claims:
        coded = event_codes(claim)
        for source, target, reciprocal in _pairs(claim):
            yield _row("event", claim, coded, source, target, agents, reciprocal=reciprocal)
        said = statement_codes(claim)
        if said:
            for target in _answered(claim, by_id):
                yield _row("statement", claim, said, _speaker(claim), target, agents)


def _pairs(claim: Row) -> list[tuple[str, str, bool]]:
    """Who acts upon whom; those who act together without recipient, each two of them once."""
    actors, recipients = _keys(claim["actor_keys"]), _keys(claim["recipient_keys"])
    others = [key for key in recipients if key not in actors]
    if others:
        return [(actor, other, False) for actor in actors or [NOBODY] for other in others]
    if len(actors) > 1:
        return [(one, other, True) for one, other in combinations(actors, 2)]
    return [(actors[0] if actors else NOBODY, NOBODY, False)]


def _answered(claim: Row, by_id: Mapping[str, Row]) -> list[str]:
    """Whom a statement is aimed at: who is accused, else whose claims it denies."""
    if claim["stance"] == "asserts":
        return _keys(claim["actor_keys"]) or [NOBODY]
    told = [by_id[key] for key in _keys(claim["disputes"]) if key in by_id]
    speakers = {_speaker(other) for other in told} - {NOBODY, _speaker(claim)}
    return sorted(speakers) or [NOBODY]


def _speaker(claim: Row) -> str:
    return claim["claimant_of_key"] or claim["claimant_key"]


def _keys(cell: str) -> list[str]:
    return [key for key in cell.split("|") if key]


def _row(  # noqa: PLR0913, PLR0917 - a row is made of these
    kind: str,
    claim: Row,
    coded: Coded,
    source: str,
    target: str,
    agents: Agents,
    *,
    reciprocal: bool = False,
) -> EventRow:
    acting, upon = party(source, agents), party(target, agents)
    start, end, dated = _days(claim) if kind == "event" else _published(claim)
    who = agents.get(claim["claimant_key"], {}).get("label", claim["claimant_key"])
    taken = ("claim", "event", "stance", "modality", "negated", "phase")
    given = ("quote", "article", "publisher", "published", "story")
    return EventRow(
        row=kind,
        **asdict(coded),
        **{f"source{_after(name)}": value for name, value in asdict(acting).items()},
        **{f"target{_after(name)}": value for name, value in asdict(upon).items()},
        reciprocal="true" if reciprocal else "false",
        date_start=start,
        date_end=end,
        dated=dated,
        claimant=who,
        **{name: claim[name] for name in (*taken, *given)},
    )


def _after(name: str) -> str:
    return "" if name == "code" else f"_{name}"


def _days(claim: Row) -> tuple[str, str, str]:
    """First and last day, and whether they are told or those of publication."""
    if claim["time_start"] or claim["time_end"]:
        return claim["time_start"], claim["time_end"], "told"
    return _published(claim)


def _published(claim: Row) -> tuple[str, str, str]:
    day = claim["published"]
    return day, day, "published" if day else ""


def party(key: str, agents: Agents) -> Party:
    """The codes of an agent: those of the state it is or stands for, else those of its kind."""
    agent = agents.get(key)
    if agent is None:
        return Party(name=key)
    kind = {str(name): made for name, made in coding().actors.items()}[agent["kind"]]
    owner = agents.get(agent["of_key"])
    code = agent["iso3"] or (owner["iso3"] if owner else "") or kind.code
    return Party(code, kind.sector, agent["label"], agent["wikidata"])
