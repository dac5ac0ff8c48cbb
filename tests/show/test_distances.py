import networkx as nx
import pytest

from kg.show.distances import ALL_PAIRS, EDGE_LENGTH, PARTNERS, distances

BOX = (20.0, 20.0)
STEP = EDGE_LENGTH + 20


def path(size: int) -> tuple[nx.Graph, list[str]]:
    names = [f"n{place:04}" for place in range(size)]
    return nx.path_graph(names), names


def test_every_pair_is_as_far_apart_as_its_way():
    graph, names = path(3)
    assert distances(graph, names, dict.fromkeys(names, BOX)) == [
        (0, 1, STEP), (0, 2, 2 * STEP), (1, 2, STEP),
    ]  # fmt: skip


def test_an_edge_may_be_longer_and_large_boxes_need_more_room():
    graph, names = path(2)
    graph.edges[names[0], names[1]]["stretch"] = 2.0
    ((*_, length),) = distances(graph, names, {names[0]: BOX, names[1]: (60.0, 20.0)})
    assert length == 2 * (EDGE_LENGTH + (40 + 80) / 4)


def test_a_large_graph_has_few_pairs_for_each_node_and_all_its_edges():
    graph, names = path(ALL_PAIRS + 50)
    found = distances(graph, names, dict.fromkeys(names, BOX))
    known = {(a, b): length for a, b, length in found}
    assert len(found) <= len(names) * (PARTNERS + 1)
    assert all(known[n, n + 1] == pytest.approx(STEP) for n in range(len(names) - 1))
    assert all(length >= (b - a) * STEP - 1e-6 for (a, b), length in known.items())
