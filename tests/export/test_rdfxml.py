from xml.etree import ElementTree

import pyoxigraph as ox

from kg.export import rdfxml
from tests.export.graphs import SC, written


def test_it_holds_the_triples_of_the_graph(graph):
    data = written(rdfxml.write, graph)
    found = {str(q.triple) for q in ox.parse(data, format=ox.RdfFormat.RDF_XML)}
    told = {str(q.triple) for q in ox.parse(path=str(graph), format=ox.RdfFormat.TURTLE)}
    assert found == told


def test_it_is_xml_with_the_prefixes_of_the_graph(graph):
    data = written(rdfxml.write, graph)
    assert ElementTree.fromstring(data).tag.endswith("}RDF")
    assert f'xmlns:sc="{SC}"'.encode() in data
