"""A file that counts the rows written into it, and refuses more than it was told to take."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Final, TypeVar

import pyoxigraph as ox

Item = TypeVar("Item")

_SEAMS: Final = {
    # Inside a value it would stand with its quotes escaped.
    ox.QueryResultsFormat.JSON.name: (b'"}},{"', 1),
    ox.QueryResultsFormat.XML.name: (b"</result>", 0),
    ox.QueryResultsFormat.TSV.name: (b"\n", -1),
    ox.QueryResultsFormat.CSV.name: (b"\r\n", -1),
}
"""What stands between rows or ends them, and how many more rows there are than of it."""


class TooLarge(Exception):  # noqa: N818 - it ends an answer, and is no fault of the program
    """More rows or bytes than allowed."""


class Counted:
    """Takes what the engine writes; TooLarge where it goes beyond `rows` or `size` bytes.

    The engine writes a format itself, much faster than Python could, and tells of no rows; so they
    are counted by what stands between them. A value with a line end inside counts in CSV as more.
    """

    def __init__(
        self, file: BinaryIO, results: ox.QueryResultsFormat | None, rows: int, size: int
    ) -> None:
        self._file, self._rows, self._size = file, rows, size
        self._seam, self._seen = _SEAMS[results.name] if results else (b"", 0)
        self._tail = b""
        self._written = 0

    def write(self, data: bytes) -> int:
        """Write it, and count."""
        self._written += len(data)
        if self._seam:
            text = self._tail + data
            self._seen += text.count(self._seam)
            self._tail = text[max(text.rfind(self._seam) + 1, len(text) - len(self._seam) + 1) :]
        if self._seen > self._rows:
            raise TooLarge(f"the answer has more than {self._rows:,} rows")
        if self._written > self._size:
            raise TooLarge(f"the answer is larger than {self._size // 1_000_000} MB")
        return self._file.write(data)

    def flush(self) -> None:
        """Nothing: whoever opened the file closes it."""


def at_most(items: Iterable[Item], count: int, told: Callable[[int], str]) -> Iterator[Item]:
    """The items, TooLarge with what `told` says of the limit where there are more."""
    for number, item in enumerate(items):
        if number >= count:
            raise TooLarge(told(count))
        yield item
