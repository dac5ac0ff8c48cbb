"""Who a person is: what the text says beside the name decides, and keeps two of one name apart.

'Kenyan officer X' and 'Ugandan lawmaker X' are two people, and each mention of the bare name is the
one told of last. What is said of a person goes before what a table knows of somebody so called, and
before the state that the article is set in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kg.extract.mentions.belonging import Belongings
from kg.extract.mentions.offices import Offices
from kg.extract.mentions.people import People, Person, slug
from kg.knowledge.gazetteer import Gazetteer
from kg.language.tree import Token, Tree
from kg.model import Agent

_PLURAL = frozenset({"NNS", "NNPS"})
_NOBODY = ""
"""Whom 'an analyst' speaks for; None is used where nothing is told."""


class Identities:
    """Settles whom the people of one article speak for, and which of them are one."""

    def __init__(
        self,
        tree: Tree,
        people: People,
        belongings: Belongings,
        offices: Offices,
        gazetteer: Gazetteer,
    ) -> None:
        self._tree, self._people, self._gazetteer = tree, people, gazetteer
        self._belongings, self._offices = belongings, offices

    def settle(self, nearby: Callable[[Token], Agent | None]) -> None:
        """Gives each person the state or body told beside the name, else the one `nearby`.

        `nearby` is asked for people whose title speaks for a state that nobody names.
        """
        told = [self._told(person) for person in self._people.mentions]
        first: dict[str, str] = {}
        for person, of in zip(self._people.mentions, told, strict=True):
            if of:
                first.setdefault(slug(person.agent.label), of)
        now: dict[str, str | None] = {}
        found = []
        for person, of in zip(self._people.mentions, told, strict=True):
            name = slug(person.agent.label)
            if name in first and of is not None and self._is_another(now.get(name), of):
                now[name] = of
            found.append(self._as(person, now.setdefault(name, first.get(name))))
        self._people.rename(found)
        for key, index in sorted(self._people.stateless.items()):
            agent = nearby(self._tree[index]) if self._people.is_named(key) else None
            if agent is not None:
                self._people.settle(key, agent.principal)

    def _is_another(self, before: str | None, of: str) -> bool:
        """Whether `of` tells of somebody else than `before`: another state, or nobody's."""
        if before is None or _NOBODY in (before, of):
            return before != of
        return before != of and {before, of} <= self._gazetteer.states.keys()

    def _told(self, person: Person) -> str | None:
        """Key of whom the words beside the name let `person` speak for; None: not told."""
        span = self._tree[person.start : person.end]
        if span.text != person.agent.label and person.agent.kind == "Person":
            return None  # a surname, by itself
        if person.agent.kind == "Leader":
            return self._foreign(person.agent, span.root)
        if person.agent.of is not None and person.start in self._people.titled:
            return person.agent.of
        owner = self._belongings.of_apposed(span.root, self._offices.speaking)
        if owner is not None:
            return owner.principal
        return _NOBODY if self._belongings.is_private(span.root) else None

    def _foreign(self, leader: Agent, name: Token) -> str | None:
        """'the Canadian lawmaker X', where the table knows an X who led another state."""
        states = self._gazetteer.states.keys()
        served = {term.of for term in leader.terms} & states
        owner = self._belongings.of_apposed(name, self._offices.speaking)
        if owner is None or not served or owner.key not in states - served:
            return None
        # 'his Greek and French counterparts, X and Y': whose is whose is not told
        several = any(role.tag in _PLURAL for role in self._belongings.roles(name))
        return None if several else owner.key

    def _as(self, person: Person, of: str | None) -> Person:
        """`person` as somebody of `of`, under a key of his own."""
        agent = person.agent
        if not of or agent.of == of:
            kept = of != _NOBODY or agent.of is None
            return person if kept else replace(person, agent=_somebody(agent, None))
        return replace(person, agent=_somebody(agent, of))


def _somebody(agent: Agent, of: str | None) -> Agent:
    return Agent(f"person-{of or 'x'}-{slug(agent.label)}", "Person", agent.label, of)
