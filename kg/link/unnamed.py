"""Who is known within one article alone, so that nobody is made one across articles by a title.

"The Kenyan secretary" of two articles may be two people: whoever has an office and no name is one
of the unnamed, and so is "the Kenyan ministry". A "Molina" whom an article neither introduces nor
gives to a state is its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from kg.knowledge.gazetteer import load
from kg.link.people import MADE, renamed
from kg.link.slugs import slug
from kg.model import Agent, Reading

OF_NOBODY = f"{MADE}x-"
"""Begins the keys of people of whom no state or body is known."""


def apart(reading: Reading) -> Reading:
    """`reading` with people who have an office alone as unnamed, and bare surnames its own."""
    own = slug(reading.article.name)
    named = {agent.key: _named(agent, own) for agent in reading.agents}
    keys = {key: agent.key for key, agent in named.items() if agent.key != key}
    agents = tuple(_belonging(agent, keys) for agent in named.values())
    return replace(reading, agents=agents, claims=tuple(renamed(reading.claims, keys)))


def _named(agent: Agent, own: str) -> Agent:
    if agent.kind == "GovernmentBody":
        return _body(agent, own)
    if agent.kind != "Person" or not agent.key.startswith(MADE):
        return agent
    name = slug(agent.label)
    if agent.key == f"{OF_NOBODY}{name}" and " " not in agent.label:
        return replace(agent, key=f"{agent.key}-{own}")
    if agent.key == f"{OF_NOBODY}{name}-{own}" or agent.key.endswith(f"-{name}"):
        return agent
    # What is left holds an office, and the article that has it.
    return replace(agent, kind="Group") if agent.key.endswith(f"-{own}") else agent


def _body(agent: Agent, own: str) -> Agent:
    """A body that is called by words which many bodies of its state are called by is unnamed."""
    state, _, words = agent.key.partition("-")
    if words not in _shared() or state not in load().states:
        return agent
    return replace(agent, key=f"group-{own}-{slug(agent.label)}", kind="Group")


@cache
def _shared() -> frozenset[str]:
    """Words, as parts of keys, for bodies of which a state has several."""
    return frozenset(slug(word) for role in load().roles if role.several for word in role.words)


def _belonging(agent: Agent, keys: Mapping[str, str]) -> Agent:
    return replace(agent, of=keys.get(agent.of, agent.of)) if agent.of else agent
