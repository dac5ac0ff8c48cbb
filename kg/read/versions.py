"""Articles of one name: the same once more, another version of its page, or a clash.

A page that is fetched again and has changed is another version: both are read, and linking knows
them by their address. One that has not changed is passed over; it needs no complaint.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256

from kg.model import Article, Unread
from kg.read.naming import key

_DIGITS = 10
"""Hexadecimal digits of the digest of a later version's text, behind the name of the first."""


@dataclass(slots=True)
class _Held:
    """Who has a name: where it lies, its address, and digests of the texts read under it."""

    source: str
    url: str
    texts: set[bytes] = field(default_factory=set)


def unique(items: Iterable[Article | Unread]) -> Iterator[Article | Unread]:
    """The items, no two articles of one name: a version under a name of its own, a clash Unread."""
    taken: dict[str, _Held] = {}
    for item in items:
        if isinstance(item, Unread):
            yield item
            continue
        held = taken.setdefault(key(item.name), _Held(item.source, item.url))
        digest = sha256(item.text.encode("utf-8", "surrogatepass")).digest()
        if digest in held.texts:
            continue
        if not held.texts:
            yield item
        elif item.url and item.url == held.url:
            yield replace(item, name=f"{item.name}--{digest.hex()[:_DIGITS]}")
        else:
            reason = f"its name is taken by {held.source}"
            yield Unread(item.source, reason, "Rename one, or give each an id of its own.")
            continue
        held.texts.add(digest)
