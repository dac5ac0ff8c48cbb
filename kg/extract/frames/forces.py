"""Whose a force is that is sent, arrives or leaves, where its verb has nobody that acts."""

from __future__ import annotations

from kg.extract.frames.slots import Filled, Slots
from kg.extract.lemmas import lemma_of
from kg.extract.mentions.agents import Agents
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.tree import Token
from kg.model import Agent

_FORCES = frozenset({"force", "vessel", "aircraft"})


class Forces:
    """Finds the owners of forces over the syntax view of one article."""

    def __init__(self, agents: Agents, lexicon: Lexicon, slots: Slots) -> None:
        self._agents, self._lexicon, self._slots = agents, lexicon, slots

    def owners(self, filled: Filled) -> list[Agent]:
        """Whose the theme of `filled` is; nobody where it is no force."""
        force = filled.theme
        if force is None or not self._slots.nouns(force) & _FORCES:
            return []
        if "trade" in filled.frame.theme_types:  # an embargo on ships is not their owner's act
            return []
        return self._named(force) or self._keeper(filled, force)

    def _named(self, force: Token) -> list[Agent]:
        """'Danish troops', 'a brigade of Danish soldiers'."""
        inner = syntax.after(force, "of")
        hosts = (force, *(n for n in inner if "force" in self._slots.nouns(n)))
        return next((list(f) for h in hosts if (f := self._agents.belonging(h))), [])

    def _keeper(self, filled: Filled, force: Token) -> list[Agent]:
        """'X has 450 soldiers stationed in Y': whose they are, told by the verb above."""
        link, verb = syntax.governor(force)
        frames = self._lexicon.verbs.get(lemma_of(verb), ())
        same = any(f.event_class == filled.frame.event_class for f in frames)
        if link != "object" or verb == filled.trigger or not same:
            return []
        return list(self._agents.of_phrase(syntax.arguments(verb).subject))
