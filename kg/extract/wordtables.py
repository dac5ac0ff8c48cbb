"""Word tables under `ontology/lexicon/`: TOML with a closed schema, read into a dataclass.

The allowed tables are the fields of the dataclass itself, so that no second list can drift.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import KnowledgeError

_T = TypeVar("_T")


def read_tables(path: Path, shape: type[_T]) -> _T:
    """The tables of a TOML file as a `shape`; each field is one table and none may miss.

    A field annotated `tuple[str, ...]` is a table with the one key `words`; any other is a mapping
    whose values have one type. Raises KnowledgeError naming an unknown, missing or mistyped key.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(path.name, f"not readable as TOML ({error})", "Mend it.") from error
    types = {field.name: str(field.type) for field in fields(shape)}  # type: ignore[arg-type]
    _closed(path.name, tables, types)
    return shape(**{name: _table(f"{path.name} [{name}]", tables[name], kind)
                    for name, kind in types.items()})  # fmt: skip


def _closed(where: str, given: Mapping[str, Any], allowed: Iterable[str]) -> None:
    allowed = sorted(allowed)
    for key in sorted(set(given) ^ set(allowed)):
        rule = "a table is missing" if key in allowed else "no such key is known here"
        raise KnowledgeError(f"{where}: {key!r}", rule, f"Allowed keys: {', '.join(allowed)}.")


def _table(where: str, table: object, kind: str) -> object:
    if not isinstance(table, dict):
        raise KnowledgeError(where, "a table is expected", "Write [name] and keys below it.")
    if kind == "tuple[str, ...]":
        _closed(where, table, ("words",))
        return _words(where, table["words"])
    wanted = int if kind == "dict[str, int]" else str
    for key, value in table.items():
        if type(value) is not wanted:
            raise KnowledgeError(f"{where} {key!r} = {value!r}", f"{wanted.__name__} expected", "")
    return table


def _words(where: str, value: object) -> tuple[str, ...]:
    if not (isinstance(value, list) and all(isinstance(word, str) and word for word in value)):
        raise KnowledgeError(where, "a list of words is expected", 'Write ["word", "word"].')
    return tuple(value)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of these phrases, longest first, blanks of any length."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in ordered) + ")"
