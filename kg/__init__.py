"""Statecraft: who claims and who denies what, read from news into a graph.

`read_articles`, `extract_claims`, `build`, `open`, `query`, `export_graph` and `draw` are the
commands' work as functions; `kg.read`, `kg.extract`, `kg.export` and the others are its rooms.
"""

from kg.api import (
    Columns,
    Limits,
    Page,
    ReadOptions,
    build,
    draw,
    export_graph,
    extract_claims,
    open,
    query,
    read_articles,
)

__all__ = [
    "Columns",
    "Limits",
    "Page",
    "ReadOptions",
    "build",
    "draw",
    "export_graph",
    "extract_claims",
    "open",
    "query",
    "read_articles",
]
