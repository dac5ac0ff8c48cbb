"""Events told again, denials of anything else, and what a denial leaves out."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.context import Context
from kg.extract.frames.slots import Filled
from kg.extract.lemmas import lemma_of
from kg.extract.resolve.completion import announced
from kg.extract.resolve.ellipsis import Ellipsis
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.extract.write.draft import PLAIN, Draft
from kg.knowledge.frames import Frame
from kg.language import syntax
from kg.language.tree import Token
from kg.model import Agent, Claim


class Retelling:
    """Drafts claims that lean on what the article said before."""

    def __init__(self, context: Context) -> None:
        self._context, self._ellipsis = context, Ellipsis(context)

    def of(self, trigger: Token) -> Draft | None:
        """The draft of a word that takes up a claim, or of a denial of anything else."""
        return (
            self._silence(trigger)
            or self._figure_denied(trigger)
            or self._again(trigger)
            or self._denied_deed(trigger)
            or self._new_figure(trigger)
            or self._ellipsis.of(trigger)
            or self._plain_denial(trigger)
        )

    def _silence(self, trigger: Token) -> Draft | None:
        """'declined to comment': neither confirmed nor denied what was said of those who speak."""
        lemma, speech = lemma_of(trigger), self._context.lexicon.speech
        if trigger.pos != "VERB" or lemma not in speech.comment_verbs | speech.answering_verbs:
            return None
        found = syntax.arguments(trigger)
        asked = [lemma_of(n) for _, n in found.obliques]
        if lemma not in speech.comment_verbs and not (
            {*asked, *([lemma_of(found.object)] if found.object is not None else [])}
            & speech.comment_nouns
        ):
            return None
        scope = self._context.scope(trigger, None)
        subject = found.subject
        if not scope.negated or subject is None:
            return None
        scope = _answered(scope, subject, Polarity("unconfirmed", kind="nonDenial"), trigger)
        parties = self._context.parties(scope)
        earlier = self._context.anaphora.antecedent(
            trigger, self._context.told(trigger), (), parties
        )
        if earlier is None or not self._concerns(earlier, parties):
            return None
        return self._repeat(trigger, scope, earlier)

    def _concerns(self, claim: Claim, parties: frozenset[str]) -> bool:
        """Whether `claim` is about one of the `parties`, as far as these are known."""
        seen = self._context.agents.seen
        about = {seen[k].principal for k in (*claim.actors, *claim.recipients)}
        return not parties or bool(parties & about)

    def _figure_denied(self, trigger: Token) -> Draft | None:
        """'disputed the figure': the number of the last counted claim is denied, not the deed."""
        lexicon = self._context.lexicon
        if trigger.pos != "NOUN" or lemma_of(trigger) not in lexicon.amounts.figure_nouns:
            return None
        link, above = syntax.governor(trigger)
        if link not in ("object", "oblique") or not syntax.is_verbal(above):
            return None
        cues = self._context.lexicon.cue(lemma_of(above), "verbs")
        if not any(c.effect == "deny" for c in cues):
            return None
        counted = [
            c
            for c in self._context.told(trigger)
            if c.quantity is not None and c.stance == "asserts" and c.event_class != PLAIN
        ]
        scope = self._context.scope(trigger, None)
        subject = syntax.arguments(above).subject
        if not counted or subject is None:
            return None
        earlier = max(counted, key=lambda c: (c.trigger.start, c.id))
        held_back = syntax.negation(above) is not None
        told = Polarity(modality=scope.modality)
        told = told.held_back() if held_back else told.denied("partialDenial")
        scope = _answered(scope, subject, told, above)
        return self._repeat(trigger, scope, earlier)

    def _again(self, trigger: Token) -> Draft | None:
        """An event word without parties, or a word like 'movements', that takes up a claim."""
        if trigger.pos == "PRON":
            return self._denied_pronoun(trigger)
        if trigger.pos != "NOUN":
            return None
        known = self._context.frames(trigger)
        involved = self._is_involvement(trigger)
        frames = self._fitting(trigger, known, involved=involved)
        if frames is None:
            return None
        support = None if involved else self._context.roles.slots.light_words.support(trigger)
        scope = self._context.scope(trigger, support)
        told = scope.speakers and (involved or scope.judged)
        if not frames and scope.stance == "asserts" and not told:
            return None
        classes = tuple(c for f in frames[:1] for c in (f.event_class, *f.kin_classes))
        if not frames and not involved:
            classes = tuple(dict.fromkeys(f.event_class for f in known))
        earlier = self._context.anaphora.antecedent(
            trigger, self._context.told(trigger), classes, self._context.parties(scope)
        )
        if earlier is None:
            return None
        named_class = classes[0] if frames else earlier.event_class
        draft = replace(self._repeat(trigger, scope, earlier), event_class=named_class)
        full = announced(self._context, draft)
        draft = draft if full is None else self._repeat(trigger, scope, full)
        mine = {f.phase for f in known if f.event_class == draft.event_class}
        ends = mine == {"ends"}  # 'the withdrawal' of troops that were sent
        return replace(draft, phase="ends") if ends else draft

    def _fitting(
        self, trigger: Token, known: tuple[Frame, ...], *, involved: bool
    ) -> tuple[Frame, ...] | None:
        """The frames by which `trigger` may take up a claim, () for a plain word; None where it

        takes up nothing.
        """
        anaphora = self._context.anaphora
        definite = anaphora.is_definite(trigger)
        frames = tuple(f for f in known if not {"theme", "means"} & {*f.needs})
        if frames and not (involved or definite):
            return None
        if frames and not involved:
            return frames
        named = bool(known) and definite
        return () if named or involved or anaphora.takes_up(trigger) else None

    def _denied_pronoun(self, pronoun: Token) -> Draft | None:
        """'The ministry denied it': what was said last about those who deny."""
        link = syntax.governor(pronoun)[0]
        if link != "object" or pronoun.lower not in ("it", "this", "that"):
            return None
        scope = self._context.scope(pronoun, None)
        if scope.stance == "asserts":
            return None
        parties = self._context.parties(scope)
        earlier = self._context.anaphora.antecedent(
            pronoun, self._context.told(pronoun), (), parties
        )
        return self._repeat(pronoun, scope, earlier) if earlier is not None else None

    def _denied_deed(self, verb: Token) -> Draft | None:
        """'denies its troops attacked': the deed alone is named, the rest was told before."""
        frames = self._context.frames(verb) if verb.pos == "VERB" else ()
        if not frames or not self._is_denied(verb):
            return None
        scope = self._context.scope(verb, None)
        if scope.stance == "asserts":
            return None
        classes = tuple(c for f in frames[:1] for c in (f.event_class, *f.kin_classes))
        earlier = self._context.anaphora.antecedent(
            verb, self._context.told(verb), classes, self._context.parties(scope)
        )
        return self._repeat(verb, scope, earlier) if earlier is not None else None

    def _is_involvement(self, noun: Token) -> bool:
        """'denied involvement', 'alleged Iranian involvement': a part in the event told of."""
        if not self._context.anaphora.is_involvement(noun):
            return False
        cues = self._context.lexicon.cue(lemma_of(syntax.governor(noun)[1]), "verbs")
        return any(c.effect in ("deny", "accuse", "say", "confirm") for c in cues)

    def _involved(self, trigger: Token, scope: Scope) -> tuple[Agent, ...]:
        """'alleged Iranian involvement', 'X denied involvement': whose part in it is meant."""
        if not self._is_involvement(trigger):
            return ()
        found = self._context.agents.belonging(trigger)
        verb = lemma_of(syntax.governor(trigger)[1])
        claimed = verb in self._context.lexicon.speech.claiming_verbs
        if not found and (scope.stance == "denies" or claimed):
            found = tuple(a for s in scope.speakers[:1] for a in self._context.agents.of_phrase(s))
        return found

    def _repeat(self, trigger: Token, scope: Scope, earlier: Claim) -> Draft:
        seen = self._context.agents.seen
        return Draft(
            event_class=earlier.event_class,
            trigger=trigger,
            scope=scope,
            actors=self._context.blamed(scope)
            or self._involved(trigger, scope)
            or tuple(seen[k] for k in earlier.actors),
            recipients=tuple(seen[k] for k in earlier.recipients),
            words=(),
            phase=earlier.phase,
            negated=scope.negated,
            about=earlier.id,
        )

    def _new_figure(self, trigger: Token) -> Draft | None:
        """'to increase this number to 10,000': another figure for the last event that had one."""
        lexicon = self._context.lexicon
        if trigger.pos != "VERB" or lemma_of(trigger) not in lexicon.amounts.figure_verbs:
            return None
        found = syntax.arguments(trigger)
        thing = found.object or found.subject
        target = next((n for p, n in found.obliques if p == "to"), None)
        counted = [
            c
            for c in self._context.told(trigger)
            if c.quantity is not None and c.event_class != PLAIN
        ]
        if thing is None or target is None or not counted or target.pos != "NUM":
            return None
        counts = lemma_of(thing) in lexicon.amounts.figure_nouns
        if not counts or not self._context.anaphora.is_definite(thing):
            return None
        earlier = max(counted, key=lambda c: (c.trigger.start, c.id))
        draft = self._repeat(trigger, self._context.scope(trigger, None), earlier)
        unit = earlier.quantity.unit if earlier.quantity else ""
        return replace(draft, words=(thing, target), figure=target, unit=unit)

    def _plain_denial(self, trigger: Token) -> Draft | None:
        """A denial of what the ontology has no class for is kept as a plain Event."""
        told = trigger.pos in ("NOUN", "VERB", "AUX", "PRON") or syntax.is_verbal(trigger)
        if not told or not self._is_denied(trigger):
            return None
        scope = self._context.scope(trigger, None)
        if scope.stance == "asserts" or not scope.speakers or self._holds_event(trigger):
            return None
        start, end = syntax.span(trigger)
        words = self._context.writer.words(start, end)
        return Draft(
            event_class=PLAIN,
            trigger=trigger,
            scope=scope,
            actors=self._actors_of(trigger),
            recipients=(),
            words=tuple(t for t in self._context.tree[start:end] if not t.is_space),
            phase="starts",
            negated=False,
            label=words.quote,
        )

    def _actors_of(self, trigger: Token) -> tuple[Agent, ...]:
        if syntax.is_verbal(trigger):
            doer = syntax.arguments(trigger).subject
            found = self._context.agents.of_phrase(doer)
            return found or (self._context.agents.belonging(doer) if doer is not None else ())
        content = [c for _, c in syntax.gerunds(trigger) if syntax.is_verbal(c)]
        if content:
            return self._actors_of(content[0])
        return self._context.agents.belonging(trigger)

    def _is_denied(self, trigger: Token) -> bool:
        """Whether `trigger` is itself what a verb of denial denies."""
        link, above = syntax.governor(trigger)
        if link not in ("object", "complement") or above.pos not in ("VERB", "AUX"):
            return False
        person = trigger.pos == "PRON" and trigger.lower not in ("it", "this", "that")
        if link == "object" and (trigger.pos == "PROPN" or person):
            return False  # 'denied Lima a visa', 'has not confirmed him': somebody is refused
        cues = self._context.lexicon.cue(lemma_of(above), "verbs")
        denies = any(
            c.effect in ("deny", "confirm") and (not c.objects or lemma_of(trigger) in c.objects)
            for c in cues
        )
        refused = lemma_of(trigger) in self._context.lexicon.speech.refused_nouns
        return denies and not refused

    def _holds_event(self, trigger: Token) -> bool:
        """Whether an event below `trigger` is denied already, or will be when it is reached."""
        for token in trigger.subtree:
            if token == trigger:
                continue
            frames = self._context.frames(token)
            fits = any(isinstance(self._context.roles.fill(token, f), Filled) for f in frames)
            support = self._context.roles.slots.light_words.support(token)
            if fits and self._context.scopes.read(token, support).stance != "asserts":
                return True
            if self._again(token) is not None:
                return True
        return False


def _answered(scope: Scope, speaker: Token, polarity: Polarity, cue: Token) -> Scope:
    """`scope` as what `speaker` alone says by `cue`."""
    told = replace(scope, polarity=polarity, speakers=(speaker,))
    return told if cue in told.cues else told.with_cue(cue)
