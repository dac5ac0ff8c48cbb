"""Frames: which class of event a word names, and where the roles of its arguments stand.

A role stands in slots of the syntax view (`slots`), tried one after the other; the first filler of
a fitting semantic type is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import msgspec
from msgspec import Struct, field

from kg.knowledge.names import (
    Closed,
    EventClass,
    Figures,
    Need,
    NounSlot,
    Outcome,
    Part,
    SemanticType,
    VerbSlot,
    Word,
    Words,
    names,
)
from kg.knowledge.schema import checked, fault, stranger
from kg.knowledge.source import Source, Way
from kg.model import Modality, Phase

NEEDS = names(get_args(Need))
_SET = "@"
"""Begins the name of a set of words where a lemma may stand."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a frame says besides its words and slots; a table `defaults` says it for a file.

    `announced` and `ordered` are its modality where it is no more than that; `halted` and
    `cancelled` say what a light verb like 'suspended' or 'called off' does to it; `progressive` is
    its phase in 'is sending'. `kin`: classes that may name the same event again. `steady`: what it
    says is done in saying it, whatever hangs on it (a threat). `joint`: all parties act together
    (a meeting). `shared`: who joins adds to the actors named ("joined U.S. sanctions").
    `homeward`: a person or firm hit stands for its state. `serves`: a purpose clause tells for
    whom ("to support X"). `plural`: one fighter alone is no theme; `regular`: nor are rebels.
    `figures`: which figure counts where its object has none: a `price`, a `toll` or those `hit`.
    `hostile`: it fits only on the ground of others who let nobody in. `active`: never in the
    passive. `named`: a pronoun is no actor.
    `domestic`: a state may do it at home, to itself.
    `aimed`: it fits only where its aim can be hit. `sited`: where its place is left
    out, it is where the article is set. `spoken`: it is done by saying that it will come.
    `resented`: who condemns it is the one hit, where nobody else is named.
    """

    theme_types: tuple[SemanticType, ...] = ()
    actor_types: tuple[SemanticType, ...] = ()
    recipient_types: tuple[SemanticType, ...] = ()
    unless: Words = frozenset()
    needs: tuple[Word, ...] = ()
    phase: Phase = "starts"
    modality: Modality = "actual"
    announced: Modality = "planned"
    ordered: Modality = "planned"
    halted: Outcome = "ends"
    cancelled: Outcome = "negated"
    progressive: Phase = "ongoing"
    negated: bool = False
    passive: bool = False
    kin: frozenset[EventClass] = frozenset()
    steady: bool = False
    joint: bool = False
    shared: bool = False
    homeward: bool = False
    serves: bool = False
    plural: bool = False
    regular: bool = False
    figures: Figures = ""
    hostile: bool = False
    active: bool = False
    named: bool = False
    aimed: bool = False
    domestic: bool = False
    sited: bool = False
    spoken: bool = False
    resented: bool = False


class VerbRow(Settings, frozen=True, kw_only=True):
    """A table `[[verb]]`."""

    lemmas: Words
    actor: tuple[VerbSlot, ...] = ()
    recipient: tuple[VerbSlot, ...] = ()
    theme: tuple[VerbSlot, ...] = ()


class NounRow(Settings, frozen=True, kw_only=True):
    """A table `[[noun]]`."""

    lemmas: Words
    actor: tuple[NounSlot, ...] = ()
    recipient: tuple[NounSlot, ...] = ()
    theme: tuple[NounSlot, ...] = ()


class FrameFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file of `ontology/lexicon/frames/`: the words of one event class."""

    event_class: EventClass = field(name="class")
    defaults: Settings = Settings()
    verb: tuple[VerbRow, ...] = ()
    noun: tuple[NounRow, ...] = ()


class Frame(Settings, frozen=True, kw_only=True):
    """One reading of an event word: a row with the defaults of its file, and its class."""

    event_class: str
    part: Part
    lemmas: frozenset[str]
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()


def frames(path: Path, closed: Closed, sets: Mapping[str, frozenset[str]]) -> Iterator[Frame]:
    """The frames of the file at `path`, in its order: verbs before nouns.

    `sets` are words that may be named as one: `@give`. Raises KnowledgeError where the file
    breaks its schema or names what `closed` lacks.
    """
    source = Source.load(path)
    event_class = checked(source, FrameFile, closed).event_class
    defaults = source.tables.get("defaults", {})
    for part in get_args(Part):
        for number, row in enumerate(source.tables.get(part, ())):
            _check_needs(source, (part, number), row)
            lemmas = _expanded(source, (part, number), row["lemmas"], sets)
            told = {**defaults, **row, "lemmas": lemmas, "event_class": event_class, "part": part}
            yield msgspec.convert(told, Frame)


def _check_needs(source: Source, way: Way, row: Mapping[str, list[str]]) -> None:
    """`actor|recipient` needs one of the two."""
    for number, need in enumerate(row.get("needs", ())):
        for one in need.split("|"):
            if one not in NEEDS.known:
                place = (*way, "needs", number)
                raise fault(source, stranger(place, one, "need", NEEDS))


def _expanded(
    source: Source, way: Way, words: list[str], sets: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """`@give` stands for the words of that set."""
    out: set[str] = set()
    for number, word in enumerate(words):
        if not word.startswith(_SET):
            out.add(word)
        elif (name := word.removeprefix(_SET)) in sets:
            out |= sets[name]
        else:
            known = names((_SET + one for one in sets), "lexicon/sets.toml")
            place = (*way, "lemmas", number)
            raise fault(source, stranger(place, word, "set of words", known))
    return frozenset(out)
