"""Light words: verbs and nouns that carry an event noun, as the lifting does of sanctions."""

from __future__ import annotations

from kg.extract.lemmas import lemma_of, names_of
from kg.knowledge.lexicon import Lexicon
from kg.knowledge.words import grammar
from kg.language import syntax
from kg.language.hanging import below, has, relation
from kg.language.tree import Token, present

_SUPPORTED = frozenset({"in", "with", "into", "to", "on", "off"})
"""Prepositions of light-verb phrases: 'engaged in talks', 'aligned itself with sanctions'."""
_OWN_OBJECTS = frozenset({"part", "itself", "themselves", "himself", "herself"})
"""Objects that belong to such a phrase: 'take part in', 'align itself with'."""
_CARRIED = frozenset({"of", "to", "in"})
"""Prepositions behind a light noun: 'the lifting of', 'an end to', 'a halt in'."""
_AGAINST = frozenset({"against", "on", "with"})
"""Prepositions of whom something is waged on."""
_MOST_NOUNS = 3
"""Longest chain of light nouns: 'the start of the lifting of sanctions'."""


class LightWords:
    """Finds the light word of an event noun, and who acts by it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._idioms, self._containers = lexicon.idioms, lexicon.amounts.container_nouns
        self._verbs = lexicon.carriers.support_verbs | lexicon.carriers.ending_verbs
        self._nouns = lexicon.carriers.support_nouns | lexicon.carriers.ending_nouns
        self._ending = lexicon.carriers.ending_verbs | lexicon.carriers.ending_nouns
        self._going = lexicon.carriers.going_verbs
        self._absorbing = lexicon.carriers.absorbing_verbs
        self._two_sided = lexicon.carriers.two_sided_nouns

    def names(self, verb: Token) -> tuple[str, ...]:
        """What `verb` is called in the lexicon, with its particle or its noun first."""
        return names_of(verb, self._idioms)

    def ends(self, word: Token | None) -> bool:
        """Whether the light word ends what its noun names: 'lifted', 'called off', 'lifting'."""
        return word is not None and not self._ending.isdisjoint(self.names(word))

    def ends_of_others(self, word: Token | None, noun: Token) -> bool:
        """'stop the war in X': who ends what two sides do is neither, unless the words tell so."""
        if word is None or lemma_of(noun) not in self._two_sided or not self.ends(word):
            return False
        own = syntax.owner(noun) is not None or any(
            p in _AGAINST for p, _ in syntax.prepositions(noun)
        )
        beside = syntax.prepositions(word)  # 'ended the war against X'
        return not own and not any(p in _AGAINST and n.pos == "PROPN" for p, n in beside)

    def support(self, noun: Token) -> Token | None:
        """The light word of an event noun: 'imposed' of 'imposed sanctions'; None where none."""
        link, verb = syntax.governor(noun)
        held = noun
        while link == "conjunct" or (link == "content" and lemma_of(verb) in self._containers):
            held = verb
            link, verb = syntax.governor(verb)
        if self._is_light_noun(held, link, verb):
            return verb
        if relation(verb) == "relative clause" and verb.head.lower == "what" and noun.i > verb.i:
            # 'carried out what it called strikes': what was carried out are the strikes
            link, verb = "object", syntax.governor(verb.head)[1]
        if verb.pos == "VERB" and self._carries(verb, held, link):
            return verb
        if link == "subject":
            return None
        return self._participle(noun)

    def _participle(self, noun: Token) -> Token | None:
        """'strikes carried out': the light verb that stands behind its noun."""
        parts = (c for c in below(noun, "noun clause") if c.tag == "VBN")
        return next((p for p in parts if lemma_of(p) in self._verbs), None)

    def agent(self, noun: Token) -> Token | None:
        """'strikes carried out by X', whatever governs them: X."""
        verb = self._participle(noun)
        return syntax.arguments(verb).subject if verb is not None else None

    def _carries(self, verb: Token, held: Token, link: str) -> bool:
        """Whether `verb` is a light verb to `held`: 'imposed it', 'it was imposed', 'agreed on'."""
        if link == "oblique":
            if syntax.preposition_of(held) not in _SUPPORTED:
                return False
            if self._is_taken_up(verb):
                return True
            thing = syntax.arguments(verb).object
            fits = thing is None or thing.lower in _OWN_OBJECTS
        else:
            fits = link == "object" or (link == "subject" and syntax.is_passive(verb))
        return fits and not self._verbs.isdisjoint(self.names(verb))

    def _is_taken_up(self, verb: Token) -> bool:
        """'were engaged in attacks', 'is involved in talks': a passive whose subject acts."""
        return lemma_of(verb) in self._absorbing and syntax.is_passive(verb)

    def _is_light_noun(self, held: Token, link: str, above: Token) -> bool:
        behind = link == "content" and syntax.preposition_of(held) in _CARRIED
        return behind and above.pos == "NOUN" and lemma_of(above) in self._nouns

    def subject(self, word: Token) -> Token | None:
        """Who acts by the light word: 'X imposed', 'imposition by X', 'X announced the lifting'."""
        for _ in range(_MOST_NOUNS):
            if word.pos != "NOUN":
                found = syntax.arguments(word)
                return found.subject or (found.object if self._is_taken_up(word) else None)
            if mine := present(syntax.owner(word), *syntax.after(word, "by")):
                return mine[0]
            above = self.support(word)
            if above is None:
                return None
            word = above
        return None

    def errand(self, noun: Token) -> Token | None:
        """'X flew to Y for talks', 'is there on a visit': the verb that tells of the journey."""
        _, verb = syntax.governor(noun)
        if (
            not syntax.is_verbal(verb)
            or syntax.preposition_of(noun) not in grammar().errand_prepositions
        ):
            return None
        goes = has(verb, "copula") or not self._going.isdisjoint(self.names(verb))
        return verb if goes else None
