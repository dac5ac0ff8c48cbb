"""Event words to drafts of claims: the frames of the lexicon, filled and put in their scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.frames.slots import Filled, Misfit
from kg.extract.lemmas import lemma_of, names_of
from kg.extract.propose.doublets import Doublets
from kg.extract.propose.punished import punished
from kg.extract.propose.spoken import Spoken
from kg.extract.scope.offers import effects_on
from kg.extract.scope.scope import Scope
from kg.extract.scope.upcoming import Upcoming
from kg.extract.write.draft import Draft
from kg.language import syntax, verbal
from kg.language.tree import Token
from kg.model import Agent


class Drafts:
    """Drafts what the event words of one article say in so many words."""

    def __init__(self, context: Context) -> None:
        self._context, self._spoken = context, Spoken(context)
        self._upcoming = Upcoming(context.lexicon.markers)
        self.doublets = Doublets(context)

    def of(self, trigger: Token) -> Iterator[Draft | Misfit]:
        """The drafts of `trigger`, behind the reasons why others of its frames do not fit."""
        fitted, misfits = self._fitted(trigger)
        yield from misfits
        for filled in fitted:
            said = None if self.doublets.is_second(filled) else self._said(filled)
            if said is None:
                self.doublets.skip(filled)
            else:
                self.doublets.add(said)
                yield self._draft(said)

    def _fitted(self, trigger: Token) -> tuple[list[Filled], list[Misfit]]:
        """The best reading of `trigger` for each thing it is about, and why others do not fit."""
        read = [self._context.roles.fill(trigger, f) for f in self._context.frames(trigger)]
        best: dict[int, Filled] = {}
        told: dict[str, Filled] = {}
        for filled in (one for one in read if isinstance(one, Filled)):
            first = told.setdefault(filled.frame.event_class, filled)
            if first.theme != filled.theme and first.frame.part == "verb":
                continue  # one verb tells one event of a class
            key = filled.theme.i if filled.theme is not None else -1
            if key not in best or filled.strength > best[key].strength:
                best[key] = filled
        if len(best) > 1:
            best.pop(-1, None)
        # '$2 million in aid' and 'tanks and guns' are given once
        once = {best[key].frame.event_class: best[key] for key in sorted(best, reverse=True)}
        return [*reversed(once.values())], [one for one in read if isinstance(one, Misfit)]

    def _draft(self, filled: Filled) -> Draft:
        support = self._support(filled)
        scope = self._scope(filled, support)
        actors = filled.actors or self._context.blamed(scope) or self._punished(filled)
        outcome = self._outcome(filled, support)
        if filled.frame.occasion and self._is_cancelled(support):
            scope = scope.raised("planned")  # it was to be, and will not be
        return Draft(
            event_class=filled.frame.event_class,
            trigger=filled.trigger,
            scope=scope,
            actors=actors,
            recipients=filled.recipients
            or self._beneficiary(filled)
            or self._context.thankful(scope, filled.frame.event_class),
            words=filled.words,
            phase="ends" if outcome == "ends" else self._phase(filled, scope, support),
            negated=self._is_negated(filled, scope, outcome),
            theme=filled.theme,
            place=filled.place,
            reached=filled.reached,
            figures=filled.frame.figures,
            closed=not actors and self._is_told_who(filled),
            kept_open=self._is_told_who_gets(filled),
        )

    def _scope(self, filled: Filled, support: Token | None) -> Scope:
        """What stands over the event, with what its frame and its light word make of it."""
        frame, carriers = filled.frame, self._context.lexicon.carriers
        scope = self._context.scope(filled.trigger, support)
        named = frame.occasion and frame.part == "noun"
        if named and scope.stance == "asserts" and self._upcoming.holds(filled.trigger):
            scope = scope.raised("planned")
        light = lemma_of(support) if support is not None else ""
        if light in carriers.announcing_verbs:
            scope = scope.raised(frame.announced)
        if light in carriers.ordering_verbs:
            scope = scope.raised(frame.ordered)
        if not self._is_answered(filled):
            scope = scope.raised(frame.modality)
        if frame.foretold:
            scope = scope.without_speakers()  # who does it by saying so does not report it
        if frame.done_by_saying and scope.modality != "alleged":
            scope = replace(scope, polarity=scope.polarity.settled("actual"))
        return scope

    def _is_negated(self, filled: Filled, scope: Scope, outcome: str) -> bool:
        """Whether the words over the event, or its own frame and light word, say that it is not."""
        own = filled.frame.negated or outcome == "negated" or self._is_over(filled, scope)
        return (scope.negated and not self._is_refused(filled)) != own

    def _punished(self, filled: Filled) -> tuple[Agent, ...]:
        """'sanctions on X for the supply of arms': X supplied them; what is given, to another."""
        home = filled.frame.domestic
        reached = {a.principal for a in filled.recipients if not home}
        found = punished(self._context, filled.trigger)
        return found if not reached & {a.principal for a in found} else ()

    def _said(self, filled: Filled) -> Filled | None:
        """`filled` by whoever says it, where it is done by saying; None where nobody does."""
        if not filled.frame.foretold:
            return filled
        scope = self._context.scope(filled.trigger, None)
        actors = self._spoken.actors(filled, scope)
        return replace(filled, actors=actors) if actors else None

    def _is_refused(self, filled: Filled) -> bool:
        """'rejected the ultimatum': what is done in saying it is not undone by a refusal."""
        if not filled.frame.done_by_saying or filled.frame.part != "noun":
            return False
        cues = self._context.lexicon.cue(lemma_of(syntax.governor(filled.trigger)[1]), "verbs")
        return any(c.effect == "refuse" for c in cues)

    def _support(self, filled: Filled) -> Token | None:
        """The light word of an event noun, or the journey that its parties made for it."""
        if filled.frame.part != "noun":
            return None
        light = self._context.roles.slots.light_words
        return light.support(filled.trigger) or (
            light.errand(filled.trigger) if filled.frame.joint else None
        )

    def _is_answered(self, filled: Filled) -> bool:
        """'rejected X's request for arms': no more a possibility, but refused or agreed to."""
        asked = filled.frame.part == "noun" and filled.frame.modality == "possible"
        return asked and bool(
            effects_on(filled.trigger, self._context.lexicon) & {"refuse", "plan"}
        )

    def _is_told_who(self, filled: Filled) -> bool:
        """'the West imposed', 'tribesmen attacked': an actor is told, though nobody knows whom."""
        subject = syntax.arguments(filled.trigger).subject
        if filled.frame.part != "verb" or subject in (None, filled.theme, filled.means):
            return False
        return subject is not None and (subject.pos == "PROPN" or self._is_people(subject))

    def _is_told_who_gets(self, filled: Filled) -> bool:
        """'competitors gained access', 'the aim is to gain access': somebody who is not known."""
        getting = self._context.roles.slots.getting(filled.trigger)
        return getting is not None and "getter" in filled.frame.recipient and not filled.recipients

    def _is_people(self, noun: Token) -> bool:
        known = self._context.roles.slots.nouns(noun) & {"people", "company", "statesman"}
        return noun.pos == "NOUN" and bool(known) and not self._context.anaphora.is_definite(noun)

    def _is_over(self, filled: Filled, scope: Scope) -> bool:
        """'stopped enforcing sanctions': an end is no negation, where the class has ends."""
        return scope.stopped and scope.stance == "asserts" and filled.frame.halted == "ends"

    def _outcome(self, filled: Filled, support: Token | None) -> str:
        """What a light verb that ends things does to this event: 'ends', 'negated' or ''."""
        if support is None or not self._context.roles.slots.light_words.ends(support):
            return ""
        words = {*names_of(support, self._context.lexicon.idioms)}
        if words & self._context.lexicon.carriers.blocking_verbs:
            return "negated"
        return filled.frame.cancelled if self._is_cancelled(support) else filled.frame.halted

    def _is_cancelled(self, support: Token | None) -> bool:
        """'called off', 'postponed': what was not yet done will not be."""
        if support is None:
            return False
        words = {*names_of(support, self._context.lexicon.idioms)}
        return bool(words & self._context.lexicon.carriers.cancelling_words)

    def _phase(self, filled: Filled, scope: Scope, support: Token | None) -> str:
        """The frame's phase, unless the words tell that it lasts or has stopped."""
        lasting = self._context.lexicon.carriers.lasting_words
        if filled.frame.phase != "starts":
            return filled.frame.phase
        if scope.stopped:
            return "ends"
        kept = support is not None and lemma_of(support) in lasting
        if scope.lasting or (
            kept and filled.frame.halted == "ends" and not filled.frame.done_by_saying
        ):
            return "ongoing"
        progressive = verbal.is_progressive(filled.trigger) and scope.modality == "actual"
        return filled.frame.progressive if progressive else "starts"

    def _beneficiary(self, filled: Filled) -> tuple[Agent, ...]:
        """'sends troops to support Russia's war': whom the purpose clause helps."""
        if not filled.frame.purpose_tells_recipient:
            return ()
        for _, clause in syntax.gerunds(filled.trigger):
            if lemma_of(clause) in self._context.lexicon.giving.benefit_verbs:
                thing = syntax.arguments(clause).object
                if thing is not None:
                    return self._context.agents.of_phrase(thing) or self._context.agents.belonging(
                        thing
                    )
        return ()
