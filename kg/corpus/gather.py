"""Inputs to readings: articles read before are taken as they were kept, the rest is read now."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter
from typing import TYPE_CHECKING

from kg.corpus.cache.identity import article_key, reading_identity
from kg.corpus.cache.slim import Slim
from kg.corpus.workers import extract_all
from kg.errors import StatecraftError
from kg.model import Article, Reading, Unread

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.corpus.cache.readings import Kept


@dataclass(slots=True)
class Gathered:
    """What became of the inputs. `keys` are those of all readings, in no order;
    `fresh` counts the articles read in this run; `seconds` were spent on opening inputs.
    """

    keys: list[str] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    fresh: int = 0
    seconds: float = 0.0


def gather(
    items: Iterable[Article | Unread],
    kept: Kept,
    model: str | None,
    workers: int,
    told: Callable[[Article | Unread], None],
) -> Gathered:
    """Read what `kept` lacks and keep it, one article after the other.

    Articles are taken from `items` as they are needed and not held. `told` is called with each
    article that is done, and with each that gives no reading.
    """
    work = _Work(kept, reading_identity(model), told)
    for outcome in extract_all(work.new(items), model, workers):
        work.take(outcome)
    return work.gathered


class _Work:
    """A gathering in progress."""

    def __init__(self, kept: Kept, identity: str, told: Callable[[Article | Unread], None]) -> None:
        self.gathered = Gathered()
        self._kept, self._identity, self._told = kept, identity, told
        self._waiting: deque[str] = deque()

    def new(self, items: Iterable[Article | Unread]) -> Iterator[Article]:
        """The articles that were not read before; what becomes of the others is noted."""
        for item in self._timed(iter(items)):
            if isinstance(item, Unread):
                self._give_up(item)
                continue
            key = article_key(item, self._identity)
            if self._kept.has_reading(key):
                self.gathered.keys.append(key)
                self._told(item)
            else:
                self._waiting.append(key)
                yield item

    def take(self, outcome: Reading | Unread) -> None:
        """Keep what the next of the new articles gave."""
        key = self._waiting.popleft()
        if isinstance(outcome, Unread):
            self._give_up(outcome)
            return
        self._kept.put_reading(key, outcome)
        self.gathered.keys.append(key)
        self.gathered.fresh += 1
        self._told(outcome.article)

    def _give_up(self, item: Unread) -> None:
        self.gathered.unread.append(item)
        self._told(item)

    def _timed(self, items: Iterator[Article | Unread]) -> Iterator[Article | Unread]:
        while True:
            begun = perf_counter()
            item = next(items, None)
            self.gathered.seconds += perf_counter() - begun
            if item is None:
                return
            yield item


def readings(kept: Kept, keys: Iterable[str]) -> Iterator[Reading]:
    """The readings of these keys; StatecraftError where one is broken, which is then dropped."""
    slim = Slim()
    for key in keys:
        reading = kept.reading(key)
        if reading is None:
            kept.drop("readings", key)
            rule = "a reading kept from an earlier build is broken"
            raise StatecraftError(kept.name, rule, "Build once more; it is then read anew.")
        yield slim.of(reading)
