"""What of a text is compared with another: runs of words, sentences, figures, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern
from typing import TypeVar
from zlib import crc32

from kg.knowledge.linking import linking_words

_T = TypeVar("_T", int, str)
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

_SENTENCE_END = re.compile(r"\s(?:(?<=[.!?”\"]\s)\s*|(?<=\n)\n*)")
"""Space behind an end, or new lines. The space is named first, for it is found faster by itself."""
_WORD, _OWNING = re.compile(r"\w+"), re.compile(r"[’']s\b")
_FIGURE = re.compile(r"[0-9](?:[0-9,.]*[0-9])?")
_MID_WORD = re.compile(r"(?<=[^\W\d_][ ]|[,;][ ])[^\W\d_]\w{2,}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True)
class Print:
    """The comparable parts of one text, each made when it is asked for: most texts are compared
    with none, and need but runs and shingles. A text shorter than a shingle is one shingle, one
    without words none.
    """

    text: str

    @cached_property
    def shingles(self) -> frozenset[str]:
        """Runs of SHINGLE words."""
        return frozenset(map(" ".join, _windows(self._said, SHINGLE)))

    @cached_property
    def numbered(self) -> frozenset[int]:
        """The shingles as numbers of eight bytes, the same in every process."""
        return frozenset(map(hash, _windows(self._numbers, SHINGLE)))

    @cached_property
    def runs(self) -> frozenset[int]:
        """Runs of RUN words, as numbers of four bytes, the same in every process."""
        return frozenset(hash(run) & 0xFFFFFFFF for run in _windows(self._numbers, RUN))

    @cached_property
    def sentences(self) -> tuple[frozenset[str], ...]:
        """The stems of each sentence that says enough to be compared."""
        return tuple(_sentences(self.text))

    @cached_property
    def names(self) -> frozenset[str]:
        """Capitalised words within a sentence."""
        return frozenset(word for word in _MID_WORD.findall(self.text) if word[0].isupper())

    @cached_property
    def figures(self) -> frozenset[str]:
        """Figures that are no years."""
        found = (f for f in _FIGURE.findall(self.text) if not _YEAR.fullmatch(f))
        return frozenset(figure.replace(",", "") for figure in found)

    @cached_property
    def _said(self) -> list[str]:
        return words(self.text)

    @cached_property
    def _numbers(self) -> list[int]:
        """Words as numbers: the hash of several is quickly made and hangs on no seed."""
        return list(map(_number, self._said))


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return crc32(word.encode())


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return linking_words().function_words


def words(text: str) -> list[str]:
    """Lower-case words without possessive endings."""
    said = text.lower()
    return _WORD.findall(_OWNING.sub("", said) if "’s" in said or "'s" in said else said)


def _windows(said: list[_T], size: int) -> Iterable[tuple[_T, ...]]:
    if len(said) <= size:
        return [tuple(said)] if said else []
    return zip(*(said[i:] for i in range(size)), strict=False)


def _sentences(text: str) -> list[frozenset[str]]:
    cut = [frozenset(stems(sentence)) for sentence in _SENTENCE_END.split(text)]
    return [stems for stems in cut if len(stems) >= MIN_SENTENCE]


def stems(sentence: str) -> list[str]:
    """The content words of a sentence, cut to their stems, in order."""
    return [intern(word[:STEM]) for word in words(sentence) if word not in _function_words()]
