"""The layouts of exports: `ontology/inputs/exports.toml`, with a closed schema."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from typing import Any

from kg.errors import KnowledgeError
from kg.read.knowledge import tables

_FILE = "exports.toml"
_CODE = re.compile(r"([A-Z][A-Z0-9]{1,2})(?:\s+(.*))?")
_LABEL = re.compile(r"\s*([A-Za-z][A-Za-z0-9 ()/&.-]{0,40}?)\s*(?::\s*(.*)|\|\s+(.*))?")
_COPYRIGHT = re.compile(r"\s*(?:©|\(c\) ?\d|copyright\b)", re.IGNORECASE)
SLOTS = frozenset({"title", "published", "publisher", "language", "url", "id"})


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


@cache
def layouts() -> tuple[Layout, ...]:
    """The layouts in their order; KnowledgeError where one breaks the schema."""
    found = tables(_FILE)
    if set(found) != {"layout"} or not isinstance(found["layout"], list):
        raise KnowledgeError(_FILE, "it has to be a list of [[layout]]", "Write nothing else.")
    return tuple(_layout(number, table) for number, table in enumerate(found["layout"], 1))


def _layout(number: int, table: Mapping[str, Any]) -> Layout:
    where = f"{_FILE} [[layout]] {number}"
    kinds = {known.name: str(known.type) for known in fields(Layout)}
    optional = {"coded", "repeats", "fewest", "alone"}
    for key in sorted(set(table) ^ set(kinds)):
        if key not in kinds or key not in optional:
            rule = "no such key is known" if key not in kinds else "this key is missing"
            raise KnowledgeError(f"{where} {key}", rule, f"Known: {', '.join(sorted(kinds))}.")
    return Layout(
        **{key: _value(f"{where} {key}", value, kinds[key]) for key, value in table.items()}
    )


def _value(where: str, value: object, kind: str) -> Any:  # noqa: ANN401 - of as many types as there are
    if "Pattern" in kind and isinstance(value, str):
        try:
            return re.compile(value) if value else None
        except re.error as error:
            raise KnowledgeError(where, f"no regular expression ({error})", "Mend it.") from error
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return tuple(value) if kind.startswith("tuple") else frozenset(value)
    if isinstance(value, dict) and set(value.values()) <= SLOTS:
        return value
    if kind == type(value).__name__:
        return value
    raise KnowledgeError(f"{where} = {value!r}", f"it has to be a {kind}", "Mend it.")
