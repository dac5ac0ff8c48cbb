"""`kg` with a reader that needs no model: `python -m tests.benchmarks.unparsed build ...`.

What builds do between their articles is the same; only the parse is left out. The environment
variable PAUSE is how long each article takes, in seconds.
"""

import os
import time

from kg.cli.main import run
from kg.corpus import workers
from kg.model import Article, Reading
from tests.corpus.fake import FakeReader


class Slow(FakeReader):
    """The fake reader, as slow as it is told to be."""

    def read(self, article: Article) -> Reading:
        time.sleep(float(os.environ.get("PAUSE", "0")))
        return super().read(article)


workers.reader = lambda model: Slow()  # outside the guard: worker processes import this module too

if __name__ == "__main__":
    run()
