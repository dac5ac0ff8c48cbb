"""Tables under `ontology/inputs/`: what fields, exports and pages of news look like, as data.

The schema is closed: the tables of a file are the fields of the dataclass that holds it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from kg.errors import KnowledgeError
from kg.resources import ontology

Words = Mapping[str, tuple[str, ...]]
"""A table: lists of words by key."""
_FOLDER = "inputs"
_T = TypeVar("_T")


def tables(name: str) -> dict[str, Any]:
    """The tables of the file `name`; KnowledgeError where it does not parse."""
    try:
        return tomllib.loads(ontology(_FOLDER, name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{_FOLDER}/{name}", f"no valid TOML ({error})", "Mend it.") from error


def words(name: str, kind: type[_T]) -> _T:
    """The file `name` as a `kind`, each of whose fields is one table of lists of words.

    KnowledgeError names a table that is missing or unknown, and a value that is no list of words.
    """
    found, wanted = tables(name), [field.name for field in fields(kind)]  # type: ignore[arg-type]
    for table in sorted(set(found) ^ set(wanted)):
        rule = "this table is missing" if table in wanted else "no such table is known"
        raise KnowledgeError(f"{_FOLDER}/{name} [{table}]", rule, f"Known: {', '.join(wanted)}.")
    return kind(**{table: _lists(f"{_FOLDER}/{name} [{table}]", found[table]) for table in wanted})


def _lists(where: str, table: object) -> Words:
    if not isinstance(table, dict):
        raise KnowledgeError(where, "it has to be a table", "Write [name] and keys below it.")
    for key, value in table.items():
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise KnowledgeError(f"{where} {key}", "a list of words is expected", 'Write ["a"].')
    return {key: tuple(value) for key, value in table.items()}
