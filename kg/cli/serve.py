"""`kg serve`: the graph over HTTP."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.console import FILE
from kg.errors import StatecraftError

PORT = 8000


def command(  # noqa: PLR0913, PLR0917 - an option each
    graph: Annotated[
        Path, typer.Argument(help=f"The folder of a build, or a file: {FILE}.")
    ] = Path("graph"),
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="The port.")] = PORT,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds a query may work.")] = 60.0,
    max_rows: Annotated[
        int, typer.Option("--max-rows", min=1, help="Rows or triples of one answer.")
    ] = 100_000,
    memory: Annotated[
        int, typer.Option(min=64, help="MB a query may take, beyond the graph itself.")
    ] = 512,
    cors: Annotated[
        list[str] | None,
        typer.Option("--cors", help="An origin whose pages may ask; * for all."),
    ] = None,
) -> None:
    """Serve the graph: SPARQL at /sparql, the page at /, a query editor at /editor. Read only."""
    _installed()
    from kg.store.http.app import Settings, application
    from kg.store.http.middleware import LOOPBACK
    from kg.store.http.server import server
    from kg.store.pool.carriers import Limits

    turtle, page = _files(graph)
    local = _is_local(host)
    settings = Settings(
        turtle,
        page,
        Limits(timeout, max_rows, memory),
        LOOPBACK | {host} if local else frozenset(),
        tuple(cors or ()),
    )
    _announce(turtle, host, port, local=local)
    server(application(settings, _log), host, port, _log).run()


def _installed() -> None:
    import os

    from kg import extras

    for library in ("starlette", "uvicorn"):
        extras.load(library, "serve")
    if not hasattr(os, "fork"):
        rule = "it needs processes that share memory (fork), which this system has not"
        raise StatecraftError("kg serve", rule, "Run it on Linux or macOS.")


def _files(graph: Path) -> tuple[Path, Path]:
    """The Turtle and the page of a build's folder, or of the file itself."""
    from kg.corpus import output
    from kg.store.engine import missing

    turtle = graph / output.GRAPH if graph.is_dir() else graph
    if not turtle.is_file():
        raise missing(turtle)
    return turtle, turtle.with_name(output.PAGE)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _announce(turtle: Path, host: str, port: int, *, local: bool) -> None:
    from kg.cli.console import say, text

    root = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    say(text(f"Serving {turtle}"))
    for what, path in (("The page", "/"), ("SPARQL", "/sparql"), ("Editor", "/editor")):
        say(text(f"  {what:<9} {root}{path}"))
    if not local:
        warning = (
            f"Warning: {host} can be reached from other machines. Whoever does reads the whole "
            "graph, without a password. Serve on 127.0.0.1 behind a proxy that asks for one."
        )
        typer.echo(warning, err=True)


def _log(line: str) -> None:
    typer.echo(line, err=True)
