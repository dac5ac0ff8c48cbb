"""Who did it, where neither subject nor owner tells: claimed, blamed on, behind it, set off by."""

from __future__ import annotations

from kg.extract.lemmas import lemma_of
from kg.extract.mentions.agents import Agents
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import below
from kg.language.tree import Token, present
from kg.model import Agent


class Blame:
    """Reads off the words around an act who is said to have done it."""

    def __init__(self, agents: Agents, lexicon: Lexicon) -> None:
        self._agents, self._lexicon = agents, lexicon

    def responsible(self, act: Token) -> list[Agent]:
        """'X claimed responsibility for the attack', 'the rebels behind the raid'."""
        link, noun = syntax.governor(act)
        blamed = self._attributed(act, noun if link == "object" else None)
        blamed = blamed or self._behind(act)
        if blamed or link not in ("content", "oblique"):
            return blamed
        if noun.pos == "VERB":
            noun = syntax.arguments(noun).object or noun
        above, verb = syntax.governor(noun)
        claimed = lemma_of(noun) in self._lexicon.mentions.involvement_nouns and above == "object"
        if not claimed or lemma_of(verb) not in self._lexicon.speech.claiming_verbs:
            return []
        subject = syntax.arguments(verb).subject
        return list(self._agents.of_phrase(subject))

    def set_off_by(self, means: Token) -> tuple[Agent, ...]:
        """'a bomb set off by X', 'missiles fired by a drone of X': whose doing it was."""
        verbs = (c for c in below(means, "noun clause") if c.tag == "VBN")
        who = present(*(syntax.arguments(verb).subject for verb in verbs))
        return self._agents.whose(who[0]) if who else ()

    def _attributed(self, act: Token, verb: Token | None) -> list[Agent]:
        """'attributed the attack to X', 'an attack blamed on X': who is held to have done it."""
        verbs = (*present(verb), *(c for c in below(act, "noun clause") if c.tag == "VBN"))
        told = self._lexicon.speech.attributing_verbs
        return [
            agent
            for v in verbs
            if lemma_of(v) in told
            for words, who in syntax.prepositions(v)
            if words in ("to", "on")
            for agent in self._agents.of_phrase(who)
        ]

    def _behind(self, act: Token) -> list[Agent]:
        """'the rebels behind the raid', 'X was behind the raid'."""
        if syntax.preposition_of(act) != "behind":
            return []
        marks = (c.i for c in act.children if c.lower == "behind")
        before = act.tree[max(next(marks, 0) - 1, 0)]
        who = syntax.subject(act) if syntax.is_verbal(act) else before
        return list(self._agents.of_phrase(who))
