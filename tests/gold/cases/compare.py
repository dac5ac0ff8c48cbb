"""Compares the rows of claims.csv with what a case asks for.

A row of a case names the slots that matter. `actor`, `recipient` and `claimant_of` are sets, or a
list of sets of which one must be met; any other slot is a value, or a list of values. `claimant`
and `quote` are words that stand in the cell; null is an empty cell.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

SETS = frozenset({"actor", "recipient", "claimant_of"})
_NUMBERS = frozenset({"quantity_low", "quantity_high"})
_DAYS = frozenset({"time_start", "time_end"})
_DAY = len("2024-01-31")
_WIDER = {"Invasion": "Attack"}
Row = Mapping[str, Any]


def faults(case: Mapping[str, Any], claims: Sequence[Mapping[str, str]]) -> list[str]:
    """What is wrong with the `claims` of a case, in words; nothing where it is met."""
    found = []
    if case["expect"] == [] and claims:
        found.append(f"{len(claims)} claims where none belongs")
    found += [f"missing {row}" for row in _unmet(case["expect"] or [], claims)]
    barred = (row for row in case.get("not", ()) if any(_matches(row, c) for c in claims))
    return found + [f"has {row}" for row in barred]


def _unmet(rows: Sequence[Row], claims: Sequence[Mapping[str, str]]) -> list[Row]:
    """The rows without a claim of their own, as few as can be: each claim meets one row."""
    owner: dict[int, int] = {}

    def place(row: int, seen: set[int]) -> bool:
        for number, claim in enumerate(claims):
            if number not in seen and _matches(rows[row], claim):
                seen.add(number)
                if number not in owner or place(owner[number], seen):
                    owner[number] = row
                    return True
        return False

    return [row for number, row in enumerate(rows) if not place(number, set())]


def _matches(row: Row, claim: Mapping[str, str]) -> bool:
    return all(_holds(slot, wanted, claim.get(slot) or "") for slot, wanted in row.items())


def _holds(slot: str, wanted: Any, cell: str) -> bool:
    if slot in SETS:
        options = wanted if wanted and isinstance(wanted[0], list) else [wanted]
        return {v for v in cell.split("|") if v} in [set(option) for option in options]
    options = wanted if isinstance(wanted, list) else [wanted]
    return any(_same(slot, option, cell) for option in options)


def _same(slot: str, wanted: Any, cell: str) -> bool:
    if wanted is None or wanted == "":
        return cell == ""
    if slot in _NUMBERS:
        return cell != "" and float(cell) == float(wanted)
    if slot in _DAYS:
        return cell[:_DAY] == wanted
    if slot == "claimant":
        return set(_fold(wanted).split()) <= set(_fold(cell).replace(".", " ").split())
    if slot == "quote":
        return _fold(wanted) in _fold(cell)
    if slot == "class":
        return wanted in (cell, _WIDER.get(cell))
    return cell == (str(wanted).lower() if isinstance(wanted, bool) else wanted)


def _fold(text: str) -> str:
    """Without case, accents and runs of white space."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).casefold().split())
