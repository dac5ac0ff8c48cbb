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

from kg.knowledge.faults import fault, stranger
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
from kg.knowledge.schema import checked
from kg.knowledge.source import Source, Way
from kg.model import Modality, Phase

NEEDS = names(get_args(Need))
_SET = "@"
"""Begins the name of a set of words where a lemma may stand."""


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a frame says besides its words and slots; a table `defaults` says it for a file."""

    theme_types: tuple[SemanticType, ...] = ()
    actor_types: tuple[SemanticType, ...] = ()
    recipient_types: tuple[SemanticType, ...] = ()
    unless: Words = frozenset()
    """Words beside the trigger that bar the reading."""
    needs: tuple[Word, ...] = ()
    """What it is no event without: roles, or alternatives as `actor|means`."""

    phase: Phase = "starts"
    progressive: Phase = "ongoing"
    """The phase in 'is sending'."""
    modality: Modality = "actual"
    announced: Modality = "planned"
    """The modality where it is no more than announced; `ordered` likewise."""
    ordered: Modality = "planned"
    negated: bool = False
    halted: Outcome = "ends"
    """What a verb like 'suspended' does to it; `cancelled` what one like 'called off' does."""
    cancelled: Outcome = "negated"

    passive_only: bool = False
    active_only: bool = False
    several_only: bool = False
    """One fighter alone is no theme."""
    no_rebels: bool = False
    """Who fights against a state is no theme."""
    no_pronoun_actor: bool = False
    uninvited_only: bool = False
    """It fits only on the ground of others who let nobody in."""
    material_aim: bool = False
    """It fits only where its aim can be hit."""
    not_flown: bool = False
    """What flies on its own is given to nobody where it is sent 'into' or 'over' a place."""

    joint: bool = False
    """All parties act together: a meeting."""
    occasion: bool = False
    """It is held at a time: to come, where those who take part in it 'will speak' at it."""
    joiners_act: bool = False
    """Who joins adds to the actors named: 'joined U.S. sanctions'."""
    punishes: bool = False
    """A deed that it is done for, or over, is that of those whom it hits."""
    domestic: bool = False
    """A state may do it at home, to itself."""
    counts_for_home_state: bool = False
    """A person or firm hit stands for its state."""
    """Who condemns it is the one hit, where nobody else is named."""
    purpose_tells_recipient: bool = False
    """A clause of purpose tells for whom: 'to support X'."""
    placed_by_article: bool = False
    """Where its place is left out, it is where the article is set."""
    figures: Figures = ""
    """Which figure counts where its object has none: a `price`, a `toll` or those `hit`."""

    done_by_saying: bool = False
    """It is done in saying it, whatever hangs on it: a threat."""
    foretold: bool = False
    """It is done by saying that it will come, and needs somebody who says so."""
    kin_classes: frozenset[EventClass] = frozenset()
    """Classes that may name the same event again."""


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
