"""Cues and markers, from `ontology/lexicon/cues.toml`: what a word does to the claim around it."""

from __future__ import annotations

from msgspec import Struct

from kg.knowledge.names import Complement, Effect, Words
from kg.model import ClaimKind


class Cue(Struct, frozen=True, forbid_unknown_fields=True):
    """Words with one effect on the claim below them.

    `complements` limits a verb to complements of a kind: `clause`, `noun`; empty is both. `objects`
    limits the nouns it may take as object ("raised the possibility"). `kind` tells what kind of
    denial a cue of denying makes; without it the denial is full.
    """

    effect: Effect
    verbs: Words = frozenset()
    nouns: Words = frozenset()
    adjectives: Words = frozenset()
    objects: Words = frozenset()
    complements: tuple[Complement, ...] = ()
    kind: ClaimKind | None = None


class Markers(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that set modality without governing: adverbs, adjectives, modals, markers."""

    alleged: Words
    possible: Words
    planned: Words
    scheduled: Words
    awaiting: Words
    looking_back: Words
    conditional_marks: Words
    possible_modals: Words
    planned_modals: Words
    according: Words
    yet: Words
    asking: Words
    missed: Words
    falsely: Words


class CueFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file cues.toml."""

    cue: tuple[Cue, ...]
    markers: Markers
