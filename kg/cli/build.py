"""`kg build`: articles to a graph."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    inputs: Annotated[list[Path], typer.Argument(help="Folders and files of articles.")],
    out: Annotated[Path, typer.Option(help="Folder to write into.")] = Path("graph"),
    model: Annotated[
        str | None, typer.Option(help="An installed spaCy model instead of the bundled one.")
    ] = None,
    workers: Annotated[int, typer.Option(min=1, help="Processes that read articles.")] = 1,
) -> None:
    """Read articles and write graph, page and tables.

    The folder gets graph.ttl, graph.html, claims.csv, declined.csv and the articles' texts. Ends
    with 2 where no article could be read, else with 0 and a list of those that could not.
    """
    from kg.build import BuildOptions, build
    from kg.cli.progress import Progress
    from kg.cli.summary import print_summary, unread_line

    with Progress() as progress:
        try:
            report = build(inputs, out, BuildOptions(model, workers), progress)
        except Exception:
            progress.close()
            for item in progress.unread_items:
                typer.echo(f"kg: {unread_line(item)}", err=True)
            raise
    print_summary(report)
