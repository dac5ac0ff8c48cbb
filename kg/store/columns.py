"""Rows to typed columns: what tables, frames and Parquet are made from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final, Literal, TypeAlias

import pyoxigraph as ox

from kg.store.engine import Rows, Term

Kind: TypeAlias = Literal["text", "integer", "decimal", "boolean", "date"]
Value: TypeAlias = str | int | Decimal | bool | date | None

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_KINDS: Final[Mapping[str, Kind]] = {
    **dict.fromkeys((f"{_XSD}{name}" for name in ("integer", "int", "long")), "integer"),
    **dict.fromkeys((f"{_XSD}{name}" for name in ("decimal", "double", "float")), "decimal"),
    f"{_XSD}boolean": "boolean",
    f"{_XSD}date": "date",
}
NAMED: Final[Mapping[str, Kind]] = {
    **dict.fromkeys(("quantity_low", "quantity_high", "certainty"), "decimal"),
    **dict.fromkeys(
        (
            *("published", "earlier_published", "other_published"),
            *("first_published", "last_published", "time_start", "time_end"),
            *("happened_start", "happened_end", "said_start", "said_end"),
        ),
        "date",
    ),
    "negated": "boolean",
}
"""What columns of the shipped queries hold, which give every value as a string."""
_WHOLE: Final = re.compile(r"[+-]?[0-9]{19,}")
_LARGEST: Final = 2**63 - 1  # beyond it no frame has a whole number


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the kind of all its values, and these; None where it holds nothing."""

    name: str
    kind: Kind
    values: tuple[Value, ...]


def columns(rows: Rows) -> tuple[Column, ...]:
    """The columns of an answer, each of the narrowest kind that holds all that is bound in it.

    IRIs, strings, what mixes kinds and what no calendar or number line has are text. An empty
    string is nothing: so queries say that a slot is empty.
    """
    terms = zip(*rows.terms, strict=True) if rows.terms else [()] * len(rows.columns)
    texts = zip(*rows.rows, strict=True) if rows.rows else [()] * len(rows.columns)
    return tuple(
        _column(name, cells, words)
        for name, cells, words in zip(rows.columns, terms, texts, strict=True)
    )


def _column(name: str, terms: tuple[Term, ...], texts: tuple[str, ...]) -> Column:
    if not terms:  # rows written by hand have none
        return Column(name, "text", texts)
    kind = _kind(term for term in terms if term is not None)
    if kind == "text":
        kind = NAMED.get(name, kind)
    return column(name, (text or None for text in texts), kind)


def column(name: str, texts: Iterable[str | None], kind: Kind) -> Column:
    """The column of these words, of that kind; as text where one of them is no such value."""
    texts = tuple(texts)
    made = _MAKE.get(kind)
    if made is None:
        return Column(name, "text", texts)
    try:
        return Column(name, kind, tuple(None if text is None else made(text) for text in texts))
    except (ValueError, InvalidOperation):  # a 30th of February, say
        return Column(name, "text", texts)


def _kind(terms: Iterable[Term]) -> Kind:
    found = {_kind_of(term) for term in terms}
    if found == {"integer", "decimal"}:
        return "decimal"
    return found.pop() if len(found) == 1 else "text"


def _kind_of(term: Term) -> Kind:
    if not isinstance(term, ox.Literal):
        return "text"
    kind = _KINDS.get(term.datatype.value, "text")
    large = kind == "integer" and _WHOLE.fullmatch(term.value) and abs(int(term.value)) > _LARGEST
    return "decimal" if large else kind


def _number(text: str) -> Decimal:
    number = Decimal(text)
    if not number.is_finite():
        raise ValueError(text)
    return number


def _truth(text: str) -> bool:
    return bool(("false", "0", "true", "1").index(text) // 2)


_MAKE: Final[Mapping[Kind, Callable[[str], Value]]] = {
    "integer": int,
    "decimal": _number,
    "boolean": _truth,
    "date": date.fromisoformat,
}
