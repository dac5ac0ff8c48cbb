"""How the dates of offices are known: most were written from memory, and say so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import TypeAlias

from kg.knowledge.days import first_day, last_day
from kg.knowledge.rows import Table
from kg.knowledge.tables import LeaderRow
from kg.model import Term
from kg.resources import ontology

Held: TypeAlias = tuple[str, str, str, date | None, date | None]
"""Who held which office of whom, from and to when."""


def basis(key: str, term: Term) -> str:
    """How the dates of an office that the agent `key` held are known; "" where nobody says."""
    return _checked().get((key, term.office, term.of, term.start, term.end), "")


@cache
def _checked() -> Mapping[Held, str]:
    rows = Table.load(ontology("gazetteer", "leaders.csv"), LeaderRow).cells
    return {
        (row["key"], row["office"], row["of"], first_day(row["start"]), last_day(row["end"])):
            row["checked"]
        for _, row in rows
    }  # fmt: skip
