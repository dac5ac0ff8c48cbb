"""Claims come back from the graph as they went in."""

from dataclasses import replace

import pytest

from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import write_turtle
from kg.rdf.unlink import Unlinked
from tests.rdf.corpus import CORPUS


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    path = tmp_path_factory.mktemp("unlink") / "graph.ttl"
    write_turtle(inferred(triples(CORPUS)), path)
    return path


def told(graph):
    return {claim.id: claim for reading in Unlinked(graph).readings({}) for claim in reading.claims}


def test_every_claim_comes_back(graph):
    # Linking says what kind of denial a claim is where its words do not.
    came = {key: replace(claim, kind=None) for key, claim in told(graph).items()}
    assert came == {claim.id: claim for claim in CORPUS.claims}


def test_stories_come_back_with_who_put_them_out(graph):
    names = [article.name for article in CORPUS.articles]
    assert [story for story in Unlinked(graph).stories(names) if story.id] == [*CORPUS.stories]


def test_a_graph_that_names_no_reader_was_read_by_the_lexicon(graph, tmp_path):
    older = tmp_path / "graph.ttl"
    lines = graph.read_text("utf-8").splitlines()
    told_of = ("sc:readBy", "sc:certainty")
    older.write_text("\n".join(x for x in lines if not x.strip().startswith(told_of)), "utf-8")
    claims = told(older).values()
    assert {claim.read_by for claim in claims} == {("lexicon",)}
    assert {claim.certainty for claim in claims} == {None}
