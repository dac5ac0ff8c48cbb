"""Parquet: a file a table, with types; needs `statecraft[parquet]`."""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final

from kg import extras
from kg.export.tables import tables
from kg.store.columns import Column, Value

EXTRA: Final = "parquet"


def files(graph: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the content of each file; ExtraError without pyarrow."""
    pa = extras.load("pyarrow", EXTRA)
    parquet = extras.load("pyarrow.parquet", EXTRA)
    kinds = {
        "text": pa.string(),
        "integer": pa.int64(),
        "decimal": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    for table in tables(graph):
        columns = table.columns()
        schema = pa.schema([(column.name, kinds[column.kind]) for column in columns])
        made = pa.table([_plain(column) for column in columns], schema=schema)
        data = io.BytesIO()
        parquet.write_table(made, data, compression="zstd")
        yield f"{table.name}.parquet", data.getvalue()


def _plain(column: Column) -> list[Value | float]:
    return [float(value) if isinstance(value, Decimal) else value for value in column.values]
