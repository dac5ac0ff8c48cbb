"""`kg build`: articles to a graph."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from kg.cli import reading
from kg.read import options

if TYPE_CHECKING:
    from kg.corpus.build import BuildOptions
    from kg.corpus.report import BuildReport
    from kg.spark.build import SparkReport

Profile = Annotated[
    bool,
    typer.Option("--profile", help="Print the time of each stage and pass; one process does all."),
]
_Given: TypeAlias = tuple[str | None, int, options.ReadOptions, Path | None, float | None]
"""Model, workers, how inputs are read, corrections, least certainty."""
DECLINED = 1
"""Exit status with --strict where something that was given is not in the graph."""


def command(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    inputs: reading.Inputs,
    out: Annotated[Path, typer.Option(help="Folder to write into.")] = Path("graph"),
    model: reading.Model = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read articles.")] = 1,
    strict: reading.Strict = False,
    corrections: reading.Corrections = None,
    min_certainty: reading.MinCertainty = None,
    base: reading.Base = None,
    licence: reading.Licence = "",
    text: reading.Text = None,
    title: reading.Title = None,
    published: reading.Published = None,
    url: reading.Url = None,
    publisher: reading.Publisher = None,
    id: reading.Id = None,
    language: reading.Language = None,
    format: reading.Format = None,
    encoding: reading.Encoding = "utf-8",
    date_format: reading.DateFormat = None,
    any_language: reading.AnyLanguage = False,
    profile: Profile = False,
    spark: reading.Spark = None,
    max_bytes: reading.MaxBytes = options.DEFAULT_BYTES,
    max_characters: reading.MaxCharacters = options.DEFAULT_CHARACTERS,
    max_line: reading.MaxLine = options.DEFAULT_LINE,
    max_nesting: reading.MaxNesting = options.DEFAULT_NESTING,
    max_expansion: reading.MaxExpansion = options.DEFAULT_EXPANSION,
    max_seconds: reading.MaxSeconds = options.DEFAULT_SECONDS,
) -> None:
    """Read articles and write graph, page and tables; ends with 2 where nothing can be read."""
    most = (max_bytes, max_characters, max_line, max_nesting, max_expansion, max_seconds)
    columns = options.Columns(text, title, published, url, publisher, id, language)
    how = (options.Limits(*most), columns, format, encoding, date_format, any_language)
    given = (model, workers, options.ReadOptions(*how), corrections, min_certainty)
    report = _way(spark, profile)(inputs, out, _options(given, (base, licence)))
    if report.unread and strict:
        raise typer.Exit(DECLINED)


def _options(given: _Given, about: tuple[str | None, str]) -> BuildOptions:
    from kg.corpus.build import BuildOptions
    from kg.corpus.described import Description

    return BuildOptions(*given, Description(*about))


def _way(spark: str | None, profile: bool) -> Callable[..., BuildReport | SparkReport]:
    """Who builds: Spark, one process that is timed, or as many as there are workers."""
    if spark:
        return partial(_on_spark, spark)
    return _profiled if profile else _build


def _on_spark(master: str, inputs: list[Path], out: Path, given: BuildOptions) -> SparkReport:
    from kg.cli.cluster import print_report
    from kg.spark.build import SparkOptions, build

    report = build(inputs, out, given, SparkOptions(master))
    print_report(report)
    return report


def _profiled(inputs: list[Path], out: Path, given: BuildOptions) -> BuildReport:
    from kg.cli.profile import print_profile
    from kg.corpus.workers import HERE

    report = _build(inputs, out, replace(given, workers=HERE))
    print_profile(report.seconds)
    return report


def _build(inputs: list[Path], out: Path, given: BuildOptions) -> BuildReport:
    from kg.cli.progress import Progress
    from kg.cli.summary import print_summary, unread_line
    from kg.corpus.build import build

    with Progress() as progress:
        try:
            report = build(inputs, out, given, progress)
        except Exception:
            progress.close()
            for item in progress.unread_items:
                typer.echo(f"kg: {unread_line(item)}", err=True)
            raise
    print_summary(report)
    return report
