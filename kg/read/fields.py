"""The fields of a record by what they hold, whatever a service calls them and wraps them in.

The names stand in `ontology/inputs/fields.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from kg.knowledge.names import Word
from kg.knowledge.schema import read
from kg.read import dates
from kg.resources import ontology

_PREFIX = re.compile(r"\w+://.*[/#]|[\w-]+:(?!//)", re.DOTALL)
_SIGNS = re.compile(r"[\W_]+")
_NESTED = 8
"""Objects in objects that are looked into; a block editor's article has four."""
_ENVELOPED = 2
"""Envelopes in an envelope that are opened."""
_SHOWN = 12
"""Names of fields that a message lists."""
TYPE = "@type"


Slot: TypeAlias = Literal[
    "text", "summary", "title", "published", "url", "publisher", "id", "language", "fetched"
]
Listed: TypeAlias = tuple[Word, ...]
"""A list whose first members go first."""


class Names(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """`ontology/inputs/fields.toml`, names folded by `fold`."""

    names: dict[Slot, Listed]
    inner: dict[Slot, Listed]
    parts: dict[Literal["names"], Listed]
    envelopes: dict[Literal["names"], Listed]
    types: dict[Literal["articles", "live", "updates"], Listed]
    nothing: dict[Literal["texts", "removed"], Listed]
    cut: dict[Literal["patterns"], Listed]

    @cached_property
    def ranked(self) -> Mapping[str, Listed]:
        """The names of each slot; after them those of fields inside, in one word: source_name."""
        plain = {slot: tuple(map(fold, names)) for slot, names in self.names.items()}
        taken = {name for names in plain.values() for name in names}
        return {
            slot: (*names, *(n + i for n in names for i in self.inside(slot) if n + i not in taken))
            for slot, names in plain.items()
        }

    def inside(self, slot: str) -> tuple[str, ...]:
        """Names of the fields that are meant where a value of `slot` is an object."""
        found = next((names for known, names in self.inner.items() if known == slot), ())
        return tuple(map(fold, found))

    @cached_property
    def nothings(self) -> frozenset[str]:
        """Values that say that there is none."""
        return frozenset(self.nothing["texts"])

    @cached_property
    def cuts(self) -> tuple[re.Pattern[str], ...]:
        """How a text ends that a service cut off."""
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in self.cut["patterns"])


@cache
def known() -> Names:
    """The names of fields; KnowledgeError where their table is unfit."""
    return read(ontology("inputs", "fields.toml"), Names)


@lru_cache(maxsize=10_000)
def fold(name: str) -> str:
    """A name without case, signs and prefix: `dc:date_published` and `datePublished` are one."""
    return _SIGNS.sub("", (_PREFIX.sub("", name) or name).lower())


class View:
    """The fields of one record by folded name, those inside its envelopes among them."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self.fields = fields
        self._found: dict[str, tuple[str, object]] = {}
        self._take(fields, "", _ENVELOPED)

    def _take(self, fields: Mapping[str, object], above: str, depth: int) -> None:
        inner = []
        for name, value in fields.items():
            shown = f"{above}{name}"
            if isinstance(value, Mapping) and fold(name) in _envelopes() and depth:
                inner.append((f"{shown}.", value))
            for folded in _spellings(name):
                if folded not in self._found or not self._found[folded][1]:
                    self._found[folded] = shown, value
        for shown, value in inner:
            self._take(value, shown, depth - 1)

    def named(self, slot: str) -> Iterator[tuple[str, str]]:
        """Each usual name of `slot` that is there and says something, and its words."""
        for folded in known().ranked[slot]:
            if folded in self._found:
                name, value = self._found[folded]
                said = text_of(value, slot)
                if said.strip() and said.strip().casefold() not in known().nothings:
                    yield name, said

    def first(self, slot: str) -> str:
        """The words of the first usual name of `slot`; "" where there are none."""
        return next((said for _, said in self.named(slot)), "")

    def blank(self, slot: str) -> str:
        """The first usual name of `slot` whose field is there and blank; "" where none is."""
        there = (self._found[name] for name in known().ranked[slot] if name in self._found)
        return next((name for name, value in there if not text_of(value, slot).strip()), "")

    def published(self) -> str:
        """The first date of publication that can be read, else the first that is there."""
        said = [said for _, said in self.named("published")]
        return next((text for text in said if dates.published(text)), next(iter(said), ""))

    def was_removed(self) -> bool:
        """Whether a field says that the service took the article back."""
        values = (value for _, value in self._found.values() if isinstance(value, str))
        removed = known().nothing["removed"]
        return any(value.strip().casefold() in removed for value in values)

    def other_dates(self) -> Iterator[str]:
        """Names of fields that hold a date but are none of the usual ones of publication."""
        usual = known().ranked["published"]
        for folded, (name, value) in self._found.items():
            if folded not in usual and _is_date(value):
                yield name

    def longest_other(self) -> tuple[str, int]:
        """The unknown field of most words, and the length of its text; ("", 0) without any."""
        usual = {name for names in known().ranked.values() for name in names}
        others = [
            (len(value), name)
            for folded, (name, value) in self._found.items()
            if folded not in usual and isinstance(value, str) and value.count(" ") > len(value) / 20
        ]
        size, name = max(others, default=(0, ""))
        return name, size

    def __contains__(self, folded: str) -> bool:
        return folded in self._found

    def at(self, folded: str) -> object:
        """The value of the field of that folded name; None where it is not there."""
        return self._found.get(folded, ("", None))[1]

    def listed(self) -> str:
        """The names of the fields, for a message."""
        names = [str(name) for name in self.fields]
        return ", ".join(names[:_SHOWN]) + (" ..." if len(names) > _SHOWN else "")


def is_article(fields: Mapping[str, object]) -> bool:
    """Whether an object is an article rather than what holds articles, or is about something else.

    It has a text, or a title or summary with a date; where it has a type, that of an article.
    """
    kind = is_typed(fields)
    if kind is False:
        return False
    view = View(fields)
    if view.first("text"):
        return True
    told = bool(view.first("title") or view.first("summary"))
    return told and (kind is True or bool(view.first("published")) or view.was_removed())


def is_typed(fields: Mapping[str, object]) -> bool | None:
    """Whether its `@type` is that of an article; None where it has no type."""
    value = fields.get(TYPE)
    kinds = [str(kind) for kind in (value if isinstance(value, list) else [value]) if kind]
    return any(kind.endswith(known().types["articles"]) for kind in kinds) if kinds else None


def text_of(value: object, slot: str, depth: int = _NESTED) -> str:
    """A value as words: dates in ISO form, lists of a text as lines, what is meant of an object."""
    if isinstance(value, str):
        return whole_characters(value)
    if value is None or isinstance(value, bool) or depth == 0:
        return ""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        said = [text for text in (text_of(item, slot, depth - 1) for item in value) if text]
        return "\n".join(said if slot in ("text", "summary") else said[:1])
    if isinstance(value, Mapping):
        return _inside(value, slot, depth - 1)
    return str(value)


def _inside(value: Mapping[str, object], slot: str, depth: int) -> str:
    held = {fold(str(name)): inner for name, inner in value.items()}
    for name in known().inside(slot):
        if name in held and (said := text_of(held[name], slot, depth)):
            return said
    if slot not in ("text", "summary"):
        return ""
    parts = [text_of(inner, slot, depth) for name, inner in held.items() if name in _parts()]
    return "\n".join(part for part in parts if part)


def whole_characters(value: str) -> str:
    """The words, with halves of surrogate pairs replaced, which JSON can write and UTF-8 cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    return value


@cache
def _envelopes() -> frozenset[str]:
    return frozenset(map(fold, known().envelopes["names"]))


@cache
def _parts() -> frozenset[str]:
    return frozenset(map(fold, known().parts["names"]))


@lru_cache(maxsize=10_000)
def _spellings(name: str) -> tuple[str, ...]:
    """The folded name; for `fields.bodyText`, as tables flatten records, also `bodytext`."""
    top, dot, rest = name.partition(".")
    if dot and rest and fold(top) in _envelopes():
        return fold(name), *_spellings(rest)
    return (fold(name),)


def _is_date(value: object) -> bool:
    if isinstance(value, datetime | date):
        return True
    return isinstance(value, str) and not value.isdecimal() and dates.published(value) is not None
