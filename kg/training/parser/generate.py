"""Made-up news sentences with known trees, for the constructions that small treebanks lack.

Same seed, same sentences. Nothing is copied: words come from the vocabulary and the gazetteer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random

from kg.knowledge.gazetteer import Gazetteer
from kg.training.parser.clauses import Clauses
from kg.training.parser.names import Names
from kg.training.parser.phrases import Phrases
from kg.training.parser.tree import Row, Style, Tree, rows
from kg.training.parser.words import (
    case,
    comma,
    inflect,
    leaf,
    marked,
    to_mark,
    vocabulary,
)

_PUNCTUATION = frozenset({",", ".", ":", ";"})


class Sentences:
    """Draws whole sentences."""

    def __init__(self, gazetteer: Gazetteer, seed: int) -> None:
        self.rng = Random(seed)
        self.phrases = Phrases(Names(gazetteer, self.rng), self.rng, vocabulary())
        self.clauses = Clauses(self.phrases)

    def draw(self) -> list[Row]:
        """One sentence in a random house style."""
        kinds: tuple[tuple[Callable[[], Tree], float], ...] = (
            (self.plain, 26),
            (self.opened, 14),
            (self.speaker_after, 14),
            (self.quotation, 9),
            (self.interrupted, 5),
            (self.according, 9),
            (self.contrast, 7),
            (self.subordinate, 8),
            (self.related, 6),
        )
        chance = self.phrases.chance
        if chance(0.07):
            return rows(self.headline(), Style(curly=chance(0.5), title=chance(0.6)))
        root = self.rng.choices([k for k, _ in kinds], [n for _, n in kinds])[0]()
        *_, (before, _, _), (last, _, _) = [*root.words(), *root.words()]
        if (before.word, last.tag) != (".", "''"):
            root.after("punct", comma("."))
        _tidy(root)
        return rows(root, Style(curly=chance(0.35), spaced=chance(0.7)))

    def plain(self) -> Tree:
        """A clause as it stands."""
        return self.clauses.clause(depth=2)

    def opened(self) -> Tree:
        """'However, ...', 'On Monday, ...', 'In response to X, ...', 'After sending ..., ...'."""
        root, draw = self.clauses.clause(depth=1), self.rng.random()
        if draw < 0.25:
            label, opening = "advmod", leaf(self.phrases.pick("adverbs", "opening"), "RB", "ADV")
        elif draw < 0.5:
            label, opening = self.phrases.when()
        elif draw < 0.75:
            deed = (
                self.phrases.thing("occasions") if self.phrases.chance(0.5) else self.phrases.deed()
            )
            word = self.rng.choice(
                ("in", "during", "after", "before", "despite", "amid", "because of", "following")
            )
            label, opening = "obl", case(deed, word)
        else:
            word = self.rng.choice(("after", "before", "by", "without", "while", "since"))
            label, opening = "advcl", marked(self.clauses.event("gerund"), word)
        if self.phrases.chance(0.75):
            opening.after("punct", comma())
        return root.before(label, opening)

    def speaker_after(self) -> Tree:
        """'..., X said on Monday', '..., said X, a spokesman for Y': hung on what is said."""
        inner = self.clauses.clause(depth=1)
        return self._spoken(inner.after("punct", comma()))

    def _spoken(self, inner: Tree) -> Tree:
        who = self.phrases.agent()
        if who.tag != "PRP" and self.phrases.chance(0.35):
            verb = self._verb_of(self.phrases.pick("speech", "inverted"), who.plural)
            verb.after("nsubj", who)
        else:
            lemma = self.phrases.pick("speech", "quote")
            verb = self._verb_of(lemma, who.plural).before("nsubj", who)
            if lemma in ("tell", "warn"):
                verb.after("iobj", self.clauses.hearer())
        return inner.after("parataxis", self._circumstance(verb))

    def _verb_of(self, lemma: str, plural: bool) -> Tree:
        tag = "VBD" if self.phrases.chance(0.8) else "VBP" if plural else "VBZ"
        return leaf(inflect(lemma, tag), tag, "VERB")

    def _circumstance(self, verb: Tree) -> Tree:
        if self.phrases.chance(0.3):
            label, tree = self.phrases.when()
            verb.after(label, tree)
        if self.phrases.chance(0.3):
            there = self.phrases.thing("occasions")
            if self.phrases.chance(0.4):
                there.after("nmod", case(self.phrases.agent(pronouns=False), "with"))
            verb.after(
                "obl", case(there, self.rng.choice(("during", "in", "at", "after", "ahead of")))
            )
        return verb

    def quotation(self) -> Tree:
        """'"...," X said' and 'X said: "..."'."""
        inner = self.clauses.clause(depth=0)
        inner.before("punct", leaf('"', "``", "PUNCT"))
        if self.phrases.chance(0.65):
            inner.after("punct", comma()).after("punct", leaf('"', "''", "PUNCT"))
            return self._spoken(inner)
        who = self.phrases.agent()
        verb = self._verb_of(self.phrases.pick("speech", "quote"), who.plural).before("nsubj", who)
        self._circumstance(verb)
        inner.before("punct", comma(self.rng.choice((",", ":"))))
        if self.phrases.chance(0.7):
            inner.after("punct", comma("."))
        inner.after("punct", leaf('"', "''", "PUNCT"))
        return verb.after("ccomp", inner)

    def interrupted(self) -> Tree:
        """'X, Y said, has sent ...': the speaker in the middle, as parataxis."""
        root = self.clauses.clause(depth=0)
        who = self.phrases.agent()
        verb = self._verb_of(self.phrases.pick("speech", "inverted"), who.plural).before(
            "nsubj", who
        )
        verb.before("punct", comma()).after("punct", comma())
        place = next(
            (i for i, (label, _) in enumerate(root.left) if label.startswith("nsubj")), None
        )
        if place is None or root.left[place][1].tag == "PRP":
            return root
        root.left.insert(place + 1, ("parataxis", verb))
        return root

    def according(self) -> Tree:
        """'According to X, Y ...', 'Y ..., according to X', 'Citing X, Y ...'."""
        root = self.clauses.clause(depth=0)
        source = self.phrases.agent(pronouns=False)
        if self.phrases.chance(0.55):
            if self.phrases.chance(0.85):
                source.after("punct", comma())
            return root.before("obl", case(source, "according to"))
        case(source, "according to")
        if self.phrases.chance(0.8):
            source.before("punct", comma())
        return root.after("obl", source)

    def contrast(self) -> Tree:
        """'X denied it, but Y has ...'; '...; Y said ...'."""
        root, second = self.clauses.clause(depth=1), self.clauses.clause(depth=1)
        if self.phrases.chance(0.12):
            return root.after("parataxis", second.before("punct", comma(";")))
        word = self.rng.choice(("but", "but", "and", "while"))
        if word == "while":
            return root.after("advcl", marked(second, "while").before("punct", comma()))
        second.before("cc", leaf(word, "CC", "CCONJ"))
        if self.phrases.chance(0.8):
            second.before("punct", comma())
        return root.after("conj", second)

    def subordinate(self) -> Tree:
        """'If X ..., Y ...', '... after X ...', '..., adding that ...', '... to stop X'."""
        root, draw = self.clauses.clause(depth=0), self.rng.random()
        if draw < 0.4:
            inner = marked(
                self.clauses.clause(depth=0),
                self.rng.choice(("if", "after", "although", "as", "while", "because")),
            )
            return root.before("advcl", inner.after("punct", comma()))
        if draw < 0.65:
            word = self.rng.choice(("after", "as", "because", "if", "before", "unless"))
            return root.after("advcl", marked(self.clauses.clause(depth=0), word))
        if draw < 0.82:
            inner = leaf(
                self.rng.choice(("adding", "saying", "warning", "claiming", "noting")),
                "VBG",
                "VERB",
            )
            inner.after("ccomp", marked(self.clauses.clause(depth=0), "that"))
            return root.after("advcl", inner.before("punct", comma()))
        return root.after("advcl", to_mark(self.clauses.event("base")))

    def related(self) -> Tree:
        """A clause whose subject has a relative clause or a participle behind it."""
        who = self.phrases.agent(pronouns=False)
        return self.clauses.clause(depth=1, subject=self.clauses.relative(who))

    def headline(self) -> Tree:
        """'Chad sends troops to Mali', 'Chad to send troops', 'Chad denies sending troops'."""
        names = self.phrases.names
        who = self.rng.choice(
            (names.state, names.capital, names.group, self._bare_body, self._bare_body)
        )()
        who.left = [(label, child) for label, child in who.left if label != "det"]
        if self.phrases.chance(0.2):
            inner = to_mark(self.clauses.event("base"))
            return inner.before("nsubj", who)
        if self.phrases.chance(0.3):
            verb = self.clauses.group(self.phrases.pick("control", "gerund"), "present", who.plural)
            return verb.before("nsubj", who).after("xcomp", self.clauses.event("gerund"))
        return self.clauses.event("present", who)

    def _bare_body(self) -> Tree:
        return self.phrases.body() if self.phrases.chance(0.5) else self.phrases.officials()


def _tidy(root: Tree) -> None:
    """Drop commas that another mark follows."""
    found = list(root.words())
    for (tree, head, _), (following, _, _) in pairwise(found):
        if tree.word == "," and (following.word in _PUNCTUATION) and head is not None:
            head.left = [(label, child) for label, child in head.left if child is not tree]
            head.right = [(label, child) for label, child in head.right if child is not tree]


def sentences(gazetteer: Gazetteer, seed: int, longest: int = 60) -> Iterator[list[Row]]:
    """Endless sentences of at most `longest` words."""
    source = Sentences(gazetteer, seed)
    while True:
        found = source.draw()
        if len(found) <= longest:
            yield found
