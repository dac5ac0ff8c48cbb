"""Which figure of the text belongs to an event: of what is sent, of its price, of its victims."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lemmas import lemma_of
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.quantities import QuantityMention
from kg.language.tree import Token, Tree
from kg.model import Quantity

_WORTH_REACH = 4
"""Words between 'worth' and its sum: 'valued at up to about $5 million'."""


class Measures:
    """The figures of one article, asked for the one of an event."""

    def __init__(self, tree: Tree, found: tuple[QuantityMention, ...], lexicon: Lexicon) -> None:
        self._tree, self._found, self._text = tree, found, tree.text
        self._worths, self._harm = lexicon.amounts.worth_words, lexicon.harm

    def counted(self, token: Token, unit: str = "") -> Quantity | None:
        """The figure in front of `token`, or in what contains it ('a total of', 'tonnes of').

        It counts its own unit, else `unit`, else what `token` says.
        """
        start, stop = self._container_start(token), token.idx + len(token)
        found = next((m.quantity for m in self._found if start < m.end <= stop), None)
        if found is None:
            return None
        return replace(found, unit=found.unit or unit or token.lower)

    def inside(self, noun: Token) -> Quantity | None:
        """'a unit of 2,200 marines': the figure of what `noun` is made of."""
        inner = [n for p, n in syntax.prepositions(noun) if p == "of"]
        units = ((n, noun.lower if n.pos == "NUM" else "") for n in inner)
        return next((q for n, unit in units if (q := self.counted(n, unit)) is not None), None)

    def worth(self, noun: Token) -> Quantity | None:
        """'aid worth $5 million', 'weapons valued at up to ...': a sum said behind the noun."""
        stop = noun.right_edge.idx + len(noun.right_edge)
        for mention in self._found:
            between = self._text[noun.idx + len(noun) : mention.start].lower().split()
            told = any(word in self._worths for word in between[-_WORTH_REACH:])
            if noun.idx < mention.start < stop and told:
                return replace(mention.quantity, unit=mention.quantity.unit or noun.lower)
        return None

    def raised(self, verb: Token, theme: Token) -> Quantity | None:
        """'raised its troops to 2,000': the bare figure that a verb of change leads to."""
        ends = (n for p, n in syntax.prepositions(verb) if p == "to" and n.pos == "NUM")
        return next((q for n in ends if (q := self.counted(n, theme.lower)) is not None), None)

    def price(self, trigger: Token) -> Quantity | None:
        """The one sum of money in the sentence of `trigger`; of several the nearest."""
        start, stop = trigger.sentence.start_char, trigger.sentence.end_char
        sums = [m for m in self._found if start <= m.start < stop and _is_currency(m)]
        near = min(sums, key=lambda m: (abs(m.start - trigger.idx), m.start), default=None)
        return near.quantity if near is not None else None

    def toll(self, trigger: Token) -> Quantity | None:
        """'killed nine people', 'an attack that killed nine': how many the nearest verb counts."""
        verbs = [t for t in trigger.sentence if t.pos == "VERB" and self._is_killing(t)]
        for verb in sorted(verbs, key=lambda t: abs(t.i - trigger.i)):
            thing = syntax.arguments(verb).object
            if thing is not None and (found := self.counted(thing) or self.inside(thing)):
                return found
        return None

    def _is_killing(self, verb: Token) -> bool:
        """'killed', and 'left three dead' by the word behind."""
        after = verb.tree[verb.i + 1 : verb.sentence.end]
        left = lemma_of(verb) == "leave" and any(
            t.lower in self._harm.casualty_words for t in after
        )
        return left or lemma_of(verb) in self._harm.killing_verbs

    def _container_start(self, token: Token) -> int:
        """Where the phrase of `token` begins, with what contains it ('a total of')."""
        left = token.left_edge.i
        link, above = syntax.governor(token)
        inside = link == "content" and syntax.preposition_of(token) in ("of", "in")
        if inside and above.pos in ("NOUN", "NUM", "SYM", "PROPN"):
            left = min(left, above.left_edge.i)
        return self._tree[left].idx


def _is_currency(mention: QuantityMention) -> bool:
    """Whether its unit is an ISO code: 'USD'."""
    unit = mention.quantity.unit
    return len(unit) == len("USD") and unit.isupper()
