"""The graph put together from fragments is that written in one piece, to the byte."""

import csv
from dataclasses import replace

import pytest

from kg.corpus.build import page, write
from kg.corpus.output import read_articles
from kg.corpus.written import written
from kg.link.corpus import link
from kg.link.disputes import contested
from kg.model import Origin
from kg.rdf.infer import inferred
from kg.rdf.spill import Sorter
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.store.engine import Store
from kg.store.formats import to_csv
from kg.store.named import find
from tests.link.synthetic import synthetic
from tests.rdf.corpus import CORPUS


def with_origins(corpus):
    """As linking gives it: every claim goes back to somebody, most to whoever speaks."""
    labels = {agent.key: agent.label for agent in corpus.agents}
    known = {claim for origin in corpus.origins for claim in origin.claims}
    rest = [claim for claim in corpus.claims if claim.id not in known]
    own = (Origin(c.claimant, labels[c.claimant], (c.id,), c.claimant) for c in rest)
    return replace(corpus, origins=(*corpus.origins, *own))


@pytest.fixture(params=["by hand", "drawn"], scope="module")
def corpus(request):
    return with_origins(CORPUS) if request.param == "by hand" else link(synthetic(30).readings)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("written")


@pytest.fixture(scope="module")
def whole(corpus, folder):
    return written(corpus, folder)


@pytest.fixture(scope="module")
def store(whole, folder):
    return Store.load(folder / "graph.ttl")


def test_the_turtle_is_that_of_all_triples(corpus, whole, folder):
    assert (folder / "graph.ttl").read_bytes() == turtle(inferred(triples(corpus)))


def test_the_turtle_is_the_same_where_it_is_sorted_on_disk(corpus, whole, folder, monkeypatch):
    monkeypatch.setattr("kg.corpus.written.Sorter", lambda: Sorter(held=1))
    there = folder / "spilt"
    there.mkdir(exist_ok=True)
    written(corpus, there)
    assert (there / "graph.ttl").read_bytes() == (folder / "graph.ttl").read_bytes()


def test_the_rows_are_those_of_the_whole_graph(whole, store):
    assert whole.network == store.query(find("network").text)
    assert whole.agents == store.query(find("network-agents").text)


def test_the_table_is_that_of_the_whole_graph(corpus, whole, folder, store):
    text = (folder / "claims.csv").read_bytes().decode()
    assert text == to_csv(store.query(find("claims").text))
    assert len(list(csv.DictReader(text.splitlines(keepends=True)))) == len(corpus.claims)


def test_contested_events_are_those_of_the_query(corpus, store):
    rows = store.query(find("contested").text).records()
    assert contested(corpus) == len({row["event"] for row in rows})


def test_the_page_is_that_of_the_whole_graph(corpus, tmp_path):
    write(corpus, tmp_path)
    store, texts = Store.load(tmp_path / "graph.ttl"), read_articles(tmp_path)
    assert (tmp_path / "graph.html").read_bytes() == page(store, texts)
