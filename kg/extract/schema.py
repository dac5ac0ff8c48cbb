"""Tables of TOML into frozen dataclasses, with a closed schema taken from the dataclass itself."""

from __future__ import annotations

import tomllib
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any, TypeVar

from kg.errors import KnowledgeError

Record = TypeVar("Record")


def read(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; KnowledgeError with the place where it does not parse."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(path.name, f"not valid TOML ({error})", "Mend that line.") from error


def record(where: str, table: dict[str, Any], kind: type[Record]) -> Record:
    """`table` as a `kind`; lists become tuples. KnowledgeError names unknown and missing keys."""
    known = {f.name: f for f in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(table) - set(known))
    if unknown:
        raise KnowledgeError(
            f"{where}: {', '.join(unknown)}", "unknown key", f"Allowed: {', '.join(sorted(known))}."
        )
    missing = [
        name
        for name, f in known.items()
        if name not in table and f.default is MISSING and f.default_factory is MISSING
    ]
    if missing:
        raise KnowledgeError(f"{where}: {', '.join(missing)}", "missing key", "Add it.")
    for name, value in table.items():
        _check_type(f"{where}: {name}", value, str(known[name].type))
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in table.items()})


def _check_type(where: str, value: object, wanted: str) -> None:
    kinds: dict[str, type] = {"str": str, "bool": bool, "int": int}
    kind = kinds.get(wanted, list)
    if not isinstance(value, kind):
        raise KnowledgeError(f"{where} = {value!r}", f"it has to be a {kind.__name__}", "Mend it.")


def choice(where: str, value: str, allowed: frozenset[str]) -> None:
    """KnowledgeError unless `value` is one of `allowed`."""
    if value not in allowed:
        raise KnowledgeError(
            f"{where} = {value!r}", "unknown value", f"Allowed: {', '.join(sorted(allowed))}."
        )
