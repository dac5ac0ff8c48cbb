"""The graph put together from what was kept is that written in one piece, to the byte."""

import csv
import io

import pytest

from kg.corpus.build import page, write
from kg.corpus.cache.readings import keeping
from kg.corpus.fragments import QUERIES, written
from kg.corpus.output import read_articles
from kg.link.corpus import link
from kg.link.disputes import contested
from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.store.engine import Store
from kg.store.formats import to_csv
from kg.store.named import find
from tests.link.synthetic import synthetic
from tests.rdf.corpus import CORPUS

CORPORA = {"by hand": CORPUS, "drawn": link(synthetic(30).readings)}


@pytest.fixture(params=CORPORA, scope="module")
def corpus(request):
    return CORPORA[request.param]


@pytest.fixture(scope="module")
def whole(corpus):
    return written(corpus)


def test_the_turtle_is_that_of_all_triples(corpus, whole):
    assert whole.turtle == turtle(inferred(triples(corpus)))


@pytest.mark.parametrize("name", QUERIES)
def test_the_rows_are_those_of_the_whole_graph(whole, name):
    assert whole.rows[name] == Store.of_turtle(whole.turtle).query(find(name).text)


def test_contested_events_are_those_of_the_query(corpus, whole):
    rows = Store.of_turtle(whole.turtle).query(find("contested").text).records()
    assert contested(corpus) == len({row["event"] for row in rows})


def test_the_page_is_that_of_the_whole_graph(corpus, tmp_path):
    write(corpus, tmp_path)
    store, texts = Store.load(tmp_path / "graph.ttl"), read_articles(tmp_path)
    assert (tmp_path / "graph.html").read_bytes() == page(store, texts)


def test_what_is_kept_is_not_made_again(tmp_path, monkeypatch):
    corpus = CORPORA["drawn"]
    with keeping(tmp_path / "kept.sqlite") as kept:
        first = written(corpus, kept)
        monkeypatch.setattr("kg.corpus.fragments._fragment", None)
        assert written(corpus, kept) == first
        kept.put("fragments", [(first.keys[3], b"broken")])
        with pytest.raises(TypeError):
            written(corpus, kept)


def test_one_article_more_makes_few_fragments_anew(tmp_path):
    readings = synthetic(41).readings
    with keeping(tmp_path / "kept.sqlite") as kept:
        before = set(written(link(readings[:-1]), kept).keys)
        after = set(written(link(readings), kept).keys)
    assert 0 < len(after - before) < 15


def test_a_table_of_the_rows_reads_back(corpus, whole):
    text = to_csv(whole.rows["claims"])
    assert len(list(csv.DictReader(io.StringIO(text)))) == len(corpus.claims)
