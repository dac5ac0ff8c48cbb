"""Verb groups of made-up news: tense, passive, negation, adverbs in between."""

from __future__ import annotations

from typing import Literal

from kg.training.parser.phrases import Phrases
from kg.training.parser.tree import Tree
from kg.training.parser.words import aux, inflect, leaf

Form = Literal["past", "present", "perfect", "pluperfect", "progressive", "modal", "base", "gerund"]
_FINITE: tuple[Form, ...] = ("past", "present", "perfect", "pluperfect", "progressive", "modal")
_WEIGHTS = (38, 20, 16, 5, 8, 13)
_CONTRACTED = frozenset({"has", "have", "did", "does", "was", "is", "would"})


class Verbs:
    """Draws verb groups; a group is the tree of its main verb."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.rng = phrases.rng
        self._modals = phrases.vocabulary["lists"]["modals"].split()

    def form(self) -> Form:
        """A tense."""
        return self.rng.choices(_FINITE, _WEIGHTS)[0]

    def group(self, lemma: str, form: Form, plural: bool = False, passive: bool = False) -> Tree:
        """The verb `lemma` with its auxiliaries, a negation or an adverb among them."""
        chain = self._auxiliaries(form, plural, passive)
        negated = form not in ("base", "gerund") and self.phrases.chance(0.1)
        if negated and not chain and not passive:
            chain = [aux("did" if form == "past" else "do" if plural else "does", "VBD")]
            chain[0].tag = "VBD" if form == "past" else "VBP" if plural else "VBZ"
        tag = self._tag(form, plural, passive, bool(chain))
        verb = leaf(inflect(lemma, tag), tag, "VERB")
        for i, word in enumerate(chain):
            last_of_passive = passive and i == len(chain) - 1
            verb.inside("aux:pass" if last_of_passive else "aux", word)
            if i == 0 and negated:
                verb.inside("advmod", self._negation(word))
            elif i == 0 and self.phrases.chance(0.22):
                verb.inside("advmod", self.adverb())
        if not chain and self.phrases.chance(0.07):
            verb.inside("advmod", self.adverb())
        return verb

    def _negation(self, word: Tree) -> Tree:
        if word.word in _CONTRACTED and self.phrases.chance(0.15):
            return leaf("n't", "RB", "PART")
        return leaf("not", "RB", "PART")

    def _auxiliaries(self, form: Form, plural: bool, passive: bool) -> list[Tree]:
        have = aux("have", "VBP") if plural else aux("has", "VBZ")
        are = aux("are", "VBP") if plural else aux("is", "VBZ")
        were = aux("were" if plural else "was", "VBD")
        chains: dict[str, tuple[list[Tree], list[Tree]]] = {
            "past": ([], [were]),
            "present": ([], [are]),
            "perfect": ([have], [have, aux("been", "VBN")]),
            "pluperfect": ([aux("had", "VBD")], [aux("had", "VBD"), aux("been", "VBN")]),
            "progressive": (self.rng.choice(([are], [were])), [are, aux("being", "VBG")]),
            "modal": ([self._modal()], [self._modal(), aux("be", "VB")]),
            "base": ([], [aux("be", "VB")]),
            "gerund": ([], [aux("being", "VBG")]),
        }
        return chains[form][passive]

    def _modal(self) -> Tree:
        return aux(self.rng.choice(self._modals), "MD")

    def _tag(self, form: Form, plural: bool, passive: bool, chain: bool) -> str:
        if passive or form in ("perfect", "pluperfect"):
            return "VBN"
        if form in ("progressive", "gerund"):
            return "VBG"
        if form in ("modal", "base") or chain:
            return "VB"
        return "VBD" if form == "past" else "VBP" if plural else "VBZ"

    def adverb(self) -> Tree:
        """'already', 'so far', 'not yet' inside a verb group."""
        if self.phrases.chance(0.12):
            return leaf("far", "RB", "ADV").before("advmod", leaf("so", "RB", "ADV"))
        return leaf(self.phrases.pick("adverbs", "verb"), "RB", "ADV")
