"""One new article in a corpus of 2,000: what the second build costs, beside the first.

    python -m tests.benchmarks.growth --articles 2000

Both builds are the command that a user types, with the bundled pipeline, one after the other in
one run. `--compare` builds the grown corpus from nothing as well and compares the bytes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.articles import write
from tests.benchmarks.cost import Cost, cost
from tests.corpus.contents import contents


def build(corpus: Path, out: Path) -> Cost:
    """Build by the command; what it cost."""
    command = [sys.executable, "-c", "from kg.cli.main import run; run()", "build"]
    with cost() as found:
        subprocess.run(
            [*command, str(corpus), "--out", str(out)],
            check=True,
            stdout=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1"},
        )
    return found


def measure(root: Path, articles: int, sentences: int, compare: bool) -> float:
    """The cost of the second build as a share of the first's, by the clock."""
    corpus = root / "corpus"
    write(corpus, range(articles), sentences)
    first = build(corpus, root / "graph")
    print(f"first build, {articles:,} articles: {first}", flush=True)
    nothing = build(corpus, root / "graph")
    print(f"nothing new: {nothing}", flush=True)
    write(corpus, range(articles + 1), sentences)
    second = build(corpus, root / "graph")
    share, used = second.clock / first.clock, second.processor / first.processor
    print(f"one article more: {second}")
    print(f"share of the first: {share:.2%} by the clock, {used:.2%} by the processor", flush=True)
    if compare:
        build(corpus, root / "other")
        same = contents(root / "graph") == contents(root / "other")
        print(f"the same bytes as a build from nothing: {same}")
    return share


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--sentences", type=int, default=36)
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--keep", type=Path, help="a folder to work in and to leave")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        measure(given.keep or Path(root), given.articles, given.sentences, given.compare)


if __name__ == "__main__":
    main()
