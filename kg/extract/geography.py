"""Where an article itself puts the places that no table knows: "Mokha, Yemen", "Mali's Kidal"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping

from spacy.tokens import Doc, Token

from kg.language import syntax
from kg.language.gazetteer import Entry
from kg.language.names import Name

_WITHIN = frozenset({"in", "of"})
_AT = frozenset({"in", "at", "near", "across", "inside", "throughout", "into", "around"})
_INNER = frozenset({"flat", "compound", "amod"})
_PLACED = ("name", "capital", "place")


def _is_told(entry: Entry) -> bool:
    """Whether a table has it; of a place that the statistical reading found, no state is known."""
    return bool(entry.key) or entry.form != "place"


class Geography:
    """Places of one article: what lies where, and the state that most of it is set in.

    `placed` are names that a state follows behind a comma: no people, whatever they look like.
    Set `people` to the tokens of persons once these are known.
    """

    def __init__(self, doc: Doc, names: Mapping[int, Name]) -> None:
        self._doc = doc
        self._names = {i: n for i, n in names.items() if any(_is_told(e) for e in n.entries)}
        self.people: Container[int] = ()
        self._told: dict[str, str] = {}
        self.placed: set[str] = set()
        seen: Counter[str] = Counter()
        for token in doc:
            if token.pos_ in ("NOUN", "PROPN") and token.dep_ not in _INNER:
                self._learn(token)
            if syntax.preposition_of(token) in _AT or token.dep_ in ("nmod:poss", "poss"):
                key = self._state(token)
                seen[key or ""] += 1
        del seen[""]
        self.setting = seen.most_common(1)[0][0] if seen else None

    def state(self, token: Token) -> str | None:
        """Key of the state that the unknown place named by `token` lies in; None if not told."""
        if not self.is_unknown(token):
            return None
        return next((self._told[n] for n in self._namings(token) if n in self._told), None)

    def is_unknown(self, token: Token) -> bool:
        """Whether `token` is a proper name that is nobody's and in no table."""
        proper = token.pos_ == "PROPN" and token.text[:1].isupper()
        return proper and token.i not in self._names and token.i not in self.people

    def _learn(self, head: Token) -> None:
        unknown = [t for t in self._parts(head) if self.is_unknown(t)]
        if not unknown:
            return
        key = next((k for k in self._states_about(head) if k), None)
        for token in unknown if key else ():
            for name in self._namings(token):
                self._told.setdefault(name, key or "")

    def _parts(self, head: Token) -> Iterator[Token]:
        """`head`, the names in front of it, and the name behind 'the town of'."""
        yield head
        yield from (t for t in syntax.attributes(head) if t != syntax.owner(head))
        if head.pos_ == "NOUN":
            yield from (n for p, n in syntax.prepositions(head) if p == "of")

    def _states_about(self, head: Token) -> Iterator[str | None]:
        owner = syntax.owner(head)
        if owner is not None:
            yield self._state(owner)
        within = _WITHIN if head.pos_ == "NOUN" else {"in"}
        yield from (self._state(n) for p, n in syntax.prepositions(head) if p in within)
        if head.pos_ == "NOUN":
            yield from (self._adjective(t) for t in syntax.attributes(head))
        end = syntax.name_end(head)
        if end + 1 < len(self._doc) and self._doc[end].lower_ == "in" and self.is_unknown(head):
            yield self._state(self._doc[end + 1])
        if end + 1 < len(self._doc) and self._doc[end].text == "," and not self._owns(end + 1):
            key = self._state(self._doc[end + 1])
            if key and self.is_unknown(head):
                self.placed.add(self._doc[head.i : end].text)
            yield key

    def _owns(self, index: int) -> bool:
        """'X, Thailand's minister': what follows tells who X is, not where."""
        name = self._names.get(index)
        return name is not None and self._doc[min(name.end, len(self._doc) - 1)].tag_ == "POS"

    def _state(self, token: Token) -> str | None:
        name = self._names.get(token.i)
        if name is None:
            return self.state(token)
        return next((e.key for e in name.entries if e.form in _PLACED and e.key), None)

    def _adjective(self, token: Token) -> str | None:
        name = self._names.get(token.i)
        entries = name.entries if name is not None and not name.suffix else ()
        return next((e.key for e in entries if e.form == "adjective"), None)

    def _namings(self, token: Token) -> Iterator[str]:
        """The whole name that `token` heads, then its word alone."""
        start = token.i
        while (
            start > 0
            and self._doc[start - 1].dep_ in _INNER
            and (self.is_unknown(self._doc[start - 1]))
        ):
            start -= 1
        yield self._doc[start : syntax.name_end(token)].text
        yield token.text
