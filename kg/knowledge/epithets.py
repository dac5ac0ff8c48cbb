"""Descriptions of states and blocs, from `ontology/gazetteer/epithets.toml`."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from kg import resources
from kg.knowledge.keys import keys
from kg.knowledge.names import Organisation, State, Words
from kg.knowledge.schema import read


class Epithet(Struct, frozen=True, forbid_unknown_fields=True):
    """What a description can mean: `states` for `nouns` (any, if empty) behind one of `modifiers`,
    or `organisations` whose members the article names.
    """

    nouns: Words = frozenset()
    modifiers: Words = frozenset()
    states: frozenset[State] = frozenset()
    organisations: frozenset[Organisation] = frozenset()


class EpithetFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file epithets.toml."""

    epithet: tuple[Epithet, ...]


@cache
def load() -> tuple[Epithet, ...]:
    """The shipped descriptions, read once; KnowledgeError where the file breaks its schema."""
    path = resources.ontology("gazetteer", "epithets.toml")
    return read(path, EpithetFile, keys()).epithet
