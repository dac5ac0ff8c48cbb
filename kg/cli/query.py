"""`kg query`: a question to the graph."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kg.cli.console import FILE

if TYPE_CHECKING:
    from kg.store.engine import Rows, Store

STDIN = "-"
SETTINGS = {"allow_extra_args": True, "ignore_unknown_options": True}
"""Options that the command does not know are parameters of the query."""
SECONDS = 60.0  # as kg.store.bounded has it, which takes long to load
Format = Literal["table", "csv", "json", "ttl"]


def command(  # noqa: PLR0913, PLR0917 - an option each
    context: typer.Context,
    question: Annotated[
        str, typer.Argument(help="A name in queries/, the path of a file, or - for standard input.")
    ] = "",
    graph: Annotated[Path, typer.Option(help=f"The graph: {FILE}.")] = Path("graph/graph.ttl"),
    form: Annotated[
        Format, typer.Option("--format", help="ttl is for CONSTRUCT and DESCRIBE.")
    ] = "table",
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="Answer as the corpus stood that day."),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0, help="Seconds that the query may take; 0 for no limit.")
    ] = SECONDS,
    wide: Annotated[
        bool, typer.Option("--wide", help="On a terminal, show every column, ids and offsets too.")
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="Show the questions there are.")] = False,
) -> None:
    """Ask the graph a question and print its rows; --list shows what it may be given besides."""
    if listed:
        _list()
        return
    if not question:
        raise typer.BadParameter("name a query, or see what there is with --list")
    from kg.cli.console import write
    from kg.cli.rows import print_rows
    from kg.store.bounded import answer
    from kg.store.formats import write as formatted

    values = _values(context.args)
    load, sparql = _loading(graph, as_of), _sparql(question, values)
    if form == "table":
        columns, rows = answer(load, sparql, _table, timeout, values)
        print_rows(columns, [dict(zip(columns, row, strict=True)) for row in rows], wide=wide)
    else:
        write(answer(load, sparql, partial(formatted, form=form), timeout, values).encode())


def _table(rows: Rows) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """What a table needs of an answer; its terms would take long to come from another process."""
    return rows.columns, rows.rows


def _loading(graph: Path, as_of: datetime | None) -> Callable[[], Store]:
    """What gives the graph, in whichever process calls it."""
    if as_of is None:
        from kg.store.engine import Store

        return partial(Store.load, graph)
    from kg.corpus.asof import store_as_of

    return partial(store_as_of, graph, as_of.date())


def _sparql(question: str, values: dict[str, str]) -> str:
    """The query as it stands; QueryError, before a graph is read, for a wrong parameter."""
    from kg.store.named import find
    from kg.store.parameters import filled

    text = sys.stdin.read() if question == STDIN else find(question).text
    filled(text, values)
    return text


def _values(given: list[str]) -> dict[str, str]:
    """`--actor PRK --since=2024-10-01` as names and values."""
    words = [part for word in given for part in (word.split("=", 1) if _named(word) else [word])]
    names, values = words[::2], words[1::2]
    unnamed = next((word for word in names if not _named(word)), None)
    if unnamed is not None:
        raise typer.BadParameter(f"'{unnamed}' is no parameter: give one as --actor NOR")
    if len(names) > len(values):
        raise typer.BadParameter(f"{names[-1]} needs a value")
    return {n.removeprefix("--"): v for n, v in zip(names, values, strict=True)}


def _named(word: str) -> bool:
    return word.startswith("--")


def _list() -> None:
    from kg.cli.console import print_table
    from kg.store.named import catalogue

    rows = [
        {
            "query": query.name,
            "asks": query.summary,
            "may be given": " ".join(f"--{name}" for name in query.parameters),
        }
        for query in catalogue()
    ]
    print_table(("query", "asks", "may be given"), rows)
