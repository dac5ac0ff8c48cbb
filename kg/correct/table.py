"""`corrections.csv`: what readers say of claims, a row each.

Columns, in any order: `claim` (its id) or `quote` with `article` (and `class`, where several claims
share the words); `verdict` (reject, accept, change); for a change `slot` and `value`; `who`; `why`;
`when` (2024-10-24). A row that breaks a rule is reported and costs nothing else.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from typing import get_args

from kg.correct.slots import refusal
from kg.model import Correction, Unread, Verdict

FILE = "corrections.csv"
COLUMNS = ("claim", "article", "quote", "class", "verdict", "slot", "value", "who", "why", "when")
VERDICTS: tuple[str, ...] = get_args(Verdict)


def read_corrections(path: Path, classes: frozenset[str]) -> list[Correction | Unread]:
    """The rows of the file `path` in their order; what is wrong with one comes as Unread.

    `classes` are the names of event classes that a claim may be changed to.
    """
    source = path.as_posix()
    try:
        text = path.read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except OSError as error:
        return [Unread(source, f"it cannot be opened: {error.strerror}", "Make it readable.")]
    except UnicodeDecodeError:
        return [Unread(source, "it is not UTF-8; none of it is used", "Save it as UTF-8.")]
    except csv.Error as error:
        return [Unread(source, f"it is no CSV: {error}; none of it is used", "Close its quotes.")]
    if not rows:
        return [Unread(source, "it is empty", f"Begin it with {','.join(COLUMNS)}.")]
    header = [name.strip().lower() for name in rows[0]]
    missing = {"verdict", "who"} - set(header)
    if missing or not {"claim", "quote"} & set(header):
        reason = f"it lacks the columns {', '.join(sorted(missing)) or 'claim or quote'}"
        return [Unread(source, reason, f"Begin it with {','.join(COLUMNS)}.")]
    return list(_rows(source, header, rows[1:], classes))


def _rows(
    source: str, header: list[str], rows: list[list[str]], classes: frozenset[str]
) -> Iterator[Correction | Unread]:
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{source}, row {number}"
        if len(cells) != len(header):
            reason = f"{len(cells)} cells where {len(header)} columns are named"
            yield Unread(where, reason, "Put a cell that holds a comma in double quotes.")
            continue
        cell = dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=True))
        wrong = _wrong(cell, classes)
        yield Unread(where, *wrong) if wrong else _correction(where, cell)


def _wrong(cell: Mapping[str, str], classes: frozenset[str]) -> tuple[str, str] | None:
    verdict, when = cell["verdict"].strip(), cell["when"].strip()
    if verdict not in VERDICTS:
        return f"verdict '{verdict}' is not allowed", f"Choose one of {', '.join(VERDICTS)}."
    if not (cell["claim"].strip() or cell["quote"].strip()):
        return "neither claim nor quote is given", "Give the claim's id, or its quote and article."
    if not cell["who"].strip():
        return "nobody is named in 'who'", "Say whose verdict it is."
    try:
        date.fromisoformat(when or "2000-01-01")
    except ValueError:
        return f"when '{when}' is no date", "Write it as 2024-10-24."
    if verdict == "change":
        return refusal(cell["slot"].strip(), cell["value"].strip(), classes)
    return None


def _correction(where: str, cell: Mapping[str, str]) -> Correction:
    told = {name: cell[name].strip() for name in COLUMNS}
    change = told["verdict"] == "change"
    return Correction(
        source=where,
        claim=told["claim"],
        article=told["article"],
        quote=told["quote"],
        event_class=told["class"],
        verdict=told["verdict"],  # type: ignore[arg-type]  # one of VERDICTS, see _wrong
        who=told["who"],
        slot=told["slot"] if change else "",
        value=told["value"] if change else "",
        why=told["why"],
        when=date.fromisoformat(told["when"]) if told["when"] else None,
    )


def append(path: Path, row: Mapping[str, str]) -> None:
    """Add one row to the file, made with its header where it is missing or empty.

    The columns are those of the file's own header. OSError where it cannot be written.
    """
    try:
        header = next(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"))), [])
        ended = not path.stat().st_size or path.read_bytes().endswith((b"\n", b"\r"))
    except FileNotFoundError:
        header, ended = [], True
    columns = [name.strip().lower() for name in header] or list(COLUMNS)
    with path.open("a", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        if not ended:
            file.write("\n")
        if not header:
            table.writerow(columns)
        table.writerow([row.get(name, "") for name in columns])
