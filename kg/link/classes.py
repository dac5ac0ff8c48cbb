"""The tree of event classes, from the ontology, as far as linking needs it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from rdflib import RDFS, Graph, URIRef

from kg.errors import KnowledgeError
from kg.resources import ontology
from kg.vocabulary import SC

ROOT = "Event"


@dataclass(frozen=True)
class ClassTree:
    """`above` maps each event class to its superclasses below Event, nearest first."""

    above: dict[str, tuple[str, ...]]
    unordered: frozenset[str]

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
    return ClassTree(events, _unordered(frozenset(events)))


def _local(node: object) -> str:
    return str(node).removeprefix(str(SC._NS))


def _above(name: str, parents: dict[str, str]) -> tuple[str, ...]:
    line: list[str] = []
    while (name := parents.get(name, "")) and name not in line:
        line.append(name)
    return tuple(line)


def _unordered(known: frozenset[str]) -> frozenset[str]:
    named = linking_words("unordered")
    for name in sorted(named - known):
        raise KnowledgeError(
            f"linking.toml: {name!r}", "no event class of the ontology", f"Use {sorted(known)}."
        )
    return named


KEYS = ("function_words", "unordered")


def linking_words(key: str) -> frozenset[str]:
    """One of the lists of `ontology/linking.toml`; KnowledgeError where its keys are not KEYS."""
    notes = tomllib.loads(ontology("linking.toml").read_text(encoding="utf-8"))
    for odd in sorted(set(notes) ^ set(KEYS)):
        raise KnowledgeError(
            f"linking.toml: {odd!r}", "unknown or missing key", f"Allowed: {', '.join(KEYS)}."
        )
    return frozenset(notes[key])


def spoken(name: str) -> str:
    """A class as a label says it: `ArmsTransfer` is "Arms transfer"."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return words[:1].upper() + words[1:].lower()
