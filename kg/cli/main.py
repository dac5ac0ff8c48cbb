"""Entry point of the `kg` command: its commands, and how errors end."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperGroup

from kg.cli import (
    build,
    check,
    demo,
    doctor,
    draw,
    export,
    load,
    mcp,
    query,
    review,
    serve,
    show,
    version,
)
from kg.errors import StatecraftError

FAILED = 2  # nothing could be done, or the call was wrong; a failed check ends with 1


class Commands(TyperGroup):
    """The group of commands; it turns errors raised on purpose into one message on stderr."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  # the context's class differs by version
        """Run the command named; Exit(2) on a StatecraftError or a file that cannot be used."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read the output has seen enough; typer ends quietly
        except (StatecraftError, OSError) as error:
            typer.echo(f"kg: {error}", err=True)
            raise typer.Exit(FAILED) from error


app = typer.Typer(
    cls=Commands,
    help="Read contested news into a graph of who claims and who denies what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help needs no rich, which takes longer to load than all else
)
_COMMANDS = (
    *(demo, build, query, show, review, draw, export, serve, load, mcp),
    *(check, doctor, version),
)
for module in _COMMANDS:
    settings = query.SETTINGS if module is query else None
    app.command(module.__name__.rpartition(".")[2], context_settings=settings)(module.command)


def run() -> None:
    """What the console script `kg` calls."""
    app(prog_name="kg")
