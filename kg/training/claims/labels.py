"""Labelled claims of articles: one line of JSON each, with offsets of trigger and roles."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from kg.extract.propose.proposal import Role

Span = tuple[int, int]
"""Code points of the article's text, the end exclusive."""
ROLES: tuple[Role, ...] = get_args(Role)
CLASSES = (
    "-", "Deployment", "ArmsTransfer", "TechnologyTransfer", "Aid", "Sanction", "Agreement",
    "Meeting", "Threat", "Attack", "Invasion", "Event",
)  # fmt: skip
VALUES = {
    "stance": ("asserts", "denies", "unconfirmed"),
    "modality": ("actual", "alleged", "planned", "possible", "conditional"),
    "negated": ("false", "true"),
    "phase": ("starts", "ongoing", "ends"),
    "actor elsewhere": ("false", "true"),
    "recipient elsewhere": ("false", "true"),
}
PARTIES: tuple[Role, ...] = ("actor", "recipient")
_PARTS = 5
"""One article in so many is of the dev part."""


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled claim; `event_class` is '' where it is debatable and nothing shall be learnt.

    `known` are the parties that the labeller knew but found in no words.
    """

    event_class: str
    trigger: Span
    spans: Mapping[Role, tuple[Span, ...]]
    known: frozenset[Role]
    values: Mapping[str, str]


def is_dev(article: str) -> bool:
    """Whether `article` (its name) is of the dev part, which nothing is ever taught from."""
    return int(hashlib.sha256(f"dev {article}".encode()).hexdigest(), 16) % _PARTS == 0


def share(article: str) -> float:
    """Where `article` stands between 0 and 1: those below a half are half of all."""
    return int(hashlib.sha256(article.encode()).hexdigest()[:6], 16) / 16**6


def read(gold: Path) -> dict[str, list[Label]]:
    """The labels of a file by article, in its order; rows that bar a class are left out."""
    found: dict[str, list[Label]] = {}
    for line in gold.read_text(encoding="utf-8").splitlines():
        row = json.loads(line) if line.strip() else {"not": ""}
        if "not" not in row:
            found.setdefault(row["article"], []).append(_label(row))
    return found


def _label(row: Mapping[str, Any]) -> Label:
    marked = row.get("spans", {})
    given = {role: list(_given(marked.get(role))) for role in ROLES}
    values = {name: row.get(name, allowed[0]) for name, allowed in VALUES.items()}
    return Label(
        event_class=row.get("class", ""),
        trigger=tuple(row["trigger"]),
        spans={role: tuple(s for s in spans if s is not None) for role, spans in given.items()},
        known=frozenset(role for role in PARTIES if None in given[role]),
        values={name: str(value).lower() for name, value in values.items()},
    )


def _given(spans: list[Any] | None) -> Iterator[Span | None]:
    """One span, a list of them, or nothing; None stands for words that there are not."""
    if not spans:
        return
    several = isinstance(spans[0], list) or spans[0] is None
    for span in spans if several else [spans]:
        yield None if span is None else (span[0], span[1])
