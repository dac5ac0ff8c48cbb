"""Whose an IRI is: a corpus' own live below its base, and what all mean alike is shared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rdflib import URIRef

from kg.errors import InputError
from kg.rdf import iris
from kg.rdf.base import checked, default_base, iri, rebased
from kg.rdf.graph import to_rdflib, told
from kg.rdf.redirects import redirects
from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.rdf.unlink import Unlinked
from kg.store.engine import Store
from kg.store.named import catalogue
from tests.rdf.corpus import CORPUS

BASE = "https://example.org/mine/"
MOVED = replace(CORPUS, base=BASE)


def local(corpus):
    return {str(s) for s, _, _ in told(corpus)}


def test_what_is_the_corpus_own_lives_below_its_base():
    for name in ("claim/c1f0a1", "event/e1", "article/sanctions", "story/s1", "quantity/c1f0a1",
                 "agent/nordic-wire", "agent/group%2FETH%2Fofficials"):  # fmt: skip
        assert f"{BASE}{name}" in local(MOVED)


def test_what_all_mean_alike_is_shared():
    shared = {iris.agent("ERI"), iris.place("Tigray")}
    assert {str(node) for node in shared} <= local(MOVED)


def test_two_corpora_in_one_store_fuse_nothing_of_their_own():
    other = replace(CORPUS, base="https://example.org/other/")
    both = local(MOVED) & local(other)
    folders = {name.split("/id/", 1)[1].split("/")[0] for name in both}
    assert folders <= {"agent", "place", "term", "timespan"}
    agents = {name.rpartition("/")[2] for name in both if "/agent/" in name}
    assert agents == {"ERI", "ETH", "NOR", "isaias-afwerki"}


def test_without_a_base_nothing_moves():
    assert list(rebased(triples(CORPUS), "")) == list(triples(CORPUS))


def test_the_turtle_has_prefixes_for_the_base():
    text = turtle(told(MOVED), BASE).decode()
    assert f"@prefix claim: <{BASE}claim/> ." in text
    assert "\nclaim:c1f0a1 a sc:" in text
    assert "own:nordic-wire" in text
    assert to_rdflib(MOVED).namespace_manager.expand_curie("event:e1") == URIRef(f"{BASE}event/e1")


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_query_gives_the_same_rows_at_any_base(query):
    rows = [Store.of_turtle(turtle(told(c), c.base)).query(query.text) for c in (CORPUS, MOVED)]
    plain = [[[cell.replace(BASE, str(iris.DATA)) for cell in row] for row in r] for r in rows]
    assert plain[0] == plain[1]


def test_the_base_is_read_back_from_the_graph(tmp_path):
    for corpus in (CORPUS, MOVED):
        path = tmp_path / "graph.ttl"
        path.write_bytes(turtle(told(corpus), corpus.base))
        assert Unlinked(path).base == corpus.base


def test_redirects_lead_from_own_iris_to_own_iris(tmp_path):
    before, after = tmp_path / "graph.ttl", tmp_path / "new.ttl"
    before.write_bytes(turtle(told(MOVED), BASE))
    event = replace(CORPUS.events[0], id="e9")
    changed = replace(MOVED, events=(event, *CORPUS.events[1:]))
    after.write_bytes(turtle(told(changed), BASE))
    [(gone, _, now)] = redirects(before, tmp_path / "none.ttl", after)
    assert (str(gone), str(now)) == (f"{BASE}event/e1", f"{BASE}event/e9")


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("seeds", "https://w3id.org/statecraft/corpus/seeds/"),
        ("two words", "https://w3id.org/statecraft/corpus/two%20words/"),
        ("claim", "https://w3id.org/statecraft/corpus/claim-corpus/"),
        ("", "https://w3id.org/statecraft/corpus/corpus/"),
    ],
)
def test_the_default_base_is_made_from_the_name_alone(name, base):
    assert default_base(name) == base


def test_a_base_ends_where_folders_begin():
    assert checked("https://example.org/mine") == BASE
    assert checked("https://example.org/mine/") == BASE
    assert checked("https://example.org/mine#") == "https://example.org/mine#/"


@pytest.mark.parametrize("base", ["mine", "https://a b/", "javascript:x", "https://x/claim/", ""])
def test_what_is_no_base_is_refused(base):
    with pytest.raises(InputError):
        checked(base)


def test_a_licence_may_be_called_as_it_likes():
    assert iri("https://example.org/article/licence") == "https://example.org/article/licence"
