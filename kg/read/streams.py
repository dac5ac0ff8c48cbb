"""Files as streams of bytes: compressed ones are unpacked on the way, in flat memory.

What a file is compressed with is told by its first bytes, not by its name. Everything that is wrong
with a stream (cut off, broken, a bomb) is an InputError, raised where it shows, so that what comes
before it has been read.
"""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedReader
from typing import BinaryIO, Protocol, cast

from backports import zstd

from kg.errors import InputError
from kg.read.record import Input

_CHUNK = 65_536
_XZ_MEMORY = 256 * 2**20
"""What `xz -9` needs to unpack is 65 MiB; a larger dictionary is not made for text."""
_ZSTD_WINDOW_LOG = 27
"""128 MiB, the largest window that `zstd` itself unpacks without being told to."""
_FREE = 16 * 2**20
"""Bytes that may come out before the ratio counts: small files of blanks are harmless."""


class _Decompressor(Protocol):
    """What bz2, lzma and zstd have in common, and `_Gzip` wraps zlib into."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = -1) -> bytes: ...


class _Gzip:
    """zlib's decompressor for gzip members, with the methods of the other modules'."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=31)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


@dataclass(frozen=True, slots=True)
class _Codec:
    name: str
    magic: bytes
    start: Callable[[], _Decompressor]


_CODECS = (
    _Codec("gzip", b"\x1f\x8b", _Gzip),
    _Codec("bzip2", b"BZh", bz2.BZ2Decompressor),
    _Codec("xz", b"\xfd7zXZ\0", lambda: lzma.LZMADecompressor(memlimit=_XZ_MEMORY)),
    _Codec(
        "zstd",
        b"\x28\xb5\x2f\xfd",
        lambda: zstd.ZstdDecompressor(
            options={zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW_LOG}
        ),
    ),
)
ENDINGS = (".gz", ".bz2", ".xz", ".zst")
"""What compressed files are called; the name of an article goes without them."""


class _Unpacked(io.RawIOBase):
    """The bytes that `raw` holds compressed; several members after one another are one stream."""

    def __init__(self, raw: BinaryIO, codec: _Codec, shown: str, expansion: int) -> None:
        self._raw, self._codec, self._shown, self._expansion = raw, codec, shown, expansion
        self._member = codec.start()
        self._waiting = b""
        self._taken = self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast("bytearray", buffer))
        data = self._next(len(view))
        view[: len(data)] = data
        self._given += len(data)
        if self._given > max(_FREE, self._expansion * self._taken):
            rule = f"it unpacks to over {self._expansion} times its size"
            raise InputError(self._shown, rule, "Raise --max-expansion if it is no bomb.")
        return len(data)

    def _next(self, most: int) -> bytes:
        while not (self._member.eof and not self._has_another()):
            data = self._unpack(most)
            if data:
                return data
        return b""

    def _has_another(self) -> bool:
        """Whether another member follows the one that has ended; zeros are padding."""
        rest = self._member.unused_data or self._waiting
        while not rest.lstrip(b"\0"):
            rest = self._read()
            if not rest:
                return False
        rest = rest.lstrip(b"\0")
        if len(rest) < len(self._codec.magic):
            rest += self._read()
        if not rest.startswith(self._codec.magic):
            raise InputError(
                self._shown, f"after the end of its {self._codec.name} data come other bytes", _CUT
            )
        self._member, self._waiting = self._codec.start(), rest
        return True

    def _unpack(self, most: int) -> bytes:
        data, self._waiting = self._waiting, b""
        if not data and self._member.needs_input:
            data = self._read()
            if not data:
                rule = f"its {self._codec.name} data is cut off"
                raise InputError(self._shown, rule, _CUT)
        try:
            return self._member.decompress(data, most)
        except (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError, zstd.ZstdError) as error:
            rule = f"its {self._codec.name} data is broken ({error})"
            raise InputError(self._shown, rule, _CUT) from error

    def _read(self) -> bytes:
        data = self._raw.read(_CHUNK)
        self._taken += len(data)
        return data


_CUT = "Fetch or copy it anew; what comes before is read."


@contextmanager
def opened(given: Input, expansion: int) -> Iterator[BufferedReader]:
    """The bytes of a file, unpacked where it is compressed. InputError where it cannot be read."""
    try:
        with given.path.open("rb") as raw:
            head = raw.read(max(len(codec.magic) for codec in _CODECS))
            raw.seek(0)
            codec = next((codec for codec in _CODECS if head.startswith(codec.magic)), None)
            if codec is None:
                yield raw
                return
            unpacked = _Unpacked(raw, codec, given.shown, expansion)
            yield io.BufferedReader(unpacked, _CHUNK)
    except OSError as error:
        rule = f"it cannot be opened: {error.strerror or error}"
        raise InputError(given.shown, rule, "Make the file readable.") from error


def lines(stream: BufferedReader, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1; None where it is longer than `longest` bytes.

    A longer line is passed over without being held.
    """
    number = 0
    while True:
        line = stream.readline(longest + 1)
        if not line:
            return
        number += 1
        if len(line) <= longest or line.endswith(b"\n"):
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
        yield number, None
