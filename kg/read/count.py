"""How many articles are to be expected, before any is read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kg.read.formats import split_name
from kg.read.walk import STDIN, find

ONE_EACH = frozenset({"text", "markdown", "html"})
"""Formats whose files hold one article each, but for the rare digest."""


def expected(paths: Iterable[Path], format: str | None = None) -> int:
    """The number of articles in `paths`, 0 where a file may hold any number of them.

    `format` is that of all files, where it is given. InputError where nothing exists.
    """
    given = list(paths)
    if any(str(path) == STDIN for path in given):
        return 0
    kinds = [format or _format(found.path.name) for found in find(given)[0]]
    return len(kinds) if ONE_EACH.issuperset(kinds) else 0


def _format(name: str) -> str:
    found = split_name(name)[1]
    return found.name if found else ""
