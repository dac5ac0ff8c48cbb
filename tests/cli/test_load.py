from __future__ import annotations

from tests.store.servers import free_address


def test_a_store_that_is_not_there_is_said(kg, graph, monkeypatch):
    monkeypatch.setattr("kg.store.load.target.PAUSE", 0.0)
    result = kg("load", f"http://{free_address()}/store", graph)
    assert result.exit_code == 2
    assert "the connection failed 4 times" in result.stderr


def test_a_graph_that_is_not_there_is_said(kg, tmp_path):
    result = kg("load", "http://127.0.0.1:9/store", tmp_path / "none.ttl")
    assert result.exit_code == 2
    assert "no such file" in result.stderr


def test_named_graphs_are_not_put_into_one_unasked(kg, tmp_path):
    (tmp_path / "some.trig").write_text("<x:g> { <x:a> <x:b> 1 }", encoding="utf-8")
    result = kg("load", "http://127.0.0.1:9/store", tmp_path / "some.trig")
    assert result.exit_code == 2
    assert "it holds named graphs" in result.stderr
