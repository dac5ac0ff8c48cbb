"""The lexicon of `ontology/lexicon/`: frames of event words, semantic types, cues, reference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from kg import resources
from kg.knowledge.classes import event_classes
from kg.knowledge.cues import Cue, CueFile, Markers
from kg.knowledge.frames import Frame, frames
from kg.knowledge.keys import keys
from kg.knowledge.names import Names, Part, Word, Words
from kg.knowledge.nouns import Typed
from kg.knowledge.nouns import types as types_of
from kg.knowledge.schema import read
from kg.knowledge.slots import slots
from kg.knowledge.words import Amounts, Carriers, Giving, Harm, Mentions, Parties, Speech

Row = TypeVar("Row")


class Sets(Struct, frozen=True, forbid_unknown_fields=True):
    """The file sets.toml: words that several frames share."""

    sets: dict[Word, Words]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything under `ontology/lexicon/`, indexed by lemma."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    typed: tuple[Typed, ...]
    cues: tuple[Cue, ...]
    markers: Markers
    parties: Parties
    mentions: Mentions
    speech: Speech
    carriers: Carriers
    amounts: Amounts
    harm: Harm
    giving: Giving
    joint: frozenset[str]
    occasions: frozenset[str]
    placed_by_article: frozenset[str] = frozenset()
    domestic: frozenset[str] = frozenset()
    punishing: frozenset[str] = frozenset()
    kin: frozenset[tuple[str, str]] = frozenset()
    _typed: dict[str, list[Typed]] = field(init=False, repr=False, compare=False)
    _cued: dict[tuple[str, str], tuple[Cue, ...]] = field(init=False, repr=False, compare=False)
    idioms: dict[str, set[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_typed", _rows_of((t.nouns, t) for t in self.typed))
        parts = ("verbs", "nouns", "adjectives")
        cued = {part: _rows_of((getattr(c, part), c) for c in self.cues) for part in parts}
        flat = {(lemma, part): tuple(rows) for part in parts for lemma, rows in cued[part].items()}
        object.__setattr__(self, "_cued", flat)
        verbs = (*self.verbs, *self.carriers.support_verbs, *self.carriers.ending_verbs)
        phrases = [words for words in verbs if " " in words]
        idioms = _rows_of(((words.split()[0],), words) for words in phrases)
        object.__setattr__(self, "idioms", {first: {*rows} for first, rows in idioms.items()})

    def types(self, head: str, modifiers: frozenset[str]) -> frozenset[str]:
        """Semantic types of a noun by lemma, the most special reading alone where one applies."""
        fitting = [t for t in self._typed.get(head, ()) if not modifiers & {*t.unless}]
        special = {t.type for t in fitting if modifiers & {*t.modifiers}}
        return frozenset(special or {t.type for t in fitting if not t.modifiers})

    def cue(self, lemma: str, part: str) -> tuple[Cue, ...]:
        """Cues that list `lemma` under `part`: verbs, nouns or adjectives."""
        return self._cued.get((lemma, part), ())


def _rows_of(rows: Iterable[tuple[Iterable[str], Row]]) -> dict[str, list[Row]]:
    """Each word to the rows that list it, in order."""
    found: dict[str, list[Row]] = {}
    for words, row in rows:
        for word in sorted({*words}):
            found.setdefault(word, []).append(row)
    return found


@cache
def load() -> Lexicon:
    """The shipped lexicon, read once; KnowledgeError where a file breaks its schema."""
    folder = resources.ontology("lexicon")
    typed, types = types_of(folder / "types.toml")
    cues = read(folder / "cues.toml", CueFile)
    found = _frames(folder, types)
    return Lexicon(
        verbs=_index(found, "verb"),
        nouns=_index(found, "noun"),
        joint=frozenset(f.event_class for f in found if f.joint),
        occasions=frozenset(f.event_class for f in found if f.occasion),
        placed_by_article=frozenset(f.event_class for f in found if f.placed_by_article),
        domestic=frozenset(f.event_class for f in found if f.domestic),
        punishing=frozenset(f.event_class for f in found if f.punishes),
        kin=frozenset((f.event_class, other) for f in found for other in f.kin_classes),
        typed=typed,
        cues=cues.cue,
        markers=cues.markers,
        parties=read(folder / "parties.toml", Parties, keys()),
        mentions=read(folder / "mentions.toml", Mentions),
        speech=read(folder / "speech.toml", Speech),
        carriers=read(folder / "carriers.toml", Carriers),
        amounts=read(folder / "amounts.toml", Amounts),
        harm=read(folder / "harm.toml", Harm),
        giving=read(folder / "giving.toml", Giving),
    )


def _frames(folder: Path, types: Names) -> tuple[Frame, ...]:
    sets = read(folder / "sets.toml", Sets).sets
    closed = {
        "event class": event_classes(),
        "semantic type": types,
        **slots(folder / "prepositions.toml"),
    }
    paths = sorted((folder / "frames").glob("*.toml"))
    return tuple(frame for path in paths for frame in frames(path, closed, sets))


def _index(found: Iterable[Frame], part: Part) -> dict[str, tuple[Frame, ...]]:
    rows = _rows_of((frame.lemmas, frame) for frame in found if frame.part == part)
    return {lemma: tuple(of) for lemma, of in rows.items()}
