"""Which agents have more to do with each other than with the rest."""

from __future__ import annotations

from collections.abc import Iterable

import networkx as nx

from kg.show.fold import Drawn

SEED = 1
"""Any would do: it makes the same graph give the same groups."""


def communities(drawn: Drawn) -> dict[str, int]:
    """The number of the community of each agent drawn, the largest first.

    Agents and lines are numbered before they are grouped (Louvain): sets of strings come in
    another order in every process, sets of small whole numbers do not.
    """
    lines = {bundle.id: bundle for bundle in drawn.bundles}
    nodes = sorted({*drawn.agents, *lines})
    number = {node: place for place, node in enumerate(nodes)}
    joined = nx.Graph()
    joined.add_nodes_from(range(len(nodes)))
    for bundle in drawn.bundles:
        for agent in bundle.agents:
            joined.add_edge(number[agent], number[bundle.id], weight=bundle.stories)
    joined.add_edges_from((number[who], number[line], {"weight": 1}) for who, line in drawn.voices)
    found = nx.community.louvain_communities(joined, weight="weight", seed=SEED)
    return _numbered([nodes[place] for place in group] for group in found)


def _numbered(groups: Iterable[list[str]]) -> dict[str, int]:
    ordered = sorted(map(sorted, groups), key=lambda group: (-len(group), group))
    return {node: place for place, group in enumerate(ordered) for node in group}
