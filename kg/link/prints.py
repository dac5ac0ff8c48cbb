"""What of a text is compared with another: runs of words, sentences, figures, names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from zlib import crc32

from kg.knowledge.linking import linking_words

SHINGLE = 5
"""Words in a shingle by which copies are known."""
RUN = 6
"""Words in a run that two writers do not hit upon by chance. In the development articles, two
reports of one affair that are no rewrites of each other share up to 4 such runs, rewrites from 10.
"""
STEM = 5
"""Letters by which inflected words are the same: "supply" and "supplies"."""
MIN_SENTENCE = 5
"""Content words below which a sentence says too little to be compared."""

_SENTENCE_END = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_FIGURE = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")
_MID_WORD = re.compile(r"(?<=[^\W\d_][ ]|[,;][ ])[^\W\d_]\w{2,}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True)
class Print:
    """The comparable parts of one text; names are capitalised words within a sentence."""

    shingles: frozenset[str]
    runs: frozenset[int]
    sentences: tuple[frozenset[str], ...]
    figures: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return linking_words().function_words


def words(text: str) -> list[str]:
    """Lower-case words without possessive endings."""
    return re.findall(r"\w+", re.sub(r"[’']s\b", "", text.lower()))


def fingerprint(text: str) -> Print:
    """The print of a text; one shorter than a shingle is one shingle, one without words none."""
    said = words(text)
    return Print(
        shingles=frozenset(_windows(said, SHINGLE)),
        runs=frozenset(crc32(run.encode()) for run in _windows(said, RUN)),
        sentences=tuple(_sentences(text)),
        names=frozenset(word for word in _MID_WORD.findall(text) if word[0].isupper()),
        figures=frozenset(figure.replace(",", "") for figure in _FIGURE.findall(text)
                          if not _YEAR.fullmatch(figure)),
    )  # fmt: skip


def _windows(said: list[str], size: int) -> list[str]:
    count = max(1, len(said) - size + 1) if said else 0
    return [" ".join(said[i : i + size]) for i in range(count)]


def _sentences(text: str) -> list[frozenset[str]]:
    cut = [frozenset(stems(sentence)) for sentence in _SENTENCE_END.split(text)]
    return [stems for stems in cut if len(stems) >= MIN_SENTENCE]


def stems(sentence: str) -> list[str]:
    """The content words of a sentence, cut to their stems, in order."""
    return [intern(word[:STEM]) for word in words(sentence) if word not in _function_words()]
