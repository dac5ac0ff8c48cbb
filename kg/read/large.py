"""A JSON document too large to hold, read forward twice: where articles lie, then each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BufferedReader

import ijson

from kg.errors import InputError
from kg.model import Unread
from kg.read.options import ReadOptions
from kg.read.record import Found, Input
from kg.read.shelved import on_shelf
from kg.read.shelves import EACH, Path, Placed, place, shelves
from kg.read.streams import opened
from kg.read.text import refuse_wide

_ITEMS, _FIELDS, _CHARACTERS = 20, 500, 200
"""Of each list, object and text so much is looked at for the shape."""
_EVENTS = 100_000
"""Steps of the parser between signs of life."""
_REMEDY = "Write it as JSON Lines (jq -c '.[]'), which are read one by one."


def records(given: Input, options: ReadOptions) -> Iterator[Found]:
    """The articles of the document in flat memory, those before a break as well.

    InputError where it is broken, no UTF-8, or holds no shelf (`kg.read.shelves`).
    """
    try:
        outline = _Outline(options)
        with opened(given, options.limits.expansion) as stream:
            refuse_wide(stream.peek(4), given.shown, options.encoding)
            yield from outline.read(stream)
        paths = [path for path in shelves(outline.value) if EACH in path]
        if not paths:
            rule = f"it is larger than {options.limits.size:,} bytes, and no list of articles"
            raise InputError(given.shown, rule, _REMEDY)
        with opened(given, options.limits.expansion) as stream:
            yield from _items(given, stream, options, paths)
    except ijson.JSONError as error:
        rule = f"it is no JSON: {str(error).splitlines()[0][:200]}"
        raise InputError(given.shown, rule, "Mend it; what comes before is read.") from error


class _Outline:
    """The document with lists cut to their first items and texts to their first words."""

    def __init__(self, options: ReadOptions) -> None:
        self._deepest = options.limits.nesting
        self._builder = ijson.ObjectBuilder()
        self._counts: list[int] = []  # values so far in each list and object around
        self._most: list[int] = []

    @property
    def value(self) -> object:
        """What was read so far."""
        return getattr(self._builder, "value", None)

    def read(self, stream: BufferedReader) -> Iterator[None]:
        """Read the document; gives signs of life. A break ends it, for what is before counts."""
        skipped = 0
        try:
            for number, (event, value) in enumerate(ijson.basic_parse(stream, use_float=True)):
                if number % _EVENTS == 0:
                    yield None
                if skipped:
                    skipped += _step(event)
                elif self._is_over(event):
                    skipped = max(_step(event), 0)
                else:
                    self._take(event, value)
        except ijson.JSONError:
            return

    def _is_over(self, event: str) -> bool:
        """Whether this begins a value beyond those that are kept, or one that lies too deep."""
        if event == "map_key" or _step(event) < 0 or not self._counts:
            return False
        self._counts[-1] += 1
        return self._counts[-1] > self._most[-1] or len(self._counts) >= self._deepest

    def _take(self, event: str, value: object) -> None:
        if _step(event) > 0:
            self._counts.append(0)
            self._most.append(_ITEMS if event == "start_array" else _FIELDS)
        elif _step(event) < 0:
            self._counts.pop()
            self._most.pop()
        self._builder.event(event, value[:_CHARACTERS] if isinstance(value, str) else value)


class _Picked:
    """The value under way: one that lies on a shelf, at `prefix`."""

    def __init__(self, prefix: str, number: int) -> None:
        self.place = place((*prefix.split(".")[:-1], str(number)))
        self.size = self._depth = 0
        self._builder = ijson.ObjectBuilder()

    def take(self, event: str, value: object, most: int) -> bool:
        """Add a step of the parser; whether the value is whole with it."""
        self._depth += _step(event)
        self.size += len(value) if isinstance(value, str) else 1
        if self.size <= most:
            self._builder.event(event, value)
        return self._depth == 0

    def found(self, given: Input, options: ReadOptions, paths: list[Path]) -> Iterator[Found]:
        """What the value gives."""
        if self.size > options.limits.size:
            source = f"{given.shown} {self.place}"
            reason = f"it is larger than {options.limits.size:,} characters"
            yield Unread(source, reason, "Raise --max-bytes if it is one article.")
            return
        yield from on_shelf(Placed(self.place, self._builder.value), given, options, paths)


def _items(
    given: Input, stream: BufferedReader, options: ReadOptions, paths: list[Path]
) -> Iterator[Found]:
    """Each item that lies at one of `paths`, in the order of the document."""
    wanted = {".".join(path) for path in paths}
    numbers: Counter[str] = Counter()
    picked: _Picked | None = None
    for number, (prefix, event, value) in enumerate(ijson.parse(stream, use_float=True)):
        if number % _EVENTS == 0:
            yield None
        if picked is None and prefix in wanted and event != "map_key" and _step(event) >= 0:
            numbers[prefix] += 1
            picked = _Picked(prefix, numbers[prefix])
        if picked and picked.take(event, value, options.limits.size):
            yield from picked.found(given, options, paths)
            picked = None


def _step(event: str) -> int:
    """How much deeper a step of the parser leads."""
    return event.startswith("start_") - event.startswith("end_")
