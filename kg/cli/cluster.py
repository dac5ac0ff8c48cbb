"""What a build on Spark prints when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from kg.cli.summary import count, unread_line
from kg.spark.files import CLAIMS, GRAPH

if TYPE_CHECKING:
    from kg.spark.build import SparkReport

MOST = 20
"""Problems that are listed; the report holds all."""


def print_report(report: SparkReport) -> None:
    """Print `report` to standard output."""
    typer.echo(f"Read     {count(report.articles, 'article')}, {report.fresh:,} of them now")
    typer.echo(f"Found    {count(report.claims, 'claim')}")
    typer.echo(f"Linked   {count(report.events, 'event')}, {report.contested:,} contested")
    typer.echo(f"Declined {count(report.declined, 'sentence')}")
    for item in report.unread[:MOST]:
        typer.echo(f"  unread  {unread_line(item)}")
    if len(report.unread) > MOST:
        typer.echo(f"  and {len(report.unread) - MOST:,} more, which the report lists")
    out = report.out.as_posix()
    typer.echo(
        f"Wrote    {count(report.triples, 'triple')} to {out}/{GRAPH}/, claims to {out}/{CLAIMS}/"
    )
