"""The named queries: files whose header, in the convention that grlc reads, says what they ask.

A header is the lines that begin with `#+`; after that mark they are YAML. Only what such headers
use is read: `key: value`, `key: |` or `key: >` with indented lines below, lists of `- item` lines,
and `[a, b]`.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path

from kg import resources
from kg.errors import QueryError
from kg.store.parameters import parameters

ENDING = ".rq"
MAX_VALUE = 80  # no more of an unknown name is repeated in an error
_MARK = "#+"
_KEY = re.compile(r"([A-Za-z_][\w-]*):\s*(.*)$")
_BLOCK = ("|", ">", "|-", ">-")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query and what its header says; `text` is the whole file."""

    name: str
    summary: str
    description: str
    tags: tuple[str, ...]
    text: str

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names of what may be given to it; see `kg.store.parameters`."""
        return parameters(self.text)


def catalogue(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """Every query in `queries/` (or in `folder`), by name."""
    files = (folder or resources.queries()).glob(f"*{ENDING}")
    return tuple(_read(file) for file in sorted(files, key=lambda file: file.stem))


def find(name_or_path: str, folder: Path | None = None) -> NamedQuery:
    """The query of that name, else of that file; QueryError names what there is, nearest first."""
    shipped = folder or resources.queries()
    names = sorted(file.stem for file in shipped.glob(f"*{ENDING}"))
    if name_or_path in names:
        return _read(shipped / f"{name_or_path}{ENDING}")
    if _is_file(name_or_path):
        return _read(Path(name_or_path))
    name = name_or_path.removesuffix(ENDING)
    if name in names:
        return _read(shipped / f"{name}{ENDING}")
    near = difflib.get_close_matches(name, names, n=1)
    hint = f"Did you mean {near[0]}? " if near else ""
    remedy = f"{hint}There are: {', '.join(names)}; or give the path of a file."
    value = name_or_path if len(name_or_path) <= MAX_VALUE else f"{name_or_path[:MAX_VALUE]}…"
    raise QueryError(value, "no query has this name, and no file this path", remedy)


def parse(name: str, text: str) -> NamedQuery:
    """A query from its text; without a header its summary is empty."""
    header = _header(text)
    summary = " ".join(header.get("summary", ()))
    description = " ".join(header.get("description", ()))
    return NamedQuery(name, summary, description, header.get("tags", ()), text)


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
    except (OSError, ValueError):  # too long or malformed for a path: no file then
        return False


def _read(path: Path) -> NamedQuery:
    try:
        return parse(path.stem, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise QueryError(str(path), "a query is text in UTF-8", "Save it as UTF-8.") from error
    except OSError as error:
        rule = f"it cannot be read: {error.strerror or error}"
        raise QueryError(str(path), rule, "Make it readable.") from error


def _header(text: str) -> dict[str, tuple[str, ...]]:
    """Key to its values: one for a plain value, one a line or item below it."""
    found: dict[str, list[str]] = {}
    values: list[str] = []
    for line in text.splitlines():
        if not line.startswith(_MARK):
            continue
        content = line.removeprefix(_MARK)
        key = _KEY.match(content.strip())
        if key and len(content) - len(content.lstrip()) <= 1:
            values = found.setdefault(key[1].lower(), [])
            values += _inline(key[2])
        elif content.strip():
            values += [_plain(content.strip().removeprefix("- "))]
    return {key: tuple(value) for key, value in found.items()}


def _inline(value: str) -> list[str]:
    if value in ("", *_BLOCK):
        return []
    if value.startswith("[") and value.endswith("]"):
        return [_plain(item.strip()) for item in value[1:-1].split(",") if item.strip()]
    return [_plain(value)]


def _plain(value: str) -> str:
    """A YAML scalar without its quotes."""
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value
