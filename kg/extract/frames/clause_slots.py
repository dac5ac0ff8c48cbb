"""Slots inside the clauses that an event word governs: 'vowed to hit X', 'its threat to strike'."""

from __future__ import annotations

from kg.extract.mentions.agents import Agents
from kg.language import syntax
from kg.language.tree import Token, present

_AGAINST = frozenset({"against", "with", "on", "at", "in"})


class ClauseSlots:
    """Reads the slots that begin with 'clause', and 'condition'."""

    def __init__(self, agents: Agents) -> None:
        self._agents = agents

    def words(self, host: Token, slot: str) -> list[Token]:
        """The words in `slot` of the verb or noun `host`."""
        if slot == "condition":
            return _pressed(host)
        clauses = [c for _, c in syntax.gerunds(host)]
        objects = present(*(syntax.arguments(c).object for c in clauses))
        if slot == "clause head":
            return clauses
        if slot == "clause object":
            return objects
        if slot == "clause against":
            hosts = (*clauses, *objects)
            return [n for h in hosts for p, n in syntax.prepositions(h) if p in _AGAINST]
        others = [c for c in clauses if self._is_about_another(host, c)]
        if slot == "clause subject":
            return present(*(syntax.subject(c) for c in others))
        if slot == "clause fate":
            return [t for c in others for t in _fates(c)]
        return [t for c in clauses if c not in others for t in c.subtree if not t.is_punct]

    def _is_about_another(self, host: Token, clause: Token) -> bool:
        """'X warned that Y was preparing an attack': the clause tells of somebody else."""
        if not syntax.is_verbal(host):
            return False
        mine = {a.principal for a in self._agents.of_phrase(syntax.arguments(host).subject)}
        theirs = {a.principal for a in self._agents.of_phrase(syntax.subject(clause))}
        return bool(theirs) and not mine & theirs


def _fates(clause: Token) -> list[Token]:
    """'Y would pay a price', 'would be met with force': what is said to befall somebody."""
    found = syntax.arguments(clause)
    thing = None if found.passive else found.object
    return [*present(thing), *(n for p, n in found.obliques if p == "with"), clause]


def _pressed(verb: Token) -> list[Token]:
    """'threatened war unless Peru withdrew': who is to do or leave something."""
    clauses = [verb, *(c for _, c in syntax.gerunds(verb))]
    bound = [c for t in clauses for m, c in syntax.gerunds(t) if m in ("if", "unless")]
    return present(*(syntax.arguments(c).subject for c in bound))
