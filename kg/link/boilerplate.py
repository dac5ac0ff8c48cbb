"""What sites put around every article: sentences that are no basis for calling two one story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final
from zlib import crc32

from msgspec import Struct

from kg.knowledge.names import Words
from kg.knowledge.schema import read
from kg.resources import ontology

_SENTENCES: Final = re.compile(r"\s(?:(?<=[.!?”\"]\s)\s*|(?<=\n)\n*)")
"""As in `prints`."""
_FILE: Final = "boilerplate.toml"
_NAMED: Final = re.compile(r"[\dA-Z](?:(?<=\d)|(?<=[^\W\d_][ ].|[,;][ ].)\w+)")
"""A figure, or a name within a sentence: what a report of an event tells has one of these."""
_WORD: Final = re.compile(r"\w+")
FEWEST: Final = 3
"""Articles from which on a sentence without name or figure is their sites', not theirs."""


class Phrases(Struct, frozen=True, forbid_unknown_fields=True):
    """`ontology/boilerplate.toml`."""

    phrases: Words


def common(texts: Iterable[Iterable[int]]) -> frozenset[int]:
    """Marks of sentences that stand in many of the texts, of each of which `plain` is given."""
    counts: Counter[int] = Counter()
    for marks in texts:
        counts.update(marks)
    return frozenset(found for found, number in counts.items() if number >= FEWEST)


def plain(text: str) -> set[int]:
    """Marks of the sentences of a text that name nobody and no figure."""
    return {mark(s) for s in _SENTENCES.split(text) if s and not _NAMED.search(s)}


def reported(text: str, shared: Collection[int]) -> str:
    """The text without sentences that are around every article; `shared` are the marks of such."""
    folded = text.casefold()
    phrased = any(phrase in folded for phrase in _folded())
    kept = (s for s in _SENTENCES.split(text) if not _is_around(s, shared, phrased))
    return "\n".join(kept)


def mark(sentence: str) -> int:
    """What a sentence is known by: its words, whatever is between them."""
    return crc32(" ".join(_WORD.findall(sentence.lower())).encode())


def _is_around(sentence: str, shared: Collection[int], phrased: bool) -> bool:
    """`phrased`: whether the text holds one of the phrases, in some sentence or over two."""
    if phrased and _phrases().search(sentence):
        return True
    return bool(shared) and not _NAMED.search(sentence) and mark(sentence) in shared


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _words())), re.IGNORECASE)


@lru_cache(maxsize=1)
def _folded() -> tuple[str, ...]:
    """Found in a text, a phrase at a time, far faster than one pattern of all finds them."""
    return tuple(word.casefold() for word in _words())


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple(sorted(read(ontology(_FILE), Phrases).phrases))
