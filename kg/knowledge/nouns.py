"""Semantic types of nouns, from `ontology/lexicon/types.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from msgspec import Struct

from kg.errors import KnowledgeError
from kg.knowledge.names import AgentType, Names, SemanticType, Word, Words, names
from kg.knowledge.schema import checked
from kg.knowledge.source import Source


class Typed(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of a semantic type: by themselves, or only with one of the `modifiers`.

    A modifier listed in `unless` bars the reading.
    """

    type: SemanticType
    nouns: Words
    modifiers: Words = frozenset()
    unless: Words = frozenset()


class TypeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file types.toml: what each type means, and the nouns of them."""

    meanings: dict[Word, Word]
    type: tuple[Typed, ...]


def types(path: Path) -> tuple[tuple[Typed, ...], Names]:
    """The rows of the file at `path`, and the closed set of types, those of agents included.

    Raises KnowledgeError where it breaks its schema, or declares a type that no noun has.
    """
    source = Source.load(path)
    declared = frozenset(source.tables.get("meanings", ()))
    allowed = names(declared, source.name)
    found = checked(source, TypeFile, {"semantic type": allowed})
    for idle in sorted(declared - {row.type for row in found.type}):
        told = f"{source.name} line {source.line(('meanings', idle))}: {idle}"
        raise KnowledgeError(told, "no noun has this type", "Give it a table, or leave it out.")
    return found.type, names({*declared, *get_args(AgentType)}, source.name)
