"""`kg version`."""

from __future__ import annotations

import typer


def command() -> None:
    """Print the version."""
    from importlib.metadata import version

    typer.echo(f"statecraft {version('statecraft')}")
