"""CSV and TSV: a header line that names the columns, then one article a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader

from kg.errors import InputError
from kg.model import Unread
from kg.read.options import ReadOptions
from kg.read.record import Found, Input
from kg.read.table import check_columns
from kg.read.table import records as records_of
from kg.read.text import refuse_wide

_SEPARATORS = ",;\t|"
_LONGEST_FIELD = 2**31 - 1  # rows are bounded before the csv module sees them
_PIECE = 65_536
_QUOTE = "Put a cell that holds a separator in double quotes."
_CLOSE = "Close every quotation mark; double one inside a cell."


@dataclass(frozen=True, slots=True)
class _Block:
    """Whole rows, most often one: from which line, their bytes (None: too large), quotes closed."""

    line: int
    data: bytes | None
    closed: bool


def _blocks(stream: BufferedReader, longest: int) -> Iterator[_Block]:
    """The file cut where its quotation marks are even, so that no row is cut in two.

    A block beyond `longest` bytes is passed over without being held, and the next is read.
    """
    line = start = 1
    parts: list[bytes] = []
    size = marks = 0
    while piece := stream.readline(_PIECE):
        marks += piece.count(b'"')
        size += len(piece)
        if size <= longest:
            parts.append(piece)
        line += piece.endswith(b"\n")
        if piece.endswith(b"\n") and marks % 2 == 0:
            yield _Block(start, b"".join(parts) if size <= longest else None, closed=True)
            start, parts, size, marks = line, [], 0, 0
    if size:
        yield _Block(start, b"".join(parts) if size <= longest else None, closed=marks % 2 == 0)


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The article of each row, by the number of its first line; Unread where it holds none.

    InputError where the header is missing or lacks a column that is wanted.
    """
    refuse_wide(stream.peek(4), given.shown, options.encoding)
    csv.field_size_limit(_LONGEST_FIELD)
    header: tuple[str, ...] = ()
    separator = ","
    for block in _blocks(stream, options.limits.size):
        text = _text(block, f"{given.shown} line {block.line}", options)
        if not header and isinstance(text, Unread):
            raise InputError(text.source, text.reason, text.remedy)
        if isinstance(text, Unread):
            yield text
            continue
        if not header:
            separator = max(_SEPARATORS, key=text.count)
        for line, cells in _rows(text, separator, block):
            place = f"line {line}"
            if not any(cells) or isinstance(cells, str):
                yield Unread(f"{given.shown} {place}", str(cells), _CLOSE) if cells else None
            elif not header:
                header = tuple(cell.strip() for cell in cells)
                check_columns(header, options.columns, given.shown)
            elif len(cells) != len(header):
                reason = f"{len(cells)} cells where {len(header)} columns are named"
                yield Unread(f"{given.shown} {place}", reason, _QUOTE)
            else:
                fields = dict(zip(header, cells, strict=True))
                yield from records_of(fields, options.columns, given.shown, place)


def _rows(text: str, separator: str, block: _Block) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with the number of its first line; a reason in words for what is no row."""
    # not splitlines, which also breaks at characters that are no line ends in CSV
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=not block.closed)
    while True:
        line = block.line + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, f"it is no CSV from here on: {error}"
            return
        yield line, cells


def _text(block: _Block, source: str, options: ReadOptions) -> str | Unread:
    if block.data is None:
        reason = f"the row is larger than {options.limits.size:,} bytes"
        if block.closed:
            return Unread(source, reason, "Raise --max-bytes if it is one article.")
        return Unread(source, f"{reason}, for a quotation mark is never closed", _CLOSE)
    encoding = "utf-8-sig" if options.encoding.lower() == "utf-8" else options.encoding
    try:
        return block.data.decode(encoding)
    except UnicodeError as error:
        reason = f"it is not {options.encoding.upper()}: {error}"
        return Unread(source, reason, "Convert it with iconv, or say --encoding cp1252.")
