"""Corpora of real news, as large as is asked for: the larger ones are told of other states too.

The texts are openly licensed and may not all be passed on with the code, so they are read where
they lie: beside the checkout, or where STATECRAFT_GOLD says. A clone that has none takes the
articles of the seeds and the short texts of the tests, and says so.

`whole` are articles of at most MOST_WORDS words: Wikinews, releases, reports, digests. `short` are
items of digests and paragraphs of one or two sentences. The same number gives the same article, so
that a small corpus is the beginning of a large one.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kg.knowledge import gazetteer
from kg.model import Article
from kg.read.inputs import read
from tests.benchmarks.renaming import Thing, World, things

Kind = Literal["whole", "short"]
ROOT = Path(__file__).parents[2]
INVENTED = "own-"  # how the names of articles begin that no paper printed
MOST_WORDS, LEAST_WORDS = 200, 40
FEW_WORDS, MANY_WORDS = 8, 45  # of a short one
_SENTENCE_ENDS = re.compile(r"[.!?](?:\s|$)")
SENTENCES = 2


@dataclass(frozen=True)
class Text:
    """A text, and the day on which it was published."""

    words: str
    day: str


@dataclass(frozen=True)
class Pool:
    """What corpora are drawn from; `real` is False where a clone had nothing but its own texts."""

    whole: Sequence[Text]
    short: Sequence[Text]
    real: bool


def pool() -> Pool:
    """The texts that are there, in an order of their own, the same each time."""
    named = os.environ.get("STATECRAFT_GOLD")
    beside = Path(named).parent if named else ROOT.parent / "shared" / "gold"
    found = list(_labelled(beside / "train" / "articles")) + list(_raw(beside / "raw"))
    texts = found or list(_own())
    mixed = random.Random("pool").sample(texts, len(texts))
    paragraphs = [Text(p.strip(), t.day) for t in mixed for p in t.words.split("\n\n")]
    whole = [t for t in mixed if LEAST_WORDS <= len(t.words.split()) <= MOST_WORDS]
    short = [t for t in paragraphs if is_short(t.words)]
    once = {text.words: text for text in short}
    return Pool(whole or mixed, list(once.values()), real=bool(found))


def is_short(paragraph: str) -> bool:
    """Whether it is a report of one or two sentences, and no headline or list."""
    few = FEW_WORDS <= len(paragraph.split()) <= MANY_WORDS
    ends = len(_SENTENCE_ENDS.findall(paragraph))
    return few and 1 <= ends <= SENTENCES and paragraph[-1] in '.!?”"'


def _labelled(folder: Path) -> Iterator[Text]:
    if folder.is_dir():
        for item in read([folder]):
            if isinstance(item, Article) and not item.name.startswith(INVENTED):
                yield Text(item.text, str(item.published or ""))


def _raw(folder: Path) -> Iterator[Text]:
    """Unlabelled texts; a digest tells its day by its id, others get one by theirs."""
    for path in sorted(folder.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                day = row["id"][-10:]
                dated = re.fullmatch(r"\d{4}-\d\d-\d\d", day)
                yield Text(row["text"], day if dated else _some_day(row["id"]))


def _some_day(name: str) -> str:
    return str(date(2021, 1, 1) + timedelta(random.Random(name).randrange(1500)))


def _own() -> Iterator[Text]:
    """The texts that every clone has."""
    for item in read([ROOT / "seeds"]):
        if isinstance(item, Article):
            yield Text(item.text, str(item.published or ""))
    path = ROOT / "tests" / "gold" / "tempting" / "articles.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield Text(row["text"], row["published"])


@cache
def _things() -> tuple[Thing, ...]:
    return tuple(things(gazetteer.load()))


def articles(kind: Kind, count: int, drawn: Pool) -> Iterator[dict[str, Any]]:
    """The first `count` articles of a kind as records of JSON Lines.

    Each turn through the pool is told in another world.
    """
    texts = drawn.whole if kind == "whole" else drawn.short
    world = World(0, ())
    for number in range(count):
        turn, place = divmod(number, len(texts))
        if turn and not place:
            world = World(turn, _things())
        text = texts[place]
        words = world.told(text.words)
        row = {"id": f"{kind}{number:06}", "text": words, "published": text.day, "language": "en"}
        yield {name: value for name, value in row.items() if value}


def write(path: Path, kind: Kind, count: int, drawn: Pool) -> None:
    """The corpus as one file; it is there whole or not at all."""
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as file:
        for row in articles(kind, count, drawn):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    part.replace(path)
