"""The tree of event classes, from the ontology, as far as linking needs it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from functools import lru_cache

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
    event.
    """

    above: dict[str, tuple[str, ...]]
    unordered: frozenset[str]
    apart: dict[str, int]

    def days_apart(self, name: str) -> int:
        """The most days between two dates of one event of the class `name`."""
        line = (name, *self.above.get(name, ()))
        return self.apart[next((n for n in line if n in self.apart), DEFAULT)]

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
    _known(set(notes.days_apart) - {DEFAULT}, known)
    _known(notes.words["accusable"], known)
    return ClassTree(events, frozenset(notes.unordered), notes.days_apart)


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
    words: dict[str, list[str]]


WORD_LISTS = ("accusable", "added", "function_words", "people", "rough")


def linking_notes() -> Notes:
    """The notes of `ontology/linking.toml`; KnowledgeError where keys or values are not as told."""
    path = ontology("linking.toml")
    try:
        notes = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(path.name, f"not valid TOML ({error})", "Mend that line.") from error
    _closed("", set(notes), {f.name for f in fields(Notes)})
    _closed(" [words]", set(notes["words"]), set(WORD_LISTS))
    for name, days in notes["days_apart"].items():
        if type(days) is not int or days < 0:
            raise KnowledgeError(
                f"linking.toml [days_apart] {name} = {days!r}",
                "no number of days",
                "Use 0 or more.",
            )
    if DEFAULT not in notes["days_apart"]:
        raise KnowledgeError(f"linking.toml [days_apart] {DEFAULT}", "it is missing", "Add it.")
    return Notes(tuple(notes["unordered"]), notes["days_apart"], notes["words"])


def _closed(where: str, given: set[str], allowed: set[str]) -> None:
    for odd in sorted(given ^ allowed):
        raise KnowledgeError(
            f"linking.toml{where}: {odd!r}",
            "unknown or missing key",
            f"Allowed: {', '.join(sorted(allowed))}.",
        )


def linking_words(key: str) -> frozenset[str]:
    """One of the word lists of `ontology/linking.toml`."""
    return frozenset(linking_notes().words[key])


def spoken(name: str) -> str:
    """A class as a label says it: `ArmsTransfer` is "Arms transfer"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return words[:1].upper() + words[1:].lower()
