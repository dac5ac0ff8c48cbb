"""Cells that hold several values: put in order, since SPARQL promises none within GROUP_CONCAT."""

from __future__ import annotations

import re

SEPARATOR = "|"
_JOINED = re.compile(
    r"GROUP_CONCAT\s*\(\s*DISTINCT\s+[?$]\w+\s*;\s*SEPARATOR\s*=\s*([\"'])\|\1\s*\)"
    r"(?:(?!GROUP_CONCAT|\bAS\b).)*?\bAS\s+[?$](\w+)\s*\)",
    re.IGNORECASE | re.DOTALL,
)


def joined_columns(sparql: str) -> frozenset[str]:
    """The columns of a query whose cells join the different values of a variable by "|"."""
    return frozenset(match[2] for match in _JOINED.finditer(sparql))


def in_order(cell: str) -> str:
    """The values of such a cell in order."""
    if SEPARATOR not in cell:
        return cell
    return SEPARATOR.join(sorted(cell.split(SEPARATOR)))
