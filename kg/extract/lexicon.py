"""The lexicon of `ontology/lexicon/`: frames of event words, semantic types, cues, reference.

A frame says which class of event a word names, in which slots of the syntax view its roles stand,
and what semantic types they must have. Slots are `subject`, `object`, `dative`, `owner`
("Russia's"), `attribute` ("Russian", "troop"), or a preposition. Roles are tried slot by slot,
and the first filler of a fitting type is taken.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Literal, TypeVar, get_args

from kg import resources
from kg.errors import KnowledgeError
from kg.extract import schema
from kg.model import ClaimKind, Modality, Phase

Effect = Literal[
    "say", "believe", "deny", "confirm", "accuse", "fear", "doubt",
    "plan", "consider", "ask", "refuse", "cause", "voice", "last", "thank",
]  # fmt: skip
Row = TypeVar("Row")
_OUTCOMES = frozenset({"ends", "negated"})
_FIGURES = frozenset({"", "price", "toll", "hit"})
ROLES = frozenset({"actor", "recipient", "theme", "pair", "means", "power", "public", "lawful"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One reading of an event word; see the module for slots and types.

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
    A table `defaults` sets any of them for all frames of a file.
    """

    event_class: str
    part: str
    lemmas: tuple[str, ...]
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    theme: tuple[str, ...] = ()
    theme_types: tuple[str, ...] = ()
    actor_types: tuple[str, ...] = ()
    recipient_types: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    phase: str = "starts"
    modality: str = "actual"
    announced: str = "planned"
    ordered: str = "planned"
    halted: str = "ends"
    cancelled: str = "negated"
    progressive: str = "ongoing"
    negated: bool = False
    passive: bool = False
    kin: tuple[str, ...] = ()
    steady: bool = False
    joint: bool = False
    shared: bool = False
    homeward: bool = False
    serves: bool = False
    plural: bool = False
    regular: bool = False
    figures: str = ""
    hostile: bool = False
    active: bool = False
    named: bool = False
    aimed: bool = False
    domestic: bool = False
    sited: bool = False
    spoken: bool = False
    resented: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """Nouns of a semantic type: by themselves, or only with one of the modifiers `by`.

    A modifier listed in `unless` bars the reading.
    """

    type: str
    heads: tuple[str, ...]
    by: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """Words with one effect on the claim below them.

    `frames` limits a verb to complements of a kind: `clause`, `noun`; empty is both. `objects`
    limits the nouns it may take as object ("raised the possibility"). `kind` tells what kind of
    denial a cue of denying makes; without it the denial is full.
    """

    effect: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Markers:
    """Words that set modality without governing: adverbs, adjectives, modals, markers."""

    alleged: tuple[str, ...]
    possible: tuple[str, ...]
    planned: tuple[str, ...]
    expected: tuple[str, ...]
    conditional_marks: tuple[str, ...]
    possible_modals: tuple[str, ...]
    planned_modals: tuple[str, ...]
    according: tuple[str, ...]
    yet: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer: to agents by what they are, to events named before, through containers."""

    state_nouns: tuple[str, ...]
    body_nouns: tuple[str, ...]
    movement_nouns: tuple[str, ...]
    both_nouns: tuple[str, ...]
    side_nouns: tuple[str, ...]
    group_nouns: tuple[str, ...]
    unaffiliated_groups: tuple[str, ...]
    media_nouns: tuple[str, ...]
    containers: tuple[str, ...]
    shares: tuple[str, ...]
    when_nouns: tuple[str, ...]
    event_nouns: tuple[str, ...]
    claim_nouns: tuple[str, ...]
    involvement_nouns: tuple[str, ...]
    content_nouns: tuple[str, ...]
    support_verbs: tuple[str, ...]
    ending_verbs: tuple[str, ...]
    support_nouns: tuple[str, ...]
    ending_nouns: tuple[str, ...]
    going_verbs: tuple[str, ...]
    absorbing_verbs: tuple[str, ...]
    lasting_words: tuple[str, ...]
    name_titles: tuple[str, ...]
    led: tuple[str, ...]
    benefit_verbs: tuple[str, ...]
    refused_nouns: tuple[str, ...]
    demonstratives: tuple[str, ...]
    unnamed_roles: tuple[str, ...]
    relational_nouns: tuple[str, ...]
    stopping_verbs: tuple[str, ...]
    blocking_verbs: tuple[str, ...]
    cancelling_verbs: tuple[str, ...]
    toll_verbs: tuple[str, ...]
    casualty_words: tuple[str, ...]
    claiming_verbs: tuple[str, ...]
    killing_verbs: tuple[str, ...]
    accident_verbs: tuple[str, ...]
    offering_nouns: tuple[str, ...]
    bringing_verbs: tuple[str, ...]
    welcome_words: tuple[str, ...]
    worth_words: tuple[str, ...]
    generic_roles: tuple[str, ...]
    opposed_nouns: tuple[str, ...]
    opposed_roles: tuple[str, ...]
    opposed_words: tuple[str, ...]
    former: tuple[str, ...]
    announcing_verbs: tuple[str, ...]
    ordering_verbs: tuple[str, ...]
    occurrence_verbs: tuple[str, ...]
    located: tuple[str, ...]
    figure_verbs: tuple[str, ...]
    figure_nouns: tuple[str, ...]
    document_nouns: tuple[str, ...]
    addressing_verbs: tuple[str, ...]
    comment_verbs: tuple[str, ...]
    comment_nouns: tuple[str, ...]
    servants: tuple[str, ...]
    arrival_verbs: tuple[str, ...]
    citing_verbs: tuple[str, ...]
    attributing_verbs: tuple[str, ...]
    taking_verbs: tuple[str, ...]
    getting_verbs: tuple[str, ...]
    reviving_verbs: tuple[str, ...]
    user_verbs: tuple[str, ...]
    requesting_verbs: tuple[str, ...]
    void_nouns: tuple[str, ...]
    false_words: tuple[str, ...]
    true_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything under `ontology/lexicon/`, indexed by lemma."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    typed: tuple[Typed, ...]
    cues: tuple[Cue, ...]
    markers: Markers
    reference: Reference
    joint: frozenset[str]
    sited: frozenset[str] = frozenset()
    domestic: frozenset[str] = frozenset()
    kin: frozenset[tuple[str, str]] = frozenset()
    resented: frozenset[str] = frozenset()
    _typed: dict[str, list[Typed]] = field(init=False, repr=False, compare=False)
    _cued: dict[tuple[str, str], tuple[Cue, ...]] = field(init=False, repr=False, compare=False)
    idioms: dict[str, set[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_typed", _rows_of((t.heads, t) for t in self.typed))
        parts = ("verbs", "nouns", "adjectives")
        cued = {part: _rows_of((getattr(c, part), c) for c in self.cues) for part in parts}
        flat = {(lemma, part): tuple(rows) for part in parts for lemma, rows in cued[part].items()}
        object.__setattr__(self, "_cued", flat)
        verbs = (*self.verbs, *self.reference.support_verbs, *self.reference.ending_verbs)
        phrases = [words for words in verbs if " " in words]
        idioms = _rows_of(((words.split()[0],), words) for words in phrases)
        object.__setattr__(self, "idioms", {first: {*rows} for first, rows in idioms.items()})

    def types(self, head: str, modifiers: frozenset[str]) -> frozenset[str]:
        """Semantic types of a noun by lemma, the most special reading alone where one applies."""
        fitting = [t for t in self._typed.get(head, ()) if not modifiers & {*t.unless}]
        special = {t.type for t in fitting if modifiers & {*t.by}}
        return frozenset(special or {t.type for t in fitting if not t.by})

    def cue(self, lemma: str, part: str) -> tuple[Cue, ...]:
        """Cues that list `lemma` under `part`: verbs, nouns or adjectives."""
        return self._cued.get((lemma, part), ())


def _rows_of(rows: Iterable[tuple[tuple[str, ...], Row]]) -> dict[str, list[Row]]:
    """Each word to the rows that list it, in order."""
    found: dict[str, list[Row]] = {}
    for words, row in rows:
        for word in dict.fromkeys(words):
            found.setdefault(word, []).append(row)
    return found


@cache
def load() -> Lexicon:
    """The shipped lexicon, read once; KnowledgeError where a file breaks its schema."""
    folder = resources.ontology("lexicon")
    sets = {k: tuple(v) for k, v in schema.read(folder / "sets.toml").items()}
    frames = [
        frame
        for path in sorted((folder / "frames").glob("*.toml"))
        for frame in _frames(path.name, schema.read(path), sets)
    ]
    types = schema.read(folder / "types.toml")
    cues = schema.read(folder / "cues.toml")
    found = [schema.record("cues.toml [[cue]]", t, Cue) for t in cues.pop("cue")]
    for cue in found:
        schema.choice("cues.toml effect", cue.effect, frozenset(get_args(Effect)))
        schema.choice("cues.toml kind", cue.kind, frozenset({"", *get_args(ClaimKind)}))
    return Lexicon(
        verbs=_index(f for f in frames if f.part == "verb"),
        nouns=_index(f for f in frames if f.part == "noun"),
        joint=frozenset(f.event_class for f in frames if f.joint),
        sited=frozenset(f.event_class for f in frames if f.sited),
        domestic=frozenset(f.event_class for f in frames if f.domestic),
        kin=frozenset((f.event_class, other) for f in frames for other in f.kin),
        resented=frozenset(f.event_class for f in frames if f.resented),
        typed=tuple(schema.record("types.toml [[type]]", t, Typed) for t in types["type"]),
        cues=tuple(found),
        markers=schema.record("cues.toml [markers]", cues["markers"], Markers),
        reference=schema.record(
            "reference.toml", schema.read(folder / "reference.toml"), Reference
        ),
    )


def _frames(name: str, tables: dict[str, object], sets: dict[str, tuple[str, ...]]) -> list[Frame]:
    tables = {"class": "", **tables}
    event_class = tables.pop("class")
    if not event_class:
        raise KnowledgeError(f"{name}: class", "missing key", "Add it.")
    defaults: dict[str, object] = tables.pop("defaults", {})  # type: ignore[assignment]
    schema_keys = frozenset({"verb", "noun"})
    found = []
    for part, rows in tables.items():
        schema.choice(f"{name} table", part, schema_keys)
        for row in rows:  # type: ignore[attr-defined]
            given = {**defaults, **row, "event_class": event_class, "part": part}
            frame = schema.record(f"{name} [[{part}]]", given, Frame)
            found.append(replace(frame, lemmas=_expand(name, frame.lemmas, sets)))
            _check(name, found[-1])
    return found


def _expand(name: str, words: tuple[str, ...], sets: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """`@give` stands for the words of that set."""
    out: list[str] = []
    for word in words:
        if word.startswith("@"):
            schema.choice(f"{name} set", word[1:], frozenset(sets))
            out += sets[word[1:]]
        else:
            out.append(word)
    return tuple(dict.fromkeys(out))


def _check(name: str, frame: Frame) -> None:
    phases = frozenset(get_args(Phase))
    schema.choice(f"{name} phase", frame.phase, phases)
    schema.choice(f"{name} progressive", frame.progressive, phases)
    schema.choice(f"{name} figures", frame.figures, _FIGURES)
    schema.choice(f"{name} halted", frame.halted, _OUTCOMES)
    schema.choice(f"{name} cancelled", frame.cancelled, _OUTCOMES)
    for modality in (frame.modality, frame.announced, frame.ordered):
        schema.choice(f"{name} modality", modality, frozenset(get_args(Modality)))
    for need in frame.needs:
        for one in need.split("|"):
            schema.choice(f"{name} needs", one, ROLES)


def _index(frames: object) -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for frame in frames:  # type: ignore[attr-defined]
        for lemma in frame.lemmas:
            found.setdefault(lemma, []).append(frame)
    return {lemma: tuple(rows) for lemma, rows in found.items()}
