"""Slots inside the clauses that an event word governs: 'vowed to hit X', 'its threat to strike'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from kg.extract.mentions.agents import Agents
from kg.language import syntax
from kg.language.tree import Token, present

_AGAINST = ("against", "with", "on", "at", "in")


class ClauseSlots:
    """Reads the slots that begin with 'clause', and 'condition'."""

    def __init__(self, agents: Agents) -> None:
        self._agents = agents

    def words(self, host: Token, slot: str) -> list[Token]:
        """The words in `slot` of the verb or noun `host`."""
        if slot == "condition":
            return _pressed(host)
        clauses = [c for _, c in syntax.gerunds(host)]
        if slot in _OF_ALL:
            return _OF_ALL[slot](clauses)
        others = [c for c in clauses if self._is_about_another(host, c)]
        if slot in _OF_OTHERS:
            return _OF_OTHERS[slot](others)
        return [t for c in clauses if c not in others for t in c.subtree if not t.is_punct]

    def _is_about_another(self, host: Token, clause: Token) -> bool:
        """'X warned that Y was preparing an attack': the clause tells of somebody else."""
        if not syntax.is_verbal(host):
            return False
        mine = {a.principal for a in self._agents.of_phrase(syntax.arguments(host).subject)}
        theirs = {a.principal for a in self._agents.of_phrase(syntax.subject(clause))}
        return bool(theirs) and not mine & theirs


def _objects(clauses: list[Token]) -> list[Token]:
    return present(*(syntax.arguments(c).object for c in clauses))


def _against(clauses: list[Token]) -> list[Token]:
    hosts = (*clauses, *_objects(clauses))
    return [noun for host in hosts for noun in syntax.after(host, *_AGAINST)]


def _subjects(clauses: list[Token]) -> list[Token]:
    return present(*map(syntax.subject, clauses))


def _fates(clauses: list[Token]) -> list[Token]:
    """'Y would pay a price', 'would be met with force': what is said to befall somebody."""
    found: list[Token] = []
    for clause in clauses:
        told = syntax.arguments(clause)
        found += [] if told.passive else present(told.object)
        found += [*(n for p, n in told.obliques if p == "with"), clause]
    return found


def _pressed(verb: Token) -> list[Token]:
    """'threatened war unless Peru withdrew': who is to do or leave something."""
    clauses = [verb, *(c for _, c in syntax.gerunds(verb))]
    bound = [c for t in clauses for m, c in syntax.gerunds(t) if m in ("if", "unless")]
    return present(*(syntax.arguments(c).subject for c in bound))


_Read = Callable[[list[Token]], list[Token]]
_OF_ALL: Final[Mapping[str, _Read]] = {
    "clause head": list,
    "clause object": _objects,
    "clause against": _against,
}
"""Slots of all clauses, and of those that tell of somebody else than the subject above."""
_OF_OTHERS: Final[Mapping[str, _Read]] = {"clause subject": _subjects, "clause fate": _fates}
