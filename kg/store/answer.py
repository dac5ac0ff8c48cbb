"""An answer in Python: rows as dictionaries, and a frame where one is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from kg.store import frames, html
from kg.store.engine import Rows

if TYPE_CHECKING:
    import pandas
    import polars


@dataclass(frozen=True, slots=True)
class Answer(Sequence[dict[str, str]]):
    """The rows of a query, each a dictionary of strings ("" where unbound); a notebook shows them.

    `rows` keeps the cells typed, which is what frames are made from.
    """

    rows: Rows

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the query."""
        return self.rows.columns

    def __repr__(self) -> str:
        return f"<kg.Answer of {len(self):,} rows: {', '.join(self.columns)}>"

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, str]]:
        return iter(self.rows.records())

    @overload
    def __getitem__(self, index: int) -> dict[str, str]: ...
    @overload
    def __getitem__(self, index: slice) -> Answer: ...
    def __getitem__(self, index: int | slice) -> dict[str, str] | Answer:
        if isinstance(index, slice):
            return Answer(self.rows.cut(index))
        return dict(zip(self.columns, self.rows.rows[index], strict=True))

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame with typed columns; ExtraError where pandas is not installed."""
        return frames.to_pandas(self.rows)

    def to_polars(self) -> polars.DataFrame:
        """A polars frame with typed columns; ExtraError where polars is not installed."""
        return frames.to_polars(self.rows)

    def _repr_html_(self) -> str:
        return html.table(self.rows)
