"""Threats that threaten nobody: harm that others would do, or that is done to no agent."""

from __future__ import annotations

from kg.extract.frames.slots import Filled, Slots
from kg.extract.mentions.agents import Agents
from kg.language import syntax

_THINGS = frozenset({"building", "weapon", "vessel", "aircraft", "asset"})
"""What can be hit, whoever has it."""


class IdleThreats:
    """Tells the frames of threats that were filled by something else."""

    def __init__(self, agents: Agents, slots: Slots) -> None:
        self._agents, self._slots = agents, slots

    def is_idle(self, filled: Filled) -> bool:
        """Whether the threat of `filled` is none of the actors' own against somebody else."""
        if not filled.frame.done_by_saying or not filled.actors:
            return False
        return self._of_others(filled) or self._at_home(filled) or self._at_nobody(filled)

    def _of_others(self, filled: Filled) -> bool:
        """'Peru warned of a Chilean attack': the harm would be that of others."""
        theme = filled.theme
        if theme is None or theme.pos != "NOUN":
            return False
        owners = self._agents.of_phrase(syntax.owner(theme)) or self._agents.attributed(theme)
        mine = {a.principal for a in filled.actors}
        return bool(owners) and not mine & {a.principal for a in owners}

    def _at_home(self, filled: Filled) -> bool:
        """'Peru warned its citizens': who is told to take care is no victim."""
        mine = {a.principal for a in filled.actors}
        owners = (syntax.owner(word) for word in filled.words)
        theirs = {a.principal for o in owners for a in self._agents.of_phrase(o)}
        groups = bool(filled.recipients) and all(a.kind == "Group" for a in filled.recipients)
        return groups and bool(mine & theirs)

    def _at_nobody(self, filled: Filled) -> bool:
        """'vowed to crush the gangs': what is to be harmed is no agent of this graph."""
        theme = filled.theme
        if theme is None or theme.pos != "VERB" or filled.recipients or filled.place:
            return False
        thing = syntax.arguments(theme).object
        if thing is None or "revenge" in self._slots.nouns(theme):
            return False
        return not self._slots.nouns(thing) & _THINGS
