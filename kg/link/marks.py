"""What is held of each text while stories are found, and the whole print where it is asked for.

The print of a text is twenty times as large as the text; of a corpus it would fill memory. Held is
what leads from one text to others: its runs, as plain numbers, and a hash of its shingles.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rensa import RMinHash

from kg.link.boilerplate import common, plain, reported
from kg.link.prints import Print
from kg.link.recall import Recall, afresh, content
from kg.link.rewrites import is_rewrite
from kg.model import Article

PERMUTATIONS, SEED = 256, 20241024
"""Any seed will do; a fixed one gives the same candidates in every build."""
HELD: Final = 1024
"""Prints that are held at a time: candidates come in order, most with neighbours."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is held of one text: `same` is equal for texts of the same shingles, None without.

    `four` are its runs, of four bytes each, `eight` its shingles; `state` is the hash of these.
    """

    same: bytes | None
    four: bytes
    eight: bytes
    state: bytes

    @property
    def runs(self) -> array[int]:
        """Its runs of words, sorted."""
        return array("I", self.four)

    @property
    def shingles(self) -> array[int]:
        """Its shingles as numbers, sorted."""
        return array("q", self.eight)

    @property
    def hashed(self) -> RMinHash:
        """What it is looked up by among others that may be copies."""
        made = RMinHash(num_perm=1, seed=SEED)
        made.__setstate__(self.state)
        return made


@dataclass(frozen=True, slots=True)
class Plain:
    """Marks of the sentences of a text that may be its site's, and of those below its head."""

    whole: tuple[int, ...]
    below: tuple[int, ...]


class Marks:
    """The marks of articles, by place, and their prints.

    What sites put around many of them counts for nothing.
    """

    def __init__(self, articles: Sequence[Article], recall: Recall = afresh) -> None:
        self._articles, self._recall = articles, recall
        told = recall(Plain, articles, lambda a: content(a.text, a.body), _plain)
        self._shared = common(plain.whole for plain in told)
        self._around = [tuple(sorted(self._shared.intersection(plain.below))) for plain in told]
        self.print = lru_cache(maxsize=HELD)(self._print)
        numbers = range(len(articles))
        self._marks = recall(Mark, numbers, self._content, lambda n: _mark(self._print(n)))

    def __len__(self) -> int:
        return len(self._marks)

    def __getitem__(self, number: int) -> Mark:
        return self._marks[number]

    def rewrites(self, pairs: Sequence[tuple[int, int]]) -> list[bool]:
        """Whether each of these pairs are rewrites of one report."""
        return self._recall(
            bool,
            pairs,
            lambda pair: content(*map(self._content, pair)),
            lambda pair: is_rewrite(*map(self.print, pair)),
        )

    def _content(self, number: int) -> bytes:
        """What the print of a text follows from."""
        article = self._articles[number]
        return content(article.text, article.body, self._around[number])

    def _print(self, number: int) -> Print:
        article = self._articles[number]
        return Print(reported(article.text[article.body :], self._shared))


def _mark(found: Print) -> Mark:
    four, eight = array("I", sorted(found.runs)), array("q", sorted(found.numbered))
    return Mark(same(found), four.tobytes(), eight.tobytes(), hashed(found).__getstate__())


def _plain(article: Article) -> Plain:
    whole = sorted(plain(article.text))
    below = sorted(plain(article.text[article.body :])) if article.body else whole
    return Plain(tuple(whole), tuple(below))


def same(found: Print) -> bytes | None:
    """What texts of the same shingles have in common; None without shingles."""
    words = "\n".join(sorted(found.shingles)).encode("utf-8", "surrogatepass")
    return hashlib.sha256(words).digest() if found.shingles else None


def hashed(found: Print) -> RMinHash:
    """What a text is looked up by among others that may be copies."""
    made = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    made.update(list(found.shingles))
    return made
