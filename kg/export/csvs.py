"""CSV: a file a table, lines ended by a line feed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from kg.export.tables import tables


def files(graph: Path) -> Iterator[tuple[str, bytes]]:
    """The name and the content of each file."""
    for table in tables(graph):
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(table.header)
        writer.writerows(table.rows)
        yield f"{table.name}.csv", text.getvalue().encode()
