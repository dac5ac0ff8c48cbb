"""JSON Lines, one article or one answer of a service a line; and a `.json` file of any shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader

from kg.model import Unread
from kg.read.large import records as forward
from kg.read.options import Limits, ReadOptions
from kg.read.record import Found, Input
from kg.read.shelved import on_shelf
from kg.read.shelves import EACH, placed, shelves
from kg.read.streams import lines, opened
from kg.read.text import decode, refuse_wide

_HEAD = 512
_OPENED = (b"{", b"[")
"""A first line that only opens something: the document goes on over lines."""
_CLOSED = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_BRACKETS = re.compile(r"[\[{\]}]")
_ESCAPES = re.compile(r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|(\\)')


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The articles of each line that is not blank, by its number; Unread where it holds none.

    A file that turns out to be one document over many lines is read as such.
    """
    refuse_wide(stream.peek(4), given.shown, options.encoding)
    if stream.peek(_HEAD)[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").split(b"\n")[0].strip() in _OPENED:
        yield from _whole(given, stream, options)
        return
    for number, line in lines(stream, options.limits.size):
        where = f"line {number}"
        source = f"{given.shown} {where}"
        if line is None:
            reason = f"it is longer than {options.limits.size:,} bytes"
            yield Unread(source, reason, "Raise --max-bytes if it is one article.")
        elif not line.strip():
            yield None
        else:
            yield from _of(value_of(line, source, options), given, where, options)


def document(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The articles of a file that is one document: an article, a list, or a service's answer.

    A file that turns out to be JSON Lines under another ending is read as such; a large one is
    read forward.
    """
    if _is_lines(given, options):
        yield from records(given, stream, options)
    else:
        yield from _whole(given, stream, options)


def _whole(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    data = stream.read(options.limits.size + 1)
    if len(data) <= options.limits.size:
        yield from _of(value_of(data, given.shown, options), given, "", options)
        return
    yield from forward(given, options)


def _is_lines(given: Input, options: ReadOptions) -> bool:
    """Whether the first line is an object by itself, and another follows."""
    with opened(given, options.limits.expansion) as stream:
        begun = (
            line for _, line in lines(stream, options.limits.size) if line is None or line.strip()
        )
        first, second = next(begun, None), next(begun, None)
    if first is None or second is None or not second.lstrip().startswith(b"{"):
        return False
    return isinstance(value_of(first, given.shown, options), dict)


def _of(value: object, given: Input, where: str, options: ReadOptions) -> Iterator[Found]:
    """The articles in a parsed document; where it holds none, what is wrong with it."""
    if isinstance(value, Unread):
        yield value
        return
    paths = shelves(value) or [(EACH,) if isinstance(value, list) else ()]
    for found in placed(value, paths):
        shown = f"{where} {found.place}".strip()
        yield from on_shelf(replace(found, place=shown), given, options, paths)


def value_of(data: bytes, source: str, options: ReadOptions) -> object:
    """The parsed document; Unread, named by `source`, where it is none."""
    text = decode(data, source, options.encoding)
    if isinstance(text, Unread):
        return text
    if _depth(text, options.limits) > options.limits.nesting:
        reason = f"its brackets are nested over {options.limits.nesting} deep"
        return Unread(source, reason, "Raise --max-nesting if it is an article.")
    try:
        # services send line ends within strings as they are
        return json.loads(text, strict=False)
    except RecursionError:
        return Unread(source, "its brackets are nested too deep", "Lower --max-nesting.")
    except ValueError as error:
        return _mended(text, error, source)


def _mended(text: str, error: ValueError, source: str) -> object:
    """The document with backslashes doubled that escape nothing, as some services send them."""
    if "escape" in str(error):
        try:
            doubled = _ESCAPES.sub(lambda found: r"\\" if found[1] else found[0], text)
            return json.loads(doubled, strict=False)
        except ValueError:
            pass
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
