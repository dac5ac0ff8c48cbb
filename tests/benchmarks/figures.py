"""What many runs come to: ratios within one round with their spread, and how costs grow.

A `Run` is one section of the benchmark on one corpus in one round. Seconds of different rounds are
never compared: the machine may have been another one by then. Each is divided by what the plain
parse of the same words took in the same round, and the median of these ratios is told.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from statistics import fmean, median

PLAIN = "plain nlp.pipe"
"""The yardstick: the shipped model as spaCy runs it, with all that is in it."""
PARSE, LEXICON, BOTH = "parse", "lexicon reader", "both readers"
"""The shipped parse, and the whole of a reading with it."""
READING = "reading"
GATHERED = "reading of the whole corpus"
STAGES = (
    "link", "RDF alone", "RDF, Turtle and table", "build after reading", "one article more",
    "open the graph", "all queries", "page",
)  # fmt: skip
"""What is measured on a whole corpus, and so has a growth; readers are compared on a sample."""


@dataclass(frozen=True)
class Corpus:
    """What a run worked on; `kind` is `whole` or `short`, `claims_by` who read its claims."""

    kind: str
    articles: int
    claims_by: str = "both"

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.articles}"


@dataclass(frozen=True)
class Run:
    """Seconds by what took them; kilobytes at most; numbers of what was worked on."""

    section: str
    corpus: Corpus
    round: int
    seconds: Mapping[str, float]
    peak: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    clock: float = 0.0

    def line(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, line: str) -> Run:
        row = json.loads(line)
        return cls(**row | {"corpus": Corpus(**row["corpus"])})


@dataclass(frozen=True)
class Spread:
    """The median of several values, the least, the most, and how many there were."""

    median: float
    least: float
    most: float
    runs: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Spread:
        """ValueError where there is none."""
        if not values:
            raise ValueError("no value, so there is no median: run the section once")
        return cls(median(values), min(values), max(values), len(values))


@dataclass(frozen=True)
class Row:
    """One figure: `ratio` is to the plain parse of the same words.

    `peak` is 0 where several are measured in one process.
    """

    what: str
    corpus: Corpus
    ratio: Spread
    seconds: float
    words: int
    peak: int


class Found:
    """All runs of a benchmark, to be asked for figures."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self.runs = tuple(runs)

    def of(self, section: str, corpus: Corpus | None = None) -> list[Run]:
        return [r for r in self.runs if r.section == section and corpus in (None, r.corpus)]

    def corpora(self) -> tuple[Corpus, ...]:
        """Those that were read, in the order in which they were."""
        return tuple(dict.fromkeys(run.corpus for run in self.of("gather")))

    def words(self, corpus: Corpus) -> int:
        return self.of("gather", corpus)[0].counts["words"]

    def rows(self) -> Iterator[Row]:
        """Every figure, in the order in which it was first measured."""
        places = dict.fromkeys((run.section, run.corpus) for run in self.runs)
        for section, corpus in places:
            names = self.of(section, corpus)[0].seconds
            yield from filter(None, (self.row(section, name, corpus) for name in names))

    def row(self, section: str, what: str, corpus: Corpus) -> Row | None:
        """None where no round has both the figure and its yardstick."""
        runs = [r for r in self.of(section, corpus) if what in r.seconds and self._plain(r)]
        if not runs:
            return None
        return Row(
            what,
            corpus,
            Spread.of([r.seconds[what] / (self._plain(r) * r.counts["words"]) for r in runs]),
            median(r.seconds[what] for r in runs),
            runs[0].counts["words"],
            0 if section == READING else int(median(r.peak for r in runs)),
        )

    def _plain(self, run: Run) -> float:
        """Seconds that the plain parse took for a word of such text in the round of this run."""
        found = [
            other.seconds[PLAIN] / other.counts["words"]
            for other in self.of(READING)
            if (other.corpus.kind, other.round) == (run.corpus.kind, run.round)
        ]
        return fmean(found) if found else 0.0

    def quotients(self, section: str, corpus: Corpus, over: str, under: str) -> list[float]:
        """One figure of a section over another one, round by round."""
        return [run.seconds[over] / run.seconds[under] for run in self.of(section, corpus)]

    def summed(self, sections: Sequence[str], corpus: Corpus) -> Spread | None:
        """Several sections together, over the plain parse; None where no round has them all."""
        found = []
        for number in sorted({run.round for run in self.runs}):
            runs = [r for s in sections for r in self.of(s, corpus) if r.round == number]
            if len(runs) == len(sections) and (plain := self._plain(runs[0])):
                whole = sum(sum(run.seconds.values()) for run in runs)
                found.append(whole / (plain * self.words(corpus)))
        return Spread.of(found) if found else None


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The power of the size that a cost grows with, by least squares over logarithms.

    1 is in proportion, 0 is flat. ValueError for fewer than two sizes, or what is not positive.
    """
    if len({size for size, _ in points}) < 2:
        raise ValueError(f"{len(points)} points: growth is told from two sizes or more")
    logs = [(math.log(size), math.log(value)) for size, value in points]
    x, y = fmean(a for a, _ in logs), fmean(b for _, b in logs)
    return sum((a - x) * (b - y) for a, b in logs) / sum((a - x) ** 2 for a, _ in logs)


@dataclass(frozen=True)
class Growth:
    """How one figure grows over the corpora of a kind: exponents of time and memory."""

    what: str
    kind: str
    articles: tuple[int, ...]
    time: float
    memory: float


def growth(rows: Iterable[Row]) -> Iterator[Growth]:
    """The growth of each figure, from each size to the next and over all of them."""
    series: dict[tuple[str, str], dict[int, Row]] = {}
    for row in rows:
        series.setdefault((row.what, row.corpus.kind), {})[row.corpus.articles] = row
    for (what, kind), by_size in series.items():
        sizes = sorted(by_size)
        steps = [tuple(pair) for pair in pairwise(sizes)]
        for some in [*steps, tuple(sizes)] if len(sizes) > 2 else steps:
            every = [by_size[size] for size in some]
            if all(row.seconds > 0 and row.peak > 0 for row in every):
                time = exponent([(r.corpus.articles, r.seconds) for r in every])
                memory = exponent([(r.corpus.articles, r.peak) for r in every])
                yield Growth(what, kind, some, time, memory)
