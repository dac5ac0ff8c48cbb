"""Bytes of one text file to the text whose offsets every claim refers to."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from pathlib import Path

from kg.model import Unread

# The 32-bit little-endian mark begins with the 16-bit one, so the longer marks come first.
_OTHER_MARKS = (
    (BOM_UTF32_LE, "UTF-32"),
    (BOM_UTF32_BE, "UTF-32"),
    (BOM_UTF16_LE, "UTF-16"),
    (BOM_UTF16_BE, "UTF-16"),
)


def read_text(path: Path) -> str | Unread:
    """The file decoded as UTF-8, a byte-order mark dropped and line ends kept, or why not."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"it cannot be opened: {error.strerror}"
        return Unread(path.as_posix(), reason, "Make the file readable.")
    return decode(data, path.as_posix())


def decode(data: bytes, source: str) -> str | Unread:
    """UTF-8 bytes to text; Unread (named by `source`) where they are empty, binary or not UTF-8."""
    for mark, encoding in _OTHER_MARKS:
        if data.startswith(mark):
            return Unread(source, f"it is {encoding}, not UTF-8", _convert(encoding))
    if b"\0" in data:
        return Unread(source, "it is binary, not text", "Give its text as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"it is not UTF-8: byte {error.start} is 0x{data[error.start]:02X}"
        return Unread(source, reason, _convert("ITS_ENCODING"))
    if not text.strip():
        return Unread(source, "it is empty", "Put the article's text in it, or remove it.")
    return text


def _convert(encoding: str) -> str:
    return f"Convert it: iconv -f {encoding} -t UTF-8."
