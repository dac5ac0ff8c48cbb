"""Agents of several readings joined by key, and whom each of them counts as."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from kg.model import Agent, principal

_V = TypeVar("_V", bound=str)


def join_agents(agents: Iterable[Agent]) -> tuple[Agent, ...]:
    """One agent a key, sorted by key.

    Where readings disagree, each field takes the value that most of them give, a known value
    before an unknown one, then the longer and then the alphabetically first; terms are united.
    """
    by_key: dict[str, list[Agent]] = defaultdict(list)
    for agent in agents:
        by_key[agent.key].append(agent)
    return tuple(_one(by_key[key]) for key in sorted(by_key))


def _one(agents: list[Agent]) -> Agent:
    terms = {term for agent in agents for term in agent.terms}
    return Agent(
        key=agents[0].key,
        kind=_most(agent.kind for agent in agents) or agents[0].kind,
        label=_most(agent.label for agent in agents) or "",
        of=_most(agent.of for agent in agents),
        iso3=_most(agent.iso3 for agent in agents),
        wikidata=_most(agent.wikidata for agent in agents),
        terms=tuple(
            sorted(terms, key=lambda t: (t.of, t.office, str(t.start or ""), str(t.end or "")))
        ),
    )


def _most(values: Iterable[_V | None]) -> _V | None:
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default=None)


def principals(agents: Iterable[Agent]) -> Mapping[str, str]:
    """Key of each agent -> key of whom it counts as."""
    known = {agent.key: agent for agent in agents}
    return {key: principal(key, known) for key in known}
