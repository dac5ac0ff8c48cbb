"""Statecraft: who claims and who denies what, read from news into a graph.

`read`, `extract`, `build`, `query` and `draw` are the commands' work as functions. They shadow the
subpackages of the same name as attributes of `kg`; `from kg.read.inputs import ...` reaches those.
"""

from kg.api import Columns, Limits, Page, ReadOptions, build, draw, extract, query, read

__all__ = [
    "Columns",
    "Limits",
    "Page",
    "ReadOptions",
    "build",
    "draw",
    "extract",
    "query",
    "read",
]
