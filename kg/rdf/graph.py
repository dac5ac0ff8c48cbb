"""The graph for those who live in rdflib."""

from __future__ import annotations

from rdflib import Graph

from kg.model import Corpus
from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import PREFIXES


def to_rdflib(corpus: Corpus) -> Graph:
    """`corpus` as an rdflib graph: the triples and prefixes of the export."""
    graph = Graph(bind_namespaces="none")
    for name, namespace in PREFIXES.items():
        graph.bind(name, namespace)
    for triple in inferred(triples(corpus)):
        graph.add(triple)
    return graph
