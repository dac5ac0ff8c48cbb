"""The parameters of a query, in the convention that grlc reads: a variable `?__name` may be given.

Left alone it stays a variable that nothing binds, and the query is written so that it then asks
for everything. Given, it is the value wherever it stands.

A line `#? name pattern` is a comment until a value is given for that name: then the pattern counts.
It says what the query says below, of what is asked for alone, so that an engine begins there and
does not go through all claims.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QueryError

_PARAMETER = re.compile(r"\?__(\w+)")
_GIVEN = re.compile(r"^([ \t]*)#\? (\w+) (.+)$", re.MULTILINE)


def parameters(sparql: str) -> tuple[str, ...]:
    """The names of what may be given to a query, sorted."""
    return tuple(sorted(set(_PARAMETER.findall(sparql))))


def filled(sparql: str, values: Mapping[str, str]) -> str:
    """The query with these values for its parameters; QueryError where it has none so called."""
    known = parameters(sparql)
    for name in sorted(values):
        if name not in known:
            there = f"There are: {', '.join(known)}." if known else "It takes none."
            raise QueryError(name, "the query has no parameter of this name", there)
    literals = {name: str(ox.Literal(value)) for name, value in values.items()}
    given = {name for name, value in values.items() if value}
    begun = _GIVEN.sub(lambda line: line[1] + line[3] if line[2] in given else "", sparql)
    return _PARAMETER.sub(lambda found: literals.get(found[1], found[0]), begun)
