"""Descriptions that a state or a bloc may have: "the kingdom", "the Baltic state", "the bloc"."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.lemmas import lemma_of
from kg.extract.mentions.coreference import Antecedents
from kg.extract.mentions.knowledge import Knowledge
from kg.knowledge import epithets
from kg.language import syntax
from kg.language.tree import Token
from kg.model import Agent


class Epithets:
    """Resolves descriptions by what the gazetteer says that they can mean."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._rows, self._gazetteer = epithets.load(), knowledge.gazetteer

    def state(self, token: Token, antecedents: Antecedents, barred: frozenset[str]) -> Agent | None:
        """The state named before that `token` describes, none of the keys `barred`."""
        return antecedents.state(token, self._fitting(token), barred)

    def _fitting(self, token: Token) -> frozenset[str] | None:
        """Keys of the states that `token` can mean; None: any."""
        words = [t.lower for t in syntax.attributes(token)]
        told = {*words, *(" ".join(pair) for pair in pairwise(words))}
        found: frozenset[str] | None = None
        for row in self._rows:
            noun = not row.nouns or lemma_of(token) in row.nouns
            if row.states and noun and (not row.modifiers or told & row.modifiers):
                found = frozenset(row.states) if found is None else found & {*row.states}
        return found

    def blocs(self, token: Token) -> list[str]:
        """Keys of the organisations that `token` can describe."""
        rows = (row for row in self._rows if lemma_of(token) in row.nouns)
        return [body for row in rows for body in row.organisations]

    def bloc(self, token: Token, antecedents: Antecedents) -> str | None:
        """The key of the organisation that `token` describes, where it can describe any.

        One that is named before; else the one that a state named in the article is a member of.
        """
        named = antecedents.organisation(token)
        if named is not None:
            return named.key
        states = {m.agent.principal for m in antecedents.mentions(token)}
        found = [b for b in self.blocs(token) if states & {*self._gazetteer.members(b)}]
        return found[0] if len(found) == 1 else None
