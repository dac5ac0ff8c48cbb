"""Checks of graph and ontology together: queries that must return nothing.

Each file `ontology/checks/*-violation.sparql` opens with two comment lines, `# **Problem:** ...`
and `# **Solution:** ...`; every row it returns is one violation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import KnowledgeError
from kg.rdf.load import load_store
from kg.resources import ontology

ENDING = "-violation.sparql"
_HEADER = re.compile(r"# \*\*Problem:\*\* (?P<problem>.+)\n# \*\*Solution:\*\* (?P<solution>.+)\n")


@dataclass(frozen=True, slots=True)
class Check:
    """A query that must return nothing, with the problem it looks for and the way out."""

    name: str
    problem: str
    solution: str
    query: str


@dataclass(frozen=True, slots=True)
class Breach:
    """One row that a check returned: its cells as `variable=value`, in the query's order."""

    check: Check
    row: tuple[str, ...]


def checks() -> tuple[Check, ...]:
    """The checks under `ontology/checks`, by name; KnowledgeError where one lacks its header."""
    return tuple(_check(path) for path in sorted(ontology("checks").glob(f"*{ENDING}")))


def _check(path: Path) -> Check:
    query = path.read_text("utf-8")
    header = _HEADER.match(query)
    if not header:
        rule = "a check opens with the lines '# **Problem:** ...' and '# **Solution:** ...'"
        raise KnowledgeError(f"ontology/checks/{path.name}", rule, "Add them.")
    return Check(path.name.removesuffix(ENDING), header["problem"], header["solution"], query)


def breaches(graph: Path, terms: Path | None = None) -> tuple[Breach, ...]:
    """What the checks find in the Turtle file `graph` and the ontology; sorted, so stable.

    `terms` replaces `ontology/statecraft.ttl`. GraphError where `graph` is missing or is no
    Turtle, KnowledgeError where a check does not parse.
    """
    store = load_store(graph, terms or ontology("statecraft.ttl"))
    return tuple(breach for check in checks() for breach in _found(store, check))


def _found(store: ox.Store, check: Check) -> Iterator[Breach]:
    try:
        rows = store.query(check.query)
    except SyntaxError as error:
        name = f"ontology/checks/{check.name}{ENDING}"
        raise KnowledgeError(name, f"it does not parse: {error}", "Correct the query.") from error
    if not isinstance(rows, ox.QuerySolutions):
        name = f"ontology/checks/{check.name}{ENDING}"
        raise KnowledgeError(name, "a check is a SELECT", "Turn it into one.")
    names = [variable.value for variable in rows.variables]
    found = {
        tuple(f"{name}={row[name].value}" for name in names if row[name] is not None)
        for row in rows
    }
    for cells in sorted(found):
        yield Breach(check, cells)
