"""Raw text as training text: cut into sentences by a pipeline, read by the teacher.

The teacher errs far less than the pipeline, and news holds words and turns that the treebanks never
show. Trees only: such text teaches no names.
"""

from __future__ import annotations

import csv
import gzip
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Span

from kg.training.parser.convert import Features, Sentence

_PARAGRAPH = re.compile(r"\s*\n\s*")
_ENDS = frozenset(".!?")
_CLOSING = frozenset({'"', "'", "”", "’", "''", ")", "]"})
_FEWEST, _MOST = 5, 90
"""Shorter pieces are headings, bylines and list items; longer ones are badly cut."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What stands over the words of a sentence: heads count from 1, the root's is 0.

    A tag is `UPOS XPOS`; `sureness` is the mean probability of the arcs.
    """

    words: list[str]
    heads: list[int]
    labels: list[str]
    tags: list[str]
    sureness: float = 1.0


Reader = Callable[[list[list[str]]], list[Reading]]


def gold(sentence: Sentence) -> Reading:
    """A treebank's sentence as the teacher learns it."""
    rows = sentence.rows
    return Reading(
        [row[1] for row in rows],
        [int(row[6]) for row in rows],
        [row[7] for row in rows],
        [f"{row[3]} {row[4]}" for row in rows],
    )


def paragraphs(folder: Path) -> Iterator[str]:
    """The paragraphs of the articles in `wikinews_*.csv.gz`, in order."""
    for path in sorted(folder.glob("wikinews_*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                yield from filter(None, _PARAGRAPH.split(row["text"].replace("\xa0", " ").strip()))


def distilled(
    texts: list[str], cutter: Language, read: Reader, features: Features, least: float
) -> Iterator[list[Sentence]]:
    """Runs of neighbouring sentences that `read` is sure of, cut by `cutter`.

    `least` is the lowest mean probability of a sentence's arcs.
    """
    cut = [
        (number, i, sentence)
        for number, doc in enumerate(cutter.pipe(texts))
        for i, sentence in enumerate(doc.sents)
        if _whole(sentence)
    ]
    readings = read([[token.text for token in sentence] for _, _, sentence in cut])
    kept = [
        (number, i, sentence, reading)
        for (number, i, sentence), reading in zip(cut, readings, strict=True)
        if reading.sureness >= least
    ]
    numbered = enumerate(kept)
    for _, run in groupby(numbered, key=lambda item: (item[1][0], item[1][1] - item[0])):
        yield [
            _copy(sentence, reading, features, f"news-{number}")
            for _, (number, _, sentence, reading) in run
        ]


def _whole(sentence: Span) -> bool:
    """Whether it looks like a sentence from its capital to its full stop."""
    words = [token for token in sentence if token.text not in _CLOSING and token.text != "“"]
    return (
        _FEWEST <= len(sentence) <= _MOST
        and bool(words)
        and words[-1].text in _ENDS
        and not words[0].text[0].islower()
        and not any(token.is_space for token in sentence)
    )


def _copy(sentence: Span, reading: Reading, features: Features, document: str) -> Sentence:
    found = Sentence(document=document)
    arcs = zip(sentence, reading.heads, reading.labels, reading.tags, strict=True)
    for i, (token, head, label, tags) in enumerate(arcs):
        pos, tag = tags.split(" ")
        feats = features.of(token.text, tag, pos)
        columns = [str(i + 1), token.text, token.lower_, pos, tag, feats, str(head), label, "_"]
        found.rows.append([*columns, "_" if token.whitespace_ else "SpaceAfter=No"])
    return found
