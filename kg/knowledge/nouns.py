"""Semantic types of nouns, from `ontology/lexicon/types.toml`."""

from __future__ import annotations

from msgspec import Struct

from kg.knowledge.names import Word


class Typed(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns of a semantic type: by themselves, or only with one of the modifiers `by`.

    A modifier listed in `unless` bars the reading.
    """

    type: Word
    heads: tuple[Word, ...]
    by: tuple[Word, ...] = ()
    unless: tuple[Word, ...] = ()


class TypeFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file types.toml."""

    type: tuple[Typed, ...]
