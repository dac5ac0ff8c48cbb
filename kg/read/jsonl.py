"""JSON Lines, one article a line; and a `.json` file that is one article or a list of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BufferedReader

from kg.model import Unread
from kg.read.options import Limits, ReadOptions
from kg.read.record import Input, Record, whole
from kg.read.streams import lines
from kg.read.table import record
from kg.read.text import decode, refuse_wide

_CLOSED = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_BRACKETS = re.compile(r"[\[{\]}]")


def records(
    given: Input, stream: BufferedReader, options: ReadOptions
) -> Iterator[Record | Unread | None]:
    """The article of each line that is not blank, by its number; Unread where it holds none."""
    refuse_wide(stream.peek(4), given.shown, options.encoding)
    for number, line in lines(stream, options.limits.size):
        place = f"line {number}"
        source = f"{given.shown} {place}"
        if line is None:
            reason = f"it is longer than {options.limits.size:,} bytes"
            yield Unread(source, reason, "Raise --max-bytes if it is one article.")
        elif not line.strip():
            yield None
        else:
            value = _value(line, source, options)
            yield value if isinstance(value, Unread) else _article(value, given, place, options)


def document(
    given: Input, stream: BufferedReader, options: ReadOptions
) -> Iterator[Record | Unread | None]:
    """The articles of a file that is one object or a list of objects, read at once.

    A file that turns out to be JSON Lines under another ending is read as such.
    """
    first, _, rest = stream.peek().lstrip().partition(b"\n")
    one = _value(first, given.shown, options) if rest.strip() else None
    if isinstance(one, dict):
        yield from records(given, stream, options)
        return
    remedy = "Write it as JSON Lines (jq -c '.[]'), which are read one by one."
    data = whole(given, stream, options.limits.size, remedy)
    if isinstance(data, Unread):
        yield data
        return
    value = _value(data, given.shown, options)
    if isinstance(value, Unread):
        yield value
        return
    many = isinstance(value, list)
    for number, item in enumerate(value if isinstance(value, list) else [value], 1):
        yield _article(item, given, f"item {number}" if many else "", options)


def _value(data: bytes, source: str, options: ReadOptions) -> object:
    text = decode(data, source, options.encoding)
    if isinstance(text, Unread):
        return text
    if _depth(text, options.limits) > options.limits.nesting:
        reason = f"its brackets are nested over {options.limits.nesting} deep"
        return Unread(source, reason, "Raise --max-nesting if it is an article.")
    try:
        return json.loads(text)
    except RecursionError:
        return Unread(source, "its brackets are nested too deep", "Lower --max-nesting.")
    except ValueError as error:
        return Unread(source, f"it is no JSON: {error}", "Mend or remove it.")


def _depth(text: str, limits: Limits) -> int:
    """How deep brackets nest, strings left out; counted only where there are enough of them."""
    if text.count("[") + text.count("{") <= limits.nesting:
        return 0
    depth = deepest = 0
    for bracket in _BRACKETS.finditer(_CLOSED.sub("", text)):
        depth += 1 if bracket.group() in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _article(value: object, given: Input, place: str, options: ReadOptions) -> Record | Unread:
    source = f"{given.shown} {place}".rstrip()
    if not isinstance(value, dict):
        kind = type(value).__name__
        return Unread(source, f"it is a JSON {kind}, not an object", 'Write {"text": "..."}.')
    return record(value, options.columns, given.shown, place)
