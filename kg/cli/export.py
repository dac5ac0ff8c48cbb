"""`kg export`: the graph in another format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import FILE

STDOUT = "-"


def command(
    form: Annotated[
        str, typer.Argument(metavar="FORMAT", help="One of those that --list shows.")
    ] = "",
    graph: Annotated[Path, typer.Option(help=f"The file to export: {FILE}.")] = Path(
        "graph/graph.ttl"
    ),
    out: Annotated[
        Path | None,
        typer.Option(help="File, or folder of tables; - is standard output. Default: beside it."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show the formats there are.")] = False,
) -> None:
    """Write the graph in another format, for triple stores, Gephi, pandas and others."""
    if listed:
        _list()
        return
    if not form:
        raise typer.BadParameter("name a format, or see what there is with --list")
    from kg.export.files import export, place
    from kg.export.formats import named

    chosen = named(form)
    if str(out) == STDOUT:
        if chosen.tables:
            raise typer.BadParameter(f"{form} is a folder of tables: name one with --out")
        chosen.write(graph, sys.stdout.buffer)
        return
    for path in export(chosen, graph, out or place(chosen, graph)):
        typer.echo(f"{form:<10} {path}")


def _list() -> None:
    from kg.cli.console import print_table
    from kg.export.formats import FORMATS

    rows = [
        {
            "format": made.name,
            "what": made.summary,
            "file": f"graph{made.ending}" if made.ending else f"{made.name}/",
        }
        for made in FORMATS.values()
    ]
    print_table(("format", "what", "file"), rows)
