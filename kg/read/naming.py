"""Names of articles: of their file, their id, their address or their content; never of a count.

A name becomes a file under `graph/articles/` and a part of IRIs, so it is short and, where it is
made here, of letters, digits, `.`, `_` and `-` alone.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from kg.read.record import Record

LONGEST = 200
"""Bytes: file systems take 255, and the name is given an ending."""
_DIGITS = 10
"""Hexadecimal digits of a digest: among a million articles, two share one in one case of two."""
_WORDS = 50
"""Characters of an address or title that stand before the digest, for people to know it by."""
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)


def from_path(parts: tuple[str, ...]) -> str:
    """The name of a file's article: its path below the folder given, `parts`, without ending."""
    return _short("--".join(parts))


def named(record: Record, text: str) -> str:
    """The name of an article: that of its file or record, and where it is a part of one, which."""
    name = record.name or from_record(record, text)
    return _short(f"{name}--{record.part}") if record.part else name


def from_record(record: Record, text: str) -> str:
    """The name of an article among others in a file: of its id, else its address, else itself.

    An id of digits alone counts within one file only, so the file's name goes before it.
    """
    if record.id:
        stem = PurePosixPath(record.file).name.partition(".")[0]
        return _of_id(f"{stem}-{record.id}" if record.id.isdecimal() else record.id)
    if record.url:
        address = urlsplit(_valid(record.url))
        last = [part for part in unquote(address.path).split("/") if part]
        words = _ENDING.sub("", last[-1]) if last else address.netloc
        return f"{_slug(words)}-{_digest(record.url)}".lstrip("-")
    words = record.title or " ".join(text[:300].split()[:8])
    return f"{_slug(words)}-{_digest(text)}".lstrip("-")


def key(name: str) -> str:
    """What two names must differ in: some file systems fold case and compose accents."""
    return unicodedata.normalize("NFC", name).casefold()


def _of_id(identifier: str) -> str:
    if _SAFE.fullmatch(identifier) and len(identifier) <= LONGEST:
        return identifier
    return f"{_slug(identifier)}-{_digest(identifier)}".lstrip("-")


def _short(name: str) -> str:
    data = name.encode()
    if len(data) <= LONGEST:
        return name
    return f"{data[: LONGEST - _DIGITS - 1].decode(errors='ignore')}-{_digest(name)}"


def _slug(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_WORDS].strip("-")


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "replace")).hexdigest()[:_DIGITS]


def _valid(url: str) -> str:
    """`url`, or "" where it is none: urlsplit raises on a bracket that is not closed."""
    try:
        urlsplit(url)
    except ValueError:
        return ""
    return url
