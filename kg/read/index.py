"""`index.csv`: what is known about the files that lie beside it.

One row a file, columns `file,title,publisher,published,published_basis,language`; all but `file`
may be left out. A row or cell that breaks a rule is reported and the rest is used.
"""

from __future__ import annotations

import csv
import difflib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path

from kg.model import Unread
from kg.read.dates import whole_date
from kg.read.text import read_text

INDEX = "index.csv"


@dataclass(frozen=True, slots=True)
class Row:
    """What the index says of one file; the fields are the columns."""

    file: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    published_basis: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """The rows by file name, and what could not be used, by file name where it has one."""

    rows: dict[str, Row] = field(default_factory=dict)
    problems: tuple[tuple[str, Unread], ...] = ()


COLUMNS = tuple(column.name for column in fields(Row))


def read_index(folder: Path) -> Index:
    """The index of `folder`; an empty one where there is none."""
    path = folder / INDEX
    if not path.is_file():
        return Index()
    text = read_text(path)
    if isinstance(text, Unread):
        return Index(problems=(("", text),))
    return parse_index(text, path.as_posix())


def parse_index(text: str, source: str) -> Index:
    """The table `text` to rows; `source` names it in messages."""
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: dict[str, Row] = {}
    problems: list[tuple[str, Unread]] = []
    try:
        header = [cell.strip() for cell in next(lines, [])]
        problems.extend(("", problem) for problem in _header_problems(header, source))
        if "file" in header:
            for cells in lines:
                where = f"{source} line {lines.line_num}"
                problems.extend(_take(rows, header, cells, where))
    except csv.Error as error:
        where = f"{source} line {lines.line_num}"
        remedy = "Close every quotation mark; double one inside a cell."
        problems.append(("", Unread(where, f"it is no CSV from here on: {error}", remedy)))
    return Index(rows, tuple(problems))


def _header_problems(header: list[str], source: str) -> Iterator[Unread]:
    """Columns of the user's own are passed over, unless they look like a known one misspelt."""
    if "file" not in header:
        reason = "it has no column 'file', so it is not used"
        yield Unread(source, reason, f"Head it {','.join(COLUMNS)}.")
    wanting = [column for column in COLUMNS if column not in header]
    for column in sorted(set(header)):
        if column in COLUMNS and header.count(column) > 1:
            yield Unread(source, f"column '{column}' is there twice", "Remove one of them.")
        near = difflib.get_close_matches(column.lower(), wanting, n=1)
        if column not in COLUMNS and near:
            yield Unread(source, f"column '{column}' is passed over", f"Did you mean '{near[0]}'?")


def _take(
    rows: dict[str, Row], header: list[str], cells: list[str], where: str
) -> Iterator[tuple[str, Unread]]:
    """Put one line into `rows`; yield what is wrong with it, under its file's name."""
    if not any(cell.strip() for cell in cells):
        return
    if len(cells) != len(header):
        reason = f"{len(cells)} cells where {len(header)} columns are named; the row is not used"
        yield "", Unread(where, reason, "Put a cell that holds a comma in double quotes.")
        return
    values = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    name = values["file"]
    if not name or name in rows:
        reason = f"file '{name}' is there twice" if name else "the cell 'file' is empty"
        yield name, Unread(where, f"{reason}; the row is not used", "One row a file.")
        return
    published = whole_date(values.get("published", ""))
    if published is None and values.get("published"):
        reason = f"published '{values['published']}' is no date; {name} is read without one"
        yield name, Unread(where, reason, "Write it as 2024-10-24.")
    texts = {key: value for key, value in values.items() if key in COLUMNS and key != "published"}
    rows[name] = Row(**texts, published=published)


def index_problems(folder: Path, index: Index, wanted: set[str] | None) -> Iterator[Unread]:
    """What is wrong with the index of `folder`; for single files only what touches `wanted`."""
    for name, problem in index.problems:
        if wanted is None or not name or name in wanted:
            yield problem
    if wanted is None:
        source = (folder / INDEX).as_posix()
        for name in sorted(index.rows):
            if not (folder / name).is_file():
                reason = f"it lists '{name}', and no such file lies beside it"
                yield Unread(source, reason, "Add the file or remove the row.")
