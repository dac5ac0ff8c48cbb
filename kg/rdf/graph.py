"""The whole graph of a corpus: as triples, and for those who live in rdflib."""

from __future__ import annotations

from collections.abc import Iterator

from rdflib import Graph

from kg.model import Corpus
from kg.rdf.base import prefixes, rebased
from kg.rdf.infer import inferred
from kg.rdf.terms import Triple
from kg.rdf.triples import triples
from kg.rdf.turtle import PREFIXES


def told(corpus: Corpus) -> Iterator[Triple]:
    """Every triple of the graph of `corpus`, in no order that is promised, some more than once."""
    return inferred(rebased(triples(corpus), corpus.base))


def to_rdflib(corpus: Corpus) -> Graph:
    """`corpus` as an rdflib graph: the triples and prefixes of the export."""
    graph = Graph(bind_namespaces="none")
    for name, namespace in {**PREFIXES, **prefixes(corpus.base)}.items():
        graph.bind(name, namespace)
    for triple in told(corpus):
        graph.add(triple)
    return graph
