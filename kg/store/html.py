"""Rows as a table for a notebook's cell: words from articles are shown, never obeyed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from kg.store.engine import Rows

MOST = 50
"""Rows that are shown; a cell with more is scrolled past, and a frame or a query narrows it."""


def table(rows: Rows, most: int = MOST) -> str:
    """The first `most` rows as an HTML table, with how many there are."""
    shown = rows.rows[:most]
    total = f"{len(rows):,} {'row' if len(rows) == 1 else 'rows'}"
    note = total if len(shown) == len(rows) else f"{total}, the first {most:,} shown"
    return f"{grid(rows.columns, shown)}<p>{note}</p>"


def grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """An HTML table of these columns and rows."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cells(row: Sequence[str]) -> str:
    return "".join(f'<td style="text-align:left">{escape(cell)}</td>' for cell in row)
