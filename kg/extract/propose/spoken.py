"""Events that are done by saying so: 'We will strike back, X said' is a threat of X."""

from __future__ import annotations

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
        agents = self._context.agents
        said = {t.lower for t in verbal.modals(filled.trigger)} & _WILL
        if not said or scope.stance != "asserts" or scope.negated != filled.frame.negated:
            return ()
        if scope.modality not in ("planned", "conditional"):
            return ()
        speakers = tuple(a for s in scope.speakers[:1] for a in agents.of_phrase(s))
        mine = {agents.principal(a).key for a in speakers}
        own = {agents.principal(a).key for a in filled.actors}
        others = {agents.principal(a).key for a in filled.recipients}
        if own:
            return filled.actors if own <= mine else ()
        powers = {agents.principal(a).kind for a in speakers} & _POWERS
        return speakers if powers and others and not others & mine else ()
