"""One article to its claims: triggers, roles, scope, speakers, reference, and what was declined."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract import lexicon as lexicons
from kg.extract.claims import PLAIN, Draft
from kg.extract.completion import Completion
from kg.extract.context import Context
from kg.extract.drafts import Drafts
from kg.extract.known import Known
from kg.extract.lemmas import lemma_of
from kg.extract.retelling import Retelling
from kg.extract.scope import Scopes
from kg.extract.stance import Scope
from kg.language import gazetteer, syntax
from kg.language.names import NameFinder
from kg.language.pipeline import Pipeline
from kg.model import Agent, Article, Claim, Declined, Reading, with_owners

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
        work = _Work(Context(article, doc, self._known, self._scopes))
        claims = work.run()
        return Reading(article, tuple(claims), tuple(work.declined), work.agents_named(claims))


class _Work:
    """The reading of one article in progress."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._drafts, self._retelling = Drafts(context), Retelling(context)
        self._completion = Completion(context)
        self.declined: list[Declined] = []

    def run(self) -> list[Claim]:
        """All claims of the article, sorted; what gave none is left in `declined`."""
        refused: list[tuple[Token, str]] = []
        spoken: set[int] = set()
        repeated = self._repeated()
        for trigger in self._context.doc:
            if trigger.i in repeated:
                continue
            reasons: list[str] = []
            drafts = self._read(trigger, reasons)
            for draft in drafts:
                self._context.claims += self._finish(draft)
                spoken.add(trigger.sent.start)
            if reasons and not drafts:
                refused.append((trigger, reasons[0]))
        self._decline(refused, spoken)
        self._read_headline_again()
        return sorted(_without_echoes(self._context.claims), key=_order)

    def _read(self, trigger: Token, reasons: list[str]) -> list[Draft]:
        drafts = list(self._drafts.of(trigger, reasons))
        told = bool(drafts) or self._drafts.is_theme(trigger)
        again = None if told else self._retelling.of(trigger)
        return drafts or ([again] if again is not None else [])

    def _read_headline_again(self) -> None:
        """A headline leans on what it announces: read it once more, with the article told."""
        context = self._context
        lines = context.doc[: context.headline]
        first = [
            c for c in context.claims if lines and c.trigger.start < lines[-1].idx + len(lines[-1])
        ]
        if not lines:
            return
        context.claims = [c for c in context.claims if c not in first]
        self._drafts = Drafts(context)
        again = [c for t in lines for d in self._read(t, []) for c in self._finish(d)]
        kept = again if len(again) >= len(first) else first
        ids = {_place(c): c.id for c in kept}
        renamed = {c.id: ids.get(_place(c)) for c in first}
        rest = [
            replace(c, about=renamed.get(c.about, c.about)) if c.about else c
            for c in context.claims
        ]
        context.claims = [*kept, *rest]

    def _repeated(self) -> set[int]:
        """Tokens of front matter, and of sentences that repeat an earlier one, as headings do."""
        seen: set[str] = set()
        body = self._context.article.body
        found = {token.i for token in self._context.doc if token.idx < body}
        for sentence in self._context.doc.sents:
            words = sentence.text.strip()
            if words in seen and len(words) > _SHORTEST_REPEAT:
                found |= {t.i for t in sentence}
            seen.add(words)
        return found

    def agents_named(self, claims: list[Claim]) -> tuple[Agent, ...]:
        """Every agent that `claims` name, and all that it belongs to; sorted by key."""
        named = {k for c in claims for k in (*c.actors, *c.recipients, *c.via, c.claimant)}
        return with_owners(named, self._context.agents.seen)

    def _finish(self, draft: Draft) -> list[Claim]:
        claimants, via = self._voices(draft.scope)
        if draft.scope.stance != "asserts":
            self._completion.complete(draft, claimants)
        else:
            self._completion.fill_in(draft, claimants)
        return self._context.writer.write(draft, claimants, via)

    def _voices(self, scope: Scope) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
        """Claimants, innermost speaker; and the speakers around it, outermost first.

        Known agents come before sources of other kinds ("intelligence indicating that ...").
        """
        agents = self._context.agents
        voices = [found for s in scope.speakers if (found := agents.of_phrase(s))]
        voices = voices or [found for s in scope.speakers if (found := agents.speaking(s))]
        claimants = voices[0] if voices else ()
        via = [v[0] for v in reversed(voices[1:]) if v[0] not in claimants]
        via += [a for a in self._told(scope) if a not in claimants]
        return claimants, tuple(dict.fromkeys(via))

    def _told(self, scope: Scope) -> tuple[Agent, ...]:
        """'the ministry told the agency': the medium that passes on what the speaker says."""
        for speaker in scope.speakers[:1]:
            verb = syntax.governor(speaker)[1]
            if lemma_of(verb) in self._context.lexicon.reference.addressing_verbs:
                found = syntax.arguments(verb)
                heard = [t for t in (found.dative, found.object) if t is not None]
                agents = [a for t in heard for a in self._context.agents.of_phrase(t)]
                return tuple(a for a in agents if a.kind == "Media")
        return ()

    def _decline(self, refused: list[tuple[Token, str]], spoken: set[int]) -> None:
        for trigger, reason in refused:
            if trigger.sent.start not in spoken:
                sentence = self._context.writer.sentence(trigger)
                self.declined.append(
                    Declined(self._context.article.name, sentence, trigger.text, reason)
                )


def _without_echoes(claims: list[Claim]) -> list[Claim]:
    """Claims once each; no plain Event where its words deny an event that has a class."""
    told = {
        (c.claimant, c.stance, c.evidence.end)
        for c in claims
        if c.event_class != PLAIN and c.stance != "asserts"
    }
    return [
        c
        for c in dict.fromkeys(claims)
        if c.event_class != PLAIN
        or not any(
            (who, stance) == (c.claimant, c.stance) and c.evidence.start < end <= c.evidence.end
            for who, stance, end in told
        )
    ]


def _order(claim: Claim) -> tuple[int, int, str]:
    return (claim.evidence.start, claim.evidence.end, claim.id)


def _place(claim: Claim) -> tuple[int, str, str | None]:
    """What stays the same of a claim that is read again with more known."""
    return (claim.trigger.start, claim.event_class, claim.claimant)
