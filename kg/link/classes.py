"""The tree of event classes, from the ontology, as far as linking needs it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.knowledge import linking
from kg.knowledge.classes import ROOT, classes_above
from kg.knowledge.linking import DEFAULT

__all__ = ["ROOT", "ClassTree", "class_tree", "spoken"]


@dataclass(frozen=True)
class ClassTree:
    """`above` maps each event class to its superclasses below Event, nearest first.

    `apart` holds, for classes and for DEFAULT, how many days lie at most between two dates of one
    event; `within` how many days old an event is at most that is told as news.
    """

    above: Mapping[str, tuple[str, ...]]
    unordered: frozenset[str]
    apart: Mapping[str, int]
    within: Mapping[str, int]

    def days_apart(self, name: str) -> int:
        """The days by which two dates of one event of the class `name` usually differ at most."""
        return self._days(self.apart, name)

    def told_within(self, name: str) -> int:
        """How many days before its publication an event of the class `name` is told as news."""
        return self._days(self.within, name)

    def _days(self, table: Mapping[str, int], name: str) -> int:
        line = (name, *self.above.get(name, ()))
        return table[next((n for n in line if n in table), DEFAULT)]

    def root(self, name: str) -> str:
        """The topmost class below Event that holds `name`; itself where the tree lacks it."""
        above = self.above.get(name, ())
        return above[-1] if above else name

    def fits(self, one: str, other: str) -> bool:
        """Whether one of the two is the other or holds it."""
        return one == other or self.is_kind(one, other) or self.is_kind(other, one)

    def is_kind(self, narrow: str, wide: str) -> bool:
        """Whether `wide` is a proper superclass of `narrow`."""
        return wide in self.above.get(narrow, ())


@cache
def class_tree() -> ClassTree:
    """The tree of `ontology/statecraft.ttl` with the notes of `ontology/linking.toml`.

    Raises KnowledgeError where either is not as told.
    """
    notes = linking.load()
    return ClassTree(classes_above(), notes.unordered, notes.days_apart, notes.told_within)


def spoken(name: str) -> str:
    """A class as a label says it: `ArmsTransfer` is "Arms transfer"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return words[:1].upper() + words[1:].lower()
