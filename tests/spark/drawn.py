"""Drawn corpora as inputs and as what reading them gives, for builds that need no model."""

import time
from dataclasses import replace
from functools import cache
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from kg.model import Article, Reading, Unread
from tests.link.crowded import crowded
from tests.link.synthetic import synthetic

SIZE = 40
BROKEN = "broken"
COLUMNS = ("id", "text", "title", "publisher", "published", "url")


@cache
def drawn() -> dict[str, Reading]:
    """Readings by the names of their articles: copies, rewrites, digests, vague claims."""
    readings = (*synthetic(SIZE).readings, *crowded(SIZE).readings)
    return {reading.article.name: reading for reading in readings}


def read(article: Article) -> Reading | Unread:
    """What reading an article of a drawn corpus gives; one is broken."""
    if article.name == BROKEN:
        return Unread(article.source, "reading it failed: RecursionError: too deep", "Report it.")
    return replace(drawn()[article.name], article=article)


def slowly(article: Article) -> Reading | Unread:
    """The same, slow enough for a process to be killed meanwhile."""
    time.sleep(0.05)
    return read(article)


def write(folder: Path, files: int = 3) -> None:
    """The articles of the drawn corpus, and a broken one, as Parquet files."""
    folder.mkdir(parents=True)
    articles = [reading.article for reading in drawn().values()]
    articles.append(Article(BROKEN, "The army of nobody has left the town of nowhere on Monday."))
    for number in range(files):
        some = articles[number::files]
        rows = {
            "id": [a.name for a in some],
            "text": [a.text for a in some],
            "title": [a.title for a in some],
            "publisher": [a.publisher for a in some],
            "published": [a.published for a in some],
            "url": [a.url for a in some],
        }
        parquet.write_table(pa.table(rows), folder / f"part-{number}.parquet")
