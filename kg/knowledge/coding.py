"""How claims are coded in PLOVER and CAMEO, from `ontology/coding.toml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct, field

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge.classes import ROOT, classes_above
from kg.knowledge.names import IS, EventClass, names
from kg.knowledge.schema import checked
from kg.knowledge.source import Source
from kg.model import AgentKind, ClaimKind, Modality, Phase, Stance

FILE = "coding.toml"
Category: TypeAlias = Annotated[str, Meta(extra={IS: "PLOVER category"})]
Code: TypeAlias = Annotated[str, Meta(extra={IS: "CAMEO code"})]
Hedge = Literal["planned", "possible", "conditional", "negated"]
Context = Literal["military", "economic", "diplomatic"]


class PloverCategory(Struct, frozen=True, forbid_unknown_fields=True):
    """A category of PLOVER: its quad class, from 1 to 4, and the modes that the rules use."""

    quad: Literal[1, 2, 3, 4]
    modes: tuple[str, ...] = ()


class ActorCode(Struct, frozen=True, forbid_unknown_fields=True):
    """What a kind of agent is coded as where it is no state and stands for none; its sector."""

    code: str = ""
    sector: str = ""


class Codes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a rule gives: codes, "" where a system has none, and what they do not tell."""

    plover: Category = ""
    mode: str = ""
    context: tuple[Context, ...] = ()
    cameo: Code = ""
    note: str = ""


class EventRule(Codes, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule for events: `event_class` and those below it; empty and None fit any."""

    event_class: EventClass = field(name="class")
    phase: tuple[Phase, ...] = ()
    modality: tuple[Modality, ...] = ()
    abroad: bool | None = None
    own: bool | None = None


class StatementRule(Codes, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule for what a claimant does by speaking; empty and None fit any."""

    stance: Stance
    kind: tuple[ClaimKind, ...] = ()
    actor: bool | None = None


class Coding(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    special: dict[Hedge, str]
    plover: dict[str, PloverCategory]
    cameo: dict[str, str]
    actors: dict[AgentKind | Literal["Agent"], ActorCode]
    rule: tuple[EventRule, ...]
    statement: tuple[StatementRule, ...]


@cache
def coding() -> Coding:
    """The rules; KnowledgeError where the file names a class, code or mode that there is not."""
    return _read(Source.load(resources.ontology(FILE)))


def _read(source: Source) -> Coding:
    tables = source.tables
    closed = {
        "event class": names({*classes_above(), ROOT}, "statecraft.ttl"),
        "PLOVER category": names({"", *tables.get("plover", ())}, f"[plover] of {FILE}"),
        "CAMEO code": names({"", *tables.get("cameo", ())}, f"[cameo] of {FILE}"),
    }
    found = checked(source, Coding, closed)
    for what, number, rule in _rules(found):
        allowed = found.plover[rule.plover].modes if rule.plover else ()
        if rule.mode and rule.mode not in allowed:
            place = f"{FILE} line {source.line((what, number, 'mode'))}: mode = {rule.mode!r}"
            remedy = f"Allowed: {', '.join(allowed) or 'none'} ([plover] of {FILE})."
            raise KnowledgeError(place, f"{rule.plover or 'no code'} has no such mode", remedy)
        if not (rule.plover and rule.cameo) and not rule.note:
            place = f"{FILE} line {source.line((what, number))}"
            raise KnowledgeError(place, "a code is missing and no note says why", "Add a note.")
    return found


def _rules(found: Coding) -> Iterator[tuple[str, int, Codes]]:
    yield from (("rule", number, rule) for number, rule in enumerate(found.rule))
    yield from (("statement", number, rule) for number, rule in enumerate(found.statement))
