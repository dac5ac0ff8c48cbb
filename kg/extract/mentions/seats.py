"""Cities under whose name an organisation acts: 'Brussels' may be the EU, NATO or Belgium.

What the article names decides; where it names none of them, the table says who it is. A city that
is only where something happens stays a place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.lemmas import lemma_of
from kg.extract.mentions.knowledge import Knowledge
from kg.knowledge.gazetteer import Entry
from kg.knowledge.homonyms import Homonyms
from kg.knowledge.tables import SeatRow
from kg.language import syntax
from kg.language.names import Name
from kg.language.tree import Token, Tree

_WHERE = frozenset({
    "in", "at", "near", "into", "inside", "outside", "around", "over", "across", "through", "to",
    "via", "towards", "toward", "within", "throughout", "above",
})  # fmt: skip
"""Prepositions of places: whoever sits there is not meant."""
_FORCES = frozenset({"force", "vessel", "aircraft"})
"""Types of what only states send."""
_SPEAKS_FROM = frozenset({"in", "at"})
_BODIES = frozenset({"leader", "body", "organisation"})
"""Forms of names that count as the state or organisation behind them, too."""
_DATELINE = frozenset({"(", ",", "-", "–", "—", "/"})


class Seats:
    """Tells who acts under the name of a city, in one article."""

    def __init__(self, tree: Tree, knowledge: Knowledge, homonyms: Homonyms) -> None:
        self._tree, self._gazetteer, self._homonyms = tree, knowledge.gazetteer, homonyms
        self._lexicon = knowledge.lexicon

    def read(self, names: Sequence[Name]) -> tuple[Name, ...]:
        """`names`, each city with the organisation that acts under its name before the state."""
        if not any(n.text.title() in self._homonyms.seats for n in names):
            return tuple(names)
        whose = [(n.start, key) for n in names for key in self._principals(n)]
        joined = {i for n in names for i in self._beside(n, names)}
        return tuple(
            self._settled(n, whose, joined) if n.text.title() in self._homonyms.seats else n
            for n in names
        )

    def _settled(self, name: Name, whose: list[tuple[int, str]], joined: set[int]) -> Name:
        head = self._tree[name.start : name.end].root
        if "capital" not in name.forms or not self._acts(name, head):
            return name
        rows = self._homonyms.seats[name.text.title()]
        row = self._of(rows, head, whose, alone=name.start not in joined)
        if row is None:
            return name
        label = self._gazetteer.agent(row.of).label
        return replace(name, entries=(Entry("organisation", row.of, label), *name.entries))

    def _principals(self, name: Name) -> list[str]:
        """Whom `name` counts as, where it names a state or an organisation and no city."""
        found: list[str] = []
        for entry in name.entries:
            if entry.form in _BODIES:
                found += {self._gazetteer.agent(entry.key).principal, entry.key}
                terms = self._gazetteer.leaders.get(entry.key, ())
                found += {term.of for term in terms}
            elif entry.form in ("name", "adjective", "demonym", "seat"):
                found.append(entry.key)
        return list(dict.fromkeys(found))

    def _of(
        self, rows: list[SeatRow], head: Token, whose: list[tuple[int, str]], *, alone: bool
    ) -> SeatRow | None:
        """Who acts: the nearest that is named, else the default; None: the state."""
        near, host = {row.of: row for row in rows}, rows[0].host
        named = sorted((abs(i - head.i), key, i) for i, key in whose if key in near or key == host)
        default = next((row for row in rows if row.default), None)
        if default is not None and named:
            return near.get(named[0][1])
        if default is not None:
            return None if self._moves_forces(head) else default
        # the state is meant unless it is named nowhere and the other beside
        here = [key for _, key, i in named if self._tree[i].sentence_at == head.sentence_at]
        return near.get(here[0]) if here and alone and host not in here else None

    def _moves_forces(self, head: Token) -> bool:
        """'Brussels will send soldiers': what only states have."""
        link, verb = syntax.governor(head)
        thing = syntax.arguments(verb).object if link == "subject" else None
        types = self._lexicon.types(lemma_of(thing), frozenset()) if thing is not None else set()
        return not _FORCES.isdisjoint(types)

    def _acts(self, name: Name, head: Token) -> bool:
        """Whether the city stands where somebody acts or is addressed, not for a place."""
        if self._is_dateline(name):
            return False
        link, above = syntax.governor(head)
        where = syntax.preposition_of(head)
        if where in _SPEAKS_FROM and link == "content":  # 'officials in Brussels'
            return lemma_of(above) in self._lexicon.parties.group_nouns
        return where not in _WHERE and link != "apposition"

    def _is_dateline(self, name: Name) -> bool:
        """'BRUSSELS (Wire) -', 'Brussels, 4 May -': where the report was written."""
        opens = name.start == 0 or self._tree[name.start - 1].is_space
        return opens and self._tree[name.end : name.end + 1].text in _DATELINE

    def _beside(self, name: Name, names: Sequence[Name]) -> list[int]:
        """Where cities are joined by 'and': 'between Cairo and Addis Ababa' are states."""
        end = name.end
        if end + 1 >= len(self._tree) or self._tree[end].lower != "and":
            return []
        return [name.start, *(n.start for n in names if n.start == end + 1)]
