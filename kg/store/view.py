"""The store as an rdflib graph: the same triples, not a copy of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import XSD, Graph, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result

from kg.errors import GraphError


class ReadOnly(OxigraphStore):
    """An Oxigraph store that rdflib reads and queries; whatever would write raises GraphError.

    A plain string comes without datatype, as rdflib's own parsers give it: the bridge gives it as
    xsd:string, which rdflib holds for another literal.
    """

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        remedy = "Work on a copy: `rdflib.Graph() + graph`."
        raise GraphError("an opened graph", "it is read and never written to", remedy)

    add = addN = remove = update = add_graph = remove_graph = _refuse  # noqa: N815 - rdflib's names

    def triples(self, triple_pattern: Any, context: Graph | None = None) -> Iterator[Any]:  # noqa: ANN401
        """The triples that fit, as rdflib asks for them."""
        for triple, contexts in super().triples(triple_pattern, context):
            yield tuple(map(_plain, triple)), contexts

    def query(self, *arguments: Any, **more: Any) -> Result:  # noqa: ANN401 - as rdflib hands them on
        """The answer of the engine."""
        answer = super().query(*arguments, **more)
        if answer.type == "SELECT":
            answer.bindings = [{k: _plain(v) for k, v in row.items()} for row in answer.bindings]
        elif answer.graph is not None:
            triples, answer.graph = answer.graph, Graph()
            answer.graph += (tuple(map(_plain, triple)) for triple in triples)
        return answer


def _plain(term: Any) -> Any:  # noqa: ANN401 - any term of rdflib, or None
    if isinstance(term, Literal) and term.datatype == XSD.string:
        return Literal(str(term))
    return term


def view(store: ox.Store, prefixes: Mapping[str, str]) -> Graph:
    """An rdflib graph over `store` with these prefixes; its queries run in the engine."""
    graph = Graph(ReadOnly(store=store), DATASET_DEFAULT_GRAPH_ID, bind_namespaces="none")
    for name, namespace in prefixes.items():
        graph.bind(name, URIRef(namespace))
    return graph
