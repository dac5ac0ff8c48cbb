import pyoxigraph as ox
import pytest

from kg.errors import GraphError
from kg.export import terms
from tests.export.graphs import original, written

ASKED = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX sc: <https://w3id.org/statecraft/ontology#>
SELECT ?claim ?stance ?agent WHERE {
  ?claim rdf:reifies <<( ?event sc:actor ?agent )>> ; sc:stance ?stance .
  ?event a sc:Deployment }"""


@pytest.fixture(scope="module")
def store(graph):
    store = ox.Store()
    store.load(written(terms.write, graph), format=ox.RdfFormat.TURTLE)
    return store


def test_an_engine_of_rdf_12_asks_who_claims_a_triple(store):
    rows = {
        (row["claim"].value[-6:], row["stance"].value.split("#")[1]) for row in store.query(ASKED)
    }
    assert {("c1f0a1", "asserts"), ("c2f0b2", "denies"), ("c3f0c3", "unconfirmed")} <= rows


def test_without_the_triple_terms_it_is_the_graph(store, graph):
    rest = {quad.triple for quad in store if quad.predicate != terms.REIFIES}
    assert rest == original(graph)


def test_what_is_reified_is_not_asserted(store):
    about = [q.object for q in store if q.predicate == terms.REIFIES]
    classes = {t for t in about if t.predicate.value.endswith("#type")}
    assert classes and all(isinstance(term, ox.Triple) for term in about)


def test_a_file_that_returns_to_a_claim_is_refused(tmp_path):
    file = tmp_path / "torn.ttl"
    file.write_text("<urn:a> <urn:p> 1 . <urn:b> <urn:p> 1 . <urn:a> <urn:p> 2 .")
    with pytest.raises(GraphError, match="in two places"):
        written(terms.write, file)
