"""A graph that a build replaces is served from the next request on."""

from __future__ import annotations

from tests.store.http.conftest import serving

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"


def count(running) -> int:
    return int(running.query(COUNT).json()["results"]["bindings"][0]["n"]["value"])


def test_a_graph_is_served_as_it_is_now(tmp_path):
    with serving(tmp_path) as running:
        before = count(running)
        fresh = tmp_path / "fresh.ttl"
        fresh.write_text("<http://example.org/a> <http://example.org/b> 1 .", encoding="utf-8")
        fresh.replace(running.graph)
        assert before > 1
        assert count(running) == 1
        fresh.write_text("<http://example.org/a> <http://example.org/b> 1, 2 .", encoding="utf-8")
        link = tmp_path / "link"
        link.symlink_to(fresh.name)
        link.replace(running.graph)
        assert count(running) == 2


def test_a_graph_that_is_broken_or_gone_is_503_until_it_is_mended(tmp_path):
    with serving(tmp_path) as running:
        text = running.graph.read_text(encoding="utf-8")
        running.graph.write_text("<http://example.org/a> <", encoding="utf-8")
        broken = running.query(COUNT)
        running.graph.unlink()
        gone = running.query(COUNT)
        running.graph.write_text(text, encoding="utf-8")
        assert (broken.status_code, gone.status_code) == (503, 503)
        assert "no valid Turtle" in broken.text
        assert "retry-after" in gone.headers
        assert count(running) > 1
