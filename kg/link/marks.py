"""What is held of each text while stories are found, and the whole print where it is asked for.

The print of a text is twenty times as large as the text; of a corpus it would fill memory. Held is
what leads from one text to others: its runs and shingles as plain numbers, and a hash of these.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rensa import RMinHash

from kg.link.boilerplate import reported
from kg.link.prints import Print
from kg.model import Article

PERMUTATIONS, SEED = 256, 20241024
"""Any seed will do; a fixed one gives the same candidates in every build."""
HELD: Final = 1024
"""Prints that are held at a time: candidates come in order, most with neighbours."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is held of one text: `same` is equal for texts of the same shingles, None without.

    `shingles` are eight bytes each, which only this process knows them by.
    """

    same: bytes | None
    runs: array[int]
    shingles: array[int]
    hashed: RMinHash


class Marks:
    """The marks of articles, by place, and their prints; `shared` is what sites put around them."""

    def __init__(self, articles: Sequence[Article], shared: Collection[int]) -> None:
        self._articles, self._shared = articles, shared
        self.print = lru_cache(maxsize=HELD)(self._print)
        self._marks = [_mark(self._print(number)) for number in range(len(articles))]

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, number: int) -> Mark:
        return self._marks[number]

    def _print(self, number: int) -> Print:
        article = self._articles[number]
        return Print(reported(article.text[article.body :], self._shared))


def _mark(found: Print) -> Mark:
    shingles = array("q", map(hash, found.shingles))
    return Mark(same(found), array("I", sorted(found.runs)), shingles, hashed(found))


def same(found: Print) -> bytes | None:
    """What texts of the same shingles have in common; None without shingles."""
    words = "\n".join(sorted(found.shingles)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(words).digest() if found.shingles else None


def hashed(found: Print) -> RMinHash:
    """What a text is looked up by among others that may be copies."""
    made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    made.update(sorted(found.shingles))
    return made
