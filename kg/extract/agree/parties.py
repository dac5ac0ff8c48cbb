"""Who acts and who is acted on, weighed over all agents of the article.

The readers fill what they see: words of the sentence, or of a claim told before. Whether somebody
else of the article fits better is learned from labelled claims (`tests.benchmarks.parties`):
boosted trees over how each agent stands to the claim. A logistic regression over the same numbers
came to 0.288 of whole claims on the dev part, the trees with three times the labels to 0.299.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from kg.extract.agree.cast import Cast
from kg.extract.agree.kept import Kept
from kg.extract.agree.standing import Keys, Parties, Seat, other, standing
from kg.extract.context import Context
from kg.extract.finish import Finish
from kg.extract.propose.features import Sheet
from kg.extract.propose.lexicon import parties
from kg.extract.propose.proposal import Slot
from kg.extract.write.draft import PLAIN, Draft
from kg.model import Agent, principal

_FILLS: Mapping[Slot, float] = {"actor": 0.5, "recipient": 0.2}
"""Chance from which the likeliest agent fills an open slot."""
_STAYS = 0.05
"""Chance below which one who is held is dropped."""
_JOINS = 0.6
"""Chance from which somebody is the other party of a meeting that has but one. All were chosen by
the F1 of parties on labelled texts that neither network nor trees had seen, an agent where the
label has none counted as wrong. Lower ones for who fills a slot bring more whole claims and as
many false accusations: at 0.3 three of five of those who were put in as actors were wrong."""
_PARTIES = 2
"""Those who meet are at least so many."""
_BODIES = frozenset({"GovernmentBody", "IntergovernmentalOrganization"})
_OWNED = frozenset({"Person", "Company"})
Chances = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """The keys that fill a slot, and how likely that is right."""

    keys: tuple[str, ...]
    sure: float


class Weigher(Protocol):
    """Says how likely each of several choices is, by what is known of it."""

    def chances(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """The chance from 0 to 1 of each of `rows`, numbers by name."""


class PartyReading:
    """Weighs the parties of the claims of one article by the `weighers` of the slots."""

    def __init__(self, context: Context, sheet: Sheet, weighers: Mapping[Slot, Weigher]) -> None:
        self._context, self._weighers = context, weighers
        self._cast, self._finish = Cast(context, sheet), Finish(context)

    def settled(self, kept: Sequence[Kept]) -> tuple[Kept, ...]:
        """`kept` with the parties that are likeliest, written anew where they are others."""
        seats = self.seats(kept)
        return tuple(
            self._settled(one, seat, [s for s in seats if s is not seat])
            for one, seat in zip(kept, seats, strict=True)
        )

    def seats(self, kept: Sequence[Kept]) -> list[Seat]:
        """A seat for each of `kept`, in their order."""
        return [self._seat(one) for one in kept]

    def numbers(
        self, seat: Seat, beside: Sequence[Seat], slot: Slot, keys: Keys | None = None
    ) -> dict[str, dict[str, float]]:
        """For each of `keys` the numbers that are weighed in `slot` of `seat`, by key.

        None: for each agent that may fill it.
        """
        everybody = self._cast.words.keys() | seat.held.actor | seat.held.recipient
        named = everybody if keys is None else keys
        return {key: standing(self._cast, seat, beside, slot, key) for key in sorted(named)}

    def _seat(self, one: Kept) -> Seat:
        counts = one.rule.proposal.counts if one.rule is not None else None
        seen = self._context.agents.seen
        claimants = {principal(c.claimant, seen) for c in one.claims if c.claimant}
        return Seat(
            event_class=one.draft.event_class,
            trigger=self._cast.numbers[one.draft.trigger.i],
            joint=one.facts.joint,
            held=_parties(one.draft),
            said=None if counts is None else Parties(counts("actor"), counts("recipient")),
            taught=None if one.taught is None else _parties(one.taught),
            claimants=frozenset(claimants),
            marks=one.facts.marks,
            body=any(agent.kind in _BODIES for agent in one.draft.actors),
        )

    def _settled(self, one: Kept, seat: Seat, beside: Sequence[Seat]) -> Kept:
        if one.draft.event_class == PLAIN:
            return one
        draft, sure = one.draft, 1.0
        for slot, weigher in self._weighers.items():
            if slot == "recipient" and (seat.joint or draft.kept_open):
                continue
            held = seat.held.of(slot)
            alone = seat.joint and not seat.body  # a council meets by itself
            full = len(held) >= (_PARTIES if alone else 1)
            found = self.numbers(seat, beside, slot, held if full else self._rivals(seat, slot))
            chances = dict(zip(found, weigher.chances(list(found.values())), strict=True))
            choice = together(chances, held, alone) if seat.joint else ordered(chances, held, slot)
            draft, sure = self._filled(draft, slot, choice.keys), sure * choice.sure
        claims = one.claims if draft == one.draft else tuple(self._finish.written(draft))
        return replace(one, draft=draft, claims=claims, facts=replace(one.facts, parties=sure))

    def _rivals(self, seat: Seat, slot: Slot) -> Keys:
        """Who may fill a slot: all but those across, for only at home is a deed done to oneself."""
        across = seat.held.of(other(slot)) - seat.held.of(slot)
        home = len(across) == 1 and seat.event_class in self._context.lexicon.domestic
        named = frozenset(self._cast.words) | seat.held.of(slot)
        return named if seat.joint or home else named - across

    def _filled(self, draft: Draft, slot: Slot, keys: Sequence[str]) -> Draft:
        """`draft` with `keys` in `slot`; who is told outside its sentence is marked as such."""
        seen = self._context.agents.seen
        held = draft.actors if slot == "actor" else draft.recipients
        stay = tuple(a for a in held if principal(a.key, seen) in keys)
        new = [k for k in keys if k not in {principal(a.key, seen) for a in stay}]
        if not new and len(stay) == len(held):
            return draft
        found = [self._agent(key, draft, slot) for key in new]
        parties = (*stay, *(agent for agent, _ in found))
        gone = {a.key for a in held} - {a.key for a in parties}
        told = (key for key in draft.completed if key not in gone)
        away = (agent.key for agent, here in found if not here)
        draft = replace(draft, completed=tuple(dict.fromkeys((*told, *away))))
        return replace(draft, **{f"{slot}s": parties})  # type: ignore[arg-type]  # both are agents

    def _agent(self, key: str, draft: Draft, slot: Slot) -> tuple[Agent, bool]:
        """Who is put in for `key`, and whether the sentence of `draft` names him."""
        seen = self._context.agents.seen
        agent, word = self._cast.agent(key, self._cast.numbers[draft.trigger.i])
        here = word is not None and self._cast.token(word).sentence == draft.trigger.sentence
        owned = slot == "recipient" and agent.kind in _OWNED  # a person hit is his state's
        return (seen[key] if owned or not here else agent), here


def _parties(draft: Draft) -> Parties:
    found = parties(draft)
    return Parties(found["actor"], found["recipient"])


def ordered(chances: Chances, held: Keys, slot: Slot) -> Choice:
    """Who fills a slot of an event with sides: those `held`, the unlikely left out; the likeliest
    where nobody is. Nobody takes another's place, by whatever margin: that brought nothing."""
    order = _likeliest(chances)
    stay = (key for key in order if key in held and chances[key] > _STAYS)
    new = (key for key in order[:1] if chances[key] > _FILLS[slot])
    return _choice(tuple(stay if held else new), chances)


def together(chances: Chances, held: Keys, alone: bool) -> Choice:
    """Who meets: those `held`, the unlikely left out, and the likely others.

    `alone` tells that nobody meets by himself.
    """
    order = _likeliest(chances)
    stay = tuple(k for k in order if k in held)
    found = tuple(k for k in stay if chances[k] > _STAYS) or stay
    if alone and len(found) < _PARTIES:
        found += tuple(k for k in order if k not in found and chances[k] > _JOINS)
    return _choice(found, chances)


def _likeliest(chances: Chances) -> tuple[str, ...]:
    return tuple(sorted(chances, key=lambda key: (-chances[key], key)))


def _choice(keys: tuple[str, ...], chances: Chances) -> Choice:
    """`keys`, as sure as they are on the mean; nobody, as sure as nobody is likely."""
    best = [chances[key] for key in keys]
    return Choice(keys, sum(best) / len(best) if best else 1 - max(chances.values(), default=0.0))
