import pyoxigraph as ox

from kg.export import ntriples
from tests.export.graphs import written


def test_each_triple_of_the_graph_is_a_line(graph):
    lines = written(ntriples.write, graph).decode().splitlines()
    told = {str(q.triple) for q in ox.parse(path=str(graph), format=ox.RdfFormat.TURTLE)}
    assert {line.removesuffix(" .") for line in lines} == told
    assert len(lines) == len(told)
