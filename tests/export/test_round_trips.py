"""What goes out in a format of RDF comes back the same, by two parsers."""

import subprocess
import sys

import pyoxigraph as ox
import pytest

from kg.export.formats import FORMATS
from tests.export.graphs import isomorphic, original, written
from tests.outside import need

F = ox.RdfFormat
WHOLE = {
    "nt": (F.N_TRIPLES, "nt"),
    "nq": (F.N_QUADS, "nquads"),
    "trig": (F.TRIG, "trig"),
    "jsonld": (F.JSON_LD, "json-ld"),
    "rdfxml": (F.RDF_XML, "xml"),
}
ODD = r"""
@prefix sc: <https://w3id.org/statecraft/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<https://w3id.org/statecraft/id/agent/a:b> sc:key "colon" , "deux"@fr , "<&\"'\n\t\\" ;
  sc:of <https://w3id.org/statecraft/id/agent//x> , <urn:isbn:1> ,
    <https://w3id.org/statecraft/id/> ;
  <http://example.org/p-q> 007 , 1.0 , "1"^^xsd:boolean , true , 12345678901234567890 , 1e3 ;
  sc:ends "2021-03-01"^^xsd:date , "after" ; sc:negated "no" ; sc:stance sc:denies , "denies" ;
  sc:certainty 0.8 , 1 ; sc:low "1.50"^^xsd:decimal .
<http://www.wikidata.org/entity/Q1> a <http://example.org/1> ; sc:unheardOf sc:Claim .
"""


@pytest.mark.parametrize("name", WHOLE)
def test_the_same_triples_come_back(name, graph):
    form, plain = WHOLE[name]
    data = written(FORMATS[name].write, graph)
    assert {quad.triple for quad in ox.parse(data, format=form)} == original(graph)
    assert isomorphic(graph, data, plain)


@pytest.mark.parametrize("name", WHOLE)
def test_an_export_is_exported_in_turn(name, graph, tmp_path):
    """Whichever format it comes from: N-Triples have no prefixes that could differ."""
    file = tmp_path / f"graph{FORMATS[name].ending}"
    file.write_bytes(written(FORMATS[name].write, graph))
    again = written(FORMATS["nt"].write, file)
    assert again == written(FORMATS["nt"].write, graph)
    for other in ("jsonld", "trig"):
        data = written(FORMATS[other].write, file)
        assert {q.triple for q in ox.parse(data, format=WHOLE[other][0])} == original(graph)


@pytest.mark.parametrize("name", WHOLE)
def test_odd_terms_come_back_too(name, tmp_path):
    file = tmp_path / "odd.ttl"
    file.write_text(ODD)
    data = written(FORMATS[name].write, file)
    assert {quad.triple for quad in ox.parse(data, format=WHOLE[name][0])} == original(file)


@pytest.mark.parametrize(
    "name", ["rdfxml", "trig", "nanopub", "rdf12", "graphml", "gexf", "jsonld"]
)
def test_another_process_gives_the_same_bytes(name, graph):
    code = (
        "import sys; from pathlib import Path; from kg.export.formats import FORMATS; "
        f"FORMATS[{name!r}].write(Path({str(graph)!r}), sys.stdout.buffer)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == written(FORMATS[name].write, graph)


@pytest.mark.parametrize("name", ["nt", "nq", "trig", "rdfxml"])
def test_rapper_reads_the_same_triples(name, graph, tmp_path):
    syntax = {"nt": "ntriples", "nq": "nquads"}.get(name, name)
    (tmp_path / "out").write_bytes(written(FORMATS[name].write, graph))
    command = [need("rapper", "raptor2-utils"), "-q", "-i", syntax, "-o", "ntriples"]
    done = subprocess.run([*command, tmp_path / "out", "urn:base"], capture_output=True, check=True)
    assert done.stderr == b""
    assert {quad.triple for quad in ox.parse(done.stdout, format=F.N_TRIPLES)} == original(graph)
