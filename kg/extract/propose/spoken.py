"""Events that are done by saying so: 'We will strike back, X said' is a threat of X."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.context import Context
from kg.extract.frames.slots import Filled
from kg.extract.scope.scope import Scope
from kg.language import verbal
from kg.model import Agent

_WILL = frozenset({"will", "would", "shall", "'ll", "’ll", "wo", "going"})
_POWERS = frozenset({"State", "IntergovernmentalOrganization", "ArmedGroup", "GovernmentBody"})
"""Kinds of agents that can make others pay."""


class Spoken:
    """Tells who does what a `spoken` frame names: whoever says that it will come."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def actors(self, filled: Filled, scope: Scope) -> tuple[Agent, ...]:
        """Those who announce their own act, or the fate of others; none where nobody does."""
        if not _is_announced(filled, scope):
            return ()
        speakers = self._context.agents.of_phrase(next(iter(scope.speakers), None))
        saying, acting, hit = map(self._principals, (speakers, filled.actors, filled.recipients))
        if acting:
            return filled.actors if acting.keys() <= saying.keys() else ()
        powers = any(agent.kind in _POWERS for agent in saying.values())
        return speakers if powers and hit and not hit.keys() & saying.keys() else ()

    def _principals(self, agents: Iterable[Agent]) -> dict[str, Agent]:
        """Those whom `agents` act for, by key."""
        found = (self._context.agents.principal(agent) for agent in agents)
        return {agent.key: agent for agent in found}


def _is_announced(filled: Filled, scope: Scope) -> bool:
    """'will strike', 'would pay if': told as what is to come, and neither denied nor undone."""
    to_come = _WILL & {t.lower for t in verbal.modals(filled.trigger)}
    told = scope.stance == "asserts" and scope.negated == filled.frame.negated
    return bool(to_come) and told and scope.modality in ("planned", "conditional")
