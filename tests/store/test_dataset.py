"""Graphs with names: the default graph holds all that they hold."""

from __future__ import annotations

import pytest

from kg.errors import GraphError
from kg.store.dataset import Dataset
from kg.store.engine import Store

ONE = "http://example.org/one"
QUADS = {
    "some.trig": f"<x:a> <x:b> 1 . <{ONE}> {{ <x:a> <x:b> 1, 2 }} _:g {{ <x:c> <x:b> 3 }}",
    "some.nq": f"""\
<x:a> <x:b> "1" .
<x:a> <x:b> "1" <{ONE}> .
<x:a> <x:b> "2" <{ONE}> .
<x:c> <x:b> "3" _:g .
""",
}
VALUES = "SELECT ?value { ?s <x:b> ?value } ORDER BY ?value"


@pytest.mark.parametrize("name", QUADS)
def test_the_default_graph_holds_every_triple_once(tmp_path, name):
    (tmp_path / name).write_text(QUADS[name], encoding="utf-8")
    store = Store.load(tmp_path / name)
    assert [row[0] for row in store.query(VALUES)] == ["1", "2", "3"]
    assert (len(store), store.named()) == (3, ((ONE, 2),))


def test_turtle_has_no_named_graphs(tmp_path):
    (tmp_path / "some.ttl").write_text("<x:a> <x:b> 1 .", encoding="utf-8")
    store = Store.load(tmp_path / "some.ttl")
    assert (len(store), store.named()) == (1, ())


@pytest.mark.parametrize(("name", "form"), [("some.trig", "TriG"), ("some.nq", "N-Quads")])
def test_a_broken_file_is_told_by_its_format(tmp_path, name, form):
    (tmp_path / name).write_text("<x:a> <x:b>", encoding="utf-8")
    with pytest.raises(GraphError, match=f"no valid {form}"):
        Store.load(tmp_path / name)


def test_graphs_in_a_dataset_that_names_none_are_not_asked(tmp_path):
    (tmp_path / "some.trig").write_text(QUADS["some.trig"], encoding="utf-8")
    assert not list(Store.load(tmp_path / "some.trig").evaluate(VALUES, Dataset()))
