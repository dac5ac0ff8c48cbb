"""`kg build --spark`: inputs to triples and tables by many machines, the same as by one process.

Reading keeps its shards in the output folder, which all machines see; what was read once is not
read again, whatever is killed. Linking and writing start from the shards.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from kg.corpus import output
from kg.corpus.amend import Amended, correction_files
from kg.corpus.build import BuildOptions
from kg.corpus.cache.identity import reading_identity
from kg.corpus.certainty import certain, refuse_impossible
from kg.corpus.described import described, refuse_unfit
from kg.corpus.workers import extract_one
from kg.errors import InputError
from kg.link.unnamed import apart
from kg.model import Article, Corpus, Reading, Unread
from kg.rdf.articles import text_digest
from kg.rdf.dataset import inputs, told_of
from kg.rdf.infer import inferred
from kg.spark import files, related
from kg.spark.agents import joined
from kg.spark.happenings import happenings
from kg.spark.inputs import articles, is_url
from kg.spark.pieces import Whole, pieces, whole
from kg.spark.portions import Written, n_triples, place, published, written
from kg.spark.series import named
from kg.spark.session import spread, started
from kg.spark.shards import MEAN, Shard, Task, loaded, shards
from kg.spark.stories import stories

if TYPE_CHECKING:
    from pyspark import RDD, SparkContext

SHARDS = "shards"
DATASET = "dataset.nt"


@dataclass(frozen=True, slots=True)
class SparkOptions:
    """How a build is cut: `master` is Spark's, `parts` how many parts each step has (0: twice the
    cores), `mean` how many articles make a shard; `task` reads one (None: as the options say).
    """

    master: str
    parts: int = 0
    mean: int = MEAN
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class SparkReport:
    """What a build gave; `fresh` counts the articles that no earlier run had read."""

    out: Path
    articles: int
    claims: int
    events: int
    contested: int
    declined: int
    triples: int
    fresh: int
    unread: tuple[Unread, ...]
    seconds: dict[str, float]


def build(
    paths: Sequence[Path], out: Path, options: BuildOptions, spark: SparkOptions
) -> SparkReport:
    """Build the graph of `paths` into the folder `out`, which every machine sees under this path.

    Errors as `kg.corpus.build.build`; ExtraError without PySpark, StatecraftError where Spark does
    not start, InputError where corrections are given, which are not applied here.
    """
    refuse_impossible(options.min_certainty)
    refuse_unfit(options.description)
    _refuse_corrections(paths, options.corrections)
    if is_url(out):
        rule = "the output is a folder that every machine sees under this path"
        raise InputError(str(out), rule, "Name a folder, and copy it when it is done.")
    output.refuse_foreign(out, paths)
    with output.locked(out) as hidden, started(spark.master) as context:
        return _Build(context, hidden.absolute(), options, spark).run(paths, out)


def _refuse_corrections(paths: Iterable[Path], given: Path | None) -> None:
    local = [path for path in paths if not is_url(path)]
    found = [path for path in correction_files(local, given) if path.exists() or path == given]
    if found:
        rule = "corrections are not applied on Spark"
        raise InputError(str(found[0]), rule, "Build in one process, or take the file away.")


class _Build:
    """A build in progress."""

    def __init__(
        self, context: SparkContext, hidden: Path, options: BuildOptions, spark: SparkOptions
    ) -> None:
        self._context, self._hidden, self._options = context, hidden, options
        self._spark = spark
        self._parts = spark.parts or 2 * context.defaultParallelism
        self._begun, self._seconds = perf_counter(), dict[str, float]()

    def run(self, paths: Sequence[Path], out: Path) -> SparkReport:
        """Read, link and write; the report."""
        read = self._read(paths)
        unread = tuple(item for shard in read for item in shard.unread)
        if not any(shard.articles for shard in read):
            reasons = "; ".join(f"{item.source}: {item.reason}" for item in unread[:5])
            shown = ", ".join(map(str, paths))
            raise InputError(shown, f"no article in it could be read ({reasons})", "Mend these.")
        self._took("reading")
        readings = self._readings(read)
        linked = _linked(readings, self._parts)
        with output.replacing(out) as folder:
            told = self._write(linked, readings, folder.absolute(), paths)
            self._took("linking and writing")
            report = SparkReport(
                out, sum(shard.articles for shard in read), **told,
                fresh=sum(shard.fresh for shard in read), unread=unread, seconds=self._seconds,
            )  # fmt: skip
            (folder / output.REPORT).write_text(as_json(report), encoding="utf-8")
        self._forget(read)
        return report

    def _took(self, stage: str) -> None:
        self._seconds[stage] = perf_counter() - self._begun
        self._begun = perf_counter()

    def _read(self, paths: Sequence[Path]) -> list[Shard]:
        task = self._spark.task or partial(extract_one, model=self._options.model)
        found = articles(self._context, paths, self._options.read, self._parts)
        identity, mean = reading_identity(self._options.model), self._spark.mean
        folder = self._hidden / SHARDS
        read = found.mapPartitions(lambda items: shards(items, folder, task, identity, mean))
        done: list[Shard] = read.collect()
        return done

    def _readings(self, read: Iterable[Shard]) -> RDD[Reading]:
        names = [shard.path for shard in read if shard.articles]
        minimum = self._options.min_certainty
        held = self._context.parallelize(names, min(self._parts, len(names)))
        return held.flatMap(lambda name: _readings(name, minimum))

    def _write(
        self, linked: _Linked, readings: RDD[Reading], folder: Path, paths: Iterable[Path]
    ) -> dict[str, int]:
        empty = described(_EMPTY, paths, self._options.description, self._options.model)
        base, parts = empty.base, self._parts
        facts = linked.facts.filter(lambda held: held[0] != "")
        by_name = linked.articles.map(lambda one: (one.article.name, one)).cogroup(facts, parts)
        made = by_name.values().mapPartitions(lambda held: _written(held, base)).persist()
        keyed = made.flatMap(lambda one: ((line, None) for line in one.lines))
        ordered = keyed.repartitionAndSortWithinPartitions(parts, _subject).keys()
        triples = ordered.mapPartitionsWithIndex(
            lambda n, ls: files.write_triples(n, ls, folder)
        ).sum()
        rows = made.flatMap(lambda one: (((published(r), place(r)), r) for r in one.rows))
        by_day = rows.repartitionAndSortWithinPartitions(parts, _day).map(lambda h: (h[0][0], h[1]))
        claims = by_day.mapPartitions(lambda told: files.write_claims(told, folder)).sum()
        declined = readings.flatMap(lambda reading: reading.declined).mapPartitionsWithIndex(
            lambda n, told: files.write_declined(n, told, folder)
        )
        counts = linked.facts.filter(lambda held: held[0] == "").values()
        own = self._dataset(empty, readings, folder)
        return {
            "claims": claims,
            "events": counts.map(lambda count: count.events).sum(),
            "contested": counts.map(lambda count: count.contested).sum(),
            "declined": declined.sum(),
            "triples": triples + own,
        }

    def _dataset(self, empty: Corpus, readings: RDD[Reading], folder: Path) -> int:
        """Write what the graph says of itself; how many triples."""
        bare = readings.map(lambda reading: _bare(reading.article))
        ordered = bare.sortBy(lambda article: article.name, numPartitions=self._parts)
        assert empty.dataset is not None  # `described` gave it one
        told = told_of(empty.dataset, inputs(ordered.toLocalIterator()), empty.base)
        data = n_triples(inferred(told))
        output.replace_file(folder / files.GRAPH / DATASET, data)
        return data.count(b"\n")

    def _forget(self, read: Iterable[Shard]) -> None:
        """Shards that this build did not use are of an earlier one."""
        used = {Path(shard.path).name for shard in read}
        for path in (self._hidden / SHARDS).iterdir():
            if path.name not in used:
                path.unlink()


_EMPTY = Corpus((), (), (), (), (), ())


@dataclass(frozen=True, slots=True)
class _Linked:
    """The articles, and what linking found of each under its name."""

    articles: RDD[Whole]
    facts: RDD[tuple[str, Any]]


def _linked(readings: RDD[Reading], parts: int) -> _Linked:
    shared = readings.context.broadcast(joined(readings, parts))
    told = stories(readings.map(lambda reading: reading.article), parts)
    named_readings = readings.map(lambda reading: (reading.article.name, reading))
    whole_articles = (
        named_readings.join(told, parts)
        .values()
        .map(lambda held: whole(held[0], held[1], shared.value))
        .persist()
    )
    gathered = happenings(whole_articles.flatMap(pieces), parts)
    events, in_series = named(gathered, parts)
    events = events.persist()
    of_stories = related.by_story(whole_articles, events, parts).persist()
    repeated = of_stories.filter(lambda held: held[0].startswith("\n"))
    of_articles = of_stories.filter(lambda held: not held[0].startswith("\n"))
    facts = readings.context.union([
        in_series,
        of_articles,
        related.counterings(whole_articles, parts),
        related.by_event(events, repeated, parts),
    ])  # fmt: skip
    return _Linked(whole_articles, facts.persist())


def _readings(name: str, minimum: float | None) -> Iterator[Reading]:
    for reading in loaded(name).readings:
        yield apart(certain(Amended((reading,), ()), minimum).readings[0])


def _written(held: Iterable[tuple[Iterable[Whole], Iterable[Any]]], base: str) -> Iterator[Written]:
    return written(((one, facts) for articles, facts in held for one in articles), base)


def _subject(line: str) -> int:
    return spread(line.partition(" ")[0])


def _day(key: tuple[str, Any]) -> int:
    return spread(key[0])


def _bare(article: Article) -> Article:
    return Article(article.name, "", published=article.published, digest=text_digest(article))


def as_json(report: SparkReport) -> str:
    """The report as JSON; what differs from run to run stands under `run`."""
    told = asdict(replace(report, out=Path()))
    run = {"newly_read": told.pop("fresh"), "seconds": told.pop("seconds")}
    told.pop("out")
    told["declined_inputs"] = told.pop("unread")
    return json.dumps({**told, "run": run}, ensure_ascii=False, indent=1) + "\n"
