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
from kg.language.names import Name
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

    def settle(self, names: dict[int, Name], nearby: Callable[[Token], Agent | None]) -> None:
        """Gives each person the state or body told beside the name, else the one `nearby`.

        `nearby` is asked for people whose title speaks for a state that nobody names.
        """
        told = [self._told(person, names) for person in self._people.mentions]
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

    def _told(self, person: Person, names: dict[int, Name]) -> str | None:
        """Key of whom the words beside the name let `person` speak for; None: not told."""
        span = self._tree[person.start : person.end]
        if span.text != person.agent.label and person.agent.kind == "Person":
            return None  # a surname, by itself
        if person.agent.kind == "Leader":
            return self._foreign(person.agent, span.root, names)
        if person.agent.of is not None and person.start in self._people.titled:
            return person.agent.of
        owner = self._belongings.of_apposed(span.root, self._offices.speaking)
        if owner is not None:
            return owner.principal
        return _NOBODY if self._belongings.is_private(span.root) else None

    def _foreign(self, leader: Agent, name: Token, names: dict[int, Name]) -> str | None:
        """'the Canadian lawmaker X', where the table knows an X who led another state."""
        states, served = self._gazetteer.states, {term.of for term in leader.terms}
        owner = self._belongings.of_apposed(name, self._offices.speaking)
        if owner is None or owner.key not in {*states} - served or not served & {*states}:
            return None
        roles = self._belongings.roles(name)
        if any(role.tag in _PLURAL for role in roles):
            return None  # 'his Greek and French counterparts, X and Y': whose is whose is not told
        beside = (t.i for role in roles for t in role.children if t.i < role.i)
        adjective = any("adjective" in names[i].forms for i in beside if i in names)
        return owner.key if adjective else None

    def _as(self, person: Person, of: str | None) -> Person:
        """`person` as somebody of `of`, under a key of his own."""
        agent = person.agent
        if not of or agent.of == of or (agent.kind == "Leader" and of in _served(agent)):
            kept = of != _NOBODY or agent.of is None or agent.kind == "Leader"
            return person if kept else replace(person, agent=_somebody(agent, None))
        return replace(person, agent=_somebody(agent, of))


def _served(agent: Agent) -> frozenset[str]:
    return frozenset(term.of for term in agent.terms) | {agent.of or ""}


def _somebody(agent: Agent, of: str | None) -> Agent:
    return Agent(f"person-{of or 'x'}-{slug(agent.label)}", "Person", agent.label, of)
