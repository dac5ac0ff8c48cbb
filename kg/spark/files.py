"""What is written: N-Triples in sorted parts, claims as Parquet by day, what was declined.

A file is written beside its place and moved there, so that a part that is written twice, by a
worker that was lost and by the one in its place, is there once and whole.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from kg import extras
from kg.corpus.output import replace_file
from kg.export.tables import KINDS
from kg.model import Declined
from kg.spark.portions import columns
from kg.spark.session import EXTRA
from kg.store.columns import Value, column

GRAPH: Final = "graph.nt"
CLAIMS: Final = "claims.parquet"
DECLINED: Final = "declined.csv"
UNDATED: Final = "__HIVE_DEFAULT_PARTITION__"
"""The folder of claims of articles without a date, as tools that read such folders call it."""
HEADER: Final = ("article", "start", "end", "trigger", "reason", "sentence")
Row = tuple[str, ...]


def write_triples(part: int, lines: Iterable[str], folder: Path) -> Iterator[int]:
    """Write sorted lines as one part, each once; gives how many it holds."""
    told = [line for line, _ in groupby(lines)]
    data = "".join(f"{line}\n" for line in told)
    replace_file(folder / GRAPH / f"part-{part:05}.nt", data.encode())
    yield len(told)


def write_claims(rows: Iterable[tuple[str, Row]], folder: Path) -> Iterator[int]:
    """Write rows, which come by day and in order, as a Parquet file a day; gives their numbers."""
    for day, same in groupby(rows, key=lambda one: one[0]):
        told = [row for _, row in same]
        path = folder / CLAIMS / f"published={day or UNDATED}" / "claims.parquet"
        replace_file(path, parquet(told))
        yield len(told)


def parquet(rows: list[Row]) -> bytes:
    """Rows of `claims.csv` as Parquet, with types; the day is told by the folder."""
    pa = extras.load("pyarrow", EXTRA)
    writer = extras.load("pyarrow.parquet", EXTRA)
    kinds = {
        "text": pa.string(),
        "integer": pa.int64(),
        "decimal": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
    told = [
        column(name, (text or None for text in texts), KINDS.get(name, "text"))
        for name, texts in zip(columns(), zip(*rows, strict=True), strict=True)
        if name != "published"
    ]
    schema = pa.schema([(one.name, kinds[one.kind]) for one in told])
    table = pa.table([list(map(_plain, one.values)) for one in told], schema=schema)
    data = io.BytesIO()
    writer.write_table(table, data, compression="zstd")
    return data.getvalue()


def _plain(value: Value) -> str | float | bool | date | None:
    return float(value) if isinstance(value, Decimal) else value


def write_declined(part: int, declined: Iterable[Declined], folder: Path) -> Iterator[int]:
    """Write the sentences that held a trigger but gave no claim, as a table; gives how many."""
    rows = sorted(
        (d.article, d.sentence.start, d.sentence.end, d.trigger, d.reason, d.sentence.quote)
        for d in declined
    )
    text = io.StringIO()
    table: Any = csv.writer(text)
    table.writerow(HEADER)
    table.writerows(rows)
    replace_file(folder / DECLINED / f"part-{part:05}.csv", text.getvalue().encode())
    yield len(rows)
