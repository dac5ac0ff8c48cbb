"""How an agent of an article stands to a claim, as numbers by name: trees say party or not.

What the readers made of it, where its words stand to the trigger, how much of the article is about
it, and what other claims say of it. Numbers are between -5 and 2; what is 0 is left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.agree.cast import Cast
from kg.extract.propose.marks import SURE, Marks
from kg.extract.propose.proposal import Role, Slot

Keys = frozenset[str]
_EDGE = 0.01
_NEAR = (1, 3, 7, 15)
"""Words between trigger and agent that are told apart."""
_BACK = (0, 1, 2, 4)
"""Sentences and paragraphs back that are told apart."""
_WORDED = ("agent", "belongs", "form", "label", "own", "pronoun", "quoted", "tag")
"""What of a word's features is looked at; the network sees all."""
_NEARBY = 2
"""Sentences back from which a subject is likely the party that is left out."""
_BESIDE = 40
"""Words within which another claim of the class is near."""
_SHOWN: tuple[Role, ...] = ("actor", "recipient", "claimant", "object", "place")
_TURNS = frozenset({"turn nsubj", "turn nsubj:pass", "turn obj", "turn obl:agent"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Who is actor and who is recipient of one claim, by the keys of who counts."""

    actor: Keys
    recipient: Keys

    def of(self, slot: Slot) -> Keys:
        """Those in `slot`."""
        return self.actor if slot == "actor" else self.recipient


@dataclass(frozen=True, slots=True)
class Seat:
    """A claim with places for its parties: as joined, as the lexicon said, as the network said.

    `said` and `taught` are None where that reader told nothing. `trigger` counts words of the
    sheet, `joint` tells that parties have no order, `body` that one of those held is a body of a
    state or of states, which may well meet alone.
    """

    event_class: str
    trigger: int
    joint: bool
    held: Parties
    said: Parties | None
    taught: Parties | None
    claimants: Keys
    marks: Marks | None
    body: bool = False


def other(slot: Slot) -> Slot:
    """The slot across from `slot`."""
    return "recipient" if slot == "actor" else "actor"


def standing(
    cast: Cast, seat: Seat, beside: Sequence[Seat], slot: Slot, key: str
) -> dict[str, float]:
    """The numbers of the agent `key` as filler of `slot` of `seat`; `beside` are the other claims.

    A name that is told twice counts once.
    """
    found = dict(_read(seat, slot, key))
    found |= dict(_marked(cast, seat, slot, key))
    found |= dict(_placed(cast, seat, key))
    found |= dict(_told(cast, seat, key))
    found |= dict(_repeated(seat, beside, slot, key))
    return {name: value for name, value in found.items() if value}


def _read(seat: Seat, slot: Slot, key: str) -> Iterator[tuple[str, float]]:
    """What the readers made of the agent."""
    across = other(slot)
    by = "both" if seat.said and seat.taught else "lexicon" if seat.said else "network"
    said = seat.said is not None and key in seat.said.of(slot)
    taught = seat.taught is not None and key in seat.taught.of(slot)
    held = seat.held.of(slot)
    if key in held:
        yield "held", 1.0
        yield f"held by {by}", 1.0
        yield "held, rule silent", float(seat.said is not None and not said)
        yield "held, said by rule", float(said)
        yield "held, told by network", float(taught)
        yield "held from elsewhere", float(not said and not taught)
        yield "held with others", float(len(held) > 1 and not seat.joint)
        yield "held jointly", float(seat.joint)
    else:
        yield "open", float(not held)
        yield f"open, {by}", float(not held)
        yield "told by network, not held", float(taught)
    if key in seat.held.of(across):
        yield "across", 1.0
        yield "across by rule", float(seat.said is not None and key in seat.said.of(across))
        yield "across by network", float(seat.taught is not None and key in seat.taught.of(across))
    yield "claimant", float(key in seat.claimants)
    if seat.joint:
        yield f"jointly with {min(3, len(held))}", 1.0
        yield "jointly with a body", float(seat.body)
        yield "held jointly, a body", float(seat.body and key in held)


def _marked(cast: Cast, seat: Seat, slot: Slot, key: str) -> Iterator[tuple[str, float]]:
    """How likely the network holds a word of the agent for a filler of the roles."""
    words = cast.words.get(key, ())
    for role in _SHOWN:
        chances = seat.marks.roles.get(role, {}) if seat.marks is not None else {}
        chance = max((chances.get(word, 0.0) for word in words), default=0.0)
        yield f"marked {role}", chance
        if role == slot:
            yield "marked less than best", max(chances.values(), default=0.0) - chance
            others = (p for word, p in chances.items() if word not in words)
            yield "marked more than others", max(0.0, chance - max(others, default=0.0))
            yield "marked surely", float(chance >= SURE)
            yield "marked at all", math.log(max(chance, _EDGE))


def _placed(cast: Cast, seat: Seat, key: str) -> Iterator[tuple[str, float]]:
    """Where its words stand to the trigger."""
    at, sentences = seat.trigger, cast.sheet.sentences
    words = cast.words.get(key, ())
    here = [word for word in words if sentences[word] == sentences[at]]
    yield from _in_paragraphs(cast, at, words)
    if not here:
        yield from _away(cast, seat, key)
        return
    yield "here", 1.0
    yield "here jointly", float(seat.joint)
    if left := [at - word for word in here if word <= at]:
        yield f"here before by {_step(min(left), _NEAR)}", 1.0
    if right := [word - at for word in here if word > at]:
        yield f"here after by {_step(min(right), _NEAR)}", 1.0
    yield "pronoun", float(any(cast.token(word).pos == "PRON" for word in here))
    yield "rivals here", math.log(1 + sum(sentences[at] == s for s in cast.told)) / 5
    noun = " of noun" if cast.token(at).pos in ("NOUN", "PROPN") else ""
    nearest = min(here, key=lambda word: (abs(word - at), word))
    yield from _worded(cast, nearest, "word")
    yield from _worded(cast, at, "trigger")
    for way in cast.ways.features(at, nearest):
        if way.startswith(("up", "turn", "rise")):
            yield f"way {way}", 1.0
            if noun and way.startswith("turn"):
                yield f"way {way}{noun}", 1.0
    found = {way for word in here for way in cast.ways.features(at, word)} & _TURNS
    yield from ((f"any {way}{'' if cast.token(at).pos == 'VERB' else noun}", 1.0) for way in found)


def _worded(cast: Cast, word: int, called: str) -> Iterator[tuple[str, float]]:
    """How a word stands in the sheet: the form of its name, its kind, its tag, quoted or not."""
    shown = (name for name in cast.sheet.features[word] if name.startswith(_WORDED))
    yield from ((f"{called} {name}", 1.0) for name in shown)


def _in_paragraphs(cast: Cast, at: int, words: Sequence[int]) -> Iterator[tuple[str, float]]:
    """How many paragraphs back it is told of: items of a digest tell nothing of each other."""
    here = cast.paragraphs[at]
    back = [here - cast.paragraphs[word] for word in words if cast.paragraphs[word] <= here]
    yield f"paragraphs back, {_step(min(back), _BACK)}" if back else "paragraphs after", 1.0
    yield "in its paragraph", sum(cast.paragraphs[word] == here for word in words) / 5


def _away(cast: Cast, seat: Seat, key: str) -> Iterator[tuple[str, float]]:
    """Where its words stand, if none is in the trigger's sentence."""
    sentences, words = cast.sheet.sentences, cast.words.get(key, ())
    here = sentences[seat.trigger]
    back = [here - sentences[word] for word in words if sentences[word] < here]
    yield f"back by {_step(min(back), _BACK)}" if back else "only after", 1.0
    near = (word for word in words if 0 < here - sentences[word] <= _NEARBY)
    yield "subject before", float(any(map(cast.is_subject, near)))
    yield "share, away", len(words) / cast.total
    yield f"away, {seat.event_class}", 1.0


def _told(cast: Cast, seat: Seat, key: str) -> Iterator[tuple[str, float]]:
    """Who it is, and how much of the article is about it."""
    kind = cast.context.agents.seen[key].kind
    yield f"kind {kind}", 1.0
    yield f"kind {kind}, {seat.event_class}", 1.0
    yield f"class {seat.event_class}", 1.0
    yield "jointly", float(seat.joint)
    yield "share", len(cast.words.get(key, ())) / cast.total
    yield "most told of", float(key in cast.leading)
    yield "in the headline", float(key in cast.announced)
    yield "in the opening", float(key in cast.opening)
    yield "rivals", math.log(1 + len(cast.words)) / 5


def _repeated(
    seat: Seat, beside: Sequence[Seat], slot: Slot, key: str
) -> Iterator[tuple[str, float]]:
    """What the other claims of the article say of it."""
    across, mine = other(slot), seat.held.of(other(slot))
    if beside:
        yield "in other claims", _share(beside, slot, key)
        yield "across in other claims", _share(beside, across, key)
    alike = [one for one in beside if one.event_class == seat.event_class]
    if not alike:
        return
    yield "in its class", _share(alike, slot, key)
    yield "across in its class", _share(alike, across, key)
    yield "in its class, open", 0.0 if seat.held.of(slot) else _share(alike, slot, key)
    apart = [abs(one.trigger - seat.trigger) for one in alike if key in one.held.of(slot)]
    yield "in its class near", float(min(apart, default=_BESIDE) < _BESIDE)
    yield "same pair", float(_meets(alike, slot, key, mine))
    yield "same pair turned", float(_meets(alike, across, key, mine))


def _share(beside: Sequence[Seat], slot: Slot, key: str) -> float:
    return sum(key in one.held.of(slot) for one in beside) / len(beside)


def _meets(beside: Sequence[Seat], slot: Slot, key: str, mine: Keys) -> bool:
    """Whether a claim has `key` in `slot` and one of `mine` across from it."""
    return any(key in one.held.of(slot) and mine & one.held.of(other(slot)) for one in beside)


def _step(number: int, steps: Sequence[int]) -> str:
    return next((str(step) for step in steps if number <= step), "more")
