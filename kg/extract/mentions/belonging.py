"""Whom a noun belongs to: its owner, the names in front of it, and those behind 'of' or 'in'."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from kg.extract.lemmas import lemma_of
from kg.extract.mentions.people import People
from kg.extract.mentions.places import Places
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import below, has, relation
from kg.language.names import Name
from kg.language.tree import Token, present
from kg.model import Agent

_STATE_FORMS = ("name", "adjective", "demonym", "capital", "seat")
AGENT_FORMS = (*_STATE_FORMS, "organisation", "body")
"""Forms of names that stand for who acts; places and leaders are read elsewhere."""
_PREPOSITIONS = ("of", "from", "in", "for", "at")


class Phrases(Protocol):
    """What belonging and groups ask of whoever resolves the noun phrases of an article."""

    names: dict[int, Name]
    people: People
    places: Places

    def of_phrase(self, token: Token | None) -> tuple[Agent, ...]:
        """Agents that the phrase of `token` names."""

    def entry(self, name: Name, forms: tuple[str, ...] = ...) -> Agent | None:
        """The agent that `name` stands for in one of the `forms`."""

    def with_role(self, noun: Token) -> tuple[Agent, ...]:
        """The agent whose role stands in front of `noun`."""

    def belonging(self, noun: Token) -> tuple[Agent, ...]:
        """Agents that `noun` belongs to."""

    def attributed(self, noun: Token) -> tuple[Agent, ...]:
        """States and organisations named in front of `noun`."""

    def principal(self, agent: Agent) -> Agent:
        """The state or organisation that counts when `agent` acts."""

    def is_definite(self, token: Token) -> bool:
        """Whether 'the', 'its' and the like stand in front of `token`."""


class Belongings:
    """Reads belonging off the noun phrases of one article."""

    def __init__(self, agents: Phrases, lexicon: Lexicon) -> None:
        self._agents, self._lexicon = agents, lexicon

    def of(self, noun: Token) -> tuple[Agent, ...]:
        """Agents that `noun` belongs to: "Chad's north", 'Iraqi troops', 'the army of Mali'."""
        if lemma_of(noun) in self._lexicon.parties.relational_nouns:
            homes = syntax.after(noun, "from")  # 'counterparts from Chad and Mali'
            return self.attributed(noun) or unique([a for h in homes for a in self._named(h)])
        return next(filter(None, self._owners(noun)), ())

    def _owners(self, noun: Token) -> Iterator[tuple[Agent, ...]]:
        """Those whom `noun` may belong to, the surest first."""
        for owner in present(syntax.owner(noun)):
            yield self._named(owner)
        yield self.attributed(noun)
        yield self.leading(noun)
        yield self._agents.with_role(noun)
        aide = lemma_of(noun) in self._lexicon.parties.aide_nouns  # 'aide to X'
        words = (*_PREPOSITIONS, "to") if aide else _PREPOSITIONS
        for preposition, other in (*syntax.prepositions(noun), *self._right_behind(noun)):
            if preposition in words:
                yield self._named(other) or self.attributed(other)

    def _named(self, token: Token) -> tuple[Agent, ...]:
        """Whom the phrase of `token` names, or the state of the place that it names."""
        return self._agents.of_phrase(token) or self._agents.places.states(token)

    def of_apposed(self, name: Token, words: Callable[[Token], str]) -> Agent | None:
        """ "the UN's envoy, X, said", 'Malian spokesman X': he belongs where his role does."""
        parties = self._lexicon.parties
        people = parties.group_nouns | parties.relational_nouns
        for role in (r for r in self.roles(name) if r.pos == "NOUN"):
            known = lemma_of(role) in people or bool(words(role))
            private = lemma_of(role) in parties.unaffiliated_nouns or self.is_former(role)
            if known and not private and not self._is_opposed(role) and (owners := self.of(role)):
                return owners[0]
        return None

    def roles(self, name: Token) -> list[Token]:
        """The nouns that tell what the person called `name` is: 'X, a lawmaker', 'envoy X'."""
        found = syntax.apposition(name)
        link, above = syntax.governor(name)
        if relation(name) == "apposition":
            found.append(name.head)
        if link == "subject" and has(above, "copula"):  # 'X is the army chief'
            found.append(above)
        return found + [c for c in below(name, "title", "compound") if c.i < name.i]

    def is_private(self, name: Token) -> bool:
        """'X, an analyst': somebody who is brought in and speaks for nobody."""
        private = self._lexicon.parties.unaffiliated_nouns
        return any(r.pos == "NOUN" and lemma_of(r) in private for r in self.roles(name))

    def is_former(self, role: Token) -> bool:
        """'the former minister', who speaks for nobody now."""
        words = {t.lower for t in syntax.attributes(role)}
        return bool(words & self._lexicon.parties.former_modifiers)

    def _is_opposed(self, role: Token) -> bool:
        """'rebel leader', 'opposition spokesman': against the state whose name stands there."""
        beside = {lemma_of(t) for t in syntax.attributes(role)}
        return bool(beside & self._lexicon.parties.opposed_modifiers)

    def _right_behind(self, noun: Token) -> list[tuple[str, Token]]:
        """'sanctions against officials in Mali', where the verb took what follows the people."""
        above = syntax.governor(noun)[1]
        if above == noun or lemma_of(noun) not in self._lexicon.parties.group_nouns:
            return []
        found = syntax.prepositions(above)
        return [(p, n) for p, n in found if p in ("in", "of") and n.left_edge.i == noun.i + 1]

    def attributed(self, noun: Token) -> tuple[Agent, ...]:
        """States and organisations named in front of `noun` as attributes: 'U.S. and Polish'."""
        owner = syntax.owner(noun)
        owned = range(*syntax.span(owner)) if owner is not None else range(0)
        free = (i for i in range(noun.left_edge.i, noun.i) if i not in owned)
        found = [agent for i in free for agent in self._named_at(i, noun.i)]
        return unique(found or self._adjacent(noun))

    def _named_at(self, index: int, end: int) -> list[Agent]:
        """Whom the name around a token tells, where it stops before the token `end`."""
        name, person = self._agents.names.get(index), self._agents.people.at.get(index)
        if name is not None and name.end <= end:
            aside = name.suffix and name.suffix not in self._lexicon.parties.place_suffixes
            agent = None if aside else self._agents.entry(name)
            return [agent] if agent is not None else []
        return [person.agent] if person is not None and person.end <= end else []

    def _adjacent(self, noun: Token) -> list[Agent]:
        """'United Arab Emirates (UAE) warplanes': a state's name right before, hung elsewhere."""
        if noun.pos != "NOUN" or noun.left_edge.pos not in ("NOUN", "ADJ"):
            return []
        before = noun.left_edge.i - 1
        if noun.tree[max(before, 0)].text == ")":
            opening = [i for i in range(max(0, before - 4), before) if noun.tree[i].text == "("]
            before = opening[-1] - 1 if opening else before
        name = self._agents.names.get(before)
        agent = self._agents.entry(name, ("name", "adjective")) if name is not None else None
        return [agent] if agent is not None else []

    def leading(self, noun: Token) -> tuple[Agent, ...]:
        """Agents of 'U.S.-led' and the like in front of `noun`."""
        led = self._lexicon.parties.leading_suffixes
        names = [self._agents.names.get(i) for i in range(noun.left_edge.i, noun.i)]
        agents = [self._agents.entry(n) for n in names if n is not None and n.suffix in led]
        return unique([a for a in agents if a is not None])


def unique(agents: list[Agent]) -> tuple[Agent, ...]:
    """`agents` once each, in order."""
    return tuple(dict.fromkeys(agents))
