"""Rows as a terminal shows them: what fits, the longest folded, what was left out named."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.cli.console import console, print_table, say, text

if TYPE_CHECKING:
    from rich.console import Console

Record = Mapping[str, str]

_NARROW = 12
"""Columns of a terminal that a cell needs at least, unless all cells are shorter.

Found by looking: names and dates still fit, a quote folds to a word a line below it.
"""
_GAP = 3  # columns of a terminal between two cells
_LONG = 32  # characters from which on a cell is prose, which is what people came to read
_OFFSETS = frozenset({"start", "end"})
_ID = re.compile(r"[0-9a-f]{12}|(?=.*\d)[a-z]+(-[\w]+)+")
_IRI_COLUMN = re.compile(r".+_iri")
_ID_COLUMN = re.compile(r"(.*_)?(claim|event|article|story)s?")


def print_rows(columns: Sequence[str], rows: Sequence[Record], *, wide: bool = False) -> None:
    """Rows as a table; on a terminal without ids and offsets, and only columns that fit.

    `wide` shows every column, as records where the terminal is too narrow for them. Files and
    pipes get every column always.
    """
    out = console()
    if not rows:
        print_table(columns, rows)
        say(text("No rows."))
    elif not out.is_terminal:
        print_table(columns, rows)
    elif wide and len(columns) * _NARROW > out.width:
        _print_records(out, columns, rows)
    else:
        shown = tuple(columns) if wide else fitting(columns, rows, out.width)
        print_table(shown, rows)
        hidden = [column for column in columns if column not in shown]
        if hidden:
            say(text(f"Not shown: {', '.join(hidden)} (--wide shows every column)", "dim"))


def fitting(columns: Sequence[str], rows: Sequence[Record], width: int) -> tuple[str, ...]:
    """The columns that people read and that fit into `width`; at least one.

    Ids, offsets and columns without a value go always. Where that is not enough, so do columns that
    follow from another one, then the last ones, prose last of all.
    """
    told = [c for c in columns if any(row[c] for row in rows) and not _for_machines(c, rows)]
    kept = told or list(columns[:1])
    while len(kept) > 1 and sum(_least(c, rows) + _GAP for c in kept) > width + _GAP:
        prose = [c for c in kept if _is_prose(c, rows)]
        implied = [c for c in kept if any(_implies(d, c, rows) for d in prose if d != c)]
        short = [c for c in kept if c not in prose]
        kept.remove((implied or short or kept)[-1])
    return tuple(kept)


def _for_machines(column: str, rows: Sequence[Record]) -> bool:
    """Whether it holds offsets, IRIs, or ids of what is not read but looked up."""
    cells = [row[column] for row in rows if row[column]]
    if column in _OFFSETS:
        return all(cell.isdigit() for cell in cells)
    if _IRI_COLUMN.fullmatch(column):
        return True
    return bool(_ID_COLUMN.fullmatch(column)) and all(
        _ID.fullmatch(part) for cell in cells for part in cell.split("|")
    )


def _implies(column: str, other: str, rows: Sequence[Record]) -> bool:
    """Whether who reads `column` knows `other` too: as a label that names class and parties.

    What hardly repeats, as a quote, implies nothing: with a row each, it would be by chance.
    """
    pairs = {(row[column], row[other]) for row in rows}
    values = {value for value, _ in pairs}
    shorter = sum(len(row[other]) for row in rows) <= sum(len(row[column]) for row in rows)
    return len(pairs) == len(values) <= len(rows) / 2 and shorter


def _is_prose(column: str, rows: Sequence[Record]) -> bool:
    return max(len(row[column]) for row in rows) >= _LONG


def _least(column: str, rows: Sequence[Record]) -> int:
    """The width below which the column cannot be read."""
    longest = max(len(column), *(len(row[column]) for row in rows))
    return min(longest, max(_NARROW * 2 if longest >= _LONG else _NARROW, len(column)))


def _print_records(out: Console, columns: Sequence[str], rows: Sequence[Record]) -> None:
    from rich.table import Table

    for row in rows:
        record = Table.grid(padding=(0, 2, 0, 0))
        record.add_column(style="dim", no_wrap=True, min_width=max(map(len, columns)))
        record.add_column(overflow="fold")
        for column in columns:
            if row[column]:
                record.add_row(column, text(row[column]))
        out.print(record)
        out.print()
