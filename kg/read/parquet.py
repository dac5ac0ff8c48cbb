"""Parquet, one article a row, in batches; only the columns that are wanted are read.

Needs pyarrow, which is large and so no part of a plain install.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader

import pyarrow as pa
from pyarrow import parquet

from kg.errors import InputError
from kg.read.fields import View
from kg.read.options import Columns, ReadOptions
from kg.read.record import Found, Input
from kg.read.table import check_columns, wanted_columns
from kg.read.table import records as records_of

_ROWS = 64
"""A batch: with the largest articles let in it stays below the memory of one parse."""
_BUFFER = 2**20  # a column chunk is read in such pieces, however large its row group is


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The article of each row, by its number; InputError where the file is broken."""
    try:
        table = parquet.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False)
        header = table.schema_arrow.names
        check_columns([*header, *_nested(options.columns, header)], options.columns, given.shown)
        number = 0
        wanted = _wanted(table.schema_arrow, options.columns)
        for batch in table.iter_batches(_ROWS, columns=wanted, use_threads=False):
            for fields in batch.to_pylist():
                number += 1
                yield from records_of(fields, options.columns, given.shown, f"row {number}")
    except (pa.ArrowException, OSError, ValueError, UnicodeDecodeError) as error:
        words = str(error).splitlines()[0] if str(error) else type(error).__name__
        rule = f"it is no whole Parquet file ({words[:200]})"
        raise InputError(given.shown, rule, "Fetch or write it anew.") from error


def _nested(columns: Columns, header: list[str]) -> list[str]:
    """Paths into structures whose column is there."""
    return [path for path in columns.named().values() if path.split(".")[0] in header]


def _wanted(schema: pa.Schema, columns: Columns) -> list[str]:
    """The usual columns and those that were named; dates, to be told of where none is usual; and
    all words where none of the usual ones is text."""
    usual = wanted_columns(schema.names, columns)
    wordless = columns.text is None and not any(View({name: "x"}).first("text") for name in usual)
    return [
        field.name
        for field in schema
        if field.name in usual
        or pa.types.is_temporal(field.type)
        or (wordless and pa.types.is_string(field.type))
    ]
