"""What an agent is called besides its label, so that whoever knows it by another name finds it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.knowledge.gazetteer import load


def aliases(key: str, label: str) -> tuple[str, ...]:
    """Other names of the agent `key` as the gazetteer lists them, sorted; none of one unlisted."""
    return tuple(name for name in _listed().get(key, ()) if name != label)


@cache
def _listed() -> Mapping[str, tuple[str, ...]]:
    """Key to all names."""
    gazetteer = load()
    found = {row.key: {row.label, *row.names} for row in gazetteer.states.values()}
    found |= {row.key: {row.label, *row.names} for row in gazetteer.organisations.values()}
    found |= {row.key: {row.label, *row.names} for row in gazetteer.bodies.values()}
    for key, terms in gazetteer.leaders.items():
        found[key] = {name for term in terms for name in (term.label, *term.names)}
    return {key: tuple(sorted(names)) for key, names in found.items()}
