"""Of the actor codes of a gold, how many the names of its text lead to.

Three ways are counted, each with what those before it found: names of the gazetteer in the labelled
passage; people in it by a title ("President X") or by the full name that they had before; the same
two anywhere in the article, for passages that only refer back ("the two countries"). A place counts
for the state it lies in only where it is that state's capital or seat of government.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.extract.mentions.knowledge import Knowledge
from kg.extract.mentions.people import People
from kg.knowledge import gazetteer, lexicon
from kg.language import pipeline, tree
from kg.language.names import NameFinder
from kg.model import Agent, Article
from kg.read.inputs import read
from tests.gold import score

WAYS = ("gazetteer", "+ titles and people", "+ rest of the article")
_UNREAD = 3
"""Every third article of the outside gold, by the digest of its name, is never read by us."""


@dataclass(frozen=True)
class Named:
    """A code found at tokens that begin at code point `start`, by one of WAYS."""

    code: str
    start: int
    way: int


@dataclass(frozen=True)
class Recall:
    """How many codes there are, how many each way found, and those that none did."""

    wanted: int
    found: tuple[int, ...]
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.found[-1] / self.wanted if self.wanted else 1.0


def recall(folder: Path, unread_only: bool = False) -> Recall:
    """The recall of actor codes of `folder`: its `gold.jsonl`, its `articles/`."""
    known, parser = _known()
    named = {a.name: list(_named(a, known, parser)) for a in _articles(folder / "articles")}
    found: Counter[int] = Counter()
    missed, wanted = [], 0
    for item in _items(folder / "gold.jsonl", unread_only):
        for code in item["actor"]:
            wanted += 1
            way = _first_way(code, item, named[item["article"]])
            found[way] += 1
            if way == len(WAYS):
                missed.append(f"{code}  [{item['article']}] {item['quote'][:90]}")
    reached = tuple(sum(found[w] for w in range(way + 1)) for way in range(len(WAYS)))
    return Recall(wanted, reached, tuple(missed))


def table(folder: Path) -> str:
    """Both parts of the gold in lines: all of it, and the third that is never read."""
    lines = []
    for words, unread_only in (("all", False), ("unread third", True)):
        found = recall(folder, unread_only)
        if not found.wanted:
            continue
        shares = ", ".join(
            f"{way} {n / found.wanted:.3f}" for way, n in zip(WAYS, found.found, strict=True)
        )
        lines.append(f"{words}: {found.wanted} actor codes; {shares}")
        if not unread_only:
            lines += [f"   not found: {each}" for each in found.missed if not _is_unread(each)]
    return "\n".join(lines) + "\n"


def _is_unread(missed: str) -> bool:
    return _held_out(missed.split("[", 1)[1].split("]", 1)[0])


def _held_out(article: str) -> bool:
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % _UNREAD == 0


def _known() -> tuple[Knowledge, pipeline.Pipeline]:
    parser, places = pipeline.load(), gazetteer.load()
    return Knowledge(places, NameFinder(places), lexicon.load()), parser


def _articles(folder: Path) -> Iterator[Article]:
    return (found for found in read([folder]) if isinstance(found, Article))


def _items(gold: Path, unread_only: bool) -> Iterator[dict[str, Any]]:
    for line in gold.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        wanted = item.get("actor") and not item.get("ignore")
        if wanted and (not unread_only or _held_out(item["article"])):
            yield item


def _named(article: Article, known: Knowledge, parser: pipeline.Pipeline) -> Iterator[Named]:
    doc, places = parser.parse(article.text), known.gazetteer
    names = known.finder.find(doc)
    for name in names:
        agents = [places.agent(e.key, article.published) for e in name.entries if e.form != "place"]
        for code in _codes(agents, places):
            yield Named(code, doc[name.start].idx, 0)
    for person in People(tree.of(doc, names), names, known, article.published).mentions:
        for code in _codes([person.agent], places):
            yield Named(code, doc[person.start].idx, 1)


def _codes(agents: list[Agent], places: gazetteer.Gazetteer) -> set[str]:
    keys = {key for a in agents for key in (a.key, a.principal, a.of) if key}
    labels = {a.label for a in agents} | {places.agent(a.of).label for a in agents if a.of}
    return {score.name(text) for text in keys | labels}


def _first_way(code: str, item: dict[str, Any], named: list[Named]) -> int:
    ways = [n for n in named if n.code == score.name(code)]
    inside = [n.way for n in ways if item["start"] <= n.start < item["end"]]
    return min(inside) if inside else len(WAYS) - 1 if ways else len(WAYS)
