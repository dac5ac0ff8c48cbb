"""One `Doc` put together from pieces that were parsed apart, with what was left out of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Row:
    """A token of the whole text: `kind` is its tag, part of speech and label, `head` a row."""

    text: str
    kind: tuple[str, str, str]
    head: int
    space: bool = False
    morph: str = ""
    ent: str = "O"


_GAP = ("_SP", "SPACE", "dep")
_LEFT_OUT = {
    "sign": ("NFP", "PUNCT", "punct"),
    "blank": _GAP,
    "number": ("CD", "NUM", "nummod"),
    "joint": ("CC", "CCONJ", "cc"),
    "word": ("RB", "ADV", "advmod"),
}
"""Tag, part of speech and label of what was not parsed."""


def joined(rows: Sequence[Row], nlp: Language) -> Doc:
    """The rows as a `Doc`."""
    tags, pos, deps = zip(*(row.kind for row in rows), strict=True) if rows else ((), (), ())
    unchanged = ("SPACE", "PUNCT")
    return Doc(
        nlp.vocab,
        words=[row.text for row in rows],
        spaces=[row.space for row in rows],
        tags=list(tags),
        pos=list(pos),
        morphs=[row.morph for row in rows],
        lemmas=[r.text if r.kind[1] in unchanged else lemma(r.text, r.kind[1]) for r in rows],
        heads=[row.head for row in rows],
        deps=list(deps),
        ents=[row.ent for row in rows],
    )


def gap(text: str, here: int) -> Row:
    """White space as the row `here`; it hangs on the word before, or stands alone at first."""
    return Row(text, _GAP, here - 1) if here else Row(text, ("_SP", "SPACE", "ROOT"), 0)


def sign(text: str, here: int) -> Row:
    """A sign between parsed pieces as the row `here`, which stands alone."""
    return Row(text, ("NFP", "PUNCT", "ROOT"), here)


def rows_of(
    parsed: Parsed, nlp: Language, cuts: Sequence[Cut], signs: Sequence[Sign], here: int
) -> Iterator[Row]:
    """The tokens of a parse as rows from `here` on, with what was left out hung on them."""
    words = list(_words(parsed, nlp, cuts, signs))
    places = [here + n for n, word in enumerate(words) if word.parsed is not None]
    for word in words:
        token = word.parsed
        if token is None:
            kind = _LEFT_OUT["sign" if word.sign else _kind(word.text)]
            yield Row(word.text, kind, places[word.on], word.space)
        else:
            label = f"-{token.ent_type_}" if token.ent_type_ else ""
            yield Row(
                word.text,
                (token.tag_, token.pos_, token.dep_),
                places[token.head.i],
                word.space,
                str(token.morph),
                f"{token.ent_iob_ or 'O'}{label}",
            )


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
