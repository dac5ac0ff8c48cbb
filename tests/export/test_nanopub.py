from collections import defaultdict

import pyoxigraph as ox
import pytest

from kg.export import nanopub
from tests.export.graphs import SC, original, written
from tests.rdf.corpus import CORPUS

CLAIM = "https://w3id.org/statecraft/id/claim/"


@pytest.fixture(scope="module")
def published(graph):
    """Graph name to triples."""
    found = defaultdict(set)
    for quad in ox.parse(written(nanopub.write, graph), format=ox.RdfFormat.TRIG):
        found[quad.graph_name.value].add(quad.triple)
    return found


def predicates(triples) -> set[str]:
    return {triple.predicate.value for triple in triples}


def test_each_claim_has_a_head_that_names_its_three_graphs(published):
    heads = [name for name in published if name.endswith("#Head")]
    assert len(heads) == len(CORPUS.claims)
    for head in heads:
        name = head.removesuffix("#Head")
        linked = {t.predicate.value: t.object.value for t in published[head]}
        np = "http://www.nanopub.org/nschema#"
        assert linked[f"{np}hasAssertion"] == f"{name}#assertion"
        assert linked[f"{np}hasProvenance"] == f"{name}#provenance"
        assert linked[f"{np}hasPublicationInfo"] == f"{name}#pubinfo"
        assert all(published[graph] for graph in linked.values() if "#" in graph and name in graph)


def test_provenance_speaks_of_the_assertion_and_the_info_of_the_nanopublication(published):
    for name in (head.removesuffix("#Head") for head in list(published) if head.endswith("Head")):
        assert ox.NamedNode(f"{name}#assertion") in {
            t.subject for t in published[f"{name}#provenance"]
        }
        assert ox.NamedNode(name) in {t.subject for t in published[f"{name}#pubinfo"]}


def test_a_denial_is_published_as_a_denial(published):
    assertion = published[f"{CLAIM}c2f0b2/nanopub#assertion"]
    stances = {t.object.value for t in assertion if t.predicate.value == f"{SC}stance"}
    assert stances == {f"{SC}denies"}
    claim = ox.NamedNode(f"{CLAIM}c2f0b2")
    events = {t.object for t in assertion if t.predicate.value == f"{SC}aboutEvent"}
    assert claim in {t.subject for t in assertion}
    assert not events & {t.subject for t in assertion}  # the event itself is never asserted


def test_words_are_provenance_and_readers_are_publication_info(published):
    name = f"{CLAIM}c1f0a1/nanopub#"
    words = {t.object.value for t in published[f"{name}provenance"]}
    assert "Eritrea had sent more than 1,000 but under 2,500 troops to Tigray" in words
    assert {f"{SC}certainty"} <= predicates(published[f"{name}pubinfo"])
    assert not {t.object.value for t in published[f"{name}assertion"]} & {"0.8", "said"}
    assert f"{SC}low" in predicates(published[f"{name}assertion"])


def test_nothing_that_the_graph_says_of_claims_is_lost_or_made_up(published, graph):
    said = {
        t for triples in published.values() for t in triples if "/nanopub" not in str(t.subject)
    }
    whole = original(graph)
    assert said <= whole
    of_claims = {t for t in whole if t.subject.value.startswith(CLAIM)}
    assert of_claims <= said


def test_what_made_the_graph_is_its_creator(tmp_path):
    file = tmp_path / "graph.ttl"
    file.write_text(
        "@prefix sc: <https://w3id.org/statecraft/ontology#> .\n"
        "<urn:data> a <http://www.w3.org/ns/dcat#Dataset> ;\n"
        "  <http://purl.org/dc/terms/creator> <urn:tool> .\n"
        "<urn:article> a sc:Article .\n<urn:c> a sc:Claim ; sc:inArticle <urn:article> .\n"
    )
    quads = ox.parse(written(nanopub.write, file), format=ox.RdfFormat.TRIG)
    info = [q for q in quads if q.graph_name.value == "urn:c/nanopub#pubinfo"]
    assert ("urn:c/nanopub", "urn:tool") in {(q.subject.value, q.object.value) for q in info}
