"""What each stage of a build costs as a corpus grows: `python -m tests.benchmarks.memory`.

Prints for each number of articles, each in a process of its own, the processor time of each stage,
the most memory held by its end, and the growth exponent from size to size; with `--more` also what
a second build costs that finds one article more. Claims are drawn (`tests.benchmarks.drawn`), so
that nothing is parsed: reading is the reading of the file and the keeping of what was read.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tests.benchmarks import drawn

SIZES = (1_000, 5_000)
MEGA = 1024  # ru_maxrss counts in units of 1024 bytes
NAMES = {"opening": "before", "": "after"}


@dataclass
class Cost:
    """By stage: processor seconds, and the most megabytes held so far at its end."""

    articles: int
    claims: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    megabytes: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """Processor seconds of all stages."""
        return sum(self.seconds.values())


class Meter:
    """Told of stages by the build, as an observer is."""

    def __init__(self, cost: Cost) -> None:
        self._cost, self._name, self._begun = cost, "opening", _used()

    def stage(self, name: str, total: int) -> None:
        """The stage before ends."""
        now = _used()
        self._cost.seconds[self._name] = round(now - self._begun, 2)
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self._cost.megabytes[self._name] = most // MEGA
        self._name, self._begun = name, now

    def step(self, name: str) -> None:
        """Nothing."""

    def unread(self, item: object) -> None:
        """Nothing."""


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def build_here(corpus: Path, out: Path, articles: int) -> Cost:
    """Build in this process, claims drawn and not read."""
    from kg.corpus import workers
    from kg.corpus.build import build

    workers.extract_one = lambda article, model: drawn.read(article)
    cost = Cost(articles)
    meter = Meter(cost)
    report = build([corpus], out, observer=meter)
    meter.stage("", 0)
    cost.claims = json.loads((out / "report.json").read_text())["claims"]["total"]
    del report
    return cost


def measure(corpus: Path, out: Path, articles: int) -> Cost:
    """Build in a process of its own; what it cost."""
    module = "tests.benchmarks.memory"
    command = [sys.executable, "-m", module, "--here", str(corpus), str(out), str(articles)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return Cost(**json.loads(told.splitlines()[-1]))


def growth(smaller: Cost, larger: Cost) -> float:
    """The exponent by which processor time grows with the number of articles."""
    return math.log(larger.total / smaller.total) / math.log(larger.articles / smaller.articles)


def _say(cost: Cost) -> None:
    stages = (f"{n} {s:.1f} s, {cost.megabytes[n]:,} MB" for n, s in cost.seconds.items())
    told = f"{cost.articles:,} articles, {cost.claims:,} claims: {cost.total:.1f} s"
    print(f"{told} ({'; '.join(stages)})", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--more", action="store_true", help="then build with one article more")
    parser.add_argument("--keep", type=Path, help="a folder to work in and to leave")
    given = parser.parse_args()
    before: Cost | None = None
    with tempfile.TemporaryDirectory() as folder:
        root = given.keep or Path(folder)
        for size in given.sizes:
            corpus = root / f"{size}.jsonl"
            drawn.write(corpus, range(size))
            cost = measure(corpus, root / f"{size}", size)
            _say(cost)
            if before:
                print(f"growth exponent {growth(before, cost):.2f}", flush=True)
            before = cost
            if given.more:
                drawn.write(corpus, range(size + 1))
                second = measure(corpus, root / f"{size}", size + 1)
                _say(second)
                print(f"share of the first {second.total / cost.total:.2%}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--here"]:
        told = build_here(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
        print(json.dumps(asdict(told)))
    else:
        main()
