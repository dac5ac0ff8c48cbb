"""SPARQL 1.1 Service Description: what this endpoint offers, as a graph."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from kg.store.http.paths import ENDPOINT, GRAPH, STORE

_PREFIXES: Final = {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
}
_TURTLE: Final = """\
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
<{endpoint}> a sd:Service ;
  sd:endpoint <{endpoint}> ;
  sd:supportedLanguage sd:SPARQL11Query ;
  sd:resultFormat
    <http://www.w3.org/ns/formats/SPARQL_Results_JSON>,
    <http://www.w3.org/ns/formats/SPARQL_Results_XML>,
    <http://www.w3.org/ns/formats/SPARQL_Results_CSV>,
    <http://www.w3.org/ns/formats/SPARQL_Results_TSV>,
    <http://www.w3.org/ns/formats/Turtle>,
    <http://www.w3.org/ns/formats/N-Triples>,
    <http://www.w3.org/ns/formats/JSON-LD>,
    <http://www.w3.org/ns/formats/RDF_XML> ;
  sd:defaultDataset <{graph}#dataset> .
<{graph}#dataset> a sd:Dataset ; sd:defaultGraph <{graph}> .
<{graph}> a sd:Graph ; void:triples {triples} .
"""
_UNION: Final = "<{endpoint}> sd:feature sd:UnionDefaultGraph .\n"
_NAMED: Final = """\
<{graph}#dataset> sd:namedGraph <{address}#named> .
<{address}#named> a sd:NamedGraph ; sd:name <{name}> ; sd:graph <{address}> .
<{address}> a sd:Graph ; void:triples {triples} .
"""


def written(base: str, triples: int, named: Iterable[tuple[str, int]], media: str) -> bytes:
    """The description of the service below `base`, whose default graph has so many triples.

    `named` are the IRIs of its named graphs, each with how many triples it has.
    """
    root = base.rstrip("/")
    endpoint, graph = root + ENDPOINT, root + GRAPH
    turtle = _TURTLE.format(endpoint=endpoint, graph=graph, triples=triples)
    others = [_of_named(root, *graph) for graph in named]
    turtle += _UNION.format(endpoint=endpoint) + "".join(others) if others else ""
    parsed = (quad.triple for quad in ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    form = ox.RdfFormat.from_media_type(media)
    out = io.BytesIO()
    prefixes = {} if form == ox.RdfFormat.JSON_LD else _PREFIXES
    ox.serialize(parsed, out, format=form, prefixes=prefixes)
    return out.getvalue()


def _of_named(root: str, name: str, triples: int) -> str:
    address = f"{root}{STORE}?graph={quote(name, safe='')}"
    return _NAMED.format(graph=root + GRAPH, address=address, name=name, triples=triples)
