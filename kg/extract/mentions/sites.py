"""Towns whose state the article itself tells: 'Barcelona, Venezuela', 'Bari, Puntland, Somalia'.

The table knows one town of a name, mostly the largest; the state behind its commas is surer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.mentions.knowledge import Knowledge
from kg.knowledge.gazetteer import Entry
from kg.knowledge.homonyms import Homonyms
from kg.language import syntax
from kg.language.names import Name
from kg.language.tree import Tree

_BEHIND = 3
"""Names that stand behind a town up to its state: district, region, state."""
_SITED = frozenset({"capital", "place"})
_JOINING = frozenset({"and", "or", "&"})
_LEADING = frozenset({"in", "near", "at", "from", "of", "outside", "around", "to"})
"""What stands before a town; a capital without it may be its government."""


class Sites:
    """Puts the towns of one article where it says that they lie."""

    def __init__(self, tree: Tree, knowledge: Knowledge, homonyms: Homonyms) -> None:
        self._tree = tree
        self._regions = knowledge.gazetteer.regions | homonyms.regions.keys()
        self._at: dict[int, Name] = {}

    def read(self, names: Sequence[Name]) -> tuple[Name, ...]:
        """`names` with the towns in their states; a place stays there where it is told again."""
        self._at = {name.start: name for name in names}
        told = {name.start: state for name in names if (state := self._told(name))}
        again = {n.text: told[n.start] for n in reversed(names) if n.start in told}
        return tuple(self._placed(name, told, again) for name in names)

    def _placed(self, name: Name, told: dict[int, str], again: dict[str, str]) -> Name:
        state = told.get(name.start)
        if state is None and name.forms == {"place"}:
            state = again.get(name.text)
        if state is None or name.suffix:
            return name
        return Name(name.start, name.end, (Entry("place", state, name.text),), name.text)

    def _told(self, town: Name) -> str | None:
        """Key of the state behind `town`; None where none is, or where the table has it there."""
        if not town.is_listed or not self._is_town(town):
            return None
        states = (name.key("name") for name in self._behind(town))
        state = next((key for key in states if key), None)
        return None if state in {entry.key for entry in town.entries} else state

    def _is_town(self, name: Name) -> bool:
        if name.suffix or not name.forms <= _SITED or name.text in self._regions:
            return False
        before = self._tree[name.start - 1].lower if name.start else ""
        return "capital" not in name.forms or before in _LEADING

    def _behind(self, town: Name) -> Iterator[Name]:
        """The state that the names behind the commas after `town` end in, if they do."""
        end = town.end
        for _ in range(_BEHIND):
            start = end + 1
            if start >= len(self._tree) or self._tree[end].text != ",":
                return
            name = self._at.get(start)
            if name is not None and "name" in name.forms:
                if not self._acts(name) and not self._is_listed(name):
                    yield name
                return
            end = self._unknown(start) if name is None else self._region(name)
            if end == start:
                return

    def _region(self, name: Name) -> int:
        """One past `name` where it may stand between a town and its state, else its first token."""
        inside = not name.is_listed or name.text in self._regions
        return name.end if inside else name.start

    def _unknown(self, start: int) -> int:
        """One past the capitalised words from `start`, which no table knows: 'Sud-Est'."""
        end = start
        while end < len(self._tree) and end not in self._at and self._is_of_name(end):
            end += 1
        return end

    def _is_of_name(self, index: int) -> bool:
        return self._tree[index].text[:1].isupper() or self._tree[index].tag == "HYPH"

    def _acts(self, name: Name) -> bool:
        """'in Bari, Fiji says', "in Bari, Fiji's army": the state is no place here."""
        if self._word(name.end) == ",":  # 'in Bari, Somalia, was burned'
            return False
        owns = name.end < len(self._tree) and self._tree[name.end].tag == "POS"
        head = self._tree[name.start : name.end].root
        return owns or syntax.governor(head)[0] == "subject"

    def _is_listed(self, name: Name) -> bool:
        """'from Bari, Fiji and Tonga', 'Bari, Fiji, and Tonga': names one after the other."""
        end = name.end + 1 if self._word(name.end) == "," else name.end
        return self._word(end) in _JOINING and end + 1 in self._at

    def _word(self, index: int) -> str:
        return self._tree[index].lower if index < len(self._tree) else ""
