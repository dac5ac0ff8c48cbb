"""Where the articles lie in a JSON document: itself, a list of them, or a list deep inside it.

A service wraps them in an answer of its own (`articles`, `response.docs`, `hits.hits`), and every
service in another. So a list is taken for a shelf where something on it is an article
(`kg.read.fields.is_article`), whatever it is called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.read.fields import is_article, is_typed

EACH = "item"
"""A step of a path: each item of a list, as ijson calls it."""
_DEEPEST = 8
"""Steps to a shelf; the services' own have four at most."""
_TRIED = 50
"""Items of a list that are looked at: one of the first is an article where any is."""

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An article's object and where in the document it lies, in words; "" for the whole."""

    place: str
    value: object


def shelves(value: object, path: Path = ()) -> list[Path]:
    """The paths of all shelves below `value`, each once; that of the whole is the empty one.

    A path ends at an article, or with EACH at the items of a list.
    """
    found: dict[Path, None] = {}
    _search(value, path, found)
    return list(found)


def _search(value: object, path: Path, found: dict[Path, None]) -> None:
    if len(path) > _DEEPEST:
        return
    if isinstance(value, Mapping):
        if is_article(value):
            found[path] = None
            return
        for name, inner in value.items():
            if isinstance(inner, Mapping | list):
                _search(inner, (*path, str(name)), found)
    elif isinstance(value, list):
        items = [item for item in value if isinstance(item, Mapping | list)][:_TRIED]
        if any(isinstance(item, Mapping) and is_article(item) for item in items):
            found[(*path, EACH)] = None
            return
        for item in items:
            _search(item, (*path, EACH), found)


def placed(value: object, paths: list[Path]) -> Iterator[Placed]:
    """What lies at `paths` of `value`, in their order."""
    for path in paths:
        yield from _at(value, path, ())


def _at(value: object, path: Path, passed: Path) -> Iterator[Placed]:
    if not path:
        yield Placed(place(passed), value)
        return
    step, rest = path[0], path[1:]
    if step == EACH and isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield from _at(item, rest, (*passed, str(number)))
    elif isinstance(value, Mapping) and step in value:
        yield from _at(value[step], rest, (*passed, step))


def place(passed: Path) -> str:
    """`articles item 3` of the steps `articles`, `3`; the number of a list's item is a digit."""
    if not passed:
        return ""
    *above, last = passed
    where = ".".join(above)
    if not last.isdecimal():
        return f"'{'.'.join(passed)}'"
    return f"{where} item {last}".strip()


def is_other(value: object) -> bool:
    """Whether something on a shelf says that it is no article: a person, a site, a menu."""
    return isinstance(value, Mapping) and is_typed(value) is False
