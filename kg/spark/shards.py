"""Articles to readings, a shard at a time; a shard that was read once is not read again.

A shard is a few hundred articles that follow each other, cut where the digest of one says so, so
that new articles change the shards they come into and no other. Its readings are a file named after
what it was made from: articles, pipeline, code and word lists. The file is there whole or not at
all, whenever a worker or the driver is killed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import msgspec

from kg.corpus.cache.identity import article_key, digest
from kg.corpus.output import replace_file
from kg.model import Article, Reading, Unread

Task: TypeAlias = Callable[[Article], Reading | Unread]
MEAN, MOST = 256, 1024
"""Articles of a shard: some minutes of reading, which is what a kill costs; and the most."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What articles of one shard gave; the form of its file."""

    readings: tuple[Reading, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that is read: its file, its number of articles, how many were read now."""

    path: str
    articles: int
    fresh: int
    unread: tuple[Unread, ...]


def shards(
    items: Iterable[Article | Unread], folder: Path, task: Task, identity: str, mean: int = MEAN
) -> Iterator[Shard]:
    """The shards of one part of the articles, each read by `task` unless its file is in `folder`.

    `identity` tells how articles are read; `mean` is how many make a shard.
    """
    for articles, unread in _cut(items, identity, mean):
        path = folder / f"{digest(identity.encode(), *(k.encode() for k in articles))}.msgpack"
        fresh = 0
        if not path.exists():
            outcome = _read(articles.values(), task)
            fresh = len(articles)
            replace_file(path, msgspec.msgpack.encode(outcome))
        else:
            outcome = loaded(path)
        failed = (*unread, *outcome.unread)
        yield Shard(str(path), len(outcome.readings), fresh, failed)


def loaded(path: Path | str) -> Outcome:
    """The outcome that a shard's file holds."""
    return msgspec.msgpack.decode(Path(path).read_bytes(), type=Outcome)


def _cut(
    items: Iterable[Article | Unread], identity: str, mean: int
) -> Iterator[tuple[dict[str, Article], list[Unread]]]:
    articles: dict[str, Article] = {}
    unread: list[Unread] = []
    for item in items:
        if isinstance(item, Unread):
            unread.append(item)
            continue
        key = article_key(item, identity)
        articles[key] = item
        if int(key[:8], 16) % mean == 0 or len(articles) >= MOST:
            yield articles, unread
            articles, unread = {}, []
    if articles or unread:
        yield articles, unread


def _read(articles: Iterable[Article], task: Task) -> Outcome:
    outcomes = [task(article) for article in articles]
    return Outcome(
        tuple(one for one in outcomes if isinstance(one, Reading)),
        tuple(one for one in outcomes if isinstance(one, Unread)),
    )
