"""What the commands print with: words from articles are shown, never obeyed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

# Terminal control sequences begin with one of these; a headline must not recolour a terminal.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PIPED_WIDTH = 100_000  # wider than any row, so that output to a file or pipe is never folded

FILE = "Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML"
"""What a file of a graph may be, in the help of the commands that take one."""


def plain(words: str) -> str:
    """`words` without what a terminal would obey; line ends and tabs stay."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", words.replace("\r\n", "\n"))


def text(words: str, style: str = "") -> Text:
    """Words for rich to print as they stand: square brackets are no markup in them."""
    from rich.text import Text

    return Text(plain(words), style=style)


def console(*, stderr: bool = False) -> Console:
    """Standard output or error; as wide as any line where it is no terminal."""
    from rich.console import Console

    made = Console(stderr=stderr, highlight=False, soft_wrap=False)
    if not made.is_terminal:
        made.width = _PIPED_WIDTH
    return made


def say(*parts: RenderableType) -> None:
    """Print to standard output, long lines folded on a terminal only."""
    console().print(*parts, sep="")


def write(data: bytes) -> None:
    """Write bytes to standard output as they are."""
    typer.echo(data, nl=False)


def print_table(columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Rows as a table, whatever its width."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(text(row[column]) for column in columns))
    console().print(table)
