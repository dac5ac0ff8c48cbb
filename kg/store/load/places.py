"""Where stores answer queries, from where they take graphs: their makers' own layouts."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit, urlunsplit

KNOWN: Final = (
    ("Virtuoso", r"/sparql-graph-crud(-auth)?", "/sparql"),
    ("Fuseki", r"/data", "/sparql"),
    ("GraphDB", r"/rdf-graphs/service", ""),
    ("Neptune", r"/sparql/gsp", "/sparql"),
    ("Oxigraph", r"/store", "/query"),
)
"""Name, how the address of the graph store ends, and what stands there for queries instead."""


def endpoint(store: str) -> str:
    """Where the store at this address is asked; the address itself where its layout is unknown."""
    parts = urlsplit(store)
    path = parts.path.rstrip("/")
    for _, ending, instead in KNOWN:
        found = re.search(f"{ending}$", path)
        if found:
            path = path[: found.start()] + instead
            return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
    return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
