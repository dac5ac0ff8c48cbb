"""`kg mcp`: the graph for an assistant."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.errors import StatecraftError


def command(
    graph: Annotated[Path, typer.Argument(help="The folder of a build, or a Turtle file.")] = Path(
        "graph"
    ),
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds a query may work.")] = 60.0,
    max_rows: Annotated[
        int, typer.Option("--max-rows", min=1, help="Rows that a query may have in all.")
    ] = 100_000,
    memory: Annotated[
        int, typer.Option(min=64, help="MB a query may take, beyond the graph itself.")
    ] = 512,
) -> None:
    """Let an assistant ask the graph: the Model Context Protocol on standard input and output."""
    import os

    from kg import extras
    from kg.corpus import output

    extras.load("mcp.server.fastmcp", "mcp")
    if not hasattr(os, "fork"):
        rule = "it needs processes that share memory (fork), which this system has not"
        raise StatecraftError("kg mcp", rule, "Run it on Linux or macOS.")
    from kg.store.assistant.server import server
    from kg.store.engine import missing
    from kg.store.pool.carriers import Limits

    turtle = graph / output.GRAPH if graph.is_dir() else graph
    if not turtle.is_file():
        raise missing(turtle)
    server(turtle, Limits(timeout, max_rows, memory)).run()
