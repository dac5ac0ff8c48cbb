import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.rdf.load import load_graph, load_store

ODD = """
@prefix x: <https://example.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
x:a x:p "plain" , "deutsch"@de , "1.50"^^xsd:decimal , 7 , true , "é\\n" , [ x:q _:b ] .
_:b x:p x:a .
"""


def test_a_file_is_read_as_rdflib_reads_it(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(ODD, "utf-8")
    assert isomorphic(load_graph(path), Graph().parse(path))


def test_literals_stay_as_written(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text(ODD, "utf-8")
    assert "1.50" in {str(value) for value in load_graph(path).objects()}


def test_several_files_become_one_store(tmp_path):
    paths = []
    for name in ("a", "b"):
        paths.append(tmp_path / f"{name}.ttl")
        paths[-1].write_text(f"<urn:{name}> <urn:p> <urn:o> .")
    assert len(load_store(*paths)) == 2


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"<urn:a> <urn:b> ."])
def test_an_error_names_file_and_place(tmp_path, content):
    path = tmp_path / "graph.ttl"
    if content is not None:
        path.write_bytes(content)
    for load in (load_store, load_graph):
        with pytest.raises(GraphError, match=r"graph\.ttl: it cannot be loaded"):
            load(path)


@pytest.mark.parametrize("name", ["graph.trig", "graph.nq"])
def test_quads_are_not_read_as_one_graph_unasked(tmp_path, name):
    (tmp_path / name).write_text("<urn:a> <urn:b> <urn:c> <urn:g> .")
    with pytest.raises(GraphError, match="only Turtle is read here"):
        load_store(tmp_path / name)
