"""Regions of federal states, and the towns in them with the name of a state or its capital.

'Moscow, Idaho' lies in Idaho. A region in front of a body or an office that regions have counts as
its federal state: 'the Georgia National Guard', 'the governor of Georgia'.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.mentions.knowledge import Knowledge
from kg.knowledge.gazetteer import Entry
from kg.knowledge.homonyms import Homonyms
from kg.knowledge.tables import RegionRow
from kg.language.names import Name
from kg.language.tree import Tree

_LONGEST = 4
"""Tokens that a region's name may have."""
_LONGEST_BODY = 3
"""Tokens that the name of a body may have: 'National Guard'."""
_SITED = ("name", "capital", "place")
_JOINING = frozenset({"and", "or", "&"})
_OF = frozenset({"of", "in", "for"})
_BESIDE = 2
"""Words that may stand between a region and its body: "Georgia's Republican governor"."""


class Regions:
    """Tells regions and what lies in them from states of the same name, in one article."""

    def __init__(self, tree: Tree, knowledge: Knowledge, homonyms: Homonyms) -> None:
        self._tree, self._homonyms = tree, homonyms
        self._groups = knowledge.lexicon.parties.group_nouns
        self._at: dict[int, Name] = {}

    def read(self, names: Sequence[Name]) -> tuple[Name, ...]:
        """`names` with the towns joined to their region, and regions before their bodies."""
        self._at = {n.start: n for n in names}
        found: list[Name] = []
        for name in names:
            if found and name.start < found[-1].end:
                continue  # the region behind the town that was joined to it
            found.append(self._town(name) or self._with_body(name) or name)
        return tuple(found)

    # --- 'Moscow, Idaho' --------------------------------------------------

    def _town(self, name: Name) -> Name | None:
        """The town `name` with the region behind its comma; None where none stands there."""
        if name.suffix or name.forms.isdisjoint(_SITED):
            return None
        if name.end >= len(self._tree) or self._tree[name.end].text != ",":
            return None
        end, row = self._region(name)
        if row is None or self._is_listed(end, row) or (name.start and self._joins(name.start - 1)):
            return None
        text = self._tree[name.start : end].text
        return Name(name.start, end, (Entry("place", row.of, text),), text)

    def _region(self, town: Name) -> tuple[int, RegionRow | None]:
        """One past the region behind the comma after `town`, and its row."""
        start, here = town.end + 1, {e.key for e in town.entries}
        for end in range(min(start + _LONGEST, len(self._tree)), start, -1):
            rows = self._homonyms.regions.get(self._tree[start:end].text, [])
            rows = [r for r in rows if r.of not in here]
            own = {e.key for e in self._entries(start, end) if e.form == "name"}
            if rows and not own & here:  # 'Tbilisi, Georgia' lies in the state
                return end, rows[0] if len({r.of for r in rows}) == 1 else None
        return self._abroad(town)

    def _abroad(self, town: Name) -> tuple[int, RegionRow | None]:
        """'Georgia, United States': the region that `town` names, before its state."""
        state = self._at.get(town.end + 1)
        keys = {e.key for e in state.entries if e.form == "name"} if state is not None else set()
        rows = [r for r in self._homonyms.regions.get(town.text, []) if r.of in keys]
        return (state.end, rows[0]) if rows and state is not None else (town.end, None)

    def _entries(self, start: int, end: int) -> tuple[Entry, ...]:
        name = self._at.get(start)
        return name.entries if name is not None and name.end == end else ()

    def _is_listed(self, end: int, row: RegionRow) -> bool:
        """'Moscow, Georgia and Armenia', 'Rome, Lagos, Cairo': names one after the other."""
        if end >= len(self._tree):
            return False
        if self._joins(end):
            return end + 1 in self._at
        after = self._at.get(end + 1) if self._tree[end].text == "," else None
        if after is None:
            return False
        state = any(e.key == row.of for e in after.entries)
        goes_on = self._tree[after.end : after.end + 1].text == "," or self._joins(after.end)
        return goes_on and not state

    def _joins(self, index: int) -> bool:
        return index < len(self._tree) and self._tree[index].lower in _JOINING

    # --- 'the Georgia National Guard' -------------------------------------

    def _with_body(self, name: Name) -> Name | None:
        """The region `name` as its federal state, where its body or office is named with it."""
        rows = self._homonyms.regions.get(name.text, [])
        if len(rows) != 1 or name.suffix:
            return None
        row, forms = rows[0], {e.form for e in name.entries if e.key != rows[0].of}
        ambiguous = bool(forms & {"name", "capital"})
        if not ambiguous and any(e.form != "place" for e in name.entries):
            return None  # 'Washington' is the state's capital besides
        if not (self._before_body(name.end, ambiguous) or self._behind_body(name.start, ambiguous)):
            return None
        return Name(name.start, name.end, (Entry("adjective", row.of, row.label),), name.text)

    def _before_body(self, start: int, ambiguous: bool) -> bool:
        if start < len(self._tree) and self._tree[start].tag == "POS":
            start += 1
        for first in range(start, min(start + _BESIDE, len(self._tree))):
            ends = range(first + 1, min(first + _LONGEST_BODY, len(self._tree)) + 1)
            if any(self._is_body(first, end, ambiguous) for end in ends):
                return True
            if self._tree[first].pos not in ("ADJ", "PROPN", "NOUN") or first in self._at:
                break
        return False

    def _behind_body(self, start: int, ambiguous: bool) -> bool:
        """'the governor of Georgia', 'a senator from Georgia'."""
        if start < 2 or self._tree[start - 1].lower not in {*_OF, "from"}:
            return False
        ends = start - 1
        firsts = range(max(0, ends - _LONGEST_BODY), ends)
        return any(self._is_body(first, ends, ambiguous) for first in firsts)

    def _is_body(self, start: int, end: int, ambiguous: bool) -> bool:
        """Whether a body that regions have is named there, or people of any state or region."""
        people = end - start == 1 and self._tree[start].lemma in self._groups
        words = self._tree[start:end].text.lower()
        return words in self._homonyms.bodies or (people and not ambiguous)
