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
    by_key: dict[str, Counter[Agent]] = defaultdict(Counter)
    for agent in agents:
        by_key[agent.key][agent] += 1
    return tuple(join_one(by_key[key]) for key in sorted(by_key))


def join_one(told: Mapping[Agent, int]) -> Agent:
    """The agent of one key, from what readings say of it and how many say so."""
    terms = {term for agent in told for term in agent.terms}
    first = next(iter(told))
    return Agent(
        key=first.key,
        kind=_most((agent.kind, n) for agent, n in told.items()) or first.kind,
        label=_most((agent.label, n) for agent, n in told.items()) or "",
        of=_most((agent.of, n) for agent, n in told.items()),
        iso3=_most((agent.iso3, n) for agent, n in told.items()),
        wikidata=_most((agent.wikidata, n) for agent, n in told.items()),
        terms=tuple(
            sorted(terms, key=lambda t: (t.of, t.office, str(t.start or ""), str(t.end or "")))
        ),
    )


def _most(values: Iterable[tuple[_V | None, int]]) -> _V | None:
    counts: Counter[_V] = Counter()
    for value, number in values:
        if value:
            counts[value] += number
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default=None)


def principals(agents: Iterable[Agent]) -> Mapping[str, str]:
    """Key of each agent -> key of whom it counts as."""
    known = {agent.key: agent for agent in agents}
    return {key: principal(key, known) for key in known}
