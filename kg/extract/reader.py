"""One article to its claims: triggers, roles, scope, speakers, reference, and what was declined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kg.extract import lexicon as lexicons
from kg.extract.agents import Agents
from kg.extract.anaphora import EventAnaphora
from kg.extract.claims import ClaimWriter, Draft
from kg.extract.known import Known
from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.lexicon import Frame, Lexicon
from kg.extract.quantities import find_quantities
from kg.extract.roles import Filled, Misfit, Roles
from kg.extract.scope import Scope, Scopes
from kg.extract.speakers import Speakers
from kg.extract.times import find_times
from kg.language import gazetteer, syntax
from kg.language.names import NameFinder
from kg.language.pipeline import Pipeline
from kg.model import Agent, Article, Claim, Declined, Reading

_SHORTEST_REPEAT = 20
"""Code points from which an identical sentence is a copy; shorter ones recur by chance."""


class Reader:
    """Reads articles with one pipeline; build it once, it keeps the gazetteer and the lexicon."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._lexicon = lexicons.load()
        places = gazetteer.load()
        self._known = Known(places, NameFinder(pipeline.nlp, places), self._lexicon)
        self._scopes = Scopes(self._lexicon)

    def read(self, article: Article) -> Reading:
        """All claims of `article`, in order of the text, with what was declined and every agent."""
        doc = self._pipeline.parse(article.text)
        work = _Work(article, doc, self._known, self._scopes)
        work.run()
        return Reading(article, tuple(work.claims), tuple(work.declined), work.agents_named())


@dataclass
class _Work:
    """The reading of one article in progress."""

    article: Article
    doc: Doc
    known: Known
    scopes: Scopes
    claims: list[Claim] = field(default_factory=list)
    declined: list[Declined] = field(default_factory=list)

    def run(self) -> None:
        self._prepare()
        refused: list[tuple[Token, str]] = []
        spoken: set[int] = set()
        used: set[int] = set()
        repeated = self._repeated()
        for trigger in self.doc:
            if trigger.i in repeated:
                continue
            reasons: list[str] = []
            drafts = list(self._drafts(trigger, used, reasons))
            for draft in drafts:
                self.claims += self._finish(draft)
                spoken.add(trigger.sent.start)
            if reasons and not drafts:
                refused.append((trigger, reasons[0]))
        self._decline(refused, spoken)
        self.claims = sorted(dict.fromkeys(self.claims), key=_order)

    def _repeated(self) -> set[int]:
        """Tokens of sentences that repeat an earlier one word for word, as headings do."""
        seen: set[str] = set()
        found: set[int] = set()
        for sentence in self.doc.sents:
            words = sentence.text.strip()
            if words in seen and len(words) > _SHORTEST_REPEAT:
                found |= {t.i for t in sentence}
            seen.add(words)
        return found

    def _prepare(self) -> None:
        lexicon: Lexicon = self.known.lexicon
        self.speakers = Speakers(self.doc, lexicon)
        self.agents = Agents(self.doc, self.article, self.known, self.speakers)
        self.roles = Roles(self.agents, lexicon)
        self.anaphora = EventAnaphora(lexicon)
        text, day = self.article.text, self.article.published
        self.writer = ClaimWriter(
            self.article, self.doc, find_quantities(text), find_times(text, day)
        )

    def agents_named(self) -> tuple[Agent, ...]:
        named = {
            k for c in self.claims for k in (*c.actors, *c.recipients, *c.via, c.claimant) if k
        }
        named |= {self.agents.seen[k].of or k for k in named}
        return tuple(self.agents.seen[k] for k in sorted(named))

    # --- triggers ---------------------------------------------------------

    def _drafts(self, trigger: Token, used: set[int], reasons: list[str]) -> Iterator[Draft]:
        fitted = self._fitted(trigger, reasons)
        for filled in fitted:
            if trigger.i in used or self._is_second(trigger, filled.frame.event_class):
                continue
            if filled.theme is not None and filled.frame.part == "verb":
                used.add(filled.theme.i)
            yield self._draft(filled)
        if not fitted:
            draft = self._again(trigger) or self._new_figure(trigger)
            if draft is not None:
                yield draft
            else:
                plain = self._plain_denial(trigger)
                if plain is not None:
                    yield plain

    def _is_second(self, trigger: Token, event_class: str) -> bool:
        """'sanctions and travel bans on X': one event in two nouns."""
        link, first = syntax.governor(trigger)
        return (
            link == "conjunct"
            and trigger.pos_ == "NOUN"
            and not self.agents.belonging(trigger)
            and any(
                c.event_class == event_class and c.trigger.start == first.idx for c in self.claims
            )
        )

    def _frames(self, token: Token) -> tuple[Frame, ...]:
        lexicon = self.known.lexicon
        if token.pos_ in ("VERB", "AUX") and token.tag_.startswith("VB"):
            return lexicon.verbs.get(phrase_of(token), ()) or lexicon.verbs.get(lemma_of(token), ())
        if token.pos_ in ("NOUN", "PROPN"):
            found = lexicon.nouns.get(lemma_of(token), ()) or lexicon.nouns.get(token.lower_, ())
            return () if token.dep_ == "compound" else found
        return ()

    def _fitted(self, trigger: Token, reasons: list[str]) -> list[Filled]:
        """The best reading of `trigger` for each thing it is about."""
        best: dict[int, Filled] = {}
        for frame in self._frames(trigger):
            filled = self.roles.fill(trigger, frame)
            if isinstance(filled, Misfit):
                reasons += [] if filled.quiet else [filled.reason]
                continue
            key = filled.theme.i if filled.theme is not None else -1
            if key not in best or filled.strength > best[key].strength:
                best[key] = filled
        if len(best) > 1:
            best.pop(-1, None)
        return [best[key] for key in sorted(best)]

    def _draft(self, filled: Filled) -> Draft:
        support = self.roles.support(filled.trigger) if filled.frame.part == "noun" else None
        scope = self._scope(filled.trigger, support)
        actors = filled.actors
        actors = actors or self._blamed(scope)
        ends = self.roles.ends(support)
        announcing = self.known.lexicon.reference.announcing_verbs
        if support is not None and lemma_of(support) in announcing:
            scope.raise_to(filled.frame.announced)  # type: ignore[arg-type]  # checked on load
        if filled.frame.modality != "actual":
            scope.raise_to(filled.frame.modality)  # type: ignore[arg-type]  # checked on load
        return Draft(
            event_class=filled.frame.event_class,
            trigger=filled.trigger,
            scope=scope,
            actors=actors,
            recipients=filled.recipients or self._beneficiary(filled),
            words=filled.words,
            phase="ends" if ends else self._phase(filled.frame.phase, scope),
            negated=scope.negated != filled.frame.negated,
            theme=filled.theme,
            place=filled.place,
        )

    def _phase(self, phase: str, scope: Scope) -> str:
        return "ongoing" if phase == "starts" and scope.lasting else phase

    def _beneficiary(self, filled: Filled) -> tuple[Agent, ...]:
        """'sends troops to support Russia's war': whom the purpose clause helps."""
        if filled.frame.event_class != "Deployment":
            return ()
        for _, clause in syntax.gerunds(filled.trigger):
            if lemma_of(clause) in self.known.lexicon.reference.benefit_verbs:
                thing = syntax.arguments(clause).object
                if thing is not None:
                    return self.agents.of_phrase(thing) or self.agents.belonging(thing)
        return ()

    def _scope(self, trigger: Token, support: Token | None) -> Scope:
        scope = self.scopes.read(trigger, support)
        self.speakers.complete(scope, trigger)
        return scope

    # --- events named again, denials of anything else ----------------------

    def _again(self, trigger: Token) -> Draft | None:
        """An event word without parties, or a word like 'movements', that takes up a claim."""
        if trigger.pos_ != "NOUN":
            return None
        frames = tuple(f for f in self._frames(trigger) if "theme" not in f.needs)
        involved = self._is_involvement(trigger)
        if frames and not (involved or self.anaphora.is_definite(trigger)):
            return None
        frames = () if involved else frames
        if not frames and not involved and not self.anaphora.takes_up(trigger):
            return None
        support = self.roles.support(trigger)
        scope = self._scope(trigger, support)
        if not frames and scope.stance == "asserts" and not (involved and scope.speakers):
            return None
        event_class = frames[0].event_class if frames else None
        earlier = self.anaphora.antecedent(trigger, self.claims, event_class, self._parties(scope))
        if earlier is None:
            return None
        return self._repeat(trigger, scope, earlier)

    def _is_involvement(self, noun: Token) -> bool:
        """'denied involvement', 'alleged Iranian involvement': a part in the event told of."""
        if not self.anaphora.is_involvement(noun):
            return False
        cues = self.known.lexicon.cue(lemma_of(syntax.governor(noun)[1]), "verbs")
        return any(c.effect in ("deny", "accuse", "say", "confirm") for c in cues)

    def _blamed(self, scope: Scope) -> tuple[Agent, ...]:
        """'blamed X for the attack': who is held to have done it."""
        if scope.accused is None:
            return ()
        return self.agents.of_phrase(scope.accused) or self.agents.belonging(scope.accused)

    def _involved(self, trigger: Token, scope: Scope) -> tuple[Agent, ...]:
        """'alleged Iranian involvement', 'X denied involvement': whose part in it is meant."""
        if not self._is_involvement(trigger):
            return ()
        found = self.agents.belonging(trigger)
        if not found and scope.stance == "denies":
            found = tuple(a for s in scope.speakers[:1] for a in self.agents.of_phrase(s))
        return found

    def _parties(self, scope: Scope) -> frozenset[str]:
        agents = [a for s in scope.speakers for a in self.agents.of_phrase(s)]
        return frozenset({a.key for a in agents} | {a.principal for a in agents})

    def _repeat(self, trigger: Token, scope: Scope, earlier: Claim) -> Draft:
        seen = self.agents.seen
        return Draft(
            event_class=earlier.event_class,
            trigger=trigger,
            scope=scope,
            actors=self._blamed(scope)
            or self._involved(trigger, scope)
            or tuple(seen[k] for k in earlier.actors),
            recipients=tuple(seen[k] for k in earlier.recipients),
            words=[],
            phase=earlier.phase,
            negated=scope.negated,
            about=earlier.id,
        )

    def _new_figure(self, trigger: Token) -> Draft | None:
        """'to increase this number to 10,000': another figure for the last event that had one."""
        reference = self.known.lexicon.reference
        if trigger.pos_ != "VERB" or lemma_of(trigger) not in reference.figure_verbs:
            return None
        found = syntax.arguments(trigger)
        thing = found.object or found.subject
        target = next((n for p, n in found.obliques if p == "to"), None)
        counted = [c for c in self.claims if c.quantity is not None and c.event_class != "Event"]
        if thing is None or target is None or not counted or target.pos_ != "NUM":
            return None
        if lemma_of(thing) not in reference.figure_nouns or not self.anaphora.is_definite(thing):
            return None
        earlier = max(counted, key=lambda c: (c.trigger.start, c.id))
        draft = self._repeat(trigger, self._scope(trigger, None), earlier)
        draft.words, draft.figure = [thing, target], target
        draft.unit = earlier.quantity.unit if earlier.quantity else ""
        return draft

    def _plain_denial(self, trigger: Token) -> Draft | None:
        """A denial of what the ontology has no class for is kept as a plain Event."""
        if trigger.pos_ not in ("NOUN", "VERB", "AUX", "PRON") or not self._is_denied(trigger):
            return None
        scope = self._scope(trigger, None)
        if scope.stance != "denies" or not scope.speakers or self._holds_event(trigger):
            return None
        start, end = syntax.span(trigger)
        words = self.writer.words(start, end)
        return Draft(
            event_class="Event",
            trigger=trigger,
            scope=scope,
            actors=self._actors_of(trigger),
            recipients=(),
            words=[t for t in self.doc[start:end] if not t.is_space],
            phase="starts",
            negated=False,
            label=words.quote,
        )

    def _actors_of(self, trigger: Token) -> tuple[Agent, ...]:
        if syntax.is_verbal(trigger):
            return self.agents.of_phrase(syntax.arguments(trigger).subject)
        return self.agents.belonging(trigger)

    def _is_denied(self, trigger: Token) -> bool:
        """Whether `trigger` is itself what a verb of denial denies."""
        link, above = syntax.governor(trigger)
        if link not in ("object", "complement") or above.pos_ not in ("VERB", "AUX"):
            return False
        cues = self.known.lexicon.cue(lemma_of(above), "verbs")
        denies = any(
            c.effect == "deny" and (not c.objects or self._claimed(trigger, c.objects))
            for c in cues
        )
        refused = lemma_of(trigger) in self.known.lexicon.reference.refused_nouns
        return denies and not refused

    def _claimed(self, trigger: Token, objects: tuple[str, ...]) -> bool:
        return lemma_of(trigger) in objects

    def _holds_event(self, trigger: Token) -> bool:
        """Whether an event below `trigger` is denied already, or will be when it is reached."""
        for token in trigger.subtree:
            if token == trigger:
                continue
            frames = self._frames(token)
            fits = any(isinstance(self.roles.fill(token, f), Filled) for f in frames)
            if fits and self.scopes.read(token, self.roles.support(token)).stance == "denies":
                return True
            if self._again(token) is not None:
                return True
        return False

    # --- finishing --------------------------------------------------------

    def _finish(self, draft: Draft) -> list[Claim]:
        claimants, via = self._voices(draft.scope)
        if draft.scope.stance != "asserts" and not claimants:
            draft.scope.stance = "asserts" if draft.scope.stance == "unconfirmed" else "denies"
        if draft.scope.stance != "asserts":
            self._complete(draft)
        return self.writer.write(draft, claimants, via)

    def _voices(self, scope: Scope) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
        """Claimants, innermost speaker; and the speakers around it, outermost first."""
        claimants: tuple[Agent, ...] = ()
        via: list[Agent] = []
        for speaker in scope.speakers:
            agents = self.agents.of_phrase(speaker)
            if agents and not claimants:
                claimants = agents
            elif agents:
                via.insert(0, agents[0])
        return claimants, tuple(v for v in dict.fromkeys(via) if v not in claimants)

    def _complete(self, draft: Draft) -> None:
        """A denial seldom repeats all parties: take those left out from what it denies."""
        if draft.event_class == "Event" or (draft.actors and draft.recipients):
            return
        parties = frozenset(a.key for a in draft.actors) or self._parties(draft.scope)
        earlier = self.anaphora.antecedent(draft.trigger, self.claims, draft.event_class, parties)
        if earlier is None or not self._agrees(draft, earlier):
            return
        seen = self.agents.seen
        draft.actors = draft.actors or tuple(seen[k] for k in earlier.actors)
        draft.recipients = draft.recipients or tuple(seen[k] for k in earlier.recipients)
        draft.about = draft.about or earlier.id

    def _agrees(self, draft: Draft, earlier: Claim) -> bool:
        seen = self.agents.seen

        def meet(mine: tuple[Agent, ...], theirs: tuple[str, ...]) -> bool:
            ours = {a.principal for a in mine}
            others = {seen[k].principal for k in theirs}
            return not ours or not others or bool(ours & others)

        return meet(draft.actors, earlier.actors) and meet(draft.recipients, earlier.recipients)

    def _decline(self, refused: list[tuple[Token, str]], spoken: set[int]) -> None:
        for trigger, reason in refused:
            if trigger.sent.start not in spoken:
                sentence = self.writer.sentence(trigger)
                self.declined.append(Declined(self.article.name, sentence, trigger.text, reason))


def _order(claim: Claim) -> tuple[int, int, str]:
    return (claim.evidence.start, claim.evidence.end, claim.id)
