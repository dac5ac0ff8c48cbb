"""Rows of CSV into structs, as `schema` makes them of TOML.

The columns are the fields of the struct, no more and no fewer, besides those of provenance, which
are for people. Several values of a cell are joined by `|`; an empty cell is a value left out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import inspect

from kg.errors import KnowledgeError
from kg.knowledge.complaints import in_words, members, node_at, split
from kg.knowledge.names import Closed, names
from kg.knowledge.schema import oddities

Row = TypeVar("Row", bound=msgspec.Struct)
_PROVENANCE = frozenset({"checked"})


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """A file's rows as they stand, each with its line; `of` makes structs of them."""

    name: str
    kind: type[Row]
    cells: tuple[tuple[int, dict[str, str]], ...]

    @classmethod
    def load(cls, path: Path, kind: type[Row]) -> Table[Row]:
        """The table at `path`; KnowledgeError where its columns are not the fields of `kind`."""
        name = f"{path.parent.name}/{path.name}"
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream)
            head = next(reader, [])
            _check_columns(name, head, kind)
            cells = tuple((reader.line_num, _cells(name, reader.line_num, head, row))
                          for row in reader)  # fmt: skip
        return cls(name, kind, cells)

    def column(self, name: str) -> frozenset[str]:
        """All values of a column."""
        return frozenset(row[name] for _, row in self.cells if row[name])

    def rows(self, closed: Closed) -> Iterator[Row]:
        """The rows as structs; KnowledgeError where a cell holds what its column may not."""
        node = inspect.type_info(self.kind)
        assert isinstance(node, inspect.StructType)
        several = {
            f.name
            for f in node.fields
            if isinstance(f.type, inspect.VarTupleType | inspect.FrozenSetType)
        }
        for line, cells in self.cells:
            told = {
                name: cell.split("|") if name in several else cell
                for name, cell in cells.items()
                if cell and name not in _PROVENANCE
            }
            try:
                row = msgspec.convert(told, self.kind, strict=False)
            except msgspec.ValidationError as error:
                raise self._misfit(line, cells, node, str(error)) from error
            for odd in oddities(node, told, closed):
                place = f"{self.name} line {line}: {odd.way[0]} = {odd.value!r}"
                raise KnowledgeError(place, odd.rule, odd.remedy)
            yield row

    def _misfit(
        self, line: int, cells: dict[str, str], node: inspect.StructType, message: str
    ) -> KnowledgeError:
        rule, way = split(message)
        place = f"{self.name} line {line}"
        missing = re.fullmatch(r"Object missing required field `(\w+)`", rule)
        if missing:
            return KnowledgeError(f"{place}: {missing[1]}", "the cell is empty", "Fill it in.")
        if not way:
            return KnowledgeError(place, rule, "Mend it.")
        column, wanted = str(way[0]), node_at(node, way)
        given = cells[column]
        allowed = members(wanted)
        if allowed is not None:
            rule, remedy = "there is no such value here", names(allowed).remedy(given)
        else:
            rule, remedy = in_words(wanted, rule), "Mend it."
        return KnowledgeError(f"{place}: {column} = {given!r}", rule, remedy)


def unique(table: Table[Row], *columns: str) -> None:
    """KnowledgeError where two rows of `table` have the same values in `columns`."""
    seen: dict[tuple[str, ...], int] = {}
    for line, cells in table.cells:
        key = tuple(cells[c] for c in columns)
        before = seen.setdefault(key, line)
        if before != line:
            told = f"{table.name} line {line}: {', '.join(columns)} = {'|'.join(key)!r}"
            raise KnowledgeError(told, f"line {before} has the same", "Join them, or rename one.")


def _check_columns(name: str, head: list[str], kind: type[msgspec.Struct]) -> None:
    columns = kind.__struct_fields__
    allowed = names({*columns, *_PROVENANCE})
    for column in head:
        if column not in allowed.known:
            told = f"{name} line 1: {column}"
            raise KnowledgeError(told, "there is no such column here", allowed.remedy(column))
    for column in columns:
        if head.count(column) != 1:
            rule = "the column is missing" if column not in head else "the column stands twice"
            remedy = "Add it." if column not in head else "Leave one of them out."
            raise KnowledgeError(f"{name} line 1: {column}", rule, remedy)


def _cells(name: str, line: int, head: list[str], row: list[str]) -> dict[str, str]:
    if len(row) != len(head):
        rule = f"it has {len(row)} cells and the header has {len(head)}"
        raise KnowledgeError(f"{name} line {line}", rule, "Quote cells that hold a comma.")
    return {column: cell.strip() for column, cell in zip(head, row, strict=True)}
