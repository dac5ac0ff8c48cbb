"""Contexts of made-up articles over the bundled pipeline, loaded once for the whole run."""

from __future__ import annotations

from datetime import date
from functools import cache

from kg.extract.context import Context
from kg.extract.reader import Reader
from kg.language.pipeline import load
from kg.model import Article

_DAY = date(2019, 6, 14)


@cache
def _reader() -> Reader:
    return Reader(load(), None)


def context(text: str, body: int = 0) -> Context:
    """A context of its own, of which nothing is read yet; `body` is where the prose begins."""
    return _reader().context(Article("t", text, published=_DAY, body=body))


def run(of: Context, words: str) -> tuple[int, int]:
    """The tokens of the first place where `words` stand."""
    start = of.article.text.index(words)
    inside = [t.i for t in of.tree if start <= t.idx < start + len(words)]
    return inside[0], inside[-1] + 1
