"""A build on Spark is the build of one process, to the byte once lines are sorted."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from pyarrow import parquet

from kg.corpus.build import BuildOptions
from kg.errors import InputError, StatecraftError
from kg.model import Article
from kg.read.options import ReadOptions
from kg.spark.build import SparkOptions, SparkReport, build
from kg.spark.inputs import is_url
from kg.store.engine import Store
from kg.store.named import find
from tests.spark import drawn, expected

OPTIONS = BuildOptions(read=ReadOptions(any_language=True))
CLUSTER = SparkOptions("local-cluster[2,1,1024]", parts=2, mean=16, task=drawn.slowly)
ONE = replace(CLUSTER, master="local[1]", parts=1)


def lines(out: Path) -> list[str]:
    parts = sorted((out / "graph.nt").glob("*.nt"))
    for part in parts:
        told = part.read_text("utf-8").splitlines()
        assert told == sorted(set(told)), part
    return sorted(line for part in parts for line in part.read_text("utf-8").splitlines())


def claims(out: Path) -> list[dict[str, str]]:
    """The rows of the Parquet as the CSV of one process has them, by claim."""
    rows = []
    for path in (out / "claims.parquet").rglob("*.parquet"):
        day = path.parent.name.removeprefix("published=")
        for row in parquet.ParquetFile(path).read().to_pylist():
            rows.append({k: _cell(v) for k, v in row.items()} | {"published": day})
    return sorted(rows, key=lambda row: row["claim"])


def _cell(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value).removesuffix(".0")


@contextmanager
def killing(folder: Path) -> Iterator[list[int]]:
    """One executor dies as soon as some shard is read; gives which did."""
    killed: list[int] = []
    done = threading.Event()

    def watch() -> None:
        there = set(folder.glob("*.msgpack"))
        while not done.is_set() and not killed:
            if set(folder.glob("*.msgpack")) - there:
                for child in psutil.Process().children(recursive=True):
                    with suppress(psutil.Error):  # it may end between two looks
                        if any("CoarseGrainedExecutorBackend" in word for word in child.cmdline()):
                            child.send_signal(signal.SIGKILL)
                            killed.append(child.pid)
                            break
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield killed
    finally:
        done.set()
        watcher.join()


DRIVER = """
import sys
from pathlib import Path
from tests.spark.test_build import ONE, OPTIONS, build
build([Path(sys.argv[1])], Path(sys.argv[2]), OPTIONS, ONE)
"""


def kill_a_driver(inputs: Path, out: Path) -> None:
    """Begin a build in a process of its own, and kill that once a shard is read."""
    process = subprocess.Popen(
        [sys.executable, "-c", DRIVER, inputs, out],
        cwd=Path(__file__).parents[2], start_new_session=True, stderr=subprocess.PIPE,
    )  # fmt: skip
    folder, until = out / ".kg" / "shards", time.monotonic() + 300
    while not list(folder.glob("*.msgpack")):
        assert process.poll() is None, process.stderr.read().decode()
        assert time.monotonic() < until
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.fixture(scope="module")
def built(spark: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, SparkReport]:
    """Inputs, and a build on two executors: begun by a driver that died, one executor killed."""
    inputs, out = tmp_path_factory.mktemp("spark") / "news", tmp_path_factory.mktemp("built")
    drawn.write(inputs)
    kill_a_driver(inputs, out)
    with killing(out / ".kg" / "shards") as killed:
        report = build([inputs], out, OPTIONS, CLUSTER)
    assert killed
    return inputs, out, report


def test_claims_events_and_stories_are_those_of_one_process(built):
    inputs, out, report = built
    linked = expected.corpus([inputs], OPTIONS, drawn.read)
    assert linked.disputes and linked.relations and any(len(s.articles) > 1 for s in linked.stories)
    whole = expected.written(linked)
    assert lines(out) == expected.n_triples(whole)
    assert (report.claims, report.events) == (len(linked.claims), len(linked.events))
    rows = Store.of_turtle(whole).query(find("claims").text).records()
    told = [{k: v.removesuffix(".0") for k, v in row.items()} for row in rows]
    assert claims(out) == sorted(told, key=lambda row: row["claim"])


def test_what_a_driver_read_before_it_died_is_not_read_again(built):
    _, _, report = built
    assert 0 < report.fresh < report.articles


def test_a_bad_article_costs_itself(built):
    _, _, report = built
    assert [item.reason for item in report.unread] == [
        "reading it failed: RecursionError: too deep"
    ]
    assert report.articles == len(drawn.drawn())


def test_the_seeds_give_what_a_build_in_one_process_gives(
    spark: None, seeds_graph: Path, tmp_path: Path
):
    seeds = Path(__file__).parents[2] / "seeds"
    build([seeds], tmp_path / "out", BuildOptions(), SparkOptions("local[1]", parts=1))
    whole = expected.n_triples((seeds_graph / "graph.ttl").read_bytes())
    assert lines(tmp_path / "out") == whole
    declined = next((tmp_path / "out" / "declined.csv").iterdir())
    assert declined.read_bytes() == (seeds_graph / "declined.csv").read_bytes()


def test_corrections_are_refused(tmp_path):
    (tmp_path / "corrections.csv").write_text("verdict,who\n")
    (tmp_path / "a.txt").write_text("words")
    with pytest.raises(InputError, match="corrections are not applied on Spark"):
        build([tmp_path / "a.txt"], tmp_path / "out", OPTIONS, ONE)


def test_the_output_is_no_address(tmp_path):
    with pytest.raises(StatecraftError, match="every machine sees"):
        build([tmp_path], Path("s3a://bucket/out"), OPTIONS, ONE)


def test_addresses_are_told_from_paths():
    assert is_url(Path("s3a://bucket/*.parquet")) and is_url(Path("hdfs:///news"))
    assert not is_url(Path("news/a.parquet")) and not is_url(Path("C:/news"))


def test_a_drawn_article_is_read_as_it_was_drawn():
    name, reading = next(iter(drawn.drawn().items()))
    assert drawn.read(Article(name, reading.article.text)).claims == reading.claims
