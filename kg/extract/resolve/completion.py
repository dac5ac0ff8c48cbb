"""Parties that a claim leaves out, taken from the other claims of its article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.write.draft import PLAIN, Draft
from kg.language import syntax
from kg.language.tree import present
from kg.model import Agent, Claim


class Completion:
    """Completes drafts; nothing is taken where the article gives two answers."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of_event(self, draft: Draft, claimants: tuple[Agent, ...]) -> Draft:
        """`draft` with parties from what the article tells of such an event elsewhere."""
        lexicon = self._context.lexicon
        if draft.event_class in lexicon.joint:
            return self._joined(draft, claimants)
        unnamed, placed = draft.recipients, draft.event_class in lexicon.placed_by_article
        if placed:
            known = tuple(a for a in unnamed if not self._is_nobody(a))
            draft = replace(draft, recipients=known)
        if not (draft.closed or draft.kept_open):  # else somebody did it, whoever that is
            draft = self._with_parties(draft)
        if placed:
            draft = self._in_setting(draft, people=bool(unnamed))
        return replace(draft, recipients=draft.recipients or unnamed)

    def _with_parties(self, draft: Draft) -> Draft:
        if not draft.actors and not draft.recipients:
            return self._taken_up(draft)
        return draft if draft.actors and draft.recipients else self._with_other_party(draft)

    def _with_other_party(self, draft: Draft) -> Draft:
        """The other party of 'the airstrikes on X': of the claims that share a party, all agree.

        Where they do not, a definite noun takes up the nearest one.
        """
        definite = self._is_definite(draft)
        if (draft.place and not draft.recipients) or not (draft.actors or definite):
            return draft
        found = self._other_parties(draft, definite=definite)
        if not found or (len(found) > 1 and not definite):
            return draft
        start = draft.trigger.idx
        keys, earlier = min(found.items(), key=lambda f: abs(start - f[1].trigger.start))
        parties = self._context.named(keys)
        return replace(
            draft,
            actors=draft.actors or parties,
            recipients=draft.recipients or parties,
            about=draft.about or earlier.id,
        )

    def _other_parties(self, draft: Draft, *, definite: bool) -> dict[tuple[str, ...], Claim]:
        """Keys of the slot that `draft` leaves out, by claims that share its other slot and place.

        Where the event is `definite` they may leave out the other slot, too.
        """
        known = {a.principal for a in draft.actors or draft.recipients}
        found: dict[tuple[str, ...], Claim] = {}
        for claim in self._alike(draft):
            here, other = claim.actors, claim.recipients
            if not draft.actors:
                here, other = other, here
            same = self._context.principals(here) == known or (definite and not here)
            if other and same and draft.place in ("", claim.place):
                found[other] = claim
        return found

    def _alike(self, draft: Draft) -> list[Claim]:
        """The claims so far of the same class, in the order of the text."""
        told = (c for c in self._context.told(draft.trigger) if c.event_class == draft.event_class)
        return sorted(told, key=place)

    def _is_definite(self, draft: Draft) -> bool:
        """'the attack', 'the recruits arrived': the event, or what it is about, is known."""
        return any(map(self._context.anaphora.is_definite, present(draft.trigger, draft.theme)))

    def _in_setting(self, draft: Draft, *, people: bool) -> Draft:
        """'Rockets hit the base': where other such events were, else where the article is set.

        `people`: who is hit is told ('six villagers'), and may be the attacker's own.
        """
        known = draft.trigger.pos == "NOUN" and self._context.anaphora.is_definite(draft.trigger)
        if draft.recipients or draft.place or known:
            return draft
        found = self._where_hit(draft)
        if found is None:
            found = self._context.setting(draft.trigger)
        mine = set() if people else {a.principal for a in draft.actors}
        return replace(draft, recipients=tuple(a for a in found if a.principal not in mine))

    def _where_hit(self, draft: Draft) -> tuple[Agent, ...] | None:
        """The states hit by other such events; () where these differ, None where none is told."""
        hit = {tuple(sorted(self._context.principals(c.recipients))) for c in self._alike(draft)}
        told = [agents for keys in hit if keys and _are_states(agents := self._context.named(keys))]
        if len(told) == 1:
            return told[0]
        return () if told else None

    def _joined(self, draft: Draft, claimants: tuple[Agent, ...]) -> Draft:
        """'the talks', 'an agreement with X': who takes part besides those that are named."""
        named = tuple(a for a in draft.actors if a.kind != "Group" or a.of)
        parties = {a.principal for a in named}
        if len(parties) > 1:
            return draft
        if other := _invited(draft, parties, claimants) or self._addressed(draft, claimants):
            return replace(draft, actors=(*named, *other))
        if named and not self._context.anaphora.is_definite(draft.trigger):
            return draft
        return self._as_met_before(draft, named, parties)

    def _as_met_before(self, draft: Draft, named: tuple[Agent, ...], parties: set[str]) -> Draft:
        """`draft` with all who took part in the nearest such event, if one of `parties` did."""
        principals, here = self._context.principals, draft.trigger.idx
        met = [c for c in self._alike(draft) if len(principals(c.actors)) > 1]
        if not met:
            return draft
        shared = [c for c in met if parties & principals(c.actors)]
        earlier = min(shared or met, key=lambda c: (abs(here - c.trigger.start), c.id))
        others = (a for a in self._context.named(earlier.actors) if a.principal not in parties)
        return replace(draft, actors=(*named, *others), about=draft.about or earlier.id)

    def _addressed(self, draft: Draft, claimants: tuple[Agent, ...]) -> tuple[Agent, ...]:
        """'X told Y that it is leaving the pact': the other party is the one that is told."""
        own = {c.principal for c in claimants} == {a.principal for a in draft.actors}
        if draft.phase != "ends" or not own or not draft.scope.speakers:
            return ()
        found = syntax.arguments(syntax.governor(draft.scope.speakers[0])[1])
        return self._context.agents.of_phrase(found.dative or found.object)

    def _taken_up(self, draft: Draft) -> Draft:
        """'the troop dispatch', with nobody named: the one told of before."""
        if draft.place or not self._is_definite(draft):
            return draft
        parties = self._context.parties(draft.scope)
        earlier = self._context.taken_up(draft.trigger, (draft.event_class,), parties)
        return draft if earlier is None else self._as_told(draft, earlier)

    def _as_told(self, draft: Draft, earlier: Claim) -> Draft:
        """`draft` with the parties that it lacks from `earlier`, which it takes up."""
        return replace(
            draft,
            actors=draft.actors or self._context.named(earlier.actors),
            recipients=draft.recipients or self._context.named(earlier.recipients),
            about=draft.about or earlier.id,
        )

    def _denied_as_own(self, draft: Draft, claimants: tuple[Agent, ...]) -> Draft:
        """'The ministry denied an invasion of X': who denies is who is said to have done it."""
        hit = {a.principal for a in draft.recipients}
        if draft.actors or draft.trigger.pos != "NOUN" or not hit:
            return draft
        if draft.scope.stance != "denies":
            return draft
        return replace(draft, actors=tuple(a for a in claimants[:1] if a.principal not in hit))

    def of_answer(self, draft: Draft, claimants: tuple[Agent, ...]) -> Draft:
        """`draft`, a denial or silence, with the parties that it leaves out from what it answers.

        It seldom repeats all of them.
        """
        if draft.event_class == PLAIN or (draft.actors and draft.recipients):
            return draft
        parties = frozenset(a.key for a in draft.actors) or self._context.parties(draft.scope)
        earlier = self._context.taken_up(draft.trigger, (draft.event_class,), parties)
        if earlier is None or not self._agrees(draft, earlier):
            return self._denied_as_own(draft, claimants)
        return self._as_told(draft, earlier)

    def _is_nobody(self, agent: Agent) -> bool:
        """'six people', 'Mr X': who belongs to no state that is told, and is no armed band."""
        unnamed = agent.kind in ("Group", "Person") and agent.of is None
        return unnamed and not self._context.agents.groups.is_band(agent)

    def _agrees(self, draft: Draft, earlier: Claim) -> bool:
        """Whether no slot that both fill names somebody else."""
        slots = ((draft.actors, earlier.actors), (draft.recipients, earlier.recipients))
        return all(
            {a.principal for a in mine} & self._context.principals(theirs)
            for mine, theirs in slots
            if mine and theirs
        )


def place(claim: Claim) -> tuple[int, str]:
    """Where a claim stands in its article: a key to sort by."""
    return claim.trigger.start, claim.id


def _are_states(agents: Iterable[Agent]) -> bool:
    return all(agent.kind == "State" for agent in agents)


def _invited(draft: Draft, parties: set[str], claimants: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """'X announced talks with Y': who tells it takes part."""
    beside = any(syntax.after(t, "with") for t in present(draft.trigger, draft.theme))
    other = bool(claimants) and claimants[0].principal not in parties
    return claimants[:1] if parties and beside and other else ()
