from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.store.http import ontology
from tests.store.graphs import SAMPLE

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
CLAIM = next(
    quad.subject.value
    for quad in ox.parse(path=str(SAMPLE), format=ox.RdfFormat.TURTLE)
    if quad.predicate.value.endswith("#stance")
)
PATH = "/" + CLAIM.split("/", 3)[3]


def test_programs_get_what_the_graph_says(served):
    answer = served.get(PATH)
    assert answer.headers["content-type"].startswith("text/turtle")
    found = list(ox.parse(answer.content, format=ox.RdfFormat.TURTLE))
    assert found and all(quad.subject.value == CLAIM for quad in found)
    assert served.get(PATH, headers={"Accept": "application/ld+json"}).json()
    assert CLAIM in answer.headers["link"]


def test_people_get_a_page_with_the_quote_and_its_place(served):
    answer = served.get(PATH, headers=BROWSER)
    assert answer.headers["content-type"].startswith("text/html")
    assert CLAIM in answer.text
    for told in ("sc:quote", "sc:quoteStart", "sc:quoteEnd", "sc:stance"):
        assert told in answer.text
    assert '<a href="/statecraft/' in answer.text


def test_what_the_graph_does_not_know_is_404(served):
    for path in ("/nothing", "/statecraft/id/claim/none", "/%FF", "/a%20b", "/%3Cscript%3E"):
        answer = served.get(path)
        assert answer.status_code == 404
        assert "<" not in answer.text
    assert served.get(PATH, headers={"Accept": "image/png"}).status_code == 406


def test_terms_lead_to_the_ontology(served):
    answer = served.get(ontology.PATH, headers=BROWSER)
    assert 'id="Denial"' in answer.text
    turtle = served.get(ontology.PATH)
    assert len(list(ox.parse(turtle.content, format=ox.RdfFormat.TURTLE))) > 500


ODD = """
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<http://example.org/caf%C3%A9> rdfs:label "<script>alert(1)</script>" ;
  rdfs:seeAlso <javascript:alert(1)>, <http://elsewhere.example/page> .
<http://example.org/größe?of=1> rdfs:label "size" .
"""


@pytest.fixture
def odd(served, tmp_path):
    from tests.store.http.conftest import serving

    with serving(tmp_path) as running:
        running.graph.write_text(ODD, encoding="utf-8")
        yield running


def test_words_of_the_graph_are_no_markup_and_no_script(odd):
    answer = odd.get("/caf%C3%A9", headers=BROWSER)
    assert "<script>" not in answer.text and "&lt;script&gt;" in answer.text
    assert 'href="javascript' not in answer.text
    assert 'href="http://elsewhere.example/page"' in answer.text


def test_an_iri_beyond_ascii_is_found_by_its_escaped_path(odd):
    assert odd.get("/gr%C3%B6%C3%9Fe").status_code == 404
    assert odd.get("/caf%C3%A9").status_code == 200
