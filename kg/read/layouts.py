"""The layouts of exports: `ontology/inputs/exports.toml`, with a closed schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import asdict

from kg.knowledge.faults import Odd, fault
from kg.knowledge.names import Word, Words
from kg.knowledge.schema import checked
from kg.knowledge.source import Source, Way
from kg.resources import ontology

_FILE = "exports.toml"
_CODE = re.compile(r"([A-Z][A-Z0-9]{1,2})(?:\s+(.*))?")
_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z0-9 ()/&.-]{0,40}?)\s*(?::\s*(.*)|\|\s+(.*))?")
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\) ?\d|copyright\b)", re.IGNORECASE)
_PATTERNS = ("begins", "ends", "passing", "closing")
Slot: TypeAlias = Literal["title", "published", "publisher", "language", "url", "id"]


@dataclass(frozen=True)
class Layout:
    """How one archive prints articles; the head of the file explains each key.

    Labels are kept in small letters, unless they are codes.
    """

    name: str
    begins: re.Pattern[str] | None
    ends: re.Pattern[str] | None
    passing: re.Pattern[str] | None
    closing: re.Pattern[str] | None
    marked: frozenset[str]
    header: frozenset[str]
    footer: frozenset[str]
    body: frozenset[str]
    order: tuple[str, ...]
    slots: Mapping[str, str] = field(default_factory=dict)
    coded: bool = False
    repeats: bool = False
    fewest: int = 1
    alone: frozenset[str] = frozenset()

    def label(self, line: str) -> tuple[str, str] | None:
        """The label of a line and what follows it; None where it has none that is known."""
        match = (_CODE if self.coded else _LABEL).fullmatch(line)
        if not match:
            return None
        name = match[1] if self.coded else match[1].lower()
        value = next((group for group in match.groups()[1:] if group), "")
        known = self.header | self.footer | self.body
        set_off = self.coded or ":" in line or "|" in line or name in self.body | self.alone
        if name not in known or not set_off:
            return None
        return name, value.strip()

    def is_passing(self, line: str) -> bool:
        """Whether a line of the header says nothing of the article."""
        return bool(self.passing and self.passing.match(line.strip()))

    def is_copyright(self, line: str) -> bool:
        """Whether a line behind the prose begins what is no prose."""
        return bool(_COPYRIGHT.match(line)) and self.is_passing(line)

    def is_mark(self, mark: str) -> bool:
        """Whether a label or line shows that this is an export of this layout."""
        return mark in self.marked or any(re.match(mark_, mark) for mark_ in self._patterns)

    @property
    def _patterns(self) -> list[str]:
        return [mark for mark in sorted(self.marked) if mark.startswith("^")]


class LayoutRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table `[[layout]]` as it is written; an empty pattern is none."""

    name: Word
    begins: str
    ends: str
    passing: str
    closing: str
    marked: Words
    header: Words
    footer: Words
    body: Words
    order: tuple[Word, ...]
    slots: dict[Word, Slot] = {}
    coded: bool = False
    repeats: bool = False
    fewest: int = 1
    alone: Words = frozenset()


class LayoutFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file exports.toml."""

    layout: tuple[LayoutRow, ...]


@cache
def layouts() -> tuple[Layout, ...]:
    """The layouts in their order; KnowledgeError where one breaks the schema."""
    source = Source.load(ontology("inputs", _FILE))
    rows = checked(source, LayoutFile).layout
    return tuple(_layout(source, number, row) for number, row in enumerate(rows))


def _layout(source: Source, number: int, row: LayoutRow) -> Layout:
    patterns = {key: _pattern(source, ("layout", number, key)) for key in _PATTERNS}
    return Layout(**{**asdict(row), **patterns})


def _pattern(source: Source, way: Way) -> re.Pattern[str] | None:
    value = source.value(way)
    try:
        return re.compile(value) if value else None
    except re.error as error:
        rule = f"it is no regular expression ({error})"
        raise fault(source, Odd(way, value, rule, "Mend it.")) from error
