"""Which slots of a claim can be changed, and what may stand in them.

Slots have the names of the columns of `claims.csv`, and values are written as they stand there:
several joined with `|`, nothing for what is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from kg.model import Claim, Modality, Phase, Quantity, Stance, TimeSpan

Keys = Callable[[str], str | None]
"""From what a user writes for an agent (a code, a key, a name) to its key; None where unknown."""

CLOSED: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(Stance),
    "modality": get_args(Modality),
    "phase": get_args(Phase),
    "negated": ("true", "false"),
}
AGENTS = ("actor", "recipient", "claimant")
QUANTITY = ("quantity_low", "quantity_high", "unit", "qualifier")
TIMES = ("time_start", "time_end")
SLOTS = ("class", *AGENTS, "object", *CLOSED, *QUANTITY, *TIMES, "place")

_NOTHING = Quantity(None, None, "", "", "")
_NEVER = TimeSpan(None, None, "")


def refusal(slot: str, value: str, classes: frozenset[str]) -> tuple[str, str] | None:
    """Why `value` cannot stand in `slot`, and the remedy; None where it can, agents aside."""
    if slot not in SLOTS:
        return f"'{slot}' is no slot", f"Slots are {', '.join(SLOTS)}."
    allowed = tuple(sorted(classes)) if slot == "class" else CLOSED.get(slot)
    if allowed and value not in allowed:
        return f"{slot} '{value}' is not allowed", f"Choose one of {', '.join(allowed)}."
    if slot in ("quantity_low", "quantity_high") and value and _number(value) is None:
        return f"{slot} '{value}' is no number", "Write it as 3000 or 2.5."
    if slot in TIMES and value and _day(value) is None:
        return f"{slot} '{value}' is no date", "Write it as 2024-10-24."
    return None


def current(claim: Claim, slot: str) -> str:
    """What stands in `slot` now; agents by key."""
    quantity, time = claim.quantity or _NOTHING, claim.time or _NEVER
    values: dict[str, Any] = {
        "class": claim.event_class,
        "actor": "|".join(claim.actors),
        "recipient": "|".join(claim.recipients),
        "object": "|".join(claim.objects),
        "claimant": claim.claimant,
        "stance": claim.stance,
        "modality": claim.modality,
        "phase": claim.phase,
        "negated": str(claim.negated).lower(),
        "quantity_low": quantity.low,
        "quantity_high": quantity.high,
        "unit": quantity.unit,
        "qualifier": quantity.qualifier,
        "time_start": time.start,
        "time_end": time.end,
        "place": claim.place,
    }
    value = values[slot]
    return "" if value is None else str(value)


def changed(claim: Claim, slot: str, value: str, keys: Keys) -> Claim | None:
    """The claim with `value` in `slot`; its id stays. None where an agent is unknown."""
    if slot in AGENTS:
        return _with_agents(claim, slot, value, keys)
    if slot in QUANTITY:
        return replace(claim, quantity=_quantity(claim.quantity or _NOTHING, slot, value))
    if slot in TIMES:
        return replace(claim, time=_time(claim.time or _NEVER, slot, value))
    plain: dict[str, Any] = {
        "class": ("event_class", value),
        "object": ("objects", _several(value)),
        "negated": ("negated", value == "true"),
    }
    name, new = plain.get(slot, (slot, value))
    return replace(claim, **{name: new})


def _with_agents(claim: Claim, slot: str, value: str, keys: Keys) -> Claim | None:
    found = [keys(name) for name in _several(value)]
    known = tuple(key for key in found if key is not None)
    if len(known) < len(found):
        return None
    if slot == "claimant":
        return replace(claim, claimant=known[0] if known else None)
    return replace(claim, actors=known) if slot == "actor" else replace(claim, recipients=known)


def _quantity(quantity: Quantity, slot: str, value: str) -> Quantity | None:
    cells: dict[str, Any] = {slot.removeprefix("quantity_"): _number(value)}
    if slot in ("unit", "qualifier"):
        cells = {slot: value}
    new = replace(quantity, **cells)
    return None if replace(new, words="") == _NOTHING else new


def _time(time: TimeSpan, slot: str, value: str) -> TimeSpan | None:
    cells: dict[str, Any] = {slot.removeprefix("time_"): _day(value)}
    new = replace(time, **cells)
    return None if new == _NEVER else new


def _several(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split("|") if part.strip())


def _number(value: str) -> Decimal | None:
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
