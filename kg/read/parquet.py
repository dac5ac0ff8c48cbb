"""Parquet, one article a row, in batches; only the columns that are wanted are read.

Needs pyarrow, which is large and so no part of a plain install.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

import pyarrow as pa
from pyarrow import parquet

from kg.errors import InputError
from kg.model import Unread
from kg.read.options import Columns, ReadOptions
from kg.read.record import Input, Record
from kg.read.table import USUAL, check_columns, record

_ROWS = 64
"""A batch: with the largest articles let in it stays below the memory of one parse."""
_BUFFER = 2**20  # a column chunk is read in such pieces, however large its row group is


def records(
    given: Input, stream: BufferedReader, options: ReadOptions
) -> Iterator[Record | Unread | None]:
    """The article of each row, by its number; InputError where the file is broken."""
    try:
        table = parquet.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
        header = table.schema_arrow.names
        check_columns([*header, *_nested(options.columns, header)], options.columns, given.shown)
        number = 0
        wanted = _wanted(header, options.columns)
        for batch in table.iter_batches(_ROWS, columns=wanted, use_threads=False):
            for fields in batch.to_pylist():
                number += 1
                yield record(fields, options.columns, given.shown, f"row {number}")
    except (pa.ArrowException, OSError, ValueError, UnicodeDecodeError) as error:
        words = str(error).splitlines()[0] if str(error) else type(error).__name__
        rule = f"it is no whole Parquet file ({words[:200]})"
        raise InputError(given.shown, rule, "Fetch or write it anew.") from error


def _nested(columns: Columns, header: list[str]) -> list[str]:
    """Paths into structures whose column is there."""
    return [path for path in columns.named().values() if path.split(".")[0] in header]


def _wanted(header: list[str], columns: Columns) -> list[str]:
    named = columns.named()
    usual = {name for slot, names in USUAL.items() if slot not in named for name in names}
    tops = {path if path in header else path.split(".")[0] for path in named.values()}
    return [name for name in header if name in tops or name.lower() in usual]
