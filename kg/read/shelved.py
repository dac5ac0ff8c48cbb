"""An item of a shelf (`kg.read.shelves`) to the article it holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.model import Unread
from kg.read.options import Columns, ReadOptions
from kg.read.record import Found, Input
from kg.read.shelves import EACH, Path, Placed
from kg.read.table import records as records_of


def on_shelf(
    found: Placed, given: Input, options: ReadOptions, paths: list[Path]
) -> Iterator[Found]:
    """What an item of a shelf gives."""
    if not isinstance(found.value, Mapping):
        kind = type(found.value).__name__
        source = f"{given.shown} {found.place}".rstrip()
        yield Unread(source, f"it is a JSON {kind}, not an object", 'Write {"text": "..."}.')
        return
    yield from records_of(found.value, _below(options.columns, paths), given.shown, found.place)


def _below(columns: Columns, paths: list[Path]) -> Columns:
    """The columns as an item of a shelf has them: of `articles.content` its `content`."""
    named = columns.named()
    for path in paths:
        above = "".join(f"{step}." for step in path if step != EACH)
        named = {slot: column.removeprefix(above) for slot, column in named.items()}
    return Columns(**named) if named else columns
