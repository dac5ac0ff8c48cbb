"""The corpus as it stood on a day is what a build on that day would have given."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import kg
from kg.corpus import output
from kg.corpus.asof import store_as_of
from kg.errors import GraphError, QueryError
from kg.link.corpus import link
from kg.model import Corpus
from kg.rdf.infer import inferred
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.store.engine import Store
from kg.store.named import catalogue
from tests.link.synthetic import synthetic
from tests.rdf.corpus import CORPUS


@pytest.fixture(scope="module")
def graph(seeds_readings, tmp_path_factory) -> Path:
    return written(link(seeds_readings), tmp_path_factory.mktemp("asof"))


def written(corpus: Corpus, folder: Path) -> Path:
    """What a build writes of `corpus`, but for the page."""
    output.write_articles(corpus.articles, folder / output.ARTICLES)
    graph = folder / output.GRAPH
    graph.write_bytes(turtle(inferred(triples(corpus))))
    return graph


@pytest.mark.parametrize("day", [date(2024, 10, 22), date(2024, 10, 23), date(2024, 10, 24)])
def test_every_query_answers_as_the_seeds_stood_that_day(graph, seeds_readings, day):
    then = link(r for r in seeds_readings if r.article.published <= day)
    built = Store.of_turtle(turtle(inferred(triples(then))))
    asked = store_as_of(graph, day)
    for query in catalogue():
        assert asked.query(query.text).rows == built.query(query.text).rows, query.name


def test_a_drawn_corpus_as_it_stood_is_the_one_built_then(tmp_path):
    readings = synthetic(60).readings
    day = sorted(r.article.published for r in readings)[30]
    graph = written(link(readings), tmp_path)
    then = link(r for r in readings if r.article.published <= day)
    built = Store.of_turtle(turtle(inferred(triples(then))))

    def told(store: Store) -> set[tuple[str, ...]]:
        # The generator gives every reading all agents there are; a graph knows those it names.
        rows = store.query("SELECT ?s ?p ?o { ?s ?p ?o }").rows
        return {row for row in rows if "/id/agent/" not in row[0]}

    assert told(store_as_of(graph, day)) == told(built)


def test_without_texts_the_stories_are_those_of_the_graph(graph, tmp_path):
    alone = tmp_path / "graph.ttl"
    alone.write_bytes(graph.read_bytes())
    query = next(q for q in catalogue() if q.name == "stories")
    day = date(2024, 10, 24)
    asked = [r["articles"] for r in store_as_of(alone, day).query(query.text).records()]
    assert asked == [r["articles"] for r in Store.load(graph).query(query.text).records()]


def test_a_day_before_the_first_article_says_so(graph, tmp_path):
    with pytest.raises(QueryError, match="2024-10-22"):
        store_as_of(graph, date(2020, 1, 1))
    with pytest.raises(GraphError):
        store_as_of(tmp_path / "none.ttl", date(2020, 1, 1))


def test_the_api_asks_as_of_a_day(graph):
    rows = kg.query("claims", graph, as_of="2024-10-23")
    assert {row["article"][:3] for row in rows} == {"001", "003", "004"}


def test_a_graph_written_by_hand_gives_its_claims_back(tmp_path):
    (tmp_path / "graph.ttl").write_bytes(turtle(inferred(triples(CORPUS))))
    asked = store_as_of(tmp_path / "graph.ttl", date(2021, 12, 31))
    query = next(q for q in catalogue() if q.name == "claims")
    given = Store.load(tmp_path / "graph.ttl")
    # Events are written by hand there; those asked for are linked anew.
    told, known = (
        [
            {name: cell for name, cell in row.items() if not name.startswith("event")}
            for row in store.query(query.text).records()
        ]
        for store in (asked, given)
    )
    assert told == known
