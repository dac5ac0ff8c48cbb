"""Events told again, denials of anything else, and what a denial leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from kg.extract.context import Context
from kg.extract.frames.slots import Filled
from kg.extract.lemmas import lemma_of
from kg.extract.resolve.completion import place
from kg.extract.resolve.ellipsis import Ellipsis
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.extract.write.draft import PLAIN, Draft
from kg.knowledge.frames import Frame
from kg.language import syntax
from kg.language.tree import Token, present
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
        if trigger.pos != "VERB" or not self._comments(trigger):
            return None
        scope = self._context.scope(trigger, None)
        subject = syntax.arguments(trigger).subject
        if not scope.negated or subject is None:
            return None
        scope = _answered(scope, subject, Polarity("unconfirmed", kind="nonDenial"), trigger)
        parties = self._context.parties(scope)
        earlier = self._context.taken_up(trigger, (), parties)
        if earlier is None:
            return None
        about = self._context.principals((*earlier.actors, *earlier.recipients))
        return None if parties and not parties & about else self._repeat(trigger, scope, earlier)

    def _comments(self, verb: Token) -> bool:
        """'comment', 'respond to questions'."""
        lemma, speech = lemma_of(verb), self._context.lexicon.speech
        if lemma not in speech.answering_verbs:
            return lemma in speech.comment_verbs
        found = syntax.arguments(verb)
        asked = present(found.object, *(noun for _, noun in found.obliques))
        return any(lemma_of(noun) in speech.comment_nouns for noun in asked)

    def _figure_denied(self, trigger: Token) -> Draft | None:
        """'disputed the figure': the number of the last counted claim is denied, not the deed."""
        lexicon = self._context.lexicon
        if trigger.pos != "NOUN" or lemma_of(trigger) not in lexicon.amounts.figure_nouns:
            return None
        above = syntax.governor(trigger)[1]
        denies = any(c.effect == "deny" for c in lexicon.cue(lemma_of(above), "verbs"))
        subject = syntax.arguments(above).subject if denies else None
        counted = [c for c in self._counted(trigger) if c.stance == "asserts"]
        if subject is None or not counted:
            return None
        scope = self._context.scope(trigger, None)
        told = Polarity(modality=scope.modality)
        told = told.held_back() if syntax.negation(above) else told.denied("partialDenial")
        return self._repeat(
            trigger, _answered(scope, subject, told, above), max(counted, key=place)
        )

    def _counted(self, trigger: Token) -> list[Claim]:
        """The claims so far that tell a figure."""
        return [c for c in self._context.told(trigger) if c.quantity is not None]

    def _again(self, trigger: Token) -> Draft | None:
        """An event word without parties, or a word like 'movements', that takes up a claim."""
        if trigger.pos == "PRON":
            said = trigger.lower in ("it", "this", "that")  # 'The ministry denied it'
            as_object = syntax.governor(trigger)[0] == "object"
            return self._denied(trigger, ()) if said and as_object else None
        if trigger.pos != "NOUN":
            return None
        return self._part_again(trigger) or self._noun_again(trigger)

    def _part_again(self, noun: Token) -> Draft | None:
        """'denied involvement', 'alleged Iranian involvement': a part in the event told of."""
        if not self._is_involvement(noun):
            return None
        scope = self._context.scope(noun, None)
        earlier = self._context.taken_up(noun, (), self._context.parties(scope))
        return self._repeat(noun, scope, earlier) if earlier is not None else None

    def _noun_again(self, trigger: Token) -> Draft | None:
        known = self._context.frames(trigger)
        frames = self._fitting(trigger, known)
        if frames is None:
            return None
        support = self._context.roles.slots.light_words.support(trigger)
        scope = self._context.scope(trigger, support)
        if not frames and scope.stance == "asserts" and not scope.judged:
            return None
        classes = _classes(frames) or tuple(dict.fromkeys(map(attrgetter("event_class"), known)))
        earlier = self._context.taken_up(trigger, classes, self._context.parties(scope))
        if earlier is None:
            return None
        draft = self._repeat(trigger, scope, earlier)
        if frames:
            draft = replace(draft, event_class=classes[0])
        phases = {f.phase for f in known if f.event_class == draft.event_class}
        # 'the withdrawal' of troops that were sent
        return replace(draft, phase="ends") if phases == {"ends"} else draft

    def _fitting(self, trigger: Token, known: tuple[Frame, ...]) -> tuple[Frame, ...] | None:
        """Those of its `known` frames by which `trigger` may take up a claim.

        () for a plain word that takes one up, None where it takes up nothing.
        """
        definite = self._context.anaphora.is_definite(trigger)
        frames = tuple(f for f in known if not {"theme", "means"} & {*f.needs})
        if frames:
            return frames if definite else None
        taken_up = (known and definite) or self._context.anaphora.takes_up(trigger)
        return () if taken_up else None

    def _denied(self, trigger: Token, classes: tuple[str, ...]) -> Draft | None:
        """The claim that `trigger` takes up, as it is denied here; None where it is asserted."""
        scope = self._context.scope(trigger, None)
        if scope.stance == "asserts":
            return None
        earlier = self._context.taken_up(trigger, classes, self._context.parties(scope))
        return self._repeat(trigger, scope, earlier) if earlier is not None else None

    def _denied_deed(self, verb: Token) -> Draft | None:
        """'denies its troops attacked': the deed alone is named, the rest was told before."""
        frames = self._context.frames(verb) if verb.pos == "VERB" else ()
        return self._denied(verb, _classes(frames)) if frames and self._is_denied(verb) else None

    def _is_involvement(self, noun: Token) -> bool:
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
            return self._context.agents.of_phrase(next(iter(scope.speakers), None))
        return found

    def _repeat(self, trigger: Token, scope: Scope, earlier: Claim) -> Draft:
        return Draft(
            event_class=earlier.event_class,
            trigger=trigger,
            scope=scope,
            actors=self._context.blamed(scope)
            or self._involved(trigger, scope)
            or self._context.named(earlier.actors),
            recipients=self._context.named(earlier.recipients),
            words=(),
            phase=earlier.phase,
            negated=scope.negated,
            about=earlier.id,
        )

    def _new_figure(self, trigger: Token) -> Draft | None:
        """'to increase this number to 10,000': another figure for the last event that had one."""
        grown = self._grown(trigger)
        counted = self._counted(trigger) if grown is not None else []
        if grown is None or not counted:
            return None
        earlier = max(counted, key=place)
        draft = self._repeat(trigger, self._context.scope(trigger, None), earlier)
        unit = earlier.quantity.unit if earlier.quantity is not None else ""
        return replace(draft, words=grown, figure=grown[1], unit=unit)

    def _grown(self, verb: Token) -> tuple[Token, Token] | None:
        """The number that `verb` changes, and what to; None where it changes none."""
        amounts = self._context.lexicon.amounts
        if lemma_of(verb) not in amounts.figure_verbs:
            return None
        found = syntax.arguments(verb)
        thing = found.object or found.subject
        target = next((n for n in syntax.after(verb, "to") if n.pos == "NUM"), None)
        known = thing is not None and lemma_of(thing) in amounts.figure_nouns
        return (thing, target) if known and thing is not None and target is not None else None

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
        """Who does what `trigger`, or the clause that it announces, tells."""
        agents = self._context.agents
        if not syntax.is_verbal(trigger):
            clauses = (c for _, c in syntax.gerunds(trigger) if syntax.is_verbal(c))
            clause = next(clauses, None)
            return agents.belonging(trigger) if clause is None else self._actors_of(clause)
        return agents.whose(syntax.arguments(trigger).subject)

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
        below = (token for token in trigger.subtree if token != trigger)
        return any(self._is_denied_event(t) or self._again(t) is not None for t in below)

    def _is_denied_event(self, token: Token) -> bool:
        roles, frames = self._context.roles, self._context.frames(token)
        if not any(isinstance(roles.fill(token, frame), Filled) for frame in frames):
            return False
        support = roles.slots.light_words.support(token)
        return self._context.scopes.read(token, support).stance != "asserts"


def _classes(frames: Sequence[Frame]) -> tuple[str, ...]:
    """The class of the first of `frames`, and those that may name the same event."""
    return tuple(c for f in frames[:1] for c in (f.event_class, *f.kin_classes))


def _answered(scope: Scope, speaker: Token, polarity: Polarity, cue: Token) -> Scope:
    """`scope` as what `speaker` alone says by `cue`."""
    told = replace(scope, polarity=polarity, speakers=(speaker,))
    return told if cue in told.cues else told.with_cue(cue)
