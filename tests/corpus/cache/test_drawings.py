"""What was laid out is not laid out again."""

import networkx as nx
import pytest

from kg.corpus.cache.drawings import Drawings
from kg.corpus.cache.readings import keeping
from kg.show.layout import positions

BOX = (90.0, 40.0)


@pytest.fixture
def kept(tmp_path):
    with keeping(tmp_path / "kept.sqlite") as kept:
        yield kept


def graph(*edges):
    made = nx.Graph()
    for one, other, *stretch in edges:
        made.add_edge(one, other, stretch=stretch[0] if stretch else 1.0)
    return made


def laid(drawn, kept, wide=BOX[0]):
    found = Drawings(kept)
    return positions(drawn, dict.fromkeys(drawn, (wide, BOX[1])), found.recall), found.keys


def test_what_is_recalled_is_what_is_made(kept, monkeypatch):
    drawn = graph("ab", "bc", "ac", "xy")
    first, keys = laid(drawn, kept)
    assert first == positions(drawn, dict.fromkeys(drawn, BOX)) and len(set(keys)) == 2
    monkeypatch.setattr("kg.show.layout._spots", None)
    assert laid(drawn, kept) == (first, keys)


def test_only_a_component_that_changed_is_laid_out(kept):
    _, before = laid(graph("ab", "bc", "ac", "xy"), kept)
    _, after = laid(graph("ab", "bc", "ac", "xy", "yz"), kept)
    assert len(set(after) - set(before)) == 1


@pytest.mark.parametrize(
    ("drawn", "wide"),
    [(graph(("a", "b", 1.5)), 90.0), (graph("ab"), 91.0), (graph("ab", "bc"), 90.0)],
)
def test_boxes_and_ties_tell_drawings_apart(kept, drawn, wide):
    _, before = laid(graph("ab"), kept)
    assert laid(drawn, kept, wide)[1] != before


def test_names_count_by_their_order_alone(kept):
    (a, keys), (b, others) = laid(graph("ab", "bc"), kept), laid(graph("pq", "qr"), kept)
    assert keys == others and sorted(a.values()) == sorted(b.values())


def test_what_is_broken_on_disk_is_made_anew(kept):
    first, [key] = laid(graph("ab"), kept)
    kept.put("drawings", [(key, b"broken")])
    assert laid(graph("ab"), kept) == (first, [key])
