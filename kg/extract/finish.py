"""Drafts to claims: who speaks is named, what is left out is completed, and it is written."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.context import Context
from kg.extract.lemmas import lemma_of
from kg.extract.resolve.completion import Completion
from kg.extract.scope.scope import Scope
from kg.extract.write.draft import Draft
from kg.language import syntax
from kg.model import Agent, Claim


class Finish:
    """Finishes the drafts of one article, whoever read them."""

    def __init__(self, context: Context) -> None:
        self._context, self._completion = context, Completion(context)

    def written(self, draft: Draft) -> list[Claim]:
        """The claims of `draft` as it is, one a claimant."""
        return self._context.writer.write(draft, *self.voices(draft.scope))

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

    def _told(self, scope: Scope) -> tuple[Agent, ...]:
        """'the ministry told the agency': the medium that passes on what the speaker says."""
        for speaker in scope.speakers[:1]:
            verb = syntax.governor(speaker)[1]
            if lemma_of(verb) in self._context.lexicon.speech.addressing_verbs:
                found = syntax.arguments(verb)
                heard = [t for t in (found.dative, found.object) if t is not None]
                agents = [a for t in heard for a in self._context.agents.of_phrase(t)]
                return tuple(a for a in agents if a.kind == "Media")
        return ()
