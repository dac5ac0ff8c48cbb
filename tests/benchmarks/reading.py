"""How fast reading is, in ratios: `python -m tests.benchmarks.reading FOLDER [--against MODEL]`.

Words a second of the shipped pipeline against those of another model, the lemmatizer of either left
out; and the time of the project's own work on an article against the time of its parse: by the
lexicon alone (names, rules, claims), and by both readers. Processor time counts, the rounds take
turns, and the median is told, so that a busy machine changes little. Nothing is pinned: such a
figure is no test.
"""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import process_time

from kg.extract.propose.network import Network
from kg.extract.reader import Reader
from kg.language import pipeline
from kg.model import Article
from kg.read.inputs import read
from tests.benchmarks.figures import BOTH, LEXICON, PARSE

ROUNDS = 5
OTHER = "other model"
Step = Callable[[Sequence[Article]], object]


@dataclass(frozen=True)
class Speeds:
    """Words of the articles; seconds for each parse, and for all reading with the shipped one: by
    the lexicon alone, and by both readers.
    """

    words: int
    parse: float
    reading: float
    both: float
    other: float | None

    def __str__(self) -> str:
        own = self.reading - self.parse
        lines = [
            f"parse: {self.words / self.parse:,.0f} words a second",
            f"by the lexicon: {self.words / self.reading:,.0f} words a second",
            f"by both readers: {self.words / self.both:,.0f} words a second",
            f"own work after the parse: {own / self.parse:.2f} of the parse's time",
            f"the whole reading by both: {self.both / self.parse:.2f} times the parse",
        ]
        if self.other is not None:
            ratio = self.other / self.parse
            lines.append(f"words a second against the other model: {ratio:.3f}")
        return "\n".join(lines)


def steps(shipped: pipeline.Pipeline) -> dict[str, Step]:
    """The parse and the whole reading, by the lexicon alone and by both readers."""
    lexicon, both = Reader(shipped, None), Reader(shipped, Network())
    return {
        PARSE: lambda articles: [shipped.parse(a.text) for a in articles],
        LEXICON: lambda articles: [lexicon.read(a) for a in articles],
        BOTH: lambda articles: [both.read(a) for a in articles],
    }


def seconds(steps: Mapping[str, Step], articles: Sequence[Article]) -> dict[str, float]:
    """What each step takes for all articles, one after the other."""
    taken = {}
    for name, step in steps.items():
        start = process_time()
        step(articles)
        taken[name] = process_time() - start
    return taken


def measure(articles: list[Article], against: str | None = None) -> Speeds:
    """The medians of ROUNDS rounds over `articles`."""
    shipped = pipeline.load()
    timed = steps(shipped)
    if against:
        other = pipeline.load(against)
        timed[OTHER] = lambda articles: [other.parse(a.text) for a in articles]
    seconds(timed, articles)  # fills caches
    rounds = [seconds(timed, articles) for _ in range(ROUNDS)]
    parse, lexicon, both, *rest = (median(taken[name] for taken in rounds) for name in timed)
    words = sum(len(shipped.parse(a.text)) for a in articles)
    return Speeds(words, parse, lexicon, both, rest[0] if rest else None)


def main() -> None:
    parser = ArgumentParser(prog="python -m tests.benchmarks.reading", description=__doc__)
    parser.add_argument("folder", type=Path, help="articles to read")
    parser.add_argument("--against", help="folder or name of another spaCy model")
    given = parser.parse_args()
    articles = [found for found in read([given.folder]) if isinstance(found, Article)]
    print(measure(articles, given.against))


if __name__ == "__main__":
    main()
