"""Processes that read articles, and what becomes of an article whose process dies.

A process that is killed (by the system for want of memory, most often) is replaced, and the article
in its hands is read once more while no other is. Where that kills the new process too, the article
is set aside with its reason. No other article is lost or read into two outcomes.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from typing import TypeAlias

from kg.model import Article, Reading, Unread

Task: TypeAlias = Callable[[Article], "Reading | Unread"]
Outcome: TypeAlias = "Future[Reading | Unread]"

AHEAD = 4
"""Articles under way for each process: enough that none waits, few enough to be held in memory."""
AT_HAND = 2
"""Of these, how many a process is handed: one that it reads, and the next."""
KILLED = "two processes that read it were killed, most often for want of memory"
SPLIT = "Split it, or lower the limits on what is read."


class Crew:
    """`workers` processes that do `task`, which is found by its name in each of them."""

    def __init__(self, task: Task, workers: int) -> None:
        self._workers = [_Worker(task) for _ in range(workers)]

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def outcomes(self, articles: Iterable[Article]) -> Iterator[Reading | Unread]:
        """What each article gives, in order; articles are taken as they are needed.

        An error that `task` raises is raised here.
        """
        coming, flying = iter(articles), deque[_Errand]()
        while True:
            self._hand_out(coming, flying)
            if not flying:
                return
            if (first := flying[0].outcome) is not None:
                flying.popleft()
                yield first.result()
                continue
            wait([worker.current for worker in self._workers if worker.held], None, FIRST_COMPLETED)
            for worker in self._workers:
                if not worker.deliver():
                    self._replace(worker)

    def _hand_out(self, coming: Iterator[Article], flying: deque[_Errand]) -> None:
        for article in islice(coming, len(self._workers) * AHEAD - len(flying)):
            flying.append(_Errand(article))
        waiting = (errand for errand in flying if not errand.handed)
        for depth in range(AT_HAND):
            free = [worker for worker in self._workers if len(worker.held) == depth]
            for worker, errand in zip(free, waiting, strict=False):
                worker.take(errand)

    def _replace(self, dead: _Worker) -> None:
        """Read again, while nobody reads, what `dead` was reading."""
        wait([told for worker in self._workers if worker is not dead for _, told in worker.held])
        errand, *rest = dead.renew()
        dead.take(errand)
        wait([dead.current])
        if not dead.deliver():
            dead.renew()
            errand.outcome = Future()
            errand.outcome.set_result(Unread(errand.article.source, KILLED, SPLIT))
        for other in rest:
            dead.take(other)


@dataclass(slots=True, eq=False)
class _Errand:
    """An article under way: whether a process has it, and what came of it."""

    article: Article
    handed: bool = False
    outcome: Outcome | None = None


class _Worker:
    """One process, and what it was handed: the first is being read, the next one waits."""

    def __init__(self, task: Task) -> None:
        self._task, self._pool = task, _pool()
        self.held: deque[tuple[_Errand, Outcome]] = deque()

    @property
    def current(self) -> Outcome:
        """What comes of the article that is being read."""
        return self.held[0][1]

    def take(self, errand: _Errand) -> None:
        """Read this after what is held."""
        errand.handed = True
        try:
            told = self._pool.submit(self._task, errand.article)
        except BrokenProcessPool as error:  # it died just now, which `deliver` will tell
            told = Future()
            told.set_exception(error)
        self.held.append((errand, told))

    def deliver(self) -> bool:
        """Hand over what is done; whether the process lives."""
        while self.held and self.current.done():
            if isinstance(self.current.exception(), BrokenProcessPool):
                return False
            errand, told = self.held.popleft()
            errand.outcome = told
        return True

    def renew(self) -> list[_Errand]:
        """Put a new process in the place of one that died; what that one held, in order."""
        self.end()
        held = [errand for errand, _ in self.held]
        self.held.clear()
        self._pool = _pool()
        return held

    def end(self) -> None:
        """End the process; what it has not begun is left."""
        self._pool.shutdown(cancel_futures=True)


def _pool() -> ProcessPoolExecutor:
    # Threads of the parent (a notebook's, say) would deadlock in forked children: spawn.
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        connection.wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
