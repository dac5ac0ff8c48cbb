"""`kg` with a reader that needs no model: `python -m tests.benchmarks.unparsed build ...`.

What builds do between their articles is the same; only the parse is left out. The environment
variable PAUSE is how long each article takes, in seconds.

`start` runs it in a process that is forked from one which has loaded everything, so that a build
begins at once.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from kg.cli.main import run
from kg.corpus import workers
from kg.model import Article, Reading, Unread
from tests.corpus.fake import FakeReader

PAUSE = "PAUSE"


class Slow(FakeReader):
    """The fake reader, as slow as it is told to be."""

    def read(self, article: Article) -> Reading:
        time.sleep(float(os.environ.get(PAUSE, "0")))
        return super().read(article)


def extract_one(article: Article, model: str | None) -> Reading | Unread:
    """In place of `workers.extract_one`, in worker processes too, which find it by its name."""
    return Slow().read(article)


@dataclass(frozen=True)
class Conditions:
    """How a build is run: the seconds that the fake reader takes for an article (None: the real
    one reads), and how many bytes a file may have.
    """

    pause: float | None = 0.0
    largest: int | None = None


def start(
    arguments: list[str], said: Path, conditions: Conditions = Conditions()
) -> ForkServerProcess:
    """`kg ARGUMENTS` in a process, and a group of processes, of its own; `said` takes its stderr.

    Its exit code is that of `kg`.
    """
    context = get_context("forkserver")
    context.set_forkserver_preload([f"{__package__}.loaded"])
    process = context.Process(target=_run, args=(arguments, said, conditions))
    process.start()
    return process


def _run(arguments: list[str], said: Path, conditions: Conditions) -> None:
    os.setsid()
    for path, number in ((os.devnull, 1), (said, 2)):
        os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
    if conditions.pause is not None:
        os.environ[PAUSE] = str(conditions.pause)
        workers.extract_one = extract_one
    if conditions.largest is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (conditions.largest,) * 2)
    sys.argv = ["kg", *arguments]
    run()


if __name__ == "__main__":
    workers.extract_one = extract_one
    run()
