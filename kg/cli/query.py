"""`kg query`: a question to the graph."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

STDIN = "-"
Format = Literal["table", "csv", "json", "ttl"]


def command(
    question: Annotated[
        str, typer.Argument(help="A name in queries/, the path of a file, or - for standard input.")
    ] = "",
    graph: Annotated[Path, typer.Option(help="The Turtle file to ask.")] = Path("graph/graph.ttl"),
    form: Annotated[
        Format, typer.Option("--format", help="ttl is for CONSTRUCT and DESCRIBE.")
    ] = "table",
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="Answer as the corpus stood that day."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Show the questions there are.")] = False,
) -> None:
    """Ask the graph a question and print its rows."""
    if listed:
        _list()
        return
    if not question:
        raise typer.BadParameter("name a query, or see what there is with --list")
    from kg.cli.console import print_rows, write
    from kg.store.engine import Store
    from kg.store.formats import write as formatted

    sparql = _sparql(question)
    if as_of is None:
        store = Store.load(graph)
    else:
        from kg.corpus.asof import store_as_of

        store = store_as_of(graph, as_of.date())
    rows = store.query(sparql)
    if form == "table":
        print_rows(rows.columns, rows.records())
    else:
        write(formatted(rows, form).encode())


def _sparql(question: str) -> str:
    from kg.store.named import find

    return sys.stdin.read() if question == STDIN else find(question).text


def _list() -> None:
    from kg.cli.console import print_table
    from kg.store.named import catalogue

    rows = [{"query": query.name, "asks": query.summary} for query in catalogue()]
    print_table(("query", "asks"), rows)
