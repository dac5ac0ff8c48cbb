from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import combinations
from math import cos, hypot, pi, sin

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.show.distances import ALL_PAIRS
from kg.show.layout import _shuffle, positions
from kg.show.pack import packed
from kg.show.tangle import tangle

BOX = (110.0, 40.0)

AGAIN = """
import networkx as nx
from kg.show.layout import positions
from kg.show.pack import packed
graph = nx.relabel_nodes(nx.random_regular_graph(3, 40, seed=1), lambda n: f"n{n}")
graph.add_edges_from([("x", "y"), ("p", "q"), ("q", "r")])
print(sorted(positions(graph, {node: (110.0, 40.0) for node in graph}).items()))
"""


def named(graph: nx.Graph) -> nx.Graph:
    return nx.relabel_nodes(graph, lambda node: f"n{node:03d}")


def overlapping(graph: nx.Graph) -> list[tuple[str, str]]:
    places = positions(graph, dict.fromkeys(graph, BOX))
    return [
        (one, other)
        for one, other in combinations(sorted(places), 2)
        if abs(places[one][0] - places[other][0]) < BOX[0]
        and abs(places[one][1] - places[other][1]) < BOX[1]
    ]


def test_hash_seeds_do_not_move_a_node() -> None:
    printed = {
        subprocess.run(
            [sys.executable, "-c", AGAIN],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(printed) == 1


def test_the_order_of_edges_does_not_move_a_node() -> None:
    graph = named(nx.petersen_graph())
    turned = nx.Graph([(b, a) for a, b in reversed(list(graph.edges))])
    boxes = dict.fromkeys(graph, BOX)
    assert positions(graph, boxes) == positions(turned, boxes)


@pytest.mark.parametrize(
    "graph",
    [nx.star_graph(30), nx.balanced_tree(3, 3), nx.complete_graph(12), nx.empty_graph(9)],
    ids=["star", "tree", "complete", "apart"],
)
def test_no_label_lies_on_another(graph: nx.Graph) -> None:
    assert overlapping(named(graph)) == []


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=30))
def test_any_graph_is_placed_without_overlap(edges: list[tuple[int, int]]) -> None:
    graph = named(nx.Graph([(one, other) for one, other in edges if one != other]))
    assert overlapping(graph) == []


def test_neighbours_are_nearer_than_strangers() -> None:
    graph = named(nx.path_graph(8))
    places = positions(graph, dict.fromkeys(graph, BOX))

    def apart(one: int, other: int) -> float:
        (x, y), (x2, y2) = places[f"n{one:03d}"], places[f"n{other:03d}"]
        return (x - x2) ** 2 + (y - y2) ** 2

    assert apart(0, 1) < apart(0, 4) < apart(0, 7)


def test_nothing_is_placed_nowhere() -> None:
    assert positions(nx.Graph(), {}) == {}


def test_tangle_counts_crossings_and_lines_beneath_boxes() -> None:
    spots = [(0, 0), (10, 10), (0, 10), (10, 0), (5, -20), (5, 40)]
    small = [(0.1, 0.1)] * 6
    assert tangle(spots, small, [(0, 1), (2, 3)]) == 1
    assert tangle(spots, small, [(0, 2), (1, 3)]) == 0
    assert tangle([(0, 0), (10, 0), (5, 0)], [(2, 2)] * 3, [(0, 1)]) == 2


def test_many_nodes_are_placed_without_overlap_too() -> None:
    graph = nx.barabasi_albert_graph(320, 2, seed=5)
    assert len(graph) > ALL_PAIRS
    assert overlapping(named(graph)) == []


def test_components_stand_side_by_side() -> None:
    graph = named(nx.disjoint_union_all([nx.path_graph(3)] * 12))
    places = positions(graph, dict.fromkeys(graph, BOX))
    wide = max(x for x, _ in places.values()) - min(x for x, _ in places.values())
    high = max(y for _, y in places.values()) - min(y for _, y in places.values())
    assert 0.3 < wide / high < 3


def test_small_components_stand_in_the_room_of_large_ones_clear_of_their_lines() -> None:
    ring = {f"r{n}": (600 * cos(n * pi / 4), 600 * sin(n * pi / 4)) for n in range(8)}
    edges = [(f"r{n}", f"r{(n + 1) % 8}") for n in range(8)] + [("r0", "r4")]
    boxes = dict.fromkeys([*ring, "a"], (80.0, 40.0))
    spots = packed([ring, {"a": (0.0, 0.0)}], edges, boxes, aspect=1.0)
    middle = [(spots["r0"][axis] + spots["r4"][axis]) / 2 for axis in (0, 1)]
    across, down = spots["a"][0] - middle[0], spots["a"][1] - middle[1]
    assert hypot(across, down) < 560  # within the ring
    assert abs(down) > 40  # but not on the line through its middle


@given(st.integers(0, 9), st.integers(0, 300))
def test_pairs_are_shuffled_as_the_library_shuffles(seed, size):
    given_here, given_there = ([(n, n + 1, 1.0) for n in range(size)] for _ in range(2))
    _shuffle(given_here, random.Random(seed).getrandbits)
    random.Random(seed).shuffle(given_there)
    assert given_here == given_there
