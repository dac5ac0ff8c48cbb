"""Article text to one spaCy `Doc` whose offsets are the article's own.

Paragraphs are parsed one by one and joined again, so that what is read in a paragraph depends on
its words alone: neither on the other articles of a batch nor on the line breaks around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.language.lemma import lemma
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
_BREAK = re.compile(r"[^\S\n\r]*(?:\r\n|\n|\r)\s*")
_DATED = (
    r"(?:(?:\d{1,2} [A-Z][a-z]+\.?|[A-Z][a-z]+\.? \d{1,2})(?:,? \d{4})?"
    r"(?: ?\([\w. ]{2,25}\))? ?[—–:-]{1,2}\s+)?"
)
"""A date with a dash of its own: KABUL (Wire) – 3 January 2019 –."""
_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3})(?:, [\w.' ]{2,30}){0,3}"  # PARIS, France
    r"(?: \([\w. ]{2,25}\))? ?[—–-]{1,2}\s+"  # (Reuters) -
    r"|(?:[A-Z][\w'’-]+ ?){1,3}, (?:[A-Z][\w.'’-]+ ?){1,3}[—–] (?=[A-Z])"  # Kano, Nigeria — A
    r"|[A-Z][a-z]+\.? \d{1,2}, \d{4} \([A-Z][\w'’ -]{2,25}\) ?[—–-]{1,2} "  # May 3, 2024 (JUBA) -
    r"|(?:[A-Z][\w'’-]+ ){1,3}\((?:[A-Z]{2,4}|Reuters|Xinhua)\) ?[—–-]{1,2} )"  # Accra (AFP) -
    + _DATED
)
_WRAP_WIDTHS = range(55, 101)
"""Median line length of hard-wrapped plain text: mail and terminals wrap at 60 to 100 columns."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A loaded spaCy pipeline. `name` is `bundled` or the name of an installed model."""

    nlp: Language
    name: str

    def parse(self, text: str) -> Doc:
        """One `Doc` over `text`; `doc[i].idx` counts its code points. Empty text: no token."""
        pieces = [(self.nlp(part) if kept else part) for part, kept in _pieces(text)]
        return repair(_join(self.nlp, pieces))


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


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Paragraphs (kept) and the white space between them, in order; together they are `text`."""
    wrapped = _is_wrapped(text)
    position = 0
    for match in _BREAK.finditer(text):
        if wrapped and match.group().count("\n") < 2 and match.end() < len(text):
            continue
        if match.start() and text[match.end() : match.end() + 1].islower():
            continue
        yield from _paragraph(text[position : match.start()])
        yield match.group(), False
        position = match.end()
    yield from _paragraph(text[position:])


def _paragraph(text: str) -> Iterator[tuple[str, bool]]:
    body = text.strip()
    if not body:
        if text:
            yield text, False
        return
    start = text.index(body[0])
    if start:
        yield text[:start], False
    dateline = _DATELINE.match(body)
    if dateline and dateline.end() < len(body):
        words = dateline.group().rstrip()
        yield words, True
        yield dateline.group()[len(words) :], False
        body = body[dateline.end() :]
    yield re.sub(r"[\r\n]", " ", body), True
    tail = len(text.rstrip())
    if tail < len(text):
        yield text[tail:], False


def _is_wrapped(text: str) -> bool:
    lines = [line.rstrip() for line in text.split("\n") if line.strip()]
    if len(lines) < 4 or max(map(len, lines)) > _WRAP_WIDTHS.stop:
        return False
    broken = sum(line[-1] not in ".!?:”\"'’)" for line in lines)
    return int(median(map(len, lines))) in _WRAP_WIDTHS and broken * 2 > len(lines)


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


def _join(nlp: Language, pieces: list[Doc | str]) -> Doc:
    columns = _Columns([], [], [], [], [], [], [], [], [])
    for piece in pieces:
        if isinstance(piece, str):
            _add_gap(columns, piece)
        else:
            _add_doc(columns, piece)
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


def _add_doc(columns: _Columns, doc: Doc) -> None:
    first = len(columns.words)
    for token in doc:
        columns.words.append(token.text)
        columns.spaces.append(bool(token.whitespace_))
        columns.tags.append(token.tag_)
        columns.pos.append(token.pos_)
        columns.morphs.append(str(token.morph))
        columns.lemmas.append(lemma(token.text, token.pos_))
        columns.heads.append(first + token.head.i)
        columns.deps.append(token.dep_)
        label = f"-{token.ent_type_}" if token.ent_type_ else ""
        columns.ents.append(f"{token.ent_iob_ or 'O'}{label}")
