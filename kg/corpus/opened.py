"""A graph that is open in Python: asked in SPARQL, read with rdflib, walked with networkx."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from kg.corpus.output import GRAPH
from kg.store import html
from kg.store.answer import Answer
from kg.store.engine import Store
from kg.store.named import find
from kg.store.who import asked

if TYPE_CHECKING:
    import networkx
    import rdflib

_CLAIMS = """PREFIX sc: <https://w3id.org/statecraft/ontology#>
SELECT ?class ?stance WHERE { ?claim a sc:Claim ; sc:eventClass ?c ; sc:stance ?s .
  BIND(STRAFTER(STR(?c), "#") AS ?class) BIND(STRAFTER(STR(?s), "#") AS ?stance) }"""


class Graph:
    """A graph in memory, as it was when it was opened. Nothing is written to it."""

    def __init__(self, store: Store, source: Path) -> None:
        self._store, self.source = store, source

    def __len__(self) -> int:
        """How many triples."""
        return len(self._store)

    def __repr__(self) -> str:
        return f"<kg.Graph of {self.source.as_posix()}, {len(self):,} triples>"

    def query(self, query: str | Path, **values: str) -> Answer:
        """The answer to a query: a name in `queries/`, the path of a file, or SPARQL itself.

        `values` are for its parameters, as `actor="NOR"`; agents are known by any of their names.
        QueryError where there is no such query or parameter, or where it fails, and why.
        """
        return Answer(self._store.query(asked(self._store, sparql(query), values)))

    def rdflib(self) -> rdflib.Graph:
        """The graph for rdflib: over the same store, not a copy; its queries run in the engine.

        Writing to it raises GraphError; `rdflib.Graph() + graph.rdflib()` is a copy to write to.
        """
        from kg.export.source import prefixes
        from kg.store.view import view

        return view(self._store.engine, prefixes(self.source))

    def network(self) -> networkx.MultiDiGraph:
        """Agents and who is said to do what to whom; see `kg.show.multigraph`."""
        from kg.export.network import network

        return network(self._store)

    def _repr_html_(self) -> str:
        counts = Counter(self._store.query(_CLAIMS).rows)
        rows = [(*key, str(counts[key])) for key in sorted(counts)]
        table = html.grid(("class", "stance", "claims"), rows)
        return f"<p>{escape(repr(self))}</p>{table}"


def opened(graph: str | Path, as_of: date | str | None = None) -> Graph:
    """The graph of a build's folder or of a file of RDF; GraphError where there is none.

    `as_of`, a date or one as 2024-10-24, opens it as the corpus stood that day; ValueError where
    it is none.
    """
    path = turtle_of(graph)
    if as_of is None:
        return Graph(Store.load(path), path)
    from kg.corpus.asof import store_as_of

    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    return Graph(store_as_of(path, day), path)


def sparql(query: str | Path) -> str:
    """The text of a query: itself, or that of the name or file."""
    asked = str(query)
    return asked if "{" in asked else find(asked).text  # no query is without a brace


def turtle_of(graph: str | Path) -> Path:
    """The Turtle file of a build's folder, or the file that was named."""
    path = Path(graph)
    return path / GRAPH if path.is_dir() else path
