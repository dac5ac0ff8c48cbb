"""`kg draw`: the page again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import FILE


def command(
    graph: Annotated[Path, typer.Option(help=f"The file to draw: {FILE}.")] = Path(
        "graph/graph.ttl"
    ),
    out: Annotated[Path | None, typer.Option(help="Default: graph.html beside it.")] = None,
) -> None:
    """Draw the network of a graph as one HTML file."""
    from kg.api import draw
    from kg.corpus.output import PAGE

    page = draw(graph, out or graph.parent / PAGE)
    typer.echo(f"The page   {page.path}")
