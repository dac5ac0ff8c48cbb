"""Article text to one spaCy `Doc` whose offsets are the article's own.

Paragraphs are parsed one by one and joined again, so that what is read in a paragraph depends on
its words alone: neither on the other articles of a batch nor on the line breaks around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.knowledge.words import grammar
from kg.language import columns
from kg.language.columns import Parsed, Row, fits, moved
from kg.language.figures import Cut, without_qualifiers
from kg.language.headlines import in_sentence_case, is_without_prose
from kg.language.lines import Piece, Sign, pieces, without_signs
from kg.language.repairs import repair
from kg.language.vectors import quicken

_BUNDLED = Path(__file__).resolve().parent / "model"
_REPLACED = ("trainable_lemmatizer", "lemmatizer")
_NEEDED = ("tagger", "parser")
_JOINER = "statecraft_titles"
_AT_ONCE = 2000
"""Words from which on a batch is parsed: more gain no time, and each takes 13 KB meanwhile."""


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
        remedy = "Install that model." if name else "Install statecraft again."
        raise ModelError(
            name or "bundled model", f"spaCy cannot load it ({error})", remedy
        ) from error
    missing = [pipe for pipe in _NEEDED if pipe not in nlp.pipe_names]
    if missing:
        raise ModelError(
            name or "bundled model",
            f"it lacks {', '.join(missing)}",
            "Take a model with a tagger and a dependency parser.",
        )
    _keep_titles(nlp)
    if name is None:
        quicken(nlp, _BUNDLED)
    return Pipeline(nlp, name or "bundled")


def _keep_titles(nlp: Language) -> None:
    """Make 'Col.' one word, and start no sentence behind it."""
    tokenizer: Any = nlp.tokenizer  # any callable to spaCy's types
    for title in sorted(grammar().abbreviated_titles):
        tokenizer.add_special_case(title, [{"ORTH": title}])
    for word in sorted(grammar().whole_words):
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
        if before.text in grammar().abbreviated_titles or inside:
            token.is_sent_start = False
    return doc


Language.component(_JOINER, func=_join_titles)


def _join(nlp: Language, parts: Iterable[Piece]) -> Doc:
    parts = list(parts)
    spell = in_sentence_case if is_without_prose(p.text for p in parts) else str
    uttered = [_uttered(nlp, part.text, spell) for part in parts if part.kind == "words"]
    _parse(nlp, [each.parsed.doc for each in uttered])
    rest, rows = iter(uttered), list[Row]()
    for part in parts:
        if part.kind == "gap":
            rows.append(columns.gap(part.text, len(rows)))
        elif part.kind == "sign":
            rows.append(columns.sign(part.text, len(rows)))
        else:
            each = next(rest)
            rows += columns.rows_of(each.parsed, nlp, each.cuts, each.signs, len(rows))
    return columns.joined(rows, nlp)


@dataclass(frozen=True, slots=True)
class _Uttered:
    """A paragraph as it is parsed, and what was left out of it."""

    parsed: Parsed
    cuts: Sequence[Cut]
    signs: Sequence[Sign]


def _uttered(nlp: Language, text: str, spell: Callable[[str], str]) -> _Uttered:
    """The tokens of a paragraph, before they are parsed."""
    words, signs = without_signs(text)
    left, cuts = without_qualifiers(words)
    doc = nlp.make_doc(spell(left))
    if not fits(doc, cuts, signs):
        left, cuts = words, []
        doc = nlp.make_doc(spell(left))
    return _Uttered(Parsed(doc, left), cuts, moved(signs, cuts))


def _parse(nlp: Language, docs: Iterable[Doc]) -> None:
    """Parse each of `docs` in place: some thousand words at once, for a batch takes memory."""
    batch: list[Doc] = []
    size = 0
    for doc in docs:
        batch.append(doc)
        size += len(doc)
        if size >= _AT_ONCE:
            _run(nlp, batch)
            batch, size = [], 0
    _run(nlp, batch)


def _run(nlp: Language, docs: list[Doc]) -> None:
    for _ in nlp.pipe(docs, batch_size=max(1, len(docs))):
        pass  # the docs that went in are those that come out
