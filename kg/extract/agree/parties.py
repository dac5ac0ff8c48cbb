"""Who acts and who is acted on, weighed over all agents of the article.

The readers fill what they see: words of the sentence, or of a claim told before. Whether somebody
else of the article fits better is learned from labelled claims (`kg.training.claims.parties`): a
logistic regression over how each agent stands to the claim; its weights are on the card.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.agree.cast import Cast
from kg.extract.agree.kept import Kept
from kg.extract.agree.standing import Parties, Seat, Slot, standing, weighed
from kg.extract.context import Context
from kg.extract.finish import Finish
from kg.extract.propose.features import Sheet
from kg.extract.write.draft import PLAIN, Draft
from kg.model import Agent, principal

SLOTS: tuple[Slot, ...] = ("actor", "recipient")
_FILLS = 0.2
"""Chance from which an agent fills an open recipient: on the dev part half of those are right, of
those who would fill an open actor a third, so that one stays open."""
_STAYS = 0.05
"""Chance below which one of several is dropped."""
_JOINS = 0.7
"""Chance from which somebody is the other party of a meeting that has but one. The three were
chosen on the dev part of the labelled texts. Putting a likelier one in the place of whom the
readers hold brought nothing there, by whatever margin."""
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


class PartyReading:
    """Weighs the parties of the claims of one article by `weights`, by slot and number."""

    def __init__(
        self, context: Context, sheet: Sheet, weights: Mapping[Slot, Mapping[str, float]]
    ) -> None:
        self._context, self._weights = context, weights
        self._cast, self._finish = Cast(context, sheet), Finish(context)

    def settled(self, kept: Sequence[Kept]) -> tuple[Kept, ...]:
        """`kept` with the parties that are likeliest, written anew where they are others."""
        if not self._weights:
            return tuple(kept)
        seats = self.seats(kept)
        return tuple(
            self._settled(one, seat, [s for s in seats if s is not seat])
            for one, seat in zip(kept, seats, strict=True)
        )

    def seats(self, kept: Sequence[Kept]) -> list[Seat]:
        """A seat for each of `kept`, in their order."""
        return [self._seat(one) for one in kept]

    def numbers(
        self, seat: Seat, beside: Sequence[Seat], slot: Slot, keys: Iterable[str] | None = None
    ) -> dict[str, dict[str, float]]:
        """For each of `keys` the numbers that are weighed in `slot` of `seat`, by key.

        None: for each agent that may fill it.
        """
        if keys is None:
            keys = self._cast.words.keys() | seat.held.actor | seat.held.recipient
        return {key: standing(self._cast, seat, beside, slot, key) for key in sorted(keys)}

    def _seat(self, one: Kept) -> Seat:
        counts = one.rule.proposal.counts if one.rule is not None else None
        seen = self._context.agents.seen
        claimants = {principal(c.claimant, seen) for c in one.claims if c.claimant}
        return Seat(
            event_class=one.draft.event_class,
            trigger=self._cast.numbers[one.draft.trigger.i],
            joint=one.facts.joint,
            held=self._parties(one.draft),
            said=None if counts is None else Parties(counts("actor"), counts("recipient")),
            taught=None if one.taught is None else self._parties(one.taught),
            claimants=frozenset(claimants),
            marks=one.facts.marks,
            body=any(agent.kind in _BODIES for agent in one.draft.actors),
        )

    def _parties(self, draft: Draft) -> Parties:
        seen = self._context.agents.seen
        return Parties(
            frozenset(principal(a.key, seen) for a in draft.actors),
            frozenset(principal(a.key, seen) for a in draft.recipients),
        )

    def _settled(self, one: Kept, seat: Seat, beside: Sequence[Seat]) -> Kept:
        if one.draft.event_class == PLAIN:
            return one
        draft, sure = one.draft, 1.0
        for slot in SLOTS[: 1 if seat.joint or draft.kept_open else 2]:
            held = seat.held.of(slot)
            alone = seat.joint and not seat.body  # a council meets by itself
            full = len(held) >= (_PARTIES if alone else 1)
            found = self.numbers(seat, beside, slot, held if full else None)
            chances = {key: weighed(self._weights[slot], told) for key, told in found.items()}
            choice = choose(chances, held, slot, joint=seat.joint)
            draft, sure = self._filled(draft, slot, choice.keys), sure * choice.sure
        claims = one.claims if draft == one.draft else tuple(self._finish.written(draft))
        return replace(one, draft=draft, claims=claims, facts=replace(one.facts, parties=sure))

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


def choose(chances: Chances, held: frozenset[str], slot: Slot, *, joint: bool) -> Choice:
    """Who fills a slot: those `held`, without the unlikely; where it is open, who is likely."""
    order = sorted(chances, key=lambda key: (-chances[key], key))
    if not order:
        return Choice(tuple(sorted(held)), 1.0)
    keys = _together(chances, order, held) if joint else _alone(chances, order, held, slot)
    best = [chances[key] for key in keys]
    return Choice(keys, sum(best) / len(best) if best else 1 - chances[order[0]])


def _alone(
    chances: Chances, order: Sequence[str], held: frozenset[str], slot: Slot
) -> tuple[str, ...]:
    best = order[0]
    if not held:
        return (best,) if slot == "recipient" and chances[best] > _FILLS else ()
    stay = tuple(key for key in order if key in held)
    return tuple(key for key in stay if chances[key] > _STAYS) or stay


def _together(chances: Chances, order: Sequence[str], held: frozenset[str]) -> tuple[str, ...]:
    stay = tuple(k for k in order if k in held)
    found = tuple(k for k in stay if chances[k] > _STAYS) or stay
    others = (k for k in order if k not in found and chances[k] > _JOINS)
    return found if len(found) >= _PARTIES else (*found, *others)
