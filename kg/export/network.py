"""The store as a network: what GraphML, GEXF and Python users get."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import networkx as nx

from kg.show.carriers import Network
from kg.show.multigraph import Told, Value, multigraph
from kg.show.network import network as drawn
from kg.store.engine import Store
from kg.store.named import find

_KINDS: Final = {bool: "boolean", int: "long", str: "string"}
_TRUTHS: Final = ("false", "true")


def network(store: Store) -> nx.MultiDiGraph:
    """Agents and who is said to do what to whom, as `kg.show.multigraph` has it."""
    return multigraph(parts(store))


def parts(store: Store) -> Network:
    """What that graph is made of, before it is one: a file is written from it line by line."""
    claims, agents = (
        store.query(find(name).text).records() for name in ("network", "network-agents")
    )
    return drawn(claims, agents)


def kinds(told: Iterable[Told]) -> dict[str, str]:
    """The names of what is told of nodes or lines, as they come, and the type of each in XML."""
    return {name: _KINDS[type(value)] for one in told for name, value in one.items()}


def text(value: Value) -> str:
    """A value as XML has it."""
    return _TRUTHS[value] if isinstance(value, bool) else str(value)
