"""Names in a `Doc`: the gazetteer first, titles second, the statistical entities third.

Finding only: `find` returns what each token belongs to and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span

from kg.knowledge.gazetteer import Entry, Gazetteer

_BEGINNING = re.compile(r"\W*\w*")
_BRACKETED = re.compile(r"\( (\S{2,}) \)")
_LED = re.compile(r"^(.+?)[-–](\w+)$")
_STRONG = (
    "name",
    "organisation",
    "body",
    "leader",
    "capital",
    "seat",
    "place",
    "adjective",
    "demonym",
)
SHORTEST = 4
"""Letters of a name that may be written in capitals; one this short only where all words are."""
PERSON = frozenset({"PERSON", "PER"})
_PLACE = frozenset({"LOC", "GPE"})


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `start` to `end` (exclusive) name one of `entries`; none: a person by title or NER.

    A place that only the NER knows has an entry without key: which state it lies in is unknown.

    `suffix` is the second half of a hyphenated word: 'led' of 'U.S.-led'.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    text: str
    suffix: str = ""

    @property
    def forms(self) -> frozenset[str]:
        """The forms in which its entries are so called."""
        return frozenset(entry.form for entry in self.entries)

    @property
    def is_listed(self) -> bool:
        """Whether a table has it: more than a place that only the NER knows."""
        return any(entry.key or entry.form != "place" for entry in self.entries)

    def key(self, *forms: str) -> str | None:
        """Key of the first entry that has one and is in one of `forms`."""
        return next((e.key for e in self.entries if e.key and e.form in forms), None)


class NameFinder:
    """Finds gazetteer names by their exact form; longest match first."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._entries: dict[str, list[Entry]] = {}
        self._surnames: dict[str, set[str]] = {}
        for text, entry in gazetteer.entries():
            self._entries.setdefault(_normal(text), []).append(entry)
        for key, rows in gazetteer.leaders.items():
            for surname in {s for row in rows for s in row.surname}:
                self._surnames.setdefault(_normal(surname), set()).add(key)
        self._shouted = {
            n.upper(): e for n, e in sorted(self._entries.items()) if len(n) >= SHORTEST
        }
        self._written = frozenset(n for name in self._entries for n in _variants(name))
        self._reach: dict[str, int] = {}
        for name in self._written:
            first = _beginning(name, 0)
            self._reach[first] = max(self._reach.get(first, 0), len(name))

    def find(self, doc: Doc) -> tuple[Name, ...]:
        """All names of `doc` in order, none overlapping."""
        spans = _longest(self._spans(doc))
        names = [self._name(span) for span in spans if self._is_spelled(span)]
        for look in (self._hyphenated, _acronyms, _statistical, self._places):
            taken = {i for name in names for i in range(name.start, name.end)}
            names += [*look(doc, names, taken)]
        return tuple(sorted(names, key=lambda n: n.start))

    def _spans(self, doc: Doc) -> Iterator[Span]:
        """Runs of whole tokens that are written as a name.

        Looked up as text: to cut thirty thousand names into tokens takes longer than to load the
        rest of the pipeline.
        """
        text, tokens = doc.text, list(doc)
        starts = [t.idx for t in tokens]
        ends = [start + len(t) for start, t in zip(starts, tokens, strict=True)]
        for i, start in enumerate(starts):
            farthest = start + self._reach.get(_beginning(text, start), 0)
            for j in range(i, len(ends)):
                if ends[j] > farthest:
                    break
                if text[start : ends[j]] in self._written:
                    yield doc[i : j + 1]

    def surname(self, text: str) -> frozenset[str]:
        """Keys of the leaders whom news calls `text` after the first mention."""
        return frozenset(self._surnames.get(_normal(text), ()))

    def entries(self, text: str) -> tuple[Entry, ...]:
        """What `text` stands for, most telling form first."""
        found = self._entries.get(_normal(text)) or self._shouted.get(_normal(text), [])
        return tuple(sorted(found, key=lambda e: (_STRONG.index(e.form), e.key)))

    def _is_spelled(self, span: Span) -> bool:
        """Whether it is written as a name: not 'turkey', and 'MALI' only among capitals."""
        short = len(span.text) <= SHORTEST and _normal(span.text) not in self._entries
        acronym = short and span.text.isupper() and any(t.is_lower for t in span.sent)
        return not span.text.islower() and not acronym

    def _name(self, span: Span) -> Name:
        suffix = ""
        if span.end + 1 < len(span.doc) and span.doc[span.end].text in ("-", "–", "‑"):
            after = span.doc[span.end + 1]
            suffix = after.lower_ if after.tag_ in ("VBN", "VBD", "JJ") and after.is_lower else ""
        return Name(span.start, span.end, self.entries(span.text), span.text, suffix)

    def _hyphenated(self, doc: Doc, names: list[Name], taken: set[int]) -> Iterator[Name]:
        """'EU-led': a name and what is done by it, in one token."""
        for token in doc:
            match = _LED.match(token.text) if token.i not in taken else None
            if match and (entries := self.entries(match[1])):
                yield Name(token.i, token.i + 1, entries, match[1], match[2].lower())

    def _places(self, doc: Doc, names: list[Name], taken: set[int]) -> Iterator[Name]:
        """Places that the gazetteer lacks; no people: surnames read like them."""
        persons = {t.text for ent in doc.ents if ent.label_ in PERSON for t in ent}
        for ent in doc.ents:
            free = taken.isdisjoint(range(ent.start, ent.end)) and _is_proper(ent)
            named = not persons.isdisjoint(t.text for t in ent) or self.surname(ent.text)
            if ent.label_ in _PLACE and free and not named:
                yield Name(ent.start, ent.end, (Entry("place", "", ent.text),), ent.text)


def _beginning(text: str, start: int) -> str:
    """What stands at `start` up to the end of a word: names that begin so may stand there."""
    return text[start : _BEGINNING.match(text, start).end()]  # type: ignore[union-attr]


@cache
def _normal(text: str) -> str:
    return text.replace("’", "'").replace("‑", "-").replace("–", "-")


def _variants(name: str) -> set[str]:
    """The name with straight and with curly apostrophe, and in capitals where that is safe."""
    curly = name.replace("'", "’")
    shouted = {name.upper()} if len(name) >= SHORTEST else set()
    return {name, curly, *shouted}


def _longest(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda s: (-(s.end - s.start), s.start)):
        if not taken & set(range(span.start, span.end)):
            kept.append(span)
            taken |= set(range(span.start, span.end))
    return kept


def _acronyms(doc: Doc, names: list[Name], taken: set[int]) -> Iterator[Name]:
    """'the Revolutionary Front (RF)': what the letters behind a name stand for further on."""
    told: dict[str, Name] = {}
    for name in names:
        behind = _BRACKETED.fullmatch(" ".join(t.text for t in doc[name.end : name.end + 3]))
        if behind and behind[1].isupper():
            told.setdefault(behind[1], name)
    for token in doc if told else ():
        known = told.get(token.text)
        if known is not None and token.i not in taken:
            yield Name(token.i, token.i + 1, known.entries, token.text)


def _statistical(doc: Doc, names: list[Name], taken: set[int]) -> Iterator[Name]:
    """People by the reading of the model alone."""
    for ent in doc.ents:
        clear = taken.isdisjoint(range(ent.start, ent.end))
        if ent.label_ in PERSON and clear and ent.text[:1].isupper():
            end = _name_end(doc, ent.end, taken)
            yield Name(ent.start, end, (), doc[ent.start : end].text)


def _is_proper(ent: Span) -> bool:
    """Whether it is written as a name and stands alone, behind no title and no owner."""
    before = ent.doc[ent.start - 1] if ent.start else None
    alone = before is None or not (before.pos_ == "PROPN" or before.tag_ == "POS")
    return alone and all(t.pos_ == "PROPN" for t in ent) and not ent.text.isupper()


def _name_end(doc: Doc, end: int, taken: set[int]) -> int:
    """Names that the statistical reading cut short go on while capitalised names follow."""
    while end < len(doc) and end not in taken:
        token = doc[end]
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or token.ent_type_:
            break
        end += 1
    return end
