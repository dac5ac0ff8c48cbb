"""WARC, as web archives and news crawls keep pages: responses that are HTML, streamed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from kg.errors import InputError
from kg.model import Unread
from kg.read.options import ReadOptions
from kg.read.record import Found, Input, Record

_PAGES = ("text/html", "application/xhtml+xml")
_REMEDY = "Fetch or copy it anew; what comes before is read."
_HEADER = 65_536
"""Bytes of a header that are let in; servers refuse a quarter of it."""


class _Pieces:
    """A stream that gives what is there. To wait for more would lose it where the stream breaks."""

    def __init__(self, stream: BufferedReader) -> None:
        self._read1 = getattr(stream, "read1", stream.read)
        self._given, self._ended = 0, False

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes."""
        data = bytes(self._read1(size))
        self._given += len(data)
        self._ended = self._ended or not data
        return data

    def tell(self) -> int:
        """Bytes given so far."""
        return self._given

    def cuts(self, found: WarcRecord) -> bool:
        """Whether the stream has ended before the record that was read has."""
        length = _length(found)
        header = sum(len(name) + len(value) + 4 for name, value in found.headers.items())
        end = found.stream_pos + len("WARC/1.0\r\n\r\n") + header + (length or 0)
        return length is None or (self._ended and self._given < end)


def records(given: Input, stream: BufferedReader, options: ReadOptions) -> Iterator[Found]:
    """The page of each response of HTML, None for a record of another kind.

    InputError where the archive is broken or cut off.
    """
    number = 0
    pieces = _Pieces(stream)
    try:
        for found in ArchiveIterator(
            cast("BinaryIO", pieces),
            record_types=WarcRecordType.any_type,
            parse_http=False,
            stream_detect=False,
            max_header_len=_HEADER,
        ):
            number += 1
            page = _page(found, given, f"record {number}", options)
            if pieces.cuts(found):
                yield Unread(f"{given.shown} record {number}", "the archive is cut off", _REMEDY)
                return
            yield page
    except (OSError, ValueError, EOFError) as error:
        where = f"after record {number}" if number else "from its start"
        raise InputError(given.shown, f"it is no WARC {where} ({error})", _REMEDY) from error
    if not number:
        raise InputError(given.shown, "it holds no WARC record", _REMEDY)


def _page(
    found: WarcRecord, given: Input, place: str, options: ReadOptions
) -> Record | Unread | None:
    source = f"{given.shown} {place}"
    if found.record_type != WarcRecordType.response:
        return None
    try:
        found.parse_http(auto_decode="all", max_header_len=_HEADER)
        if not (found.http_content_type or "").lower().startswith(_PAGES) or _failed(found):
            return None
        data = found.reader.read(options.limits.size + 1)
    except (OSError, ValueError) as error:
        return Unread(source, f"its HTTP message is broken ({error})", _REMEDY)
    if len(data) > options.limits.size:
        reason = f"it is larger than {options.limits.size:,} bytes"
        return Unread(source, reason, "Raise --max-bytes if it is one article.")
    url = (found.headers.get("WARC-Target-URI") or "").strip("<>")
    day = found.headers.get("WARC-Date") or ""
    return Record(given.shown, data, place, charset=found.http_charset or "", url=url, fetched=day)


def _failed(found: WarcRecord) -> bool:
    """Whether the server sent an error or a redirection rather than a page."""
    status = found.http_headers.status_code if found.http_headers else None
    return status is not None and status != 200


def _length(found: WarcRecord) -> int | None:
    """Bytes that the record says it has; None where its header ends before it says so."""
    try:
        return int(found.headers.get("Content-Length") or "")
    except ValueError:
        return None
