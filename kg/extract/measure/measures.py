"""Which figure of the text belongs to an event: of what is sent, of its price, of its victims."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lemmas import lemma_of
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.quantities import QuantityMention
from kg.language.tree import Span, Token, Tree
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

        It counts its own unit, else `unit`, else what `token` says; a bare figure has none.
        """
        start, stop = self._container_start(token), token.idx + len(token)
        found = next((m for m in self._found if start < m.end <= stop), None)
        if found is None:
            return None
        noun = "" if found.end == stop and token.pos == "NUM" else token.lower
        return replace(found.quantity, unit=found.quantity.unit or unit or noun)

    def inside(self, noun: Token) -> Quantity | None:
        """'a unit of 2,200 marines': the figure of what `noun` is made of."""
        inside = syntax.after(noun, "of")
        units = ((n, noun.lower if n.pos == "NUM" else "") for n in inside)
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
        ends = (n for n in syntax.after(verb, "to") if n.pos == "NUM")
        return next((q for n in ends if (q := self.counted(n, theme.lower)) is not None), None)

    def price(self, trigger: Token) -> Quantity | None:
        """The one sum of money in the sentence of `trigger`; of several the nearest."""
        start, stop = trigger.sentence.start_char, trigger.sentence.end_char
        sums = [m for m in self._found if start <= m.start < stop and _is_currency(m)]
        near = min(sums, key=lambda m: (abs(m.start - trigger.idx), m.start), default=None)
        return near.quantity if near is not None else None

    def toll(self, trigger: Token) -> Quantity | None:
        """'an attack that killed nine and wounded 20': how many died, else how many were hurt.

        The nearest verb that counts decides of which victims: of those told with it.
        """
        verbs = self._verbs_of_harm(trigger)
        for verb in sorted(verbs, key=lambda t: abs(t.i - trigger.i)):
            if found := self._victims(verb):
                return self._dead_beside(verb, verbs) or found
        return None

    def dead_beside(self, thing: Token) -> Quantity | None:
        """'Six died and 20 were wounded': how many died, told with the wounding of `thing`."""
        return self._dead_beside(thing.head, self._verbs_of_harm(thing))

    def _dead_beside(self, verb: Token, verbs: list[Token]) -> Quantity | None:
        """Of the `verbs` told with the wounding `verb`, whom the first that kills counts."""
        if lemma_of(verb) in self._harm.wounding_verbs or lemma_of(verb) == "leave":
            killing = (v for v in verbs if _told_together(verb, v) and self._kills(v))
            return next((q for v in killing if (q := self._victims(v))), None)
        return None

    def _verbs_of_harm(self, token: Token) -> list[Token]:
        return [t for t in token.sentence if t.pos == "VERB" and self._harms(t)]

    def _victims(self, verb: Token) -> Quantity | None:
        """Whom `verb` of harm counts."""
        if lemma_of(verb) == "leave" and (dead := self._left_dead(verb)):
            return dead
        arguments = syntax.arguments(verb)
        thing = arguments.subject if self._dies(verb) else arguments.object
        bare = (c for c in verb.children if c.pos == "NUM")  # 'and two killed'
        things = [t for t in (thing, next(bare, None)) if t is not None]
        return next((q for t in things if (q := self.counted(t) or self.inside(t))), None)

    def _left_dead(self, verb: Token) -> Quantity | None:
        """'left 20 wounded and three dead': the figure right before who died."""
        for word in self._left(verb):
            before = verb.tree[word.i - 1]
            if word.lower in self._harm.dead_words and before.pos == "NUM":
                return self.counted(before, word.lower)
        return None

    def _harms(self, verb: Token) -> bool:
        """'killed', 'died', and 'left three dead' by the word behind."""
        left = lemma_of(verb) == "leave" and any(
            t.lower in self._harm.casualty_words for t in self._left(verb)
        )
        return left or self._kills(verb) or lemma_of(verb) in self._harm.wounding_verbs

    def _kills(self, verb: Token) -> bool:
        """Whether those whom `verb` counts are dead."""
        left = lemma_of(verb) == "leave" and any(
            t.lower in self._harm.dead_words for t in self._left(verb)
        )
        return left or self._dies(verb) or lemma_of(verb) in self._harm.killing_verbs

    def _dies(self, verb: Token) -> bool:
        return lemma_of(verb) in self._harm.dying_verbs

    @staticmethod
    def _left(verb: Token) -> Span:
        return verb.tree[verb.i + 1 : verb.sentence.end]

    def _container_start(self, token: Token) -> int:
        """Where the phrase of `token` begins, with what contains it ('a total of')."""
        left = token.left_edge.i
        link, above = syntax.governor(token)
        inside = link == "content" and syntax.preposition_of(token) in ("of", "in")
        if inside and above.pos in ("NOUN", "NUM", "SYM", "PROPN"):
            left = min(left, above.left_edge.i)
        return self._tree[left].idx


def _told_together(one: Token, other: Token) -> bool:
    """'killed three and wounded 20', 'killed three, wounding 20'."""
    return one != other and _clauses_head(one) == _clauses_head(other)


def _clauses_head(verb: Token) -> Token:
    """The verb that those joined to it, and those that say what came of it, hang on."""
    link, above = syntax.governor(verb)
    # a mark begins what tells of others: 'after militants killed 12'
    while link in ("conjunct", "adverbial") and syntax.is_verbal(above):
        if syntax.mark_of(verb):
            break
        verb = above
        link, above = syntax.governor(verb)
    return verb


def _is_currency(mention: QuantityMention) -> bool:
    """Whether its unit is an ISO code: 'USD'."""
    unit = mention.quantity.unit
    return len(unit) == len("USD") and unit.isupper()
