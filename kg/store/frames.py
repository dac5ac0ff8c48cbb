"""Rows as a frame of pandas or polars, columns typed; needs `statecraft[frames]`."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kg import extras
from kg.store.columns import Column, Kind, Value, columns
from kg.store.engine import Rows

if TYPE_CHECKING:
    import pandas
    import polars

EXTRA: Final = "frames"
_PANDAS: Final[Mapping[Kind, str]] = {
    "text": "string",
    "integer": "Int64",
    "decimal": "Float64",
    "boolean": "boolean",
    "date": "datetime64[s]",
}
"""The kinds of pandas that can lack a value."""


def to_pandas(rows: Rows) -> pandas.DataFrame:
    """The rows as a pandas frame; what is unbound is missing. ExtraError without pandas."""
    pd = extras.load("pandas", EXTRA)
    return pd.DataFrame(
        {
            column.name: pd.Series(_plain(column), dtype=_PANDAS[column.kind])
            for column in columns(rows)
        }
    )


def to_polars(rows: Rows) -> polars.DataFrame:
    """The rows as a polars frame; what is unbound is null. ExtraError without polars."""
    pl = extras.load("polars", EXTRA)
    kinds = {
        "text": pl.String,
        "integer": pl.Int64,
        "decimal": pl.Float64,
        "boolean": pl.Boolean,
        "date": pl.Date,
    }
    frame: polars.DataFrame = pl.DataFrame(
        [pl.Series(column.name, _plain(column), kinds[column.kind]) for column in columns(rows)]
    )
    return frame


def _plain(column: Column) -> list[Value | float]:
    """The values, decimals as floats: frames reckon with these."""
    return [float(value) if isinstance(value, Decimal) else value for value in column.values]
