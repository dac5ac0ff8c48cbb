from __future__ import annotations

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from kg.store.engine import Store
from kg.store.load.parts import cut
from tests.store.graphs import SAMPLE


def triples(count: int, blank: int = 0) -> list[ox.Triple]:
    named = [ox.Triple(ox.NamedNode(f"x:{i}"), ox.NamedNode("x:p"), ox.Literal('"\n\\')) for i in range(count)]  # fmt: skip # noqa: E501
    node = ox.BlankNode("b")
    return named + [ox.Triple(node, ox.NamedNode(f"x:p{i}"), node) for i in range(blank)]


@given(st.integers(1, 40), st.integers(1, 12), st.integers(0, 5))
def test_the_parts_are_the_graph(count, size, blank):
    given_triples = triples(count, blank)
    parts = cut(reversed(given_triples), size)
    assert parts == cut(given_triples, size)
    assert parts[-1].through == count + blank
    assert [part.before for part in parts[1:]] == [part.through for part in parts[:-1]]
    lines = [line for part in parts for line in part.lines]
    assert sorted(lines) == sorted(map(str, given_triples))
    assert sum("_:" in line for line in parts[0].lines) == blank


def test_a_part_is_turtle():
    engine = Store.load(SAMPLE).engine
    parts = cut((quad.triple for quad in engine), 50)
    assert len(parts) > 3
    read = [q.triple for p in parts for q in ox.parse(p.text(), format=ox.RdfFormat.TURTLE)]
    assert set(read) == {quad.triple for quad in engine}
