"""Names of articles: of their file, their id, their address or their content; never of a count.

A name becomes a file under `graph/articles/` and a part of IRIs, so it is short and, where it is
made here, of letters, digits, `.`, `_` and `-` alone.
"""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit, urlunsplit

from kg.read.record import Record

LONGEST = 200
"""Bytes: file systems take 255, and the name is given an ending."""
_DIGITS = 10
"""Hexadecimal digits of a digest: among a million articles, two share one in one case of two."""
_WORDS = 50
"""Characters of an address or title that stand before the digest, for people to know it by."""
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_ENDING = re.compile(r"\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)

_TRACKING = re.compile(
    r"(?:utm_\w+|at_\w+|ns_\w+|guce_\w+|guccounter|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|"
    r"twclid|igshid|mc_[ce]id|_ga|_gl|_hs\w+|ref|ref_\w+|referrer|referer|cmp|cmpid|s_cid|ncid|smid|"
    r"smtyp|ocid|xtor|ito|spm|taid|ftag|soc_\w+|wt_mc|wt\.mc_\w+|ftcamp|rss|__twitter_impression|"
    r"outputtype|share|mod|sref|srnd|partner|trk|tracking|campaign)(?:=.*)?$",
    re.IGNORECASE,
)
"""Parameters by which sites count who came from where; another of them is no other page."""


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
    url = page_address(record.url)
    address = urlsplit(_valid(url))
    last = [part for part in unquote(address.path).split("/") if part]
    if last or address.query:
        words = _ENDING.sub("", last[-1]) if last else address.netloc
        return f"{_slug(words)}-{_digest(url)}".lstrip("-")
    words = record.title or " ".join(text[:300].split()[:8])
    return f"{_slug(words)}-{_digest(text)}".lstrip("-")


def page_address(url: str) -> str:
    """The address of the page alone, without what only tells who led there, and without a place
    in the page; as it is where it is no address of the web.
    """
    parts = urlsplit(_valid(url))
    if not parts.netloc:
        return url
    kept = "&".join(p for p in parts.query.split("&") if not _TRACKING.match(p))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, kept, ""))


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
