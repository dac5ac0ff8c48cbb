"""What a page tells of its article: title, day and publisher, from its metadata."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Literal, TypeAlias
from urllib.parse import urlsplit

from lxml.html import HtmlElement
from msgspec import Struct

from kg.knowledge.names import Word
from kg.knowledge.schema import read
from kg.read.dates import published
from kg.read.ldjson import things
from kg.read.record import Page
from kg.resources import ontology

Slot: TypeAlias = Literal["title", "published", "publisher"]
Mark: TypeAlias = Literal["itemprop", "elements", "role"]

_NAMES: Final = ("property", "name", "itemprop")


class Markup(Struct, frozen=True, forbid_unknown_fields=True):
    """`ontology/inputs/page.toml`; in each list the surest name goes first."""

    meta: dict[Slot, tuple[Word, ...]]
    linked: dict[Slot, tuple[Word, ...]]
    article: dict[Mark, tuple[Word, ...]]


@cache
def markup() -> Markup:
    """What is known of pages; KnowledgeError where the table is unfit."""
    return read(ontology("inputs", "page.toml"), Markup)


def about(tree: HtmlElement, url: str) -> Page:
    """Title, day and publisher; "" and None where the page does not tell."""
    told = _metas(tree)
    linked = list(things(tree))
    days = (published(value) for value in _values("published", told, linked))
    times = (published(str(node.get("datetime"))) for node in tree.iter("time"))
    return Page(
        title=next(_values("title", told, linked), "") or _heading(tree),
        published=next(filter(None, (*days, *times)), None),
        publisher=next(_values("publisher", told, linked), "") or urlsplit(url).hostname or "",
    )


def _metas(tree: HtmlElement) -> Mapping[str, str]:
    """The contents of `meta`, by name in small letters, the first of each name."""
    found: dict[str, str] = {}
    for node in tree.iter("meta"):
        content = " ".join((node.get("content") or "").split())
        for name in filter(None, (node.get(attribute) for attribute in _NAMES)):
            if content:
                found.setdefault(name.strip().lower(), content)
    return found


def _values(
    slot: Slot, told: Mapping[str, str], linked: list[Mapping[str, object]]
) -> Iterator[str]:
    yield from (told[name] for name in markup().meta[slot] if name in told)
    for key in markup().linked[slot]:
        for thing in linked:
            value = thing.get(key)
            if isinstance(value, dict):
                value = value.get("name")
            if isinstance(value, str) and value.strip():
                yield " ".join(value.split())


def _heading(tree: HtmlElement) -> str:
    for name in ("h1", "title"):
        for node in tree.iter(name):
            words_of = " ".join(node.text_content().split())
            if words_of:
                return words_of
    return ""
