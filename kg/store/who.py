"""Names that a user gives for agents, as the queries have them: a state's code, else a label.

Queries compare with the code of a state or the label of anybody else. Whoever is asked for may be
known by another name, in other letters: "RSF", "the drc", "I.D.F.".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Final

from kg.errors import QueryError
from kg.store.engine import Store
from kg.store.parameters import filled

NAMED: Final = frozenset({"actor", "recipient", "claimant", "who"})
"""Parameters whose values are names of agents."""
NAMES: Final = """PREFIX sc: <https://w3id.org/statecraft/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?label ?iso3 ?name WHERE {
  ?agent sc:key ?key ; rdfs:label ?label ; rdfs:label|skos:altLabel|sc:iso3|sc:key ?name .
  OPTIONAL { ?agent sc:iso3 ?iso3 }
}"""
"""Every name of every agent, with its label and its code."""
_BETWEEN: Final = re.compile(r"[^\w]+|^the\s", re.IGNORECASE)
_NEAR: Final = 3


def asked(store: Store, sparql: str, values: Mapping[str, str]) -> str:
    """The query with `values`, those that name agents as the graph calls them.

    QueryError where a name is that of several agents, where nobody is called so who was asked for
    by `who`, and as `filled`.
    """
    if NAMED & values.keys():
        values = called(store.query(NAMES).rows, values)
    return filled(sparql, values)


def called(names: Iterable[Sequence[str]], values: Mapping[str, str]) -> Mapping[str, str]:
    """`values` with names of agents as queries have them; `names` are the rows of `NAMES`.

    A name that nobody has stays as it is, but for `who`. QueryError as `asked`.
    """
    known: dict[str, dict[str, str]] = {}
    for label, iso3, name in names:
        known.setdefault(_folded(name), {})[iso3 or label] = name
    exact = {shown for found in known.values() for shown in found}
    return {
        parameter: _called(parameter, value, known, exact) if parameter in NAMED else value
        for parameter, value in values.items()
    }


def _called(
    parameter: str, value: str, known: Mapping[str, Mapping[str, str]], exact: set[str]
) -> str:
    found = known.get(_folded(value), {})
    if not value or value in exact:
        return value
    if len(found) > 1:
        remedy = f"Give one of them: {', '.join(sorted(found))}."
        raise QueryError(value, "several agents of the graph are called so", remedy)
    if parameter == "who" and not found:
        raise QueryError(value, "nobody in the graph is called so", _remedy(value, known))
    return next(iter(found), value)


def _remedy(value: str, known: Mapping[str, Mapping[str, str]]) -> str:
    near = get_close_matches(_folded(value), sorted(known), n=_NEAR)
    names = sorted({min(known[name].values()) for name in near})
    hint = f"Did you mean {' or '.join(names)}? " if names else ""
    return f"{hint}kg query agents lists all."


def _folded(name: str) -> str:
    """What is left of a name without case, article and what stands between its letters."""
    return _BETWEEN.sub("", name.strip()).casefold()
