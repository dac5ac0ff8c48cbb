"""A text told of other states: names are changed by the gazetteer, every other word stays.

In one `World` each state stands for another one, the same in all texts, so that what was told of
one pair by many articles is again told of one pair. Its leaders become the other's leaders of the
same office, its towns the other's towns. A surname is changed only where the full name stands in
the text, for many surnames are words as well. What the other state has no like of keeps its name.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.knowledge.gazetteer import Gazetteer

Names = tuple[str, ...]
_WORD = re.compile(r"(?<![\w.])[^\W\d_]+")


@dataclass(frozen=True)
class Thing:
    """Something with names, the first to be taken for it. `kind` says for what it may be exchanged;
    a `surname` stands for it where one of its `full` names is in the text.
    """

    state: str
    kind: str
    names: Names
    full: Names = ()


def things(gazetteer: Gazetteer) -> Iterator[Thing]:
    """All that may be exchanged, in the order in which a name counts for the one or the other."""
    for key, state in gazetteer.states.items():
        adjectives = (state.adjective, *state.adjectives)
        many = tuple(name for name in state.demonyms if name.endswith("s"))
        one = tuple(name for name in state.demonyms if name not in many)
        given = {"name": (state.label, *state.names), "adjective": tuple(filter(None, adjectives))}
        given |= {"capital": state.capitals, "seat": state.seats, "one": one, "many": many}
        yield from (Thing(key, kind, names) for kind, names in given.items() if names)
    for terms in gazetteer.leaders.values():
        first, full = terms[0], (terms[0].label, *terms[0].names)
        yield Thing(first.of, f"leader {first.office}", full)
        yield Thing(first.of, f"surname {first.office}", first.surname or (first.label,), full)
    for place in gazetteer.places:
        yield Thing(place.of, f"place {place.kind}", (place.label, *place.names))


class World:
    """The world of one number; 0 is the world as it is. `of` are the things with names in it."""

    def __init__(self, number: int, of: Iterable[Thing]) -> None:
        self._number = number
        self._names: dict[str, Thing] = {}
        self._alike: dict[tuple[str, str], list[Thing]] = {}
        for thing in of:
            for name in thing.names:
                self._names.setdefault(name, thing)
            self._alike.setdefault((thing.state, thing.kind), []).append(thing)
        self._beginning = _by_first_word(self._names)
        self._stands_for = self._exchanged()

    def _exchanged(self) -> Mapping[str, str]:
        """Each state with leaders of its own, and the one that it becomes."""
        states = sorted({state for state, kind in self._alike if kind.startswith("leader ")})
        others = random.Random(f"world {self._number}").sample(states, len(states))
        return dict(zip(states, others if self._number else states, strict=True))

    def told(self, text: str) -> str:
        """`text` with the names of this world."""
        if not self._number:
            return text
        made, last = [], 0
        for word in _WORD.finditer(text):
            if word.start() < last:
                continue
            name = self._name(text, word)
            if name is not None:
                made += [text[last : word.start()], self._other(name, text)]
                last = word.start() + len(name)
        return "".join((*made, text[last:]))

    def _name(self, text: str, word: re.Match[str]) -> str | None:
        """The longest name that begins with this word."""
        for name in self._beginning.get(word[0], ()):
            end = word.start() + len(name)
            if text.startswith(name, word.start()) and not text[end : end + 1].isalnum():
                return name
        return None

    def _other(self, name: str, text: str) -> str:
        thing = self._names[name]
        alike = self._alike.get((self._stands_for.get(thing.state, ""), thing.kind))
        if not alike or (thing.full and not any(full in text for full in thing.full)):
            return name
        place = self._alike[thing.state, thing.kind].index(thing)
        return alike[place % len(alike)].names[0]


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    """Names by the letters that they begin with, the longest first; those without are left out."""
    found: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        if first := _WORD.match(name):
            found.setdefault(first[0], []).append(name)
    return found
