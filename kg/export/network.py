"""The store as a network of networkx: what GraphML, GEXF and Python users get."""

from __future__ import annotations

import networkx as nx

from kg.show.multigraph import multigraph
from kg.show.network import network as drawn
from kg.store.engine import Store
from kg.store.named import find


def network(store: Store) -> nx.MultiDiGraph:
    """Agents and who is said to do what to whom, as `kg.show.multigraph` has it."""
    claims, agents = (
        store.query(find(name).text).records() for name in ("network", "network-agents")
    )
    return multigraph(drawn(claims, agents))
