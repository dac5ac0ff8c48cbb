"""Marked words to agents: whoever a reader points at is named by the article's own resolution."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.context import Context
from kg.extract.mentions.belonging import unique
from kg.language import syntax
from kg.language.hanging import is_set_aside
from kg.language.tree import Token
from kg.model import Agent


class Naming:
    """Names the words that a reader marks in one article."""

    def __init__(self, context: Context) -> None:
        self._context, self._agents = context, context.agents

    def actors(self, run: Sequence[Token]) -> tuple[Agent, ...]:
        """Who acts, by the words `run` of one phrase."""
        return self._each(run, hit=False)

    def recipients(self, run: Sequence[Token]) -> tuple[Agent, ...]:
        """Who is reached or hit: a place stands for its state, a person for whom he belongs to."""
        return unique([self._agents.home(a) for a in self._each(run, hit=True)])

    def _each(self, run: Sequence[Token], *, hit: bool) -> tuple[Agent, ...]:
        found: list[Agent] = []
        for head in heads(run):
            found += self._head(head, run, hit=hit)
        return unique(found or self._inside(run, hit=hit))

    def _head(self, head: Token, run: Sequence[Token], *, hit: bool) -> tuple[Agent, ...]:
        """Whom one phrase names: itself, the place it is, or whom it belongs to."""
        found = self._own(head, run)
        if hit and not found:
            found = self._agents.places.states(head)
        if all(self._is_nobody(a) for a in found):
            return self._agents.belonging(head) or found
        return found

    def _own(self, head: Token, run: Sequence[Token]) -> tuple[Agent, ...]:
        """Whom `head` and what is joined to it within the `run` name."""
        joined = [t for t in syntax.conjuncts(head) if t in run]
        return unique([a for t in (head, *joined) for a in self._agents.single(t)])

    def _inside(self, run: Sequence[Token], *, hit: bool) -> list[Agent]:
        """The first name within the words, where their head names nobody."""
        for token in (t for t in run if not (is_set_aside(t) or is_epithet(self._context, t))):
            found = self._agents.single(token) if token.i in self._agents.names else ()
            if hit and not found:
                found = self._agents.places.states(token)
            if found:
                return list(found)
        return []

    def _is_nobody(self, agent: Agent) -> bool:
        """'fighters', 'people': unnamed ones of whom no state and no band is known."""
        unnamed = agent.kind == "Group" and agent.of is None
        return unnamed and not self._agents.groups.is_band(agent)


def is_epithet(context: Context, token: Token) -> bool:
    """'the al-Qaeda-linked group': a name that only tells whom another party stands with."""
    name = context.agents.names.get(token.i)
    return name is not None and name.suffix in context.lexicon.parties.siding_suffixes


def heads(run: Sequence[Token]) -> list[Token]:
    """The words of `run` that hang on none of its other words, and are not excepted."""
    inside = {t.i for t in run}
    outer = (t for t in run if t.head.i not in inside or t.head == t)
    return [t for t in outer if not is_set_aside(t)]
