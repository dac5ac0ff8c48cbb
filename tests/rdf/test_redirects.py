"""What became of the IRIs of an earlier build."""

from __future__ import annotations

from kg.link.corpus import link
from kg.model import Corpus
from kg.rdf.redirects import redirects
from kg.rdf.triples import triples
from kg.rdf.turtle import write_turtle
from tests.link.claims import claim, reading, span
from tests.link.synthetic import synthetic


def moved(folder, *corpora: Corpus) -> dict[str, set[str]]:
    """The redirects after one build after the other, by the ends of the IRIs."""
    graph, before, new = (folder / f"{name}.ttl" for name in ("graph", "redirects", "new"))
    found = ()
    for corpus in corpora:
        write_turtle(triples(corpus), new)
        found = redirects(graph, before, new)
        new.replace(graph)
        write_turtle(found, before)
    told: dict[str, set[str]] = {}
    for source, _, target in found:
        told.setdefault(source.rpartition("/")[2], set()).add(target.rpartition("/")[2])
    return told


def test_a_first_build_and_one_of_unrelated_articles_redirect_nothing(tmp_path):
    one = reading("a", claim("a", 0))
    far = reading("z", claim("z", 0, actors=("TCD",), recipients=("SDN",)), text="Another text.")
    assert moved(tmp_path, link([one]), link([one, far])) == {}


def test_an_event_that_becomes_another_is_redirected(tmp_path):
    told = reading("a", claim("a", 0))
    dated = reading("b", claim("b", 0, time=span("2020-12-31")), published="2021-01-02")
    assert moved(tmp_path, link([told]), link([told, dated])) == {
        "deployment-ERI-ETH-2021": {"deployment-ERI-ETH-2020"}
    }


def test_an_event_that_splits_leads_to_both_and_chains_are_led_on(tmp_path):
    vague = reading("a", claim("a", 0, recipients=()), text="One.")
    also = reading("b", claim("b", 0, recipients=()), text="Two.")
    full = reading("c", claim("c", 0), text="Three.")
    far = reading("d", claim("d", 0, time=span("2020-12-31")), published="2021-01-02", text="Four.")
    first, second = link([vague, also]), link([vague, also, full])
    assert moved(tmp_path, first, second) == {"deployment-ERI-x-2021": {"deployment-ERI-ETH-2021"}}
    third = link([vague, also, full, far])
    assert moved(tmp_path, third) == {
        "deployment-ERI-x-2021": {"deployment-ERI-ETH-2020"},
        "deployment-ERI-ETH-2021": {"deployment-ERI-ETH-2020"},
    }


def test_a_graph_that_cannot_be_read_redirects_nothing(tmp_path):
    (tmp_path / "graph.ttl").write_text("no turtle", encoding="utf-8")
    new = tmp_path / "new.ttl"
    write_turtle(triples(link([reading("a", claim("a", 0))])), new)
    assert redirects(tmp_path / "graph.ttl", tmp_path / "redirects.ttl", new) == ()


def test_every_identity_of_a_growing_corpus_is_kept_or_redirected(tmp_path):
    readings = synthetic(240).readings
    small, large = link(readings[:160]), link(readings)
    told = moved(tmp_path, small, large)
    for kind in ("events", "stories"):
        old = {item.id for item in getattr(small, kind)}
        new = {item.id for item in getattr(large, kind)}
        gone = old - new
        assert gone <= set(told), kind
        assert all(told[item] <= new for item in gone)
        assert len(gone) <= 0.1 * len(old)
