"""One event in two words of a sentence: 'shelled the town, killing ten people in the attack'."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.frames.slots import Filled
from kg.extract.lemmas import lemma_of
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import has
from kg.language.tree import Token
from kg.model import Claim

_WITHIN = frozenset({"in", "during", "by", "with"})
"""Prepositions of a noun that names what its verb has told: 'killed ten in an ambush'."""
_ERRANDS = frozenset({"for", "on"})
"""Prepositions of what somebody went for: 'flew to Lima for talks with its president'."""


class Doublets:
    """Remembers which event words of one article were read; `claims` grows beside it."""

    def __init__(self, lexicon: Lexicon, claims: Sequence[Claim]) -> None:
        self._claims = claims
        self._toll = lexicon.harm.toll_verbs
        self._benefits = lexicon.giving.benefit_verbs
        self._told: dict[int, Filled] = {}

    def add(self, filled: Filled) -> None:
        """Notes that `filled` was read as a claim."""
        self._told[filled.trigger.i] = filled

    def is_second(self, filled: Filled) -> bool:
        """Whether `filled` tells an event again that its sentence told by another word."""
        trigger = filled.trigger
        link, above = syntax.governor(trigger)
        first = self._of_class(above, filled)
        if self._is_purpose(filled):
            return True
        if filled.frame.part == "noun":
            words = syntax.preposition_of(trigger)
            inside = words in _WITHIN or (words in _ERRANDS and _adds_nobody(filled, first))
            if link == "oblique" and self._met_there(filled, above):
                return True
            return first is not None and (link == "object" or (link == "oblique" and inside))
        before = trigger.tree[trigger.sentence.start : trigger.i]
        if trigger.tag == "VBG" and self._is_toll(trigger):
            return any(self._of_class(t, filled) for t in before)
        if link == "relative":  # 'the attack that killed ten'
            return self._is_claim(above, filled.frame.event_class)
        beside = [n for p, n in syntax.prepositions(trigger) if p in _WITHIN and n.i < trigger.i]
        if any(self._is_claim(n, filled.frame.event_class) for n in beside):
            return True  # 'in the deal, X and Y agreed'
        if first is None:
            return False
        if trigger.tag == "VBG" and link == "adverbial":
            return first.theme is not None and first.theme == filled.theme
        thing = syntax.arguments(trigger).object
        return link == "conjunct" and thing is not None and thing == syntax.arguments(above).object

    def _is_purpose(self, filled: Filled) -> bool:
        """'sent troops to aid Mali': what they are for, told with the sending."""
        verb = filled.trigger
        before = verb.tree[verb.sentence.start : verb.i]
        told = [self._told[t.i] for t in before if t.i in self._told and _holds(t, verb)]
        serving = syntax.mark_of(verb) == "to" and lemma_of(verb) in self._benefits
        return any(
            f.frame.purpose_tells_recipient and (serving or self._is_same(f, filled)) for f in told
        )

    @staticmethod
    def _is_same(first: Filled, second: Filled) -> bool:
        """'deployed soldiers to fight in Mali': what those do that are told to be sent."""
        same = first.frame.event_class == second.frame.event_class
        phases = {first.frame.phase, second.frame.phase}
        return same and first.theme == second.theme and "ends" not in phases

    def _met_there(self, filled: Filled, verb: Token) -> bool:
        """'X and Y held talks at a conference': the same parties, told by the talks."""
        told = [self._told[c.i] for c in verb.children if c.i in self._told]
        same = [f for f in told if f.frame.event_class == filled.frame.event_class]
        return any(_adds_nobody(filled, f) for f in same)

    def _is_claim(self, noun: Token, event_class: str) -> bool:
        """Whether `noun` gave a claim that names who is in it."""
        return any(
            c.trigger.start == noun.idx and c.event_class == event_class and c.actors
            for c in reversed(self._claims)
        )

    def _of_class(self, token: Token, filled: Filled) -> Filled | None:
        first = self._told.get(token.i)
        same = first is not None and first.frame.event_class in (
            filled.frame.event_class,
            *filled.frame.kin_classes,
        )
        return first if same else None

    def _is_toll(self, verb: Token) -> bool:
        """', killing ten': what an attack brought about, with no subject of its own."""
        return not has(verb, "subject", "passive subject") and lemma_of(verb) in self._toll


def _adds_nobody(filled: Filled, first: Filled | None) -> bool:
    """Whether all who meet by `filled` are told by `first` already."""
    known = {a.principal for a in first.actors} if first is not None else set()
    return filled.frame.joint and {a.principal for a in filled.actors} <= known


def _holds(word: Token, clause: Token) -> bool:
    """Whether `clause` hangs on `word`, or with it on 'approved' of 'approved the deployment'."""
    return word.is_ancestor(clause) or (word.pos == "NOUN" and word.head.is_ancestor(clause))
