"""One `Doc` put together from pieces that were parsed apart, with what was left out of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.language.figures import Cut
from kg.language.lemma import lemma
from kg.language.lines import Sign


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parse and the text that it is of, which may spell its words with other capitals."""

    doc: Doc
    text: str

    def spelled(self, token: Token) -> str:
        """`token` as the text has it."""
        return self.text[token.idx : token.idx + len(token)]


@dataclass(frozen=True, slots=True)
class _Word:
    """A token to be: one that was parsed, or one left out that hangs on the parsed one at `on`."""

    text: str
    space: bool
    on: int
    parsed: Token | None = None
    sign: bool = False


@dataclass(slots=True)
class Columns:
    """The tokens so far, one list an attribute."""

    words: list[str] = field(default_factory=list)
    spaces: list[bool] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    ents: list[str] = field(default_factory=list)

    def doc(self, nlp: Language) -> Doc:
        """The tokens as a `Doc`."""
        return Doc(
            nlp.vocab,
            words=self.words,
            spaces=self.spaces,
            tags=self.tags,
            pos=self.pos,
            morphs=self.morphs,
            lemmas=self.lemmas,
            heads=self.heads,
            deps=self.deps,
            ents=self.ents,
        )

    def add_gap(self, gap: str) -> None:
        """White space becomes a token; it hangs on the word before, or stands alone at first."""
        here = len(self.words)
        self._add(gap, _GAP if here else ("_SP", "SPACE", "ROOT"), here - 1 if here else 0)

    def add_sign(self, sign: str) -> None:
        """A sign between parsed pieces becomes a token that stands alone."""
        self._add(sign, ("NFP", "PUNCT", "ROOT"), len(self.words))

    def add_doc(
        self, parsed: Parsed, nlp: Language, cuts: Sequence[Cut], signs: Sequence[Sign]
    ) -> None:
        """The tokens of a parse, with what was left out of its text hung on them."""
        first, words = len(self.words), list(_words(parsed, nlp, cuts, signs))
        places = [first + n for n, word in enumerate(words) if word.parsed is not None]
        for word in words:
            token, head = word.parsed, places[word.on]
            if token is None:
                self._add(word.text, _LEFT_OUT["sign" if word.sign else _kind(word.text)], head)
            else:
                head = places[token.head.i]
                self._add(word.text, (token.tag_, token.pos_, token.dep_), head)
                self.morphs[-1] = str(token.morph)
                label = f"-{token.ent_type_}" if token.ent_type_ else ""
                self.ents[-1] = f"{token.ent_iob_ or 'O'}{label}"
            self.spaces[-1] = word.space

    def _add(self, text: str, kind: tuple[str, str, str], head: int) -> None:
        tag, pos, dep = kind
        self.words.append(text)
        self.spaces.append(False)
        self.tags.append(tag)
        self.pos.append(pos)
        self.morphs.append("")
        self.lemmas.append(text if pos in ("SPACE", "PUNCT") else lemma(text, pos))
        self.heads.append(head)
        self.deps.append(dep)
        self.ents.append("O")


_GAP = ("_SP", "SPACE", "dep")
_LEFT_OUT = {
    "sign": ("NFP", "PUNCT", "punct"),
    "blank": _GAP,
    "number": ("CD", "NUM", "nummod"),
    "joint": ("CC", "CCONJ", "cc"),
    "word": ("RB", "ADV", "advmod"),
}
"""Tag, part of speech and label of what was not parsed."""


def fits(doc: Doc, cuts: Sequence[Cut], signs: Sequence[Sign]) -> bool:
    """Whether each cut lies where a token begins, or ends, and none holds the place of a sign."""
    starts, ends = {t.idx for t in doc}, {t.idx + len(t) for t in doc}
    whole = all(cut.at in (ends if cut.behind else starts) for cut in cuts)
    held = {at for cut, start in _places(cuts) for at in range(start + 1, start + len(cut.text))}
    return whole and held.isdisjoint(sign.at for sign in signs)


def moved(signs: Sequence[Sign], cuts: Sequence[Cut]) -> list[Sign]:
    """`signs`, whose places count in all the words, with their places in what is left of them."""
    places = _places(cuts)
    gone = [sum(len(c.text) for c, start in places if start < sign.at) for sign in signs]
    return [replace(sign, at=sign.at - size) for sign, size in zip(signs, gone, strict=True)]


def _places(cuts: Sequence[Cut]) -> list[tuple[Cut, int]]:
    """Each cut with where it began before any was taken out."""
    sizes = accumulate((len(cut.text) for cut in cuts), initial=0)
    return [(cut, cut.at + size) for cut, size in zip(cuts, sizes, strict=False)]


def _kind(text: str) -> str:
    if text.isspace():
        return "blank"
    if any(c.isdigit() for c in text):
        return "number"
    return "joint" if text.lower() in ("and", "or") else "word"


def _words(
    parsed: Parsed, nlp: Language, cuts: Sequence[Cut], signs: Sequence[Sign]
) -> Iterator[_Word]:
    """The parsed tokens in order, each with what stood before and behind it."""
    doc = parsed.doc
    ends = [token.idx + len(token) for token in doc]
    ahead = {cut.at: cut for cut in cuts if not cut.behind}
    behind = {bisect_left(ends, cut.at): cut for cut in cuts if cut.behind}
    marked = {bisect_left(ends, sign.at): sign for sign in signs}
    for token in doc:
        if cut := ahead.get(token.idx):
            yield from _left_out(nlp, cut.text, token.i, space=False)
        after, sign, space = behind.get(token.i), marked.get(token.i), bool(token.whitespace_)
        blank = after is not None and after.text.startswith(" ")
        before_sign = space if sign is None else sign.before
        yield _Word(parsed.spelled(token), before_sign if after is None else blank, token.i, token)
        if after is not None:
            words = after.text[1:] if blank else after.text
            yield from _left_out(nlp, words, token.i, space=before_sign)
        if sign is not None:
            yield _Word(sign.text, sign.after, token.i, sign=True)


def _left_out(nlp: Language, text: str, on: int, *, space: bool) -> Iterator[_Word]:
    """The tokens of `text`; `space` tells whether a blank follows the last one all the same."""
    tokens = list(nlp.make_doc(text))
    for token in tokens:
        last = token is tokens[-1]
        yield _Word(token.text, bool(token.whitespace_) or (last and space), on)
