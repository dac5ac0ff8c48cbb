"""Bare noun phrases, numbers and times of made-up news."""

from __future__ import annotations

from random import Random
from typing import Any

from kg.training.parser.names import Names
from kg.training.parser.tree import Tree
from kg.training.parser.words import case, comma, inflect, leaf

_MARKS = {
    "a": ("amod", "JJ", "ADJ"),
    "n": ("compound", "NN", "NOUN"),
    "v": ("amod", "VBN", "VERB"),
    "g": ("amod", "VBG", "VERB"),
    "x": ("compound", "AFX", "ADJ"),
}


class Nouns:
    """Draws noun phrases; every method gives a fresh tree."""

    def __init__(self, names: Names, rng: Random, vocabulary: dict[str, Any]) -> None:
        self.names, self.rng, self.vocabulary = names, rng, vocabulary
        entries = " ".join(vocabulary["nouns"].values()).split()
        self.countable = {e[:-2] for e in entries if e.endswith("/c")}
        self.countable |= {w for v in vocabulary["content"].values() for w in v.split()}
        self.countable |= {"deployment", "shipment", "delivery", "transfer", "withdrawal", "sale"}
        self.countable -= set(vocabulary["uncountable"]["any"].split())
        lists = vocabulary["lists"]
        self.days, self.months = lists["days"].split(), lists["months"].split()
        self.figures, self.numerals = lists["figures"].split(), lists["numerals"].split()

    def pick(self, room: str, key: str) -> str:
        """A word of the vocabulary."""
        entries: str = self.vocabulary[room][key]
        return self.rng.choice(entries.split())

    def chance(self, share: float) -> bool:
        """True in `share` of the calls."""
        return self.rng.random() < share

    def noun(self, key: str, plural: bool | None = None) -> Tree:
        """A bare noun of the class `key` with the modifiers that its entry gives it."""
        found = self._entry(self.rng.choice(self._entries(key)))
        many = found.tag == "NNS" or (self.chance(0.5) if plural is None else plural)
        if found.tag == "NN/c":
            found.tag = "NNS" if many else "NN"
            found.word = inflect(found.word, "NNS") if many else found.word
        found.plural = found.tag == "NNS"
        return found

    def _entries(self, key: str) -> list[list[str]]:
        entries: list[list[str]] = [[]]
        for word in self.vocabulary["nouns"][key].split():
            entries[-1].append(word)
            if word[-2:] not in ("/a", "/n", "/v", "/g"):
                entries.append([])
        return entries[:-1]

    def _entry(self, entry: list[str]) -> Tree:
        word, _, mark = entry[-1].partition("/")
        word = inflect(word, "NNS") if mark == "s" and not word.endswith("s") else word
        tag = {"c": "NN/c", "s": "NNS"}.get(mark, "NN")
        head = Tree(word, tag, "PROPN" if word.istitle() else "NOUN")
        if word.istitle():
            head.tag = "NNP"
        for modifier in entry[:-1]:
            self._modify(head, modifier)
        return head

    def _modify(self, head: Tree, modifier: str) -> None:
        *firsts, last = modifier.split("-")
        label, tag, pos = _MARKS[last[-1]]
        middle = Tree(last[:-2], tag, pos)
        for first in firsts:
            inner, inner_tag, inner_pos = _MARKS[first[-1]]
            part = Tree(first[:-2], inner_tag, inner_pos).after("punct", Tree("-", "HYPH", "PUNCT"))
            middle.inside(inner, part)
        head.inside(label, middle)

    def number(self) -> Tree:
        """'20', 'more than 300', 'at least five', 'some 1,000', 'up to 50'."""
        text = self.rng.choice(self.figures[:-2] if self.chance(0.7) else self.numerals)
        tree = leaf(text, "CD", "NUM")
        draw = self.rng.random()
        if draw < 0.15:
            than = leaf("than", "IN", "ADP")
            word, tag = self.rng.choice((("more", "JJR"), ("fewer", "JJR")))
            tree.before("advmod", leaf(word, tag, "ADJ").after("fixed", than))
        elif draw < 0.3:
            least = leaf(self.rng.choice(("least", "most")), "JJS", "ADJ")
            tree.before("nmod", case(least, "at"))
        elif draw < 0.5:
            word = self.rng.choice(("some", "about", "nearly", "around", "almost", "roughly"))
            tree.before("advmod", leaf(word, "RB", "ADV"))
        return tree

    def counted(self, key: str) -> Tree:
        """A plural noun with a number in front: '20 tanks', 'hundreds of troops', 'more troops'."""
        noun = self.noun(key, plural=True)
        draw = self.rng.random()
        if not noun.plural:
            return noun
        if draw < 0.5:
            return noun.before("nummod", self.number())
        if draw < 0.7:
            many = self.rng.choice(("hundreds", "thousands", "dozens", "scores"))
            return leaf(many, "NNS", "NOUN").after("nmod", case(noun, "of"))
        return noun.before("amod", leaf(self.pick("adjectives", "quantity"), "JJ", "ADJ"))

    def money(self) -> Tree:
        """'$5 million'."""
        unit = leaf(self.rng.choice(("million", "billion")), "CD", "NUM")
        unit.before("compound", leaf(self.rng.choice(self.figures), "CD", "NUM"))
        return leaf("$", "$", "SYM").after("nummod", unit)

    def when(self) -> tuple[str, Tree]:
        """(label, time): 'on Monday', 'last week', 'in May 2011', 'two days ago', 'Friday'."""
        rng, draw = self.rng, self.rng.random()
        if draw < 0.3:
            return "obl", case(leaf(rng.choice(self.days), "NNP", "PROPN"), "on")
        if draw < 0.4:
            return "obl:unmarked", leaf(rng.choice(self.days), "NNP", "PROPN")
        if draw < 0.6:
            word, tag, pos = rng.choice(
                (("last", "JJ", "ADJ"), ("this", "DT", "DET"), ("next", "JJ", "ADJ"))
            )
            unit = leaf(rng.choice(("week", "month", "year", "weekend", "summer")), "NN", "NOUN")
            return "obl:unmarked", unit.before(
                "det" if tag == "DT" else "amod", leaf(word, tag, pos)
            )
        if draw < 0.7:
            unit = leaf(rng.choice(("days", "weeks", "months", "years")), "NNS", "NOUN")
            unit.before("nummod", leaf(rng.choice(self.numerals), "CD", "NUM"))
            return "advmod", leaf("ago", "RB", "ADV").before("obl:unmarked", unit)
        if draw < 0.85:
            return "obl", case(self.date(), "on")
        month = leaf(rng.choice(self.months[:12]), "NNP", "PROPN")
        if self.chance(0.5):
            return "obl", case(
                leaf(str(rng.randint(1990, 2026)), "CD", "NUM"), rng.choice(("in", "since"))
            )
        return "obl", case(month, rng.choice(("in", "since", "until")))

    def date(self) -> Tree:
        """'May 5', '5 May', 'May 5, 2011' headed as the treebanks do."""
        month = leaf(self.rng.choice(self.months), "NNP", "PROPN")
        day = leaf(str(self.rng.randint(1, 31)), "CD", "NUM")
        if self.chance(0.3):
            return day.after("nmod:unmarked", month)
        day.before("compound", month)
        if self.chance(0.3):
            year = leaf(str(self.rng.randint(1990, 2026)), "CD", "NUM").before("punct", comma())
            day.after("nmod:unmarked", year)
        return day
