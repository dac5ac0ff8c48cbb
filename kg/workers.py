"""Articles to readings: one after the other, or by several processes, with the same result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from multiprocessing import get_context
from typing import TYPE_CHECKING

from kg.errors import StatecraftError
from kg.model import Article, Reading, Unread

if TYPE_CHECKING:
    from kg.extract.reader import Reader


@cache
def reader(model: str | None) -> Reader:
    """The reader over the pipeline called `model` (None: the bundled one), loaded once a process.

    Raises ModelError or KnowledgeError where pipeline or lexicon are unfit.
    """
    from kg.extract.reader import Reader
    from kg.language.pipeline import load

    return Reader(load(model))


def extract_one(article: Article, model: str | None) -> Reading | Unread:
    """What one article gives; an article that breaks the reader is Unread, with what broke."""
    read = reader(model).read
    try:
        return read(article)
    except StatecraftError:
        raise  # broken knowledge or a broken model concerns every article
    except Exception as error:
        reason = f"reading it failed: {type(error).__name__}: {error}"
        return Unread(article.source, reason, "Please report it, with the article.")


def extract_all(
    articles: Sequence[Article], model: str | None, workers: int
) -> Iterator[Reading | Unread]:
    """Outcomes in the order of `articles`, whatever the number of `workers`."""
    task = partial(extract_one, model=model)
    if min(workers, len(articles)) < 2:
        yield from map(task, articles)
        return
    # Threads of the parent (a notebook's, say) would deadlock in forked children: spawn.
    pool = ProcessPoolExecutor(min(workers, len(articles)), mp_context=get_context("spawn"))
    try:
        yield from pool.map(task, articles)
    except BrokenProcessPool as error:
        rule = "one of them was killed, most often for want of memory"
        raise StatecraftError(f"{workers} workers", rule, "Use fewer.") from error
    finally:
        pool.shutdown(cancel_futures=True)
