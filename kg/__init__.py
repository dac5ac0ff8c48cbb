"""Statecraft: who claims and who denies what, read from news into a graph.

`read`, `extract`, `build`, `open`, `query`, `export` and `draw` are the commands' work as
functions. Three shadow the subpackage of their name; `from kg.read.inputs import ...` reaches it.
"""

from kg.api import (
    Columns,
    Limits,
    Page,
    ReadOptions,
    build,
    draw,
    export,
    extract,
    open,
    query,
    read,
)

__all__ = [
    "Columns",
    "Limits",
    "Page",
    "ReadOptions",
    "build",
    "draw",
    "export",
    "extract",
    "open",
    "query",
    "read",
]
