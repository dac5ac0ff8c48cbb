"""A claim to its codes in PLOVER and CAMEO."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from kg.knowledge.classes import ROOT, classes_above
from kg.knowledge.coding import Codes, EventRule, StatementRule, coding

Row: TypeAlias = Mapping[str, str]

TOLD: Final = "told"
"""The status of what is asserted as something that happens or happened."""
COUNTED: Final = frozenset({TOLD, "alleged"})
"""Statuses whose codes may be counted as events; a pledge or threat may by a rule of its own."""
_PARTIES: Final = ("actor_keys", "recipient_keys")


@dataclass(frozen=True, slots=True)
class Coded:
    """The codes of a row. `plover` and `cameo` are empty where it may not be counted."""

    status: str
    plover: str
    plover_mode: str
    plover_context: str
    quad: str
    cameo: str
    about_plover: str
    about_cameo: str
    about_cameo_name: str
    note: str


def event_codes(claim: Row) -> Coded:
    """The codes of the event that a claim is about, a row of the query `network`."""
    status = _status(claim)
    rule = event_rule(claim)
    own = rule is not None and status in rule.modality
    special = {str(hedge): name for hedge, name in coding().special.items()}
    context = "" if own else special.get(status, "")
    return _coded(rule, status, counted=own or status in COUNTED, special=context)


def statement_codes(claim: Row) -> Coded | None:
    """The codes of what the claimant does by speaking; None where that is only to say so."""
    actors = claim["actor_keys"].split("|")
    speaks = bool({claim["claimant_key"], claim["claimant_of_key"]} & set(actors) - {""})
    for rule in coding().statement:
        if (
            rule.stance == claim["stance"]
            and (not rule.kind or claim["kind"] in rule.kind)
            and rule.actor in (None, speaks)
        ):
            return _coded(rule, TOLD, counted=True, special="")
    return None


def event_rule(claim: Row) -> EventRule | None:
    """The first rule that fits a claim; hedged events that have none go by that of actual ones."""
    rules = coding().rule
    return next((rule for rule in rules if _fits(rule, claim, claim["modality"])), None)


def _fits(rule: EventRule, claim: Row, modality: str) -> bool:
    actors, recipients = (set(claim[key].split("|")) - {""} for key in _PARTIES)
    speaker = {claim["claimant_key"], claim["claimant_of_key"]}
    line = (claim["class"], *classes_above().get(claim["class"], ()), ROOT)
    return (
        rule.event_class in line
        and (not rule.phase or claim["phase"] in rule.phase)
        and (not rule.modality or modality in rule.modality)
        and rule.abroad in (None, bool(recipients - actors))
        and rule.own in (None, bool(speaker & actors))
    )


def _status(claim: Row) -> str:
    """What is made of the event: told, alleged, planned, possible, conditional, negated, ..."""
    if claim["stance"] != "asserts":
        return {"denies": "denied"}.get(claim["stance"], claim["stance"])
    if claim["negated"] == "true":
        return "negated"
    return TOLD if claim["modality"] == "actual" else claim["modality"]


def _coded(
    rule: EventRule | StatementRule | None, status: str, *, counted: bool, special: str
) -> Coded:
    codes = rule or Codes(note="no rule is for it")
    category = coding().plover.get(codes.plover)
    return Coded(
        status=status,
        plover=codes.plover if counted else "",
        plover_mode=codes.mode,
        plover_context="|".join(filter(None, (*codes.context, special))),
        quad=str(category.quad) if category and counted else "",
        cameo=codes.cameo if counted else "",
        about_plover=codes.plover,
        about_cameo=codes.cameo,
        about_cameo_name=coding().cameo.get(codes.cameo, ""),
        note=codes.note,
    )
