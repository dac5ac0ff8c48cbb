"""Names of states, people, bodies and places from the gazetteer, as trees."""

from __future__ import annotations

import re
from random import Random

from kg.knowledge.gazetteer import Gazetteer
from kg.training.parser.tree import Tree

_PLAIN = re.compile(r"[A-Z][\w.]*(?:-[A-Za-z]\w+)*(?: [A-Z][\w.]*(?:-[A-Za-z]\w+)*){0,2}")
_PARTIAL = frozenset({"North", "South", "East", "West", "United", "Central", "Equatorial"})


def flat(text: str, kind: str, plural: bool = False) -> Tree:
    """`text` as a name with its first word on top; 'Abu-Bakr' becomes three words."""
    first, *rest = text.split()
    top = _word(first, kind, True)
    top.plural = plural
    for part in re.split(r"(?<=\w)-", first)[1:]:
        _hyphenated(top, part, kind)
    for word in rest:
        begin, *more = re.split(r"(?<=\w)-", word)
        top.after("flat", _word(begin, kind, False))
        for part in more:
            _hyphenated(top, part, kind)
    return top


def _word(text: str, kind: str, first: bool) -> Tree:
    return Tree(re.split(r"(?<=\w)-", text)[0], "NNP", "PROPN", name=kind, first=first)


def _hyphenated(top: Tree, part: str, kind: str) -> None:
    hyphen = Tree("-", "HYPH", "PUNCT", name=kind)
    top.after("flat", _word(part, kind, False).before("punct", hyphen))


def headed(text: str, kind: str) -> Tree:
    """`text` as a name with its last word on top: 'the Security Council'."""
    *rest, last = text.split()
    top = Tree(last, "NNPS" if last in ("Nations", "States") else "NNP", "PROPN", name=kind)
    for word in rest:
        adjective = word == "United" or word.endswith(("al", "an", "ese", "ic"))
        label, pos = ("amod", "ADJ") if adjective else ("compound", "PROPN")
        top.inside(label, Tree(word, "NNP", pos, name=kind))
    next(top.words())[0].first = True
    return top


class Names:
    """Draws names at random from a gazetteer's plain names."""

    def __init__(self, gazetteer: Gazetteer, rng: Random) -> None:
        self.rng = rng
        states = sorted(gazetteer.states.values(), key=lambda s: s.key)
        self._states = [s.label for s in states if _PLAIN.fullmatch(s.label)]
        self._demonyms = [d for s in states for d in s.demonyms if _PLAIN.fullmatch(d)]
        self._adjectives = [
            a for s in states for a in (s.adjective, *s.adjectives) if _PLAIN.fullmatch(a)
        ]
        self._capitals = [c for s in states for c in s.capitals if _PLAIN.fullmatch(c)]
        towns = sorted(gazetteer.places, key=lambda p: p.key)
        self._towns = [p.label for p in towns if _PLAIN.fullmatch(p.label)]
        people = sorted({r.label for rows in gazetteer.leaders.values() for r in rows})
        self._people = [p.split(" ", 1) for p in people if _PLAIN.fullmatch(p) and " " in p]
        groups = sorted(gazetteer.organisations.values(), key=lambda o: o.key)
        self._groups = [
            o.label for o in groups if _PLAIN.fullmatch(o.label) and not o.label.startswith("The ")
        ]
        self._titles = sorted({t for r in gazetteer.roles for t in r.titles if t.istitle()})

    def state(self, text: str = "") -> Tree:
        """A state, its adjective where it is two words: 'the United Kingdom', 'Chad'."""
        text = text or self.rng.choice(self._states)
        first, *rest = text.split()
        last = rest[-1] if rest else ""
        on_last = first in _PARTIAL or first.endswith("n") or last.endswith(("Islands", "Republic"))
        tree = headed(text, "LOC") if rest and on_last else flat(text, "LOC")
        if rest and (first == "United" or last in ("Islands", "Republic", "Union")):
            tree.before("det", Tree("the", "DT", "DET"))
        return tree

    def adjective(self) -> Tree:
        """'Chadian', 'Sri Lankan'."""
        text = self.rng.choice(self._adjectives)
        *rest, last = text.split()
        initials = "." in last or last.isupper()
        tree = Tree(last, "NNP" if initials else "JJ", "PROPN" if initials else "ADJ")
        for word in rest:
            tree.inside("compound", Tree(word, "NNP", "PROPN"))
        return tree

    def adjective_label(self, adjective: Tree) -> str:
        """What `adjective` is to its noun."""
        return "compound" if adjective.tag == "NNP" else "amod"

    def people_of(self) -> Tree:
        """'Chadians', 'the Dutch': a nation."""
        plurals = [d for d in self._demonyms if d.endswith("s") and " " not in d]
        tree = Tree(self.rng.choice(plurals), "NNPS", "PROPN", plural=True)
        return tree.before("det", Tree("the", "DT", "DET")) if self.rng.random() < 0.5 else tree

    def capital(self) -> Tree:
        """A capital that stands for its state."""
        return flat(self.rng.choice(self._capitals), "LOC")

    def town(self) -> Tree:
        """A town."""
        return self.state(self.rng.choice(self._towns))

    def group(self) -> Tree:
        """An organisation or an armed group, some with 'the'."""
        text = self.rng.choice(self._groups)
        tree = headed(text, "ORG")
        tree.plural = text.endswith("s") and not text.isupper()
        tree.tag = "NNPS" if tree.plural else tree.tag
        if " " in text or tree.plural or self.rng.random() < 0.1:
            tree.before("det", Tree("the", "DT", "DET"))
        return tree

    def full_name(self) -> Tree:
        """First name of one leader, the rest of another's."""
        first = self.rng.choice(self._people)[0]
        return flat(f"{first} {self.rng.choice(self._people)[1]}", "PERSON")

    def surname(self) -> Tree:
        """The last part of a leader's name."""
        return flat(self.rng.choice(self._people)[1].split()[-1], "PERSON")

    def title(self) -> Tree:
        """'President', 'Defence Minister', 'Secretary of State'."""
        text = self.rng.choice(self._titles)
        name, _, area = text.partition(" of ")
        *rest, last = name.split()
        tree = Tree(last, "NNP", "PROPN")
        for word in rest:
            adjective = word in ("Prime", "Foreign", "Vice", "Acting", "Deputy", "First")
            label, pos = ("amod", "ADJ") if adjective else ("compound", "PROPN")
            tree.inside(label, Tree(word, "NNP", pos))
        if area and " " not in area:
            of = Tree("of", "IN", "ADP")
            tree.after("nmod", Tree(area, "NNP", "PROPN").before("case", of))
        return tree
