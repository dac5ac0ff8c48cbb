"""`kg doctor`: what works here, and what to do about what does not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from kg.corpus.health import Finding

FAILED = 1
"""Exit status where a part is missing without which nothing can be built."""


def command() -> None:
    """Say what works on this machine; ends with 1 where something needed is missing."""
    found = list(_findings())
    for finding in found:
        _tell(finding)
    if any(finding.needed and not finding.works for finding in found):
        raise typer.Exit(FAILED)
    typer.echo("\nReady: kg demo")


def _findings() -> Iterator[Finding]:
    from kg.cli import browser
    from kg.corpus.health import Finding, examine

    yield from examine(Path.cwd())
    present = browser.present()
    told = "one that opens a window" if present else "none that opens a window here"
    remedy = "Copy graph.html to where there is one: it is one file and needs no server."
    yield Finding("browser", present, told, remedy, needed=False)


def _tell(finding: Finding) -> None:
    from kg.cli.console import plain

    mark = "ok" if finding.works else "MISSING" if finding.needed else "without"
    typer.echo(plain(f"{mark:<8} {finding.part:<14} {finding.told}"))
    if not finding.works:
        typer.echo(plain(f"{'':<23} {finding.remedy}"))
