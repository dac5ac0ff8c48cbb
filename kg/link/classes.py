"""The tree of event classes, from the ontology, as far as linking needs it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import cache, lru_cache

from rdflib import RDFS, Graph, URIRef

from kg.errors import KnowledgeError
from kg.resources import ontology
from kg.vocabulary import SC

ROOT = "Event"
DEFAULT = "default"
"""Stands in `days_apart` for classes that are not named."""


@dataclass(frozen=True)
class ClassTree:
    """`above` maps each event class to its superclasses below Event, nearest first.

    `apart` holds, for classes and for DEFAULT, how many days lie at most between two dates of one
    event; `within` how many days old an event is at most that is told as news.
    """

    above: dict[str, tuple[str, ...]]
    unordered: frozenset[str]
    apart: dict[str, int]
    within: dict[str, int]

    def days_apart(self, name: str) -> int:
        """The most days between two dates of one event of the class `name`."""
        return self._days(self.apart, name)

    def told_within(self, name: str) -> int:
        """How many days before its publication an event of the class `name` is told as news."""
        return self._days(self.within, name)

    def _days(self, table: dict[str, int], name: str) -> int:
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


@lru_cache(maxsize=1)
def class_tree() -> ClassTree:
    """The tree of `ontology/statecraft.ttl` with the notes of `ontology/linking.toml`.

    Raises KnowledgeError where the notes name an unknown key or class.
    """
    graph = Graph().parse(ontology("statecraft.ttl"), format="turtle")
    parents = {
        _local(child): _local(parent)
        for child, parent in graph.subject_objects(RDFS.subClassOf)
        if isinstance(parent, URIRef) and parent.startswith(str(SC._NS))
    }
    above = {name: _above(name, parents) for name in parents}
    events = {name: line[:-1] for name, line in above.items() if line and line[-1] == ROOT}
    notes = linking_notes()
    known = frozenset(events)
    _known(notes.unordered, known)
    _known({*notes.days_apart, *notes.told_within} - {DEFAULT}, known)
    _known(notes.words["accusable"], known)
    return ClassTree(events, frozenset(notes.unordered), notes.days_apart, notes.told_within)


def _local(node: object) -> str:
    return str(node).removeprefix(str(SC._NS))


def _above(name: str, parents: dict[str, str]) -> tuple[str, ...]:
    line: list[str] = []
    while (name := parents.get(name, "")) and name not in line:
        line.append(name)
    return tuple(line)


def _known(named: Iterable[str], known: frozenset[str]) -> None:
    for name in sorted(set(named) - known):
        raise KnowledgeError(
            f"linking.toml: {name!r}", "no event class of the ontology", f"Use {sorted(known)}."
        )


@dataclass(frozen=True)
class Notes:
    """What `ontology/linking.toml` holds; every field is a key that has to be there."""

    unordered: tuple[str, ...]
    days_apart: dict[str, int]
    told_within: dict[str, int]
    words: dict[str, list[str]]
    kinds: dict[str, list[str]]


TOLLS = {"captured", "killed", "missing", "wounded"}
"""Kinds of figures that words beside them tell, and that grow while they are counted."""
WORD_LISTS = (
    "accusable", "added", "background", "function_words", "lasting", "leaning", "moving", "people",
    "rough", "vague_places", "vague_things",
)  # fmt: skip


def linking_notes() -> Notes:
    """The notes of `ontology/linking.toml`; KnowledgeError where keys or values are not as told."""
    path = ontology("linking.toml")
    try:
        notes = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(path.name, f"not valid TOML ({error})", "Mend that line.") from error
    _closed("", set(notes), {f.name for f in fields(Notes)})
    _closed(" [words]", set(notes["words"]), set(WORD_LISTS))
    _closed(" [kinds]", set(notes["kinds"]), TOLLS)
    for table in ("days_apart", "told_within"):
        _days(table, notes[table])
    return Notes(**notes | {"unordered": tuple(notes["unordered"])})


def _days(table: str, given: dict[str, int]) -> None:
    for name, days in given.items():
        if type(days) is not int or days < 0:
            where = f"linking.toml [{table}] {name} = {days!r}"
            raise KnowledgeError(where, "no number of days", "Use 0 or more.")
    if DEFAULT not in given:
        raise KnowledgeError(f"linking.toml [{table}] {DEFAULT}", "it is missing", "Add it.")


def _closed(where: str, given: set[str], allowed: set[str]) -> None:
    for odd in sorted(given ^ allowed):
        raise KnowledgeError(
            f"linking.toml{where}: {odd!r}",
            "unknown or missing key",
            f"Allowed: {', '.join(sorted(allowed))}.",
        )


@cache
def linking_words(key: str) -> frozenset[str]:
    """One of the word lists of `ontology/linking.toml`."""
    return frozenset(linking_notes().words[key])


def linking_kinds() -> dict[str, list[str]]:
    """Kinds of figures to the words that tell them, from `ontology/linking.toml`."""
    return linking_notes().kinds


def spoken(name: str) -> str:
    """A class as a label says it: `ArmsTransfer` is "Arms transfer"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return words[:1].upper() + words[1:].lower()
