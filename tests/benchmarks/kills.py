"""Kills builds at random moments and looks at what is left and at what the next build makes of it.

    python -m tests.benchmarks.kills --kills 200 --articles 500

Every round kills one build (SIGKILL, a moment drawn evenly over the time that an undisturbed build
takes), in turn into an empty folder and over an older build of other articles, with one process
and with two. After the kill the folder must show all files of the older build, or all of the new
one, or nothing where nothing was; no process may be left; and the next build must end in the bytes
of an undisturbed one. `--parse` reads with the bundled pipeline instead of the fake reader.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.benchmarks import unparsed
from tests.benchmarks.articles import write
from tests.corpus.contents import contents

PATIENCE = 30.0  # seconds in which worker processes notice that their parent is gone
PAUSE = 0.002  # seconds an article takes the fake reader: about half of a build is reading
EARLIER = 0.9  # share of the articles that the older build holds


@dataclass(frozen=True)
class Bench:
    """The corpus, the builds that nobody disturbs, and how to start one more."""

    root: Path
    parse: bool

    @property
    def said(self) -> Path:
        return self.root / "stderr"

    def start(self, corpus: str, out: Path, workers: int = 1) -> ForkServerProcess:
        inputs = ["build", str(self.root / corpus), "--out", str(out), "--workers", str(workers)]
        conditions = unparsed.Conditions(pause=None if self.parse else PAUSE)
        return unparsed.start(inputs, self.said, conditions)

    def build(self, corpus: str, out: Path) -> float:
        """One undisturbed build, and the seconds it took."""
        begun = time.monotonic()
        process = self.start(corpus, out)
        process.join()
        assert process.exitcode == 0, self.said.read_text()
        return time.monotonic() - begun


def prepare(root: Path, articles: int, parse: bool) -> tuple[Bench, float]:
    """Corpora and undisturbed builds below `root`; the seconds that a build from nothing takes."""
    bench = Bench(root, parse)
    write(root / "corpus", range(articles), sentences=6)
    write(root / "earlier", range(articles - int(articles * EARLIER), articles + 5), sentences=6)
    bench.build("earlier", root / "old")
    return bench, bench.build("corpus", root / "whole")


def kill_once(bench: Bench, number: int, moment: float) -> str:
    """One round; gives what the folder showed after the kill."""
    out = bench.root / "out"
    shutil.rmtree(out, ignore_errors=True)
    old, new = contents(bench.root / "old"), contents(bench.root / "whole")
    if number % 2:
        shutil.copytree(bench.root / "old", out, symlinks=True)
    process = bench.start("corpus", out, workers=1 + number // 2 % 2)
    time.sleep(moment)
    process.kill()
    process.join()
    _await_end(process.pid)
    left = contents(out) if out.exists() else {}
    assert left in (old if number % 2 else {}, new), f"round {number}: a mixture is left"
    bench.build("corpus", out)
    made = contents(out)
    assert made.keys() == new.keys(), f"round {number}: other files"
    differing = [name for name in new if made[name] != new[name]]
    assert not differing, f"round {number}: other bytes in {differing}"
    return "new" if left == new else "old" if left else "nothing"


def _await_end(group: int) -> None:
    """Wait until no process of this group is left."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("processes of a killed build are left")


def run(root: Path, kills: int, articles: int, parse: bool = False, seed: int = 1) -> Counter[str]:
    """All rounds; what the folder showed after each kill, counted."""
    bench, seconds = prepare(root, articles, parse)
    draw, shown = random.Random(seed), Counter[str]()
    for number in range(kills):
        shown[kill_once(bench, number, draw.uniform(0, seconds))] += 1
        print(f"\r{number + 1} of {kills} kills recovered: {dict(shown)}", end="", flush=True)
    print()
    return shown


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--parse", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as root:
        shown = run(Path(root), given.kills, given.articles, given.parse, given.seed)
    print(
        f"{given.kills} kills over {given.articles} articles: every next build ended in the bytes "
        f"of an undisturbed one; after the kill the folder showed {dict(shown)}"
    )


if __name__ == "__main__":
    main()
