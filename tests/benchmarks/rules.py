"""What each rule brings to the reading: switch it off, read again, count.

    python -m tests.benchmarks.rules GOLD --out TABLE.jsonl [--raw FILE ...] [--rare N]

A rule is a function or condition in `kg.extract` or `kg.language` (see `switches`), or a repair of
the parse. GOLD is a folder with `gold.jsonl` and `articles/`; only the half of it that the hash of
an article's name gives is read, the other half is for the last check. RAW are files with a text a
line, in which it is only counted how often a rule fires.

Each rule is taken away where it fires, first from the lexicon's reading; where that changes a
claim, the joined reading is made anew and scored against the labels. The texts of the seeds, of the
contest set and of the cases that users met stand guard: `guarded` names those whose claims change.

A line of TABLE: the rule, how many articles it fires in, whether reading fails without it, and what
is lost without it: claims found, claims wholly right, false claims (negative: it does harm). What
brings nothing alone may stand in for another rule that brings nothing alone: never take two away
at once without reading again.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import multiprocessing
import sys
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.switches import Board, Switch, install

if TYPE_CHECKING:  # the rooms are loaded only when their switches are in place
    from spacy.tokens import Doc

    from kg.model import Article

ROOT = Path(__file__).parents[2]
ROOMS = ("kg.extract", "kg.language")
GUARDS = ROOT / "tests" / "gold"
LOST = 4
"""Claims lost without a rule after which nothing more is read: it earns its place."""
BROKEN = 12
"""Articles whose claims change or that cannot be read at all without a rule, likewise."""


@dataclass(frozen=True)
class Text:
    """One article with its parse before the repairs; `guard` where it is no labelled text."""

    article: Article
    doc: Doc
    guard: bool


@dataclass
class Worth:
    """What one rule brings, over the articles that were read again without it."""

    rule: str
    fires: int
    read: int = 0
    failed: str = ""
    changed: int = 0
    found: int = 0
    right: int = 0
    false: int = 0
    guarded: list[str] = field(default_factory=list)

    @property
    def needed(self) -> bool:
        """Whether enough is known: reading breaks, or more is lost than `LOST`."""
        return bool(self.failed) or self.right >= LOST or self.found - self.false > 2 * LOST


def main() -> None:
    given = _arguments()
    board = install(ROOMS)
    bench = Bench(board, given.gold, given.raw)
    bench.read_all()
    rules = bench.rules(given.rare, given.kinds)
    print(f"{len(rules)} rules over {len(bench.texts)} texts", flush=True)
    with given.out.open("w", encoding="utf-8") as file:
        for worth in _measured(bench, rules, given.workers):
            file.write(json.dumps(asdict(worth)) + "\n")
            file.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--raw", type=Path, nargs="*", default=[])
    parser.add_argument(
        "--rare", type=int, default=0, help="only rules that fire in fewer articles"
    )
    parser.add_argument("--kinds", nargs="*", default=[], help="function, if, or, and, filter ...")
    parser.add_argument("--workers", type=int, default=1)
    return parser.parse_args()


def _measured(bench: Bench, rules: list[Rule], workers: int) -> Iterator[Worth]:
    if workers == 1:
        yield from map(bench.worth, rules)
        return
    global _BENCH  # noqa: PLW0603 - what a forked worker finds in its memory
    _BENCH = bench
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield from pool.imap_unordered(_worth, rules)


_BENCH: Bench | None = None


def _worth(rule: Rule) -> Worth:
    assert _BENCH is not None
    return _BENCH.worth(rule)


@dataclass(frozen=True)
class Rule:
    """A switch or a repair: its name, where it fires, how often in raw texts, and its number."""

    name: str
    places: tuple[str, ...]
    raw: int
    switch: int | None = None
    repair: int | None = None


class Bench:
    """Texts, parsed once, and their claims with all rules."""

    def __init__(self, board: Board, gold: Path, raw: Iterable[Path]) -> None:
        from kg.extract.propose.network import Network
        from kg.extract.reader import Reader
        from kg.language import pipeline, repairs

        self._board, self._gold = board, gold / "gold.jsonl"
        self._pipeline = pipeline.load()
        self._reader, self._network = Reader(self._pipeline, None), Network()
        self._repairs, self._all = repairs, repairs.ALL
        self.texts = {t.article.name: t for t in self._texts(gold)}
        self._raw = tuple(raw)
        self._lexical: dict[str, str] = {}
        self._joined: dict[str, tuple[dict[str, str], ...]] = {}
        self._mended: dict[int, set[str]] = defaultdict(set)
        self._labels = _labels(self._gold)

    def _texts(self, gold: Path) -> Iterator[Text]:
        from kg.model import Article
        from kg.read.inputs import read

        for article in read([gold / "articles"], None):
            if isinstance(article, Article) and is_read(article.name):
                yield self._text(article, guard=False)
        for article in read([ROOT / "seeds"], None):
            if isinstance(article, Article):
                yield self._text(article, guard=True)
        for article in _guards():
            yield self._text(article, guard=True)

    def _text(self, article: Article, *, guard: bool) -> Text:
        from kg.language.lines import pieces
        from kg.language.pipeline import _join

        self._board.counting = False
        doc = _join(self._pipeline.nlp, pieces(article.text))
        self._board.counting = True
        return Text(article, doc, guard)

    def read_all(self) -> None:
        """Read every text with all rules, and count where each of them fires."""
        for name, text in self.texts.items():
            self._board.place = name
            self._count_repairs(text)
            self._lexical[name] = self._told(text)
        self._count_raw()
        self._board.counting = False
        for name, text in self.texts.items():
            if not text.guard:
                self._joined[name] = self._rows(text)

    def _count_repairs(self, text: Text) -> None:
        doc = text.doc.copy()
        for n, mend in enumerate(self._all):
            before = [(t.head.i, t.dep_, t.tag_, t.pos_) for t in doc]
            self._repairs.apply(tuple(doc), mend)
            if before != [(t.head.i, t.dep_, t.tag_, t.pos_) for t in doc]:
                self._mended[n].add(text.article.name)

    def _count_raw(self) -> None:
        from kg.model import Article

        for path in self._raw:
            for n, line in enumerate(_lines(path)):
                article = Article(name=f"raw {path.name} {n}", text=line)
                self._board.place = article.name
                self._told(self._text(article, guard=True))

    def rules(self, rare: int, kinds: Iterable[str] = ()) -> list[Rule]:
        """The rules of some `kinds`, or of all, that fire in fewer than `rare` articles, or in any
        number where that is 0; those that fire least come first.
        """
        found = [
            self._rule(_name(s), self._board.other[n], switch=n)
            for n, s in enumerate(self._board.switches)
            if not kinds or s.kind in kinds
        ]
        for n, mend in enumerate(self._all):
            name = f"repair {mend.__module__}.{mend.__name__}"
            found.append(self._rule(name, self._mended[n], repair=n))
        kept = [r for r in found if not rare or self._fires(r) < rare]
        return sorted(kept, key=lambda r: (self._fires(r), len(r.places), r.name))

    def _fires(self, rule: Rule) -> int:
        return rule.raw + sum(not self.texts[p].guard for p in rule.places)

    def _rule(self, name: str, places: Iterable[str], **kind: int) -> Rule:
        known = sorted(p for p in places if p in self.texts)
        known.sort(key=lambda p: (self.texts[p].guard, _hash(p)))
        return Rule(name, tuple(known), sum(p not in self.texts for p in places), **kind)

    def worth(self, rule: Rule) -> Worth:
        """What is lost without `rule`, article by article until that is clear."""
        worth = Worth(rule.name, self._fires(rule))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            for place in rule.places:
                if worth.needed or worth.changed >= BROKEN:
                    break
                worth.read += 1
                self._without(rule, self.texts[place], worth)
        return worth

    def _without(self, rule: Rule, text: Text, worth: Worth) -> None:
        name = text.article.name
        self._switch(rule)
        try:
            if self._told(text) == self._lexical[name]:
                return
            rows = () if text.guard else self._rows(text)
        except Exception as error:  # whatever a missing rule breaks
            worth.failed = f"{type(error).__name__} in {name}"
            return
        finally:
            self._switch(None)
        worth.changed += 1
        if text.guard:
            worth.guarded.append(name)
            return
        labels = self._labels.get(name, [])
        before, after = counts(labels, self._joined[name]), counts(labels, rows)
        worth.found += before[0] - after[0]
        worth.right += before[1] - after[1]
        worth.false += before[2] - after[2]

    def _switch(self, rule: Rule | None) -> None:
        self._board.off = None if rule is None else rule.switch
        kept = list(self._all)
        if rule is not None and rule.repair is not None:
            del kept[rule.repair]
        self._repairs.ALL = tuple(kept)

    def _told(self, text: Text) -> str:
        """The lexicon's claims of `text`, as one string."""
        from kg.extract.propose.lexical import LexicalReading

        told = LexicalReading(self._context(text)).run()
        return repr([claim for one in told for claim in one.claims])

    def _rows(self, text: Text) -> tuple[dict[str, str], ...]:
        from kg.extract import passes
        from tests.benchmarks.readers import row

        found = passes.read(passes.State(self._context(text)), self._network)
        return tuple(row(c, found.context.agents.seen) for c in found.claims)

    def _context(self, text: Text) -> Any:
        from kg.extract.context import opened
        from kg.language import tree

        doc = self._repairs.repair(text.doc.copy())
        known = self._reader._known
        parsed = tree.of(doc, known.finder.find(doc))
        return opened(text.article, parsed, known, self._reader._scopes)


def is_read(article: str) -> bool:
    """Whether rules are measured on this labelled article; the other half decides at the end."""
    return _hash(article) % 2 == 0


def _hash(name: str) -> int:
    return int(hashlib.sha256(f"rules {name}".encode()).hexdigest()[:8], 16)


def _name(switch: Switch) -> str:
    text = " ".join(switch.text.split())
    return f"{switch.module}:{switch.line}:{switch.column} {switch.kind} {text}"


def _labels(gold: Path) -> Mapping[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in gold.read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        found[label["article"]].append(label)
    return found


def counts(labels: list[dict[str, Any]], rows: Iterable[dict[str, str]]) -> tuple[int, int, int]:
    """Claims found, wholly right and false among the `rows` of one article."""
    import tempfile

    from tests.gold import score

    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        path = Path(folder) / "gold.jsonl"
        path.write_text("\n".join(json.dumps(n) for n in labels), encoding="utf-8")
        loaded, parts = score.load(path, [dict(r) for r in rows])
    _, matched, false, _, _ = score.score(loaded, parts)
    right = sum(
        all(slots.get(slot, 1.0) == 1.0 for slot in score.CORE) for _, slots in matched.values()
    )
    return len(matched), right, len(false)


def _guards() -> Iterator[Article]:
    """The texts of the contest set and of the cases, once each."""
    from datetime import date

    from kg.model import Article

    seen: set[str] = set()
    for path in (GUARDS / "contest.jsonl", *sorted((GUARDS / "cases").glob("*.jsonl"))):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            name = item.get("article") or item["id"]
            if item.get("text") and name not in seen:
                seen.add(name)
                day = item.get("published")
                yield Article(
                    name=name,
                    text=item["text"],
                    published=date.fromisoformat(day) if day else None,
                )


def _lines(path: Path) -> Iterator[str]:
    opened: Callable[..., Any] = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


if __name__ == "__main__":
    sys.exit(main())
