"""Proposals to drafts of claims: whoever fills a role is named, what stands above is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.mentions.belonging import unique
from kg.extract.propose.naming import Naming, heads
from kg.extract.propose.proposal import Proposal, Role, Run
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.extract.scope.upcoming import Upcoming
from kg.extract.write.draft import PLAIN, Draft
from kg.language import syntax
from kg.language.tree import Token
from kg.model import Agent


class Candidates:
    """Drafts what a reader proposes for one article."""

    def __init__(self, context: Context) -> None:
        self._context, self._naming = context, Naming(context)
        self._upcoming = Upcoming(context.lexicon.markers)

    def of(self, proposal: Proposal) -> Draft:
        """The draft of `proposal`, before anything is taken from elsewhere in the article."""
        trigger = self._context.tree[proposal.trigger]
        actors, recipients = self._parties(proposal)
        themes = self._heads(proposal, "object")
        theme = next((t for t in themes if t.pos in ("NOUN", "PROPN") and t != trigger), None)
        return Draft(
            event_class=proposal.event_class,
            trigger=trigger,
            scope=self._scope(proposal, trigger),
            actors=actors,
            recipients=recipients,
            words=tuple(self._words(proposal, trigger)),
            phase=proposal.phase,
            negated=proposal.negated,
            theme=theme,
            place=next(filter(None, map(self._place, self._heads(proposal, "place"))), ""),
            label=self._label(proposal) if proposal.event_class == PLAIN else "",
            figure=next(iter(self._heads(proposal, "quantity")), None),
        )

    def _label(self, proposal: Proposal) -> str:
        """The words of what is denied and has no class: its object, else what hangs on the cue."""
        runs = proposal.runs("object")
        start, end = runs[0] if runs else syntax.span(self._context.tree[proposal.trigger])
        return self._context.writer.words(start, end).quote

    def _parties(self, proposal: Proposal) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
        named = [self._naming.actors(self._tokens(run)) for run in proposal.runs("actor")]
        reached = [self._naming.recipients(self._tokens(run)) for run in proposal.runs("recipient")]
        actors = unique([a for found in named for a in found])
        recipients = unique([a for found in reached for a in found])
        if proposal.event_class in self._context.lexicon.joint:
            return unique([*actors, *recipients]), ()
        return actors, recipients

    def _scope(self, proposal: Proposal, trigger: Token) -> Scope:
        """The scope that the words above give, with what the proposal says of it."""
        light = self._context.roles.slots.light_words
        noun = trigger.pos in ("NOUN", "PROPN")
        scope = self._context.scope(trigger, light.support(trigger) if noun else None)
        unvoiced = proposal.stance == "asserts" and not proposal.runs("claimant")
        kept = scope.stance == proposal.stance and not unvoiced
        kind = scope.kind if kept else None
        told = Polarity(proposal.stance, proposal.modality, proposal.negated, kind)
        named = noun and proposal.event_class in self._context.lexicon.occasions
        if named and told.asserted and self._upcoming.holds(trigger):
            told = told.raised("planned")
        speakers = self._speakers(proposal, scope.speakers)
        return replace(scope, polarity=told, speakers=tuple(speakers))

    def _speakers(self, proposal: Proposal, known: Sequence[Token]) -> list[Token]:
        """The heads of those who say it: as the words above order them, then the nearest first."""
        runs = [self._tokens(run) for run in proposal.runs("claimant")]
        found = [t for t in known if any(t in run for run in runs)]
        new = (run for run in runs if not any(t in run for t in found))
        rest = [head for run in new for head in heads(run)[:1]]
        return [*found, *sorted(rest, key=lambda t: (abs(t.i - proposal.trigger), t.i))]

    def _words(self, proposal: Proposal, trigger: Token) -> list[Token]:
        """The words that fill its roles in its own sentence, for the evidence and the time."""
        roles: tuple[Role, ...] = ("actor", "recipient", "object", "quantity", "place", "time")
        found = [t for role in roles for t in self._heads(proposal, role)]
        return [t for t in dict.fromkeys(found) if t.sentence.start == trigger.sentence.start]

    def _heads(self, proposal: Proposal, role: Role) -> list[Token]:
        return [t for run in proposal.runs(role) for t in heads(self._tokens(run))]

    def _place(self, head: Token) -> str:
        inside = [head, *(n for _, n in syntax.prepositions(head))]
        return next(filter(None, map(self._context.agents.places.label, inside)), "")

    def _tokens(self, run: Run) -> list[Token]:
        return [t for t in self._context.tree[run[0] : run[1]] if not t.is_space]
