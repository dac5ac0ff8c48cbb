"""The Python face: what the commands do, as functions. `import kg` gives these names.

No function is called as a room of the package is: `kg.read` is the room. What takes long to load
is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from kg.model import Article, Reading, Unread
from kg.read.options import Columns, Limits, ReadOptions

if TYPE_CHECKING:
    from kg.corpus.opened import Graph
    from kg.corpus.report import BuildReport

__all__ = [
    "Columns",
    "Limits",
    "Page",
    "ReadOptions",
    "build",
    "draw",
    "export_graph",
    "extract_claims",
    "open",
    "query",
    "read_articles",
]

Paths: TypeAlias = str | Path | Iterable[str | Path]


def read_articles(inputs: Paths, options: ReadOptions | None = None) -> list[Article | Unread]:
    """The articles of files, folders and patterns, in order; what gave none comes as Unread.

    Raises InputError where nothing exists or nothing lies there. `kg.read.inputs.read` gives the
    same one by one, for what is too much to be held at once.
    """
    from kg.read.inputs import read as read_inputs

    return list(read_inputs(_paths(inputs), options))


def extract_claims(
    articles: Iterable[Article | Unread], *, model: str | None = None
) -> list[Reading | Unread]:
    """What each article says, in the order given; one that breaks the reader comes as Unread.

    Takes what `read_articles` gives: Unread passes through. `model` names an installed spaCy
    model to use instead of the bundled one; ModelError where it is missing or unfit.
    """
    from kg.corpus.workers import HERE, extract_all

    items = list(articles)
    outcomes = extract_all([item for item in items if isinstance(item, Article)], model, HERE)
    return [item if isinstance(item, Unread) else next(outcomes) for item in items]


def build(  # noqa: PLR0913 - as many as the command has that matter in Python
    inputs: Paths,
    out: str | Path = "graph",
    *,
    model: str | None = None,
    workers: int = 0,
    read: ReadOptions | None = None,
    corrections: str | Path | None = None,
    min_certainty: float | None = None,
    base: str | None = None,
    licence: str = "",
) -> BuildReport:
    """Build graph, page and tables of `inputs` into the folder `out`, as `kg build` does.

    `base` is where the corpus' own IRIs live, by default a place made from the name of the folder
    that holds the inputs; `licence` is an IRI that the graph names as its own.
    Claims whose certainty is below `min_certainty` leave the graph and are reported as declined.
    `workers` are processes that read; one that is killed costs the article it read at most. With 0
    this process reads. In a script they need the guard `if __name__ == "__main__":` around the
    call.
    """
    from kg.corpus.build import BuildOptions
    from kg.corpus.build import build as build_graph
    from kg.corpus.described import Description

    given = Path(corrections) if corrections else None
    told = Description(base, licence)
    options = BuildOptions(model, workers, read or ReadOptions(), given, min_certainty, told)
    return build_graph(_paths(inputs), Path(out), options)


def open(graph: str | Path = "graph", *, as_of: date | str | None = None) -> Graph:
    """A graph to ask: the folder of a build or a file of RDF, held in memory.

    Its `query(...)` yields rows, or a frame; `rdflib()` and `network()` give it to rdflib and
    networkx. `as_of` (a date, or one as 2024-10-24) opens it as the corpus stood that day. Raises
    GraphError, QueryError where no article is so old, ValueError where `as_of` is no date.
    """
    from kg.corpus.opened import opened

    return opened(graph, as_of)


def query(
    query: str | Path,
    graph: str | Path = "graph",
    *,
    as_of: date | str | None = None,
    **values: str,
) -> list[dict[str, str]]:
    """The rows of a query on a graph: a name in `queries/`, the path of a file, or SPARQL itself.

    `graph` is the folder of a build or a file of RDF. Every value is a string, "" where unbound.
    `as_of` (a date, or one as 2024-10-24) answers as the corpus stood that day; `values` are for
    the query's parameters, as `actor="NOR"`. Raises QueryError or GraphError, ValueError where
    `as_of` is no date.
    """
    return list(open(graph, as_of=as_of).query(query, **values))


def export_graph(
    form: str, graph: str | Path = "graph", out: str | Path | None = None
) -> list[Path]:
    """Write a graph (folder of a build or file of RDF) in another format, as `kg export` does.

    `form` is one of `kg.export.formats.FORMATS`; `out` a file, or a folder for one of tables, else
    beside the Turtle. Gives what was written. Raises QueryError for another format, GraphError,
    ExtraError where a library is missing.
    """
    from kg.corpus.opened import turtle_of
    from kg.export.files import export as written
    from kg.export.files import place
    from kg.export.formats import named

    turtle, chosen = turtle_of(graph), named(form)
    return written(chosen, turtle, Path(out) if out else place(chosen, turtle))


@dataclass(frozen=True, slots=True)
class Page:
    """The drawn network: where it lies, and the same in a notebook."""

    path: Path

    def __repr__(self) -> str:
        return f"<kg.Page {self.path.as_posix()}: open it in a browser>"

    def _repr_html_(self) -> str:
        from kg.show.notebook import Inline

        return Inline(self.path.read_text(encoding="utf-8"))._repr_html_()


def draw(graph: str | Path = "graph", out: str | Path | None = None) -> Page:
    """Draw a graph (folder of a build or file of RDF) as one HTML file, beside it unless `out`."""
    from kg.corpus.build import page
    from kg.corpus.opened import turtle_of
    from kg.corpus.output import PAGE, read_articles, replace_file
    from kg.store.engine import Store

    turtle = turtle_of(graph)
    path = Path(out) if out else turtle.with_name(PAGE)
    replace_file(path, page(Store.load(turtle), read_articles(turtle.parent)))
    return Page(path)


def _paths(inputs: Paths) -> list[Path]:
    return [Path(inputs)] if isinstance(inputs, str | Path) else [Path(path) for path in inputs]
