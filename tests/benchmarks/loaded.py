"""One small build: what processes that build are forked from has loaded whatever a build needs."""

import tempfile
from pathlib import Path

import kg
from kg.corpus import workers
from tests.benchmarks.unparsed import extract_one

read_one, workers.extract_one = workers.extract_one, extract_one
with tempfile.TemporaryDirectory() as folder:
    (Path(folder) / "one.txt").write_text("Eritrea sent troops, Ethiopia said.\n")
    kg.build(folder, Path(folder) / "graph")
workers.extract_one = read_one
