"""How fast the program is beside others on the same text, and how its costs grow: `make bench`.

    python -m tests.benchmarks.bench [--size quick|standard] [--folder RUNS] [--minutes N] [--guide]

Sections take turns, each in a process of its own, round after round, so that whatever else the
machine does hits all alike. Every run is written down when it ends: killed or out of time, the same
command goes on where it stopped, as long as the code is the same. Prints the tables and writes
`bench.json` beside the runs; `--guide` puts them into `notebooks/guide/` (and with `--minutes 0`
does nothing else).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from kg.corpus.cache.identity import files_digest
from kg.resources import ontology, package, queries
from tests.benchmarks import news, summary
from tests.benchmarks.figures import READING, Corpus, Found, Run
from tests.benchmarks.sections import Place

ROUNDS = 5
ONCE = ("gather",)
"""Too long to be done again: reading a whole corpus."""
RARELY = ("build", "more")
"""What is done once on a corpus that is larger than LARGE, for its parts are measured beside it."""
LARGE = 1_000
LONGEST = 1_200
"""Seconds on the clock after which a section is given up."""
MEASURED = ("news", "renaming", "reading", "peers", "compared", "sections")
"""The modules by whose change figures change."""
FOLLOWS = {"more": "build"}
"""What a section takes up where another one of the same round left it."""
NEEDS = {"ask": "build", "draw": "build", "rdflib": "build", READING: "", "cores": "", "gather": ""}
"""What must have been done once for a section, if it is not the reading of the corpus."""
STAGES = ("gather", "link", "triples", "write", "build", "more", "ask", "draw")


@dataclass(frozen=True)
class Size:
    """The corpora of a run, smallest first, and which are read for the sections of one only."""

    corpora: tuple[Corpus, ...]
    read: tuple[Corpus, ...]
    peers: Corpus
    minutes: float


def _size(whole: Sequence[int], short: Sequence[int], minutes: float) -> Size:
    articles = [Corpus("whole", n) for n in whole]
    items = [Corpus("short", n, "lexicon") for n in short]
    return Size((*articles, *items), (articles[-1], items[-1]), articles[0], minutes)


SIZES = {
    "quick": _size((20, 60), (300,), 6),
    "standard": _size((200, 1_000, 5_000), (10_000, 50_000), 25),
}
"""Short articles are read by the lexicon alone, or reading them would take most of the time."""


@dataclass(frozen=True)
class Task:
    """A section on a corpus in a round."""

    section: str
    corpus: Corpus
    round: int

    @property
    def place(self) -> tuple[str, Corpus]:
        return self.section, self.corpus

    @property
    def key(self) -> tuple[str, Corpus, int]:
        return self.section, self.corpus, self.round

    @property
    def needs(self) -> tuple[str, Corpus, int] | None:
        """What must have been done before it."""
        if self.section in FOLLOWS:
            return FOLLOWS[self.section], self.corpus, self.round
        section = NEEDS.get(self.section, "gather")
        return (section, self.corpus, 0) if section else None


def tasks(size: Size, rounds: int = ROUNDS) -> Iterator[Task]:
    """All of them, in their order: a round of one kind of articles is over before its next begins.

    The first round of every kind comes first, so that no kind goes without where time runs out.
    """
    first = [(0, corpus) for corpus in size.read]
    later = [(number, corpus) for corpus in size.read for number in range(1, rounds)]
    for number, read in first + later:
        yield Task(READING, read, number)
        if read == size.read[0]:
            yield Task("cores", read, number)
        for corpus in size.corpora:
            if corpus.kind == read.kind:
                yield from _stages(size, corpus, number)


def _stages(size: Size, corpus: Corpus, number: int) -> Iterator[Task]:
    for section in STAGES:
        rare = section in ONCE or (section in RARELY and corpus.articles > LARGE)
        if not (number and rare):
            yield Task(section, corpus, number)
    if corpus == size.peers:
        yield Task("rdflib", corpus, number)


class Bench:
    """Runs in a folder; what another version of the code measured there is thrown away."""

    def __init__(self, folder: Path, size: Size) -> None:
        self.folder, self._size = folder, size
        folder.mkdir(parents=True, exist_ok=True)
        self._log, self._version = folder / "runs.jsonl", folder / "version"
        if not self._version.exists() or self._version.read_text() != version():
            for corpus in size.corpora:
                for old in folder.glob(f"{corpus.name}*"):
                    shutil.rmtree(old) if old.is_dir() else old.unlink()
            self._log.unlink(missing_ok=True)
            self._version.write_text(version())

    def found(self) -> Found:
        lines = self._log.read_text().splitlines() if self._log.exists() else []
        return Found(map(Run.of, lines))

    def prepare(self) -> bool:
        """Write the corpora that are missing; whether their texts are real news."""
        drawn = news.pool()
        for corpus in self._size.corpora:
            place = Place(self.folder, corpus)
            for path, count in ((place.source, 0), (place.grown, 1)):
                if not path.exists():
                    news.write(path, corpus.kind, corpus.articles + count, drawn)
        return drawn.real

    def run(self, seconds: float, rounds: int = ROUNDS) -> None:
        """Do what is not done yet and is likely to be done in so many seconds."""
        until, took = monotonic() + seconds, dict[tuple[str, Corpus], float]()
        done = {(run.section, run.corpus, run.round) for run in self.found().runs}
        for task in tasks(self._size, rounds):
            left = until - monotonic()
            ready = task.needs is None or task.needs in done
            if not ready or task.key in done or left <= took.get(task.place, 0):
                continue
            begun = monotonic()
            if self._do(task):
                done.add(task.key)
            took[task.place] = monotonic() - begun
            said = "" if task.key in done else ": failed"
            print(f"round {task.round + 1}: {task.section}, {task.corpus.name}: "
                  f"{took[task.place]:.0f} s{said}", file=sys.stderr, flush=True)  # fmt: skip

    def _do(self, task: Task) -> bool:
        """Whether it ended well; what it complains of is seen on the terminal."""
        if task.section == "gather":
            self._take_over(task.corpus)
        corpus = task.corpus
        call = [sys.executable, "-m", "tests.benchmarks.sections", task.section, str(self.folder)]
        try:
            told = subprocess.run(
                [*call, corpus.kind, str(corpus.articles), corpus.claims_by, str(task.round)],
                check=True,
                stdout=subprocess.PIPE,
                text=True,
                timeout=LONGEST,
                env={**os.environ, "OMP_NUM_THREADS": "1"},
            )
        except subprocess.SubprocessError:
            return False
        with self._log.open("a") as log:
            log.write(told.stdout.splitlines()[-1] + "\n")
        return True

    def _take_over(self, corpus: Corpus) -> None:
        """A corpus is the beginning of the next larger one, and so are its readings."""
        smaller = [c for c in self._size.corpora if c.kind == corpus.kind]
        before = smaller.index(corpus) - 1
        kept, earlier = (Place(self.folder, c).kept for c in (corpus, smaller[max(before, 0)]))
        if before >= 0 and not kept.exists() and earlier.exists():
            shutil.copy(earlier, kept)


def version() -> str:
    """Of the code, the knowledge and what the benchmark measures."""
    files = (path for root in (package(), ontology(), queries()) for path in root.rglob("*"))
    own = (Path(__file__).with_name(f"{name}.py") for name in MEASURED)
    given = (*files, *own)
    return files_digest(p for p in given if p.is_file() and "__pycache__" not in p.parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="standard")
    parser.add_argument("--folder", type=Path, help="where runs are kept")
    parser.add_argument("--minutes", type=float, help="begin nothing that ends later")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--guide", action="store_true", help="renew the guide's page and plot")
    given = parser.parse_args()
    size = SIZES[given.size]
    folder = given.folder or Path(tempfile.gettempdir()) / f"statecraft-bench-{given.size}"
    bench, minutes = Bench(folder, size), size.minutes if given.minutes is None else given.minutes
    real = bench.prepare()
    bench.run(minutes * 60, given.rounds)
    told = summary.summary(bench.found(), given.size, real=real)
    summary.write(folder / "bench.json", told)
    print(summary.tables(told))
    print(f"Runs and bench.json: {folder}")
    if given.guide and not bench.found().runs:
        parser.error(f"{folder} holds no run of this code: measure before the guide is renewed")
    if given.guide:
        summary.show(told)


if __name__ == "__main__":
    main()
