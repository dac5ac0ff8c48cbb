"""The registry of formats that the graph is exported in; a new one is a module and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import QueryError


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, what it is for, the ending of its file, and where its writer lies.

    A format of many `tables` has no ending: it is a folder, whose module gives `files`; any other
    has `write`.
    """

    name: str
    summary: str
    ending: str
    module: str

    @property
    def tables(self) -> bool:
        """Whether it is a folder of files."""
        return not self.ending

    def write(self, graph: Path, out: BinaryIO) -> None:
        """Write the graph of a Turtle file; GraphError, or ExtraError where a library lacks."""
        writer: Callable[[Path, BinaryIO], None] = import_module(self.module).write
        writer(graph, out)

    def files(self, graph: Path) -> Iterator[tuple[str, bytes]]:
        """Name and content of each file of a format of many tables; errors as above."""
        found: Iterator[tuple[str, bytes]] = import_module(self.module).files(graph)
        return found


FORMATS: Final = {
    made.name: made
    for made in (
        Format("nt", "N-Triples", ".nt", "kg.export.ntriples"),
        Format("nq", "N-Quads, a graph an article", ".nq", "kg.export.nquads"),
        Format("trig", "TriG, a graph an article", ".trig", "kg.export.trig"),
        Format("nanopub", "nanopublications, one a claim", ".nanopub.trig", "kg.export.nanopub"),
        Format("jsonld", "JSON-LD with a context", ".jsonld", "kg.export.jsonld"),
        Format("rdfxml", "RDF/XML", ".rdf", "kg.export.rdfxml"),
        Format("rdf12", "RDF 1.2 Turtle with triple terms", ".rdf12.ttl", "kg.export.terms"),
        Format(
            "closed",
            "Turtle with all that follows, in others' terms",
            ".closed.ttl",
            "kg.export.closed",
        ),
        Format("graphml", "the network of agents, GraphML", ".graphml", "kg.export.graphml"),
        Format("gexf", "the network of agents for Gephi, GEXF", ".gexf", "kg.export.gexf"),
        Format(
            "events", "event rows coded in PLOVER and CAMEO, CSV", ".events.csv", "kg.export.coded"
        ),
        Format("csv", "tables: claims, events, agents, articles", "", "kg.export.csvs"),
        Format("parquet", "the same tables, typed", "", "kg.export.parquet"),
    )
}


def named(name: str) -> Format:
    """The format of that name; QueryError for any other."""
    if name not in FORMATS:
        raise QueryError(name, "no export has this name", f"Choose one of {', '.join(FORMATS)}.")
    return FORMATS[name]
