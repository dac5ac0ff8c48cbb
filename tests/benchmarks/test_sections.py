"""The sections after reading do their work on a handful of articles that a fake reader read."""

from functools import partial

import pytest
from rdflib import RDF, URIRef

from kg.corpus import workers
from tests.benchmarks import news, sections
from tests.benchmarks.figures import GATHERED, Corpus
from tests.benchmarks.news import Pool, Text
from tests.benchmarks.sections import Place
from tests.corpus.fake import FakeReader

TEXTS = [Text(f"Eritrea sent {n} troops.\n\nIt denied having {n}.", "2024-05-01") for n in (7, 9)]


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A corpus of two articles and one of them more, read and built."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workers, "extract_one", lambda article, model: FakeReader().read(article))
        patch.setattr(workers, "reader", lambda model: None)
        read_here = partial(_gather_here, sections.gather)
        patch.setattr(sections, "gather", read_here)
        place = Place(tmp_path_factory.mktemp("bench"), Corpus("whole", 2))
        drawn = Pool(TEXTS, [], real=False)
        news.write(place.source, "whole", 2, drawn)
        news.write(place.grown, "whole", 3, drawn)
        yield place


def _gather_here(gather, items, kept, model, _, told):
    return gather(items, kept, model, workers.HERE, told)


@pytest.fixture(scope="module")
def gathered(place):
    return sections.by_gathering(place)


@pytest.fixture(scope="module")
def linked(gathered, place):
    return sections.by_linking(place)


@pytest.fixture(scope="module")
def built(gathered, place):
    return sections.by_building(place)


def test_a_corpus_is_read(gathered, place):
    assert gathered.seconds[GATHERED] > 0
    assert gathered.counts == {"words": 16, "fresh": 16, "articles": 2}
    assert [len(reading.claims) for reading in place.readings()] == [2, 2]


def test_it_is_linked_and_written(linked, place):
    assert linked.counts["claims"] == 4
    assert sections.by_triples(place).counts["triples"] > 100
    assert sections.by_writing(place).seconds["RDF, Turtle and table"] > 0
    assert (place.folder / "written" / "graph.ttl").read_bytes().count(b"\nclaim:") == 4


def test_it_is_built_asked_and_drawn(built, place):
    assert built.counts == {"claims": 4}
    asked = sections.by_asking(place)
    assert asked.counts["queries"] > 20
    assert {"open the graph", "all queries"} == asked.seconds.keys()
    assert sections.by_drawing(place).counts["bytes"] > 100_000


def test_peers_are_given_the_same_graph(built, place):
    told = sections.by_rdflib(place).seconds
    assert sum("rdflib" in name for name in told) == len(told) / 2


def test_one_article_more_is_read_alone(built, place):
    assert sections.by_one_more(place).counts == {"fresh": 1}


def test_a_sample_is_spread(place):
    assert [a.name for a in place.sample(9)] == ["whole000000"]


def test_rdflib_alone_answers(tmp_path):
    path = tmp_path / "graph.nt"
    path.write_text(f"<urn:a> <{RDF.type}> <urn:b> .\n")
    (row,) = sections.Plain(path).ask("SELECT ?s { ?s a <urn:b> }")
    assert tuple(row) == (URIRef("urn:a"),)
