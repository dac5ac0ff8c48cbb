"""`kg build --profile`: where the time went, by stage and by pass of reading."""

from __future__ import annotations

from collections.abc import Mapping

import typer


def print_profile(stages: Mapping[str, float]) -> None:
    """Print the seconds of each stage of a build, and of what reading did in this process."""
    from kg.extract.passes import SPENT

    typer.echo("\nSeconds by stage")
    _table(stages)
    typer.echo("Seconds of reading, by pass")
    _table(SPENT)


def _table(seconds: Mapping[str, float]) -> None:
    whole = sum(seconds.values()) or 1.0
    for name, took in seconds.items():
        typer.echo(f"  {name:<16}{took:>9.2f}{took / whole:>6.0%}")
