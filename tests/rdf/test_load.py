import pyoxigraph as ox
import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from kg.errors import GraphError
from kg.rdf.load import load_graph, load_store, load_triples

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


QUADS = """
<urn:b> <urn:p> <urn:o> <urn:g> .
<urn:a/b> <urn:p> "1" .
<urn:a> <urn:q> <urn:o> <urn:g> .
<urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:c> .
<urn:a> <urn:q> <urn:o> <urn:h> .
"""
FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
    ".RDF": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_gives_the_same_in_the_order_of_turtle(tmp_path, ending):
    path, form = tmp_path / f"graph{ending}", FORMATS[ending]
    quads = [*ox.parse(QUADS, format=ox.RdfFormat.N_QUADS)]
    if not form.supports_datasets:
        quads = list(dict.fromkeys(quad.triple for quad in quads))
    if ending == ".ttl":  # which is read as it stands
        quads = sorted(quads, key=lambda t: (t.subject.value, "type" not in t.predicate.value))
    path.write_bytes(ox.serialize(quads, format=form))
    found = [f"{t.subject.value} {t.predicate.value[-5:]}" for t in load_triples(path)]
    assert found == ["urn:a #type", "urn:a urn:q", "urn:a/b urn:p", "urn:b urn:p"]


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("claims.csv", "a,b", "it cannot be loaded as Turtle"),
        ("notes.txt", "hello", "it cannot be loaded as N-Triples"),
        ("page.rdf", "<html></html>", "it cannot be loaded as RDF/XML"),
        ("report.json", '{"articles": 3}', "this file holds no triple"),
        ("graph.nq", "", "this file holds no triple"),
    ],
)
def test_what_is_no_rdf_says_what_is_read(tmp_path, name, content, rule):
    (tmp_path / name).write_text(content)
    for load in (load_store, load_graph):
        with pytest.raises(GraphError, match=f"{rule}.*JSON-LD \\(.jsonld\\)"):
            load(tmp_path / name)


def test_a_triple_within_a_triple_is_no_plain_rdf(tmp_path):
    path = tmp_path / "graph.ttl"
    path.write_text("<urn:a> <urn:p> <<( <urn:b> <urn:p> <urn:c> )>> .")
    with pytest.raises(GraphError, match="a triple within a triple"):
        load_graph(path)
