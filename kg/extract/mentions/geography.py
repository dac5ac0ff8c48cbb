"""Where an article itself puts the places that no table knows: "Mokha, Yemen", "Mali's Kidal"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping

from kg.language import syntax
from kg.language.hanging import Relation, relation
from kg.language.names import Name
from kg.language.tree import Token, Tree

_WITHIN = frozenset({"in", "of"})
_AT = frozenset({"in", "at", "near", "across", "inside", "throughout", "into", "around"})
_INNER: frozenset[Relation] = frozenset({"name part", "compound", "adjective"})
_LONGEST_CHAIN = 4
"""Places in a row up to the state: town, district, province, state."""


class Geography:
    """Places of one article: what lies where, and which state it is set in.

    `placed` are names that a state follows behind a comma: no people, whatever they look like.
    Set `people` to the tokens of persons once these are known.
    """

    def __init__(self, tree: Tree, names: Mapping[int, Name]) -> None:
        self._tree = tree
        self._names = {i: n for i, n in names.items() if n.is_listed}
        self.people: Container[int] = ()
        self._state_of: dict[str, str] = {}
        self.placed: set[str] = set()
        self._sites: list[tuple[int, str]] = []
        for token in tree:
            if token.pos in ("NOUN", "PROPN") and relation(token) not in _INNER:
                self._learn(token)
            if syntax.preposition_of(token) in _AT or relation(token) == "owner":
                key = self._state(token) or self._further_on(token)
                self._sites += [(token.idx, key)] if key else []

    def setting(self, told: Callable[[int], bool]) -> str | None:
        """Key of the state of most places at offsets that are `told`; None without a place."""
        seen = Counter(key for offset, key in self._sites if told(offset))
        return seen.most_common(1)[0][0] if seen else None

    def state(self, token: Token) -> str | None:
        """Key of the state that the unknown place named by `token` lies in; None if not told."""
        if not self.is_unknown(token):
            return None
        return next((self._state_of[n] for n in self._namings(token) if n in self._state_of), None)

    def is_unknown(self, token: Token) -> bool:
        """Whether `token` is a proper name that is nobody's and in no table."""
        proper = token.pos == "PROPN" and token.text[:1].isupper()
        return proper and token.i not in self._names and token.i not in self.people

    def _learn(self, head: Token) -> None:
        """Keeps which state the unknown places of a noun phrase lie in, if it tells."""
        unknown = [t for t in self._parts(head) if self.is_unknown(t)]
        key = next(filter(None, self._states_about(head)), None) if unknown else None
        if key is not None:
            for name in (name for token in unknown for name in self._namings(token)):
                self._state_of.setdefault(name, key)

    def _parts(self, head: Token) -> Iterator[Token]:
        """`head`, the names in front of it, and the name behind 'the town of'."""
        yield head
        yield from (t for t in syntax.attributes(head) if t != syntax.owner(head))
        if head.pos == "NOUN":
            yield from syntax.after(head, "of")

    def _states_about(self, head: Token) -> Iterator[str | None]:
        """The states that the phrase of `head` tells, the surest first."""
        owner = syntax.owner(head)
        if owner is not None:
            yield self._state(owner)
        within = _WITHIN if head.pos == "NOUN" else {"in"}
        yield from (self._state(n) for p, n in syntax.prepositions(head) if p in within)
        if head.pos == "NOUN":
            yield from (self._adjective(t) for t in syntax.attributes(head))
        end = syntax.name_end(head)
        behind = self._tree[end : end + 2]
        if behind[:1].text.lower() == "in" and len(behind) > 1 and self.is_unknown(head):
            yield self._state(behind[1])
        key = self._behind_commas(end)
        if key and self.is_unknown(head):
            self.placed.add(self._tree[head.i : end].text)
        yield key

    def _behind_commas(self, end: int) -> str | None:
        """'X, Yemen', 'X, Benue State, Nigeria': the state that the places behind `end` lead to."""
        for _ in range(_LONGEST_CHAIN):
            start = end + 1
            if start >= len(self._tree) or self._tree[end].text != "," or self._owns(start):
                return None
            key = self._state(self._tree[start])
            if key:  # 'on Monday, Fiji says' is no place
                return None if syntax.governor(self._tree[start])[0] == "subject" else key
            end = start
            while end < len(self._tree) and self._is_part_of_place(self._tree[end]):
                end += 1
            if end == start:
                return None
        return None

    def _further_on(self, place: Token) -> str | None:
        """'at a post in X province, Thailand': the state behind a place that nobody knows."""
        end = syntax.name_end(place)
        return self._behind_commas(end) if syntax.preposition_of(place) in _AT else None

    def _is_part_of_place(self, token: Token) -> bool:
        named = token.text[:1].isupper() and token.pos in ("PROPN", "NOUN", "ADJ")
        return named or (token.pos == "NOUN" and token.neighbour(-1).text[:1].isupper())

    def _owns(self, index: int) -> bool:
        """'X, Thailand's minister': what follows tells who X is, not where."""
        name = self._names.get(index)
        return name is not None and self._tree[min(name.end, len(self._tree) - 1)].tag == "POS"

    def _state(self, token: Token) -> str | None:
        name = self._names.get(token.i)
        if name is None:
            return self.state(token)
        return name.key("name", "capital", "place")

    def _adjective(self, token: Token) -> str | None:
        name = self._names.get(token.i)
        return None if name is None or name.suffix else name.key("adjective")

    def _namings(self, token: Token) -> Iterator[str]:
        """The whole name that `token` heads, then its word alone."""
        before = (self._tree[i] for i in range(token.i - 1, -1, -1))
        others = (t.i for t in before if relation(t) not in _INNER or not self.is_unknown(t))
        start = next(others, -1) + 1
        yield self._tree[start : syntax.name_end(token)].text
        if start == token.i:  # 'State' alone is no name of 'Benue State'
            yield token.text
