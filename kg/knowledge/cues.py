"""Cues and markers, from `ontology/lexicon/cues.toml`: what a word does to the claim around it."""

from __future__ import annotations

from msgspec import Struct

from kg.knowledge.names import Complement, Effect, Word
from kg.model import ClaimKind


class Cue(Struct, frozen=True, forbid_unknown_fields=True):
    """Words with one effect on the claim below them.

    `frames` limits a verb to complements of a kind: `clause`, `noun`; empty is both. `objects`
    limits the nouns it may take as object ("raised the possibility"). `kind` tells what kind of
    denial a cue of denying makes; without it the denial is full.
    """

    effect: Effect
    verbs: tuple[Word, ...] = ()
    nouns: tuple[Word, ...] = ()
    adjectives: tuple[Word, ...] = ()
    objects: tuple[Word, ...] = ()
    frames: tuple[Complement, ...] = ()
    kind: ClaimKind | None = None


class Markers(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that set modality without governing: adverbs, adjectives, modals, markers."""

    alleged: tuple[Word, ...]
    possible: tuple[Word, ...]
    planned: tuple[Word, ...]
    expected: tuple[Word, ...]
    conditional_marks: tuple[Word, ...]
    possible_modals: tuple[Word, ...]
    planned_modals: tuple[Word, ...]
    according: tuple[Word, ...]
    yet: tuple[Word, ...]
    asking: tuple[Word, ...]
    missed: tuple[Word, ...]
    falsely: tuple[Word, ...]


class CueFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file cues.toml."""

    cue: tuple[Cue, ...]
    markers: Markers
