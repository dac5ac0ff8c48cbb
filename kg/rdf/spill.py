"""Sorting what need not fit into memory: pairs of a name and bytes are added, and come in order.

Pairs are held until they take HELD bytes. Then they are written, sorted, to a nameless file, and at
the end all such files are merged.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from typing import IO, Final, TypeAlias

import msgspec

Pair: TypeAlias = tuple[str, bytes]

HELD: Final = 48_000_000
"""Bytes held at a time, so that a graph of a million claims is some thirty files."""
_A_PAIR: Final = 250
"""Bytes that Python adds to the contents of a pair."""
_LENGTH: Final = 4


class Sorter:
    """Takes pairs in any order, each any number of times, and gives each once."""

    def __init__(self, held: int = HELD) -> None:
        self._most, self._size = held, 0
        self._pairs: set[Pair] = set()
        self._files: list[IO[bytes]] = []

    def add(self, pairs: Iterable[Pair]) -> None:
        """Take these pairs. OSError where there is no room on the disk."""
        for pair in pairs:
            if pair not in self._pairs:
                self._pairs.add(pair)
                self._size += len(pair[0]) + len(pair[1]) + _A_PAIR
        if self._size > self._most:
            self._spill()

    def pairs(self) -> Iterator[Pair]:
        """All pairs in order of name, those of one name in order of bytes; can be asked once."""
        last = sorted(self._pairs)
        self._pairs.clear()
        before: Pair | None = None
        try:
            for pair in heapq.merge(*map(_read, self._files), last):
                if pair != before:
                    yield pair
                before = pair
        finally:
            for file in self._files:
                file.close()

    def _spill(self) -> None:
        file = tempfile.TemporaryFile()  # noqa: SIM115 - `pairs` closes it
        encode = msgspec.msgpack.Encoder().encode
        for pair in sorted(self._pairs):
            row = encode(pair)
            file.write(len(row).to_bytes(_LENGTH))
            file.write(row)
        self._files.append(file)
        self._pairs.clear()
        self._size = 0


def _read(file: IO[bytes]) -> Iterator[Pair]:
    decode = msgspec.msgpack.Decoder(tuple[str, bytes]).decode
    file.seek(0)
    while length := file.read(_LENGTH):
        yield decode(file.read(int.from_bytes(length)))
