"""The closure as a file: what a store gets that is asked in the terms of others."""

import pyoxigraph as ox

from kg.export import closed, jsonld
from kg.rdf.closure import closed as closure
from tests.export.graphs import original, triples, written


def test_the_file_is_the_closure_of_the_graph(graph):
    found = triples(written(closed.write, graph), ox.RdfFormat.TURTLE)
    assert found == {quad.triple for quad in closure(original(graph))}
    assert found > original(graph)


def test_the_same_bytes_every_time(graph):
    assert written(closed.write, graph) == written(closed.write, graph)


def test_other_formats_are_made_of_it(graph, tmp_path):
    file = tmp_path / "graph.closed.ttl"
    file.write_bytes(written(closed.write, graph))
    data = written(jsonld.write, file).decode()
    assert "TextQuoteSelector" in data
    assert "hasBeginning" in data
