"""Claims come back from the graph as they went in."""

import pytest

from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import write_turtle
from kg.rdf.unlink import Unlinked
from tests.rdf.corpus import CORPUS, SAID, UNCONFIRMED


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    path = tmp_path_factory.mktemp("unlink") / "graph.ttl"
    write_turtle(inferred(triples(CORPUS)), path)
    return path


def told(graph):
    return {claim.id: claim for reading in Unlinked(graph).readings({}) for claim in reading.claims}


def test_every_claim_comes_back(graph):
    assert told(graph) == {claim.id: claim for claim in CORPUS.claims}


def test_stories_come_back_with_who_put_them_out(graph):
    names = [article.name for article in CORPUS.articles]
    assert [story for story in Unlinked(graph).stories(names) if story.id] == [*CORPUS.stories]


def test_what_was_not_read_by_one_reader_alone_was_read_by_both(graph):
    readers = {claim.id: claim.read_by for claim in told(graph).values()}
    assert readers[SAID.id] == ("lexicon", "taught")
    assert readers[UNCONFIRMED.id] == ("taught",)
