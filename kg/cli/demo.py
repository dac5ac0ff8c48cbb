"""`kg demo`: the graph of the articles that ship, and what to try on it."""

from __future__ import annotations

import shlex
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.corpus.report import BuildReport


def command(
    out: Annotated[
        Path | None, typer.Option(help="Folder to write into; by default a temporary one.")
    ] = None,
    show: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the page in a browser, on a terminal.")
    ] = True,
) -> None:
    """Build the graph of five articles that ship, and say what to try on it."""
    from kg.cli import browser
    from kg.cli.progress import Progress
    from kg.corpus.build import BuildOptions, build
    from kg.resources import seeds

    folder = out or Path(mkdtemp(prefix="statecraft-")) / "graph"
    with Progress() as progress:
        report = build([seeds()], folder, BuildOptions(), progress)
    _found(report)
    page = folder / "graph.html"
    opened = show and browser.show(page)
    typer.echo(f"The page  {page}{' (opened)' if opened else ': open it in a browser'}")
    _next(report, folder)


def _found(report: BuildReport) -> None:
    from kg.cli.summary import count

    corpus = report.corpus
    typer.echo(
        f"Read      {count(len(corpus.articles), 'article')}: {count(len(corpus.claims), 'claim')} "
        f"about {count(len(corpus.events), 'event')}, {report.contested:,} contested"
    )


def _next(report: BuildReport, folder: Path) -> None:
    where = f"--graph {shlex.quote(str(folder / 'graph.ttl'))}"
    denying = [denying for denying, _ in report.corpus.disputes]
    claim = [*denying, *(claim.id for claim in report.corpus.claims)][0]
    typer.echo("\nTry next")
    typer.echo(f"  kg query contested {where}\n      what somebody asserts and somebody denies")
    typer.echo(f"  kg show {claim} {where}\n      one claim in its sentence, and who disputes it")
    typer.echo("  kg build YOUR_ARTICLES --out graph\n      the same of texts or pages of yours")
