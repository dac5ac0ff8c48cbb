"""Article text to one spaCy `Doc` whose offsets are the article's own.

Paragraphs are parsed one by one and joined again, so that what is read in a paragraph depends on
its words alone: neither on the other articles of a batch nor on the line breaks around it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.language.lemma import lemma
from kg.language.lines import Piece, Sign, pieces, without_signs
from kg.language.repairs import repair

_BUNDLED = Path(__file__).resolve().parent / "model"
_REPLACED = ("trainable_lemmatizer", "lemmatizer")
_NEEDED = ("tagger", "parser")
_TITLES = frozenset(
    {
        "Adm.",
        "Amb.",
        "Brig.",
        "Capt.",
        "Cmdr.",
        "Col.",
        "Cpl.",
        "Dr.",
        "Gen.",
        "Gov.",
        "Lt.",
        "Maj.",
    }
    | {"Mr.", "Mrs.", "Ms.", "Pres.", "Prof.", "Rep.", "Rev.", "Sen.", "Sgt.", "St."}
)
"""Abbreviations that a name follows: no sentence ends with them."""
_JOINER = "statecraft_titles"
_WHOLE = ("know-how", "Know-how")
"""Words with a hyphen that are one word to the rules, whatever is on either side of it."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline. `name` is `bundled` or the name of an installed model."""

    nlp: Language
    name: str

    def parse(self, text: str) -> Doc:
        """One `Doc` over `text`; `doc[i].idx` counts its code points. Empty text: no token."""
        return repair(_join(self.nlp, pieces(text)))


def load(name: str | None = None) -> Pipeline:
    """The bundled English pipeline, or the installed one called `name`; ModelError if unfit."""
    try:
        nlp = spacy.load(name or _BUNDLED, exclude=_REPLACED)
    except (OSError, ValueError) as error:
        raise ModelError(
            name or "bundled model", f"spaCy cannot load it ({error})", "Install that model."
        ) from error
    missing = [pipe for pipe in _NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(
            name or "bundled model",
            f"it lacks {', '.join(missing)}",
            "Take a model with a tagger and a dependency parser.",
        )
    _keep_titles(nlp)
    return Pipeline(nlp, name or "bundled")


def _keep_titles(nlp: Language) -> None:
    """Make 'Col.' one word, and start no sentence behind it."""
    tokenizer: Any = nlp.tokenizer  # any callable to spaCy's types
    for title in sorted(_TITLES):
        tokenizer.add_special_case(title, [{"ORTH": title}])
    for word in _WHOLE:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    if _JOINER not in nlp.pipe_names:
        nlp.add_pipe(_JOINER, before="parser")


def _join_titles(doc: Doc) -> Doc:
    """No sentence begins behind a title, nor where nothing parts a word or a sum from a word."""
    for token in doc:
        if not token.i:
            continue
        before = doc[token.i - 1]
        inside = before.is_alpha and (token.is_alpha or token.is_currency)
        if before.text in _TITLES or inside:
            token.is_sent_start = False
    return doc


Language.component(_JOINER, func=_join_titles)


@dataclass(slots=True)
class _Columns:
    words: list[str]
    spaces: list[bool]
    tags: list[str]
    pos: list[str]
    morphs: list[str]
    lemmas: list[str]
    heads: list[int]
    deps: list[str]
    ents: list[str]


def _join(nlp: Language, parts: Iterable[Piece]) -> Doc:
    columns = _Columns([], [], [], [], [], [], [], [], [])
    for part in parts:
        if part.kind == "gap":
            _add_gap(columns, part.text)
        elif part.kind == "sign":
            _add_sign(columns, part.text, space=False, above=len(columns.words))
        else:
            words, signs = without_signs(part.text)
            _add_doc(columns, nlp(words), signs)
    return Doc(
        nlp.vocab,
        words=columns.words,
        spaces=columns.spaces,
        tags=columns.tags,
        pos=columns.pos,
        morphs=columns.morphs,
        lemmas=columns.lemmas,
        heads=columns.heads,
        deps=columns.deps,
        ents=columns.ents,
    )


def _add_gap(columns: _Columns, gap: str) -> None:
    """White space becomes a token; it hangs on the word before, or stands alone at the start."""
    here = len(columns.words)
    columns.words.append(gap)
    columns.spaces.append(False)
    columns.tags.append("_SP")
    columns.pos.append("SPACE")
    columns.morphs.append("")
    columns.lemmas.append(gap)
    columns.heads.append(here - 1 if here else 0)
    columns.deps.append("dep" if here else "ROOT")
    columns.ents.append("O")


def _add_sign(columns: _Columns, sign: str, *, space: bool, above: int) -> None:
    """A sign becomes a token that hangs on the one at `above`; on itself, it stands alone."""
    columns.words.append(sign)
    columns.spaces.append(space)
    columns.tags.append("NFP")
    columns.pos.append("PUNCT")
    columns.morphs.append("")
    columns.lemmas.append(sign)
    columns.deps.append("ROOT" if above == len(columns.heads) else "punct")
    columns.heads.append(above)
    columns.ents.append("O")


def _add_doc(columns: _Columns, doc: Doc, signs: Sequence[Sign] = ()) -> None:
    first, ends = len(columns.words), [token.idx + len(token) for token in doc]
    behind = {bisect_left(ends, sign.at): sign for sign in signs}
    places = [first + i + sum(at < i for at in behind) for i in range(len(doc))]
    for token, place in zip(doc, places, strict=True):
        columns.words.append(token.text)
        columns.spaces.append(bool(token.whitespace_))
        columns.tags.append(token.tag_)
        columns.pos.append(token.pos_)
        columns.morphs.append(str(token.morph))
        columns.lemmas.append(lemma(token.text, token.pos_))
        columns.heads.append(places[token.head.i])
        columns.deps.append(token.dep_)
        label = f"-{token.ent_type_}" if token.ent_type_ else ""
        columns.ents.append(f"{token.ent_iob_ or 'O'}{label}")
        if sign := behind.get(token.i):
            columns.spaces[-1] = sign.before
            _add_sign(columns, sign.text, space=sign.after, above=place)
