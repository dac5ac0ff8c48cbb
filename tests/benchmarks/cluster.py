"""What an article costs on Spark: CPU of reading and of linking, bytes shuffled, triples.

    python -m tests.benchmarks.cluster FOLDER [--articles N]

FOLDER holds articles as `kg build` takes them. They are read once by this process, for its CPU
time; then they are built on `local[2]` from these readings, so that what Spark takes is told apart.
Its own counters tell what it shuffled; the rates stand in `tests/guide/scale.py`.
"""

import argparse
import json
import os
import pickle
import tempfile
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import psutil

from kg.corpus.build import BuildOptions
from kg.corpus.workers import extract_one
from kg.model import Article, Reading
from kg.read.inputs import read
from kg.spark.build import SparkOptions, build

WORDS = 300
"""Of an article that rates are told for."""
READINGS = "KG_BENCHMARK_READINGS"
"""Where workers find what was read."""


@cache
def readings() -> dict[str, Reading]:
    return pickle.loads(Path(os.environ[READINGS]).read_bytes())


def known(article: Article) -> Reading:
    """What was read of an article before."""
    return readings()[article.name]


def cpu() -> float:
    used = getrusage(RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def cpu_below() -> float:
    """CPU seconds of all processes below this one, those that have ended among them."""
    return sum(sum(child.cpu_times()[:4]) for child in psutil.Process().children(recursive=True))


def shuffled(events: Path) -> int:
    """Bytes that tasks wrote for shuffles, by Spark's own log."""
    return sum(_bytes(json.loads(line)) for file in _files(events) for line in file.open())


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".crc")


def _bytes(event: dict) -> int:
    metrics = event.get("Task Metrics") or {}
    return metrics.get("Shuffle Write Metrics", {}).get("Shuffle Bytes Written", 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    given = parser.parse_args()
    found = (item for item in read([given.folder]) if isinstance(item, Article))
    articles = list(islice(found, given.articles))
    words = sum(len(article.text.split()) for article in articles)
    extract_one(articles[0], None)  # loads the models
    begun = cpu()
    held = {article.name: extract_one(article, None) for article in articles}
    took = cpu() - begun
    claims = sum(len(reading.claims) for reading in held.values() if isinstance(reading, Reading))
    number = words / WORDS
    print(f"{len(articles)} articles, as long as {number:.0f} of {WORDS} words; of one of these:")
    print(f"reading {took / number:.2f} CPU s, {claims / number:.1f} claims")
    with tempfile.TemporaryDirectory() as folder:
        on_spark(articles, held, Path(folder), number)


def on_spark(articles: list[Article], held: dict[str, object], folder: Path, number: float) -> None:
    for name in ("in", "events"):
        (folder / name).mkdir()
    (folder / "readings").write_bytes(pickle.dumps(held))
    os.environ[READINGS] = str(folder / "readings")
    settings = {"enabled": "true", "dir": f"file://{folder}/events", "compress": "false"}
    told = " ".join(f"--conf spark.eventLog.{name}={value}" for name, value in settings.items())
    os.environ["PYSPARK_SUBMIT_ARGS"] = f"{told} pyspark-shell"
    rows = [{"id": a.name, "text": a.text, "published": str(a.published or "")} for a in articles]
    (folder / "in" / "news.jsonl").write_text("\n".join(map(json.dumps, rows)))
    task = __import__("tests.benchmarks.cluster", fromlist=["known"]).known  # not of `__main__`
    options = SparkOptions("local[2]", parts=2, task=task)
    report = build([folder / "in"], folder / "out", BuildOptions(), options)
    shards = sum(path.stat().st_size for path in (folder / "out/.kg/shards").iterdir())
    lines = sum(path.stat().st_size for path in (folder / "out/graph.nt").iterdir())
    print(f"Spark {cpu_below() / number:.3f} CPU s an article, with the start of Java")
    print(f"shuffled {shuffled(folder / 'events') / number:,.0f} bytes an article")
    print(f"shard {shards / number:,.0f} bytes an article")
    print(
        f"{report.triples / report.claims:.1f} triples a claim, {lines / report.triples:.0f} bytes"
    )


if __name__ == "__main__":
    main()
