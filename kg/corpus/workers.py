"""Articles to readings: in this process, or by one or several others, with the same result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from kg.corpus.crew import Crew
from kg.errors import StatecraftError
from kg.model import Article, Reading, Unread

if TYPE_CHECKING:
    from kg.extract.reader import Reader

HERE = 0
"""As a number of workers: this process reads, and ends with what it reads where that kills it."""


@cache
def reader(model: str | None) -> Reader:
    """The reader over the pipeline called `model` (None: the bundled one), loaded once a process.

    Raises ModelError or KnowledgeError where pipeline or lexicon are unfit.
    """
    from kg.extract.propose.network import Network
    from kg.extract.reader import Reader
    from kg.language.pipeline import load

    return Reader(load(model), Network())


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
    articles: Iterable[Article], model: str | None, workers: int
) -> Iterator[Reading | Unread]:
    """Outcomes in the order of `articles`, whatever the number of `workers`, other processes.

    Articles are taken as they are needed, so that few are held at a time.
    """
    task = partial(extract_one, model=model)
    if workers == HERE:
        yield from map(task, articles)
        return
    with Crew(task, workers) as crew:
        yield from crew.outcomes(articles)
