"""Articles to readings: one after the other, or by several processes, with the same result.

A process that is killed (by the system for want of memory, most often) takes nothing with it but
the article that killed it: what was in its hands is read again, one article a process.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache, partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from kg.errors import StatecraftError
from kg.model import Article, Reading, Unread

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from kg.extract.reader import Reader

    Outcome: TypeAlias = Future[Reading | Unread]

AHEAD = 4
"""Articles in flight for each process: enough that none waits, few enough to be held in memory."""
KILLED = "the process that read it was killed, most often for want of memory"
SPLIT = "Split it, or lower the limits on what is read."


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
    """Outcomes in the order of `articles`, whatever the number of `workers`.

    Articles are taken as they are needed, so that few are held at a time.
    """
    task = partial(extract_one, model=model)
    if workers < 2:
        yield from map(task, articles)
        return
    with _Crew(task, workers) as crew:
        yield from crew.outcomes(iter(articles))


class _Crew:
    """A pool of processes that is set up again when one of them dies."""

    def __init__(self, task: Callable[[Article], Reading | Unread], workers: int) -> None:
        self._task, self._workers = task, workers
        self._pool = _pool(workers)

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        self._pool.shutdown(cancel_futures=True)

    def outcomes(self, articles: Iterator[Article]) -> Iterator[Reading | Unread]:
        """What each article gives, in order."""
        flying: deque[tuple[Article, Outcome]] = deque()
        while True:
            for new in islice(articles, self._workers * AHEAD - len(flying)):
                flying.append((new, self._submit(new)))
            if not flying:
                return
            try:
                yield flying[0][1].result()
            except BrokenProcessPool:
                flying = deque(self._again(list(flying)))
                continue
            flying.popleft()

    def _submit(self, article: Article) -> Outcome:
        try:
            return self._pool.submit(self._task, article)
        except BrokenProcessPool as error:  # it broke just now; whoever asks for the outcome hears
            outcome: Outcome = Future()
            outcome.set_exception(error)
            return outcome

    def _again(self, flying: list[tuple[Article, Outcome]]) -> Iterator[tuple[Article, Outcome]]:
        """What is done stays; the rest is read by one process, so that it is known who kills it."""
        self._pool.shutdown(cancel_futures=True)
        alone = _pool(1)
        for article, outcome in flying:
            if outcome.done() and not outcome.cancelled() and outcome.exception() is None:
                yield article, outcome
                continue
            again: Outcome = Future()
            try:
                again.set_result(alone.submit(self._task, article).result())
            except BrokenProcessPool:
                again.set_result(Unread(article.source, KILLED, SPLIT))
                alone = _pool(1)
            yield article, again
        alone.shutdown()
        self._pool = _pool(self._workers)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Threads of the parent (a notebook's, say) would deadlock in forked children: spawn.
    return ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_end_with_parent
    )


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
