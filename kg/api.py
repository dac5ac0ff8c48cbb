"""The Python face: read, extract, build, query, draw. `import kg` gives these names.

Everything that takes long to load is imported when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

import kg.extract  # noqa: F401 - bound now: bound later, it would hide the function of that name
from kg.corpus import output
from kg.corpus.build import BuildOptions, page
from kg.corpus.build import build as build_graph
from kg.corpus.report import BuildReport
from kg.corpus.workers import extract_all
from kg.model import Article, Reading, Unread
from kg.read.inputs import read as read_inputs
from kg.read.options import Columns, Limits, ReadOptions

__all__ = [
    "Columns",
    "Limits",
    "Page",
    "ReadOptions",
    "build",
    "draw",
    "extract",
    "query",
    "read",
]

Paths: TypeAlias = str | Path | Iterable[str | Path]


def read(inputs: Paths, options: ReadOptions | None = None) -> list[Article | Unread]:
    """The articles of files, folders and patterns, in order; what gave none comes as Unread.

    Raises InputError where nothing exists or nothing lies there. `kg.read.inputs.read` gives the
    same one by one, for what is too much to be held at once.
    """
    return list(read_inputs(_paths(inputs), options))


def extract(
    articles: Iterable[Article | Unread], *, model: str | None = None
) -> list[Reading | Unread]:
    """What each article says, in the order given; one that breaks the reader comes as Unread.

    Takes what `read` gives: Unread passes through. `model` names an installed spaCy model to use
    instead of the bundled one; ModelError where it is missing or unfit.
    """
    items = list(articles)
    outcomes = extract_all([item for item in items if isinstance(item, Article)], model, workers=1)
    return [item if isinstance(item, Unread) else next(outcomes) for item in items]


def build(  # noqa: PLR0913 - as many as the command has that matter in Python
    inputs: Paths,
    out: str | Path = "graph",
    *,
    model: str | None = None,
    workers: int = 1,
    read: ReadOptions | None = None,
    corrections: str | Path | None = None,
    min_certainty: float | None = None,
) -> BuildReport:
    """Build graph, page and tables of `inputs` into the folder `out`, as `kg build` does.

    Claims whose certainty is below `min_certainty` leave the graph and are reported as declined.
    In a script, `workers` above 1 need the guard `if __name__ == "__main__":` around the call.
    """
    given = Path(corrections) if corrections else None
    options = BuildOptions(model, workers, read or ReadOptions(), given, min_certainty)
    return build_graph(_paths(inputs), Path(out), options)


def query(
    query: str | Path, graph: str | Path = "graph", *, as_of: date | str | None = None
) -> list[dict[str, str]]:
    """The rows of a query on a graph: a name in `queries/`, the path of a file, or SPARQL itself.

    `graph` is the folder of a build or a Turtle file. Every value is a string, "" where unbound.
    `as_of` (a date, or one as 2024-10-24) answers as the corpus stood that day. Raises QueryError
    or GraphError, ValueError where `as_of` is no date.
    """
    from kg.corpus.asof import store_as_of
    from kg.store.engine import Store
    from kg.store.named import find

    asked = str(query)
    sparql = asked if "{" in asked else find(asked).text  # no query is without a brace
    if as_of is None:
        return Store.load(_turtle(graph)).query(sparql).records()
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return store_as_of(_turtle(graph), day).query(sparql).records()


@dataclass(frozen=True, slots=True)
class Page:
    """The drawn network: where it lies, and the same in a notebook."""

    path: Path

    def _repr_html_(self) -> str:
        from kg.show.notebook import Inline

        return Inline(self.path.read_text(encoding="utf-8"))._repr_html_()


def draw(graph: str | Path = "graph", out: str | Path | None = None) -> Page:
    """Draw a graph (folder of a build or Turtle file) as one HTML file, beside it unless `out`."""
    from kg.store.engine import Store

    turtle = _turtle(graph)
    path = Path(out) if out else turtle.with_name(output.PAGE)
    output.replace_file(path, page(Store.load(turtle)))
    return Page(path)


def _paths(inputs: Paths) -> list[Path]:
    return [Path(inputs)] if isinstance(inputs, str | Path) else [Path(path) for path in inputs]


def _turtle(graph: str | Path) -> Path:
    path = Path(graph)
    return path / output.GRAPH if path.is_dir() else path
