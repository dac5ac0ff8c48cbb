"""`kg load`: the graph into a triple store."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.errors import GraphError

if TYPE_CHECKING:
    from kg.store.engine import Store
    from kg.store.load.run import Loaded
    from kg.store.load.target import Target


def command(  # noqa: PLR0913, PLR0917 - an option each
    url: Annotated[str, typer.Argument(help="The address of the store's Graph Store Protocol.")],
    graph: Annotated[Path, typer.Argument(help="The folder of a build, or a Turtle file.")] = Path(
        "graph"
    ),
    named_graph: Annotated[
        str, typer.Option("--named-graph", help="The IRI of the graph to load into.")
    ] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="Empty that graph first, whatever it holds.")
    ] = False,
    user: Annotated[str, typer.Option(help="Who may write there.", envvar="KG_USER")] = "",
    password: Annotated[
        str, typer.Option(help="Their password; better given in KG_PASSWORD.", envvar="KG_PASSWORD")
    ] = "",
    token: Annotated[
        str, typer.Option(help="A bearer token; better given in KG_TOKEN.", envvar="KG_TOKEN")
    ] = "",
    sparql: Annotated[
        str, typer.Option("--sparql", help="Where the store answers queries, if it is not found.")
    ] = "",
) -> None:
    """Put the graph into a triple store in parts, and count it there; a load cut off goes on."""
    from kg.cli.console import console, say, text
    from kg.store.engine import Store
    from kg.store.load.parts import Part, cut
    from kg.store.load.run import load
    from kg.store.load.target import Access, Target

    parts = cut(quad.triple for quad in _whole(Store.load(_turtle(graph)), graph).engine)

    def told(part: Part) -> None:
        if console().is_terminal:
            say(text(f"  part {part.number} of {len(parts)}, {part.through:,} triples", "dim"))

    with Target(url, sparql, named_graph, Access(user, password, token)) as target:
        loaded = load(target, parts, replace=replace, told=told)
    _report(loaded, target)


def _report(loaded: Loaded, target: Target) -> None:
    from kg.cli.console import say, text

    went_on = f"; {loaded.resumed} were there already" if loaded.resumed else ""
    where = f"<{target.graph}>" if target.graph else "its default graph"
    say(text(f"{target.store} holds {loaded.triples:,} triples in {where}"))
    say(text(f"Sent in {loaded.parts} parts{went_on}; counted at {target.queries}", "dim"))


def _whole(store: Store, graph: Path) -> Store:
    """The store where all of it is one graph; GraphError where graphs in it have names."""
    if store.named():
        rule = "it holds named graphs, and a load fills one graph"
        remedy = "Load the Turtle of the build; give the TriG to the store's own loader."
        raise GraphError(str(graph), rule, remedy)
    return store


def _turtle(graph: Path) -> Path:
    from kg.corpus import output

    return graph / output.GRAPH if graph.is_dir() else graph
