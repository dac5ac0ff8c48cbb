"""Bytes to the text whose offsets every claim refers to."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from pathlib import Path

from kg.errors import InputError
from kg.model import Unread

# The 32-bit little-endian mark begins with the 16-bit one, so the longer marks come first.
_OTHER_MARKS = (
    (BOM_UTF32_LE, "UTF-32"),
    (BOM_UTF32_BE, "UTF-32"),
    (BOM_UTF16_LE, "UTF-16"),
    (BOM_UTF16_BE, "UTF-16"),
)
UTF8 = "utf-8"
_SEQUENCE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROLS = 0.02
"""Share of control characters that no prose has. A stray one is kept, as all that is given."""


def read_text(path: Path) -> str | Unread:
    """The file decoded as UTF-8, a byte-order mark dropped and line ends kept, or why not."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"it cannot be opened: {error.strerror}"
        return Unread(path.as_posix(), reason, "Make the file readable.")
    return decode(data, path.as_posix())


def decode(data: bytes, source: str, encoding: str = UTF8) -> str | Unread:
    """Bytes to text; Unread (named by `source`) where they are empty, binary or not `encoding`."""
    if encoding.lower().replace("_", "-") not in {"utf-8", "utf8"}:
        return _decode_as(data, source, encoding)
    for mark, other in _OTHER_MARKS:
        if data.startswith(mark):
            return Unread(source, f"it is {other}, not UTF-8", _convert(other))
    if b"\0" in data:
        return Unread(source, "it is binary, not text", "Give its text as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        offset = error.start + len(BOM_UTF8) * data.startswith(BOM_UTF8)
        return Unread(source, not_utf8(data, offset), _convert("cp1252"))
    return refused(text, source) or text


def refuse_wide(head: bytes, source: str, encoding: str) -> None:
    """InputError where a file of lines begins like UTF-16 or UTF-32, or is said to be.

    Their line ends are no single bytes, so that such a file cannot be read line by line.
    """
    marked = next((name for mark, name in _OTHER_MARKS if head.startswith(mark)), None)
    wide = marked or (encoding.upper() if encoding.lower().startswith(("utf-16", "utf-32")) else "")
    if wide:
        remedy = f"Convert it: iconv -f {wide} -t UTF-8."
        raise InputError(source, f"it is {wide}, not UTF-8", remedy)


def _decode_as(data: bytes, source: str, encoding: str) -> str | Unread:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeError as error:
        return Unread(source, f"it is not {encoding}: {error}", "Give its own --encoding.")
    return refused(text, source) or text


def not_utf8(data: bytes, offset: int) -> str:
    """Why `data` is no UTF-8, which shows at `offset`; says where two encodings are mixed."""
    reason = f"it is not UTF-8: byte {offset} is 0x{data[offset]:02X}"
    sequences = _SEQUENCE.findall(data)
    if any(_is_utf8(sequence) for sequence in sequences):
        reason += "; other bytes of it are, so two encodings are mixed"
    return reason


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def refused(text: str, source: str) -> Unread | None:
    """Unread where `text` holds no words at all: it is empty, or made of control characters."""
    if not text.strip() or not any(map(str.isprintable, text.replace(" ", ""))):
        return Unread(source, "it is empty", "Put the article's text in it, or remove it.")
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > _CONTROLS * len(text):
        return Unread(source, "it is binary, not text", "Give its text as UTF-8.")
    return None


def _convert(encoding: str) -> str:
    return f"Convert it: iconv -f {encoding} -t UTF-8; or say --encoding {encoding.lower()}."
