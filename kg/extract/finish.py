"""Drafts to claims: who speaks is named, what is left out is completed, and it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kg.extract.context import Context
from kg.extract.lemmas import lemma_of
from kg.extract.mentions import pronouns
from kg.extract.resolve.completion import Completion
from kg.extract.scope.scope import Scope
from kg.extract.write.draft import Draft
from kg.language import syntax
from kg.language.tree import Span, Token, Tree
from kg.model import Agent, Claim


class Finish:
    """Finishes the drafts of one article, whoever read them."""

    def __init__(self, context: Context) -> None:
        self._context, self._completion = context, Completion(context)

    def written(self, draft: Draft) -> list[Claim]:
        """The claims of `draft` as it is, one a claimant."""
        told = replace(self._dated(draft), named=self._named(draft))
        return self._context.writer.write(told, *self.voices(draft.scope))

    def _dated(self, draft: Draft) -> Draft:
        """`draft` as planned where it is an occasion of a day after that of the article."""
        published, (link, above) = self._context.article.published, syntax.governor(draft.trigger)
        if published is None or draft.event_class not in self._context.lexicon.occasions:
            return draft
        if link == "oblique" and above.i > draft.trigger.i:
            return draft  # 'in a call, X proposed a truce from Friday': the day is that of the verb
        when = self._context.writer.time(draft)
        later = when is not None and when.start is not None and when.start > published
        return replace(draft, scope=draft.scope.raised("planned")) if later else draft

    def completed(self, draft: Draft) -> Draft:
        """`draft` with the parties that it leaves out and the article tells elsewhere."""
        claimants, _ = self.voices(draft.scope)
        # Who speaks stands in the sentence, even where it was no party yet.
        named = {agent.key for agent in (*draft.actors, *draft.recipients, *claimants)}
        if draft.scope.stance != "asserts":
            full = self._completion.of_answer(draft, claimants)
        else:
            full = self._completion.of_event(draft, claimants)
        parties = (agent.key for agent in (*full.actors, *full.recipients))
        added = dict.fromkeys(key for key in parties if key not in named)
        return replace(full, completed=tuple(added))

    def voices(self, scope: Scope) -> tuple[tuple[Agent, ...], tuple[Agent, ...]]:
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

    def _named(self, draft: Draft) -> tuple[tuple[Span, ...], ...]:
        """For each party that its sentence names: the runs of words that do; no pronouns."""
        agents, sentence = self._context.agents, draft.trigger.sentence
        words = [t for t in sentence if t.pos != "PRON" and pronouns.kind(t) is None]
        parties = dict.fromkeys(agent.key for agent in (*draft.actors, *draft.recipients))
        named = (
            [t for t in words if any(key == agent.key for agent in agents.single(t))]
            for key in parties
        )
        return tuple(tuple(_runs(self._context.tree, found)) for found in named if found)

    def _told(self, scope: Scope) -> tuple[Agent, ...]:
        """'the ministry told the agency': the medium that passes on what the speaker says."""
        verb = syntax.governor(scope.speakers[0])[1] if scope.speakers else None
        if verb is None or lemma_of(verb) not in self._context.lexicon.speech.addressing_verbs:
            return ()
        found, agents = syntax.arguments(verb), self._context.agents
        heard = (*agents.of_phrase(found.dative), *agents.of_phrase(found.object))
        return tuple(agent for agent in heard if agent.kind == "Media")


def _runs(tree: Tree, words: Sequence[Token]) -> Iterator[Span]:
    """Words that follow on each other, as one."""
    for _, run in groupby(enumerate(words), key=lambda pair: pair[1].i - pair[0]):
        held = [word.i for _, word in run]
        yield tree[held[0] : held[-1] + 1]
