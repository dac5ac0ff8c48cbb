"""The Python interface as a page: signatures and docstrings of what users call and are given."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

import kg
from kg.corpus.opened import Graph
from kg.corpus.report import BuildReport
from kg.model import Agent, Article, Claim, Declined, Event, Evidence, Quantity, TimeSpan, Unread
from kg.store.answer import Answer

FUNCTIONS = (
    "build", "read_articles", "extract_claims", "open", "query", "export_graph", "draw",
)  # fmt: skip
SETTINGS = ("ReadOptions", "Columns", "Limits")
GIVEN = (Graph, Answer, BuildReport, kg.Page)
CARRIERS = (Article, Unread, Claim, Evidence, Quantity, TimeSpan, Event, Agent, Declined)
WIDE = 100


def reference() -> str:
    """All of it in Markdown."""
    return "\n".join(
        (
            "## Functions\n",
            *(function(f"kg.{name}", getattr(kg, name)) for name in FUNCTIONS),
            "## How inputs are read\n",
            *(carrier(f"kg.{name}", getattr(kg, name)) for name in SETTINGS),
            "## What they give\n",
            *(given(kind) for kind in GIVEN),
            "## Carriers\n\nAll are frozen dataclasses of `kg.model`.\n",
            *(carrier(kind.__name__, kind) for kind in CARRIERS),
        )
    )


def function(name: str, call: Callable[..., Any], level: str = "###") -> str:
    """A function: its signature and its docstring."""
    return f"{level} {name}\n\n```python\n{signature(name, call)}\n```\n\n{words(call)}\n"


def signature(name: str, call: Callable[..., Any]) -> str:
    """The call with its types, a parameter a line where one line is too narrow."""
    told = inspect.signature(call)
    given = [p for p in told.parameters.values() if p.name != "self"]
    parts = [str(p).replace("'", "") if p.default is p.empty else _default(p) for p in given]
    starred = [n for n, p in enumerate(given) if p.kind is p.KEYWORD_ONLY]
    if starred and not any(p.kind is p.VAR_POSITIONAL for p in given):
        parts.insert(starred[0], "*")
    returned = f" -> {told.return_annotation}"
    line = f"{name}({', '.join(parts)}){returned}"
    if len(line) <= WIDE:
        return line
    return "\n".join((f"{name}(", *(f"    {part}," for part in parts), f"){returned}"))


def _default(parameter: inspect.Parameter) -> str:
    return f"{parameter.name}: {parameter.annotation} = {parameter.default!r}"


def given(kind: type) -> str:
    """A class with its fields, if it has any, and its methods."""
    methods = (function(f"{kind.__name__}.{name}", call, "####") for name, call in _methods(kind))
    properties = [
        f"- `{name}`: {words(value)}\n"
        for name, value in vars(kind).items()
        if isinstance(value, property)
    ]
    return "\n".join((carrier(kind.__name__, kind), "".join(properties), *methods))


def _methods(kind: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, value in vars(kind).items():
        if inspect.isfunction(value) and not name.startswith("_"):
            yield name, value


def carrier(name: str, kind: type) -> str:
    """A dataclass: its docstring and its fields with types and defaults."""
    told = f"### {name}\n\n{words(kind)}\n"
    if not is_dataclass(kind) or not fields(kind):
        return told
    rows = "".join(f"| `{f.name}` | `{_type(f)}` | {_standard(f)} |\n" for f in fields(kind))
    return f"{told}\n| field | type | default |\n| --- | --- | --- |\n{rows}"


def _type(field: Field[Any]) -> str:
    return str(field.type).replace("|", "\\|")


def _standard(field: Field[Any]) -> str:
    if field.default is not MISSING:
        return f"`{field.default!r}`"
    if field.default_factory is MISSING:
        return ""
    made = field.default_factory()
    return f"`{type(made).__name__}()`" if is_dataclass(made) else f"`{made!r}`"


def words(documented: object) -> str:
    """A docstring without its indent."""
    return inspect.getdoc(documented) or ""
