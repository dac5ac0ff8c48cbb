"""A TOML file as it was written: its values, and the line on which each of them stands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from kg.errors import KnowledgeError

Way: TypeAlias = tuple[str | int, ...]
"""Keys and positions that lead from the whole file to one value: `("verb", 2, "actor", 0)`."""
_HEADER = re.compile(r"\s*\[{1,2}\s*([\w.-]+)\s*\]{1,2}\s*(?:#.*)?$")


@dataclass(frozen=True, slots=True)
class Source:
    """A file by the name that errors give it, its text and its values."""

    name: str
    text: str
    tables: dict[str, Any]

    @classmethod
    def load(cls, path: Path) -> Source:
        """The file at `path`; KnowledgeError with the line where it is no TOML or no UTF-8."""
        name = f"{path.parent.name}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
            return cls(name, text, tomllib.loads(text))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise KnowledgeError(name, f"not valid TOML ({error})", "Mend that line.") from error

    def value(self, way: Way) -> Any:  # noqa: ANN401 - whatever the file holds there
        """The value that `way` leads to."""
        found: Any = self.tables
        for step in way:
            found = found[step]
        return found

    def line(self, way: Way) -> int:
        """The line, counted from 1, of the value that `way` leads to, or of what holds it."""
        lines = self.text.splitlines()
        first, last, rest = _block(lines, way)
        keys = [step for step in rest if isinstance(step, str)]
        if not keys:
            return first + 1
        key = re.compile(rf"""\s*["']?{re.escape(keys[0])}["']?\s*=""")
        at = next((n for n in range(first, last) if key.match(lines[n])), first)
        if not isinstance(rest[-1], int):
            return at + 1
        value, before = self.value(way), self.value(way[:-1])[: rest[-1]].count(self.value(way))
        found = [n for n in range(at, last) for _ in range(lines[n].count(f'"{value}"'))]
        return (found[before] if before < len(found) else at) + 1


def _block(lines: list[str], way: Way) -> tuple[int, int, Way]:
    """First line of the table that `way` leads into, the one behind its last, and the way on."""
    heads = [(n, m.group(1)) for n, text in enumerate(lines) if (m := _HEADER.match(text))]
    mine = [n for n, name in heads if way and name == way[0]]
    if not mine:
        return 0, heads[0][0] if heads else len(lines), way
    numbered = len(way) > 1 and isinstance(way[1], int)
    first = mine[int(way[1])] if numbered else mine[0]
    last = next((n for n, _ in heads if n > first), len(lines))
    rest = way[2:] if numbered else way[1:]
    below = [n for n, name in heads if n >= last and rest and name == f"{way[0]}.{rest[0]}"]
    if below and (not numbered or not any(last <= n < below[0] for n in mine)):
        return below[0], next((n for n, _ in heads if n > below[0]), len(lines)), rest[1:]
    return first, last, rest
