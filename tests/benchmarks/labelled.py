"""Labelled texts of every form in which they are kept, as articles and rows of `score.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kg.model import Article
from kg.read.inputs import read

GOLD = "gold.jsonl"
_LINES = "articles.jsonl"
_UNNAMED = "unnamed"


def articles(folder: Path) -> list[Article]:
    """The articles of `folder`: files in `articles/`, or lines of `articles.jsonl`."""
    lines = folder / _LINES
    if not lines.exists():
        return [a for a in read([folder / "articles"], None) if isinstance(a, Article)]
    rows = map(json.loads, lines.read_text(encoding="utf-8").splitlines())
    return [Article(row["id"], row["text"], published=_day(row.get("published"))) for row in rows]


def rows(folder: Path, texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The labels of `folder` as `score.py` takes them; `texts` are by article."""
    for number, line in enumerate((folder / GOLD).read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        if "quote" in row or "not" in row:
            yield row
        elif row["article"] in texts:
            yield _row(row, number, texts[row["article"]])


def _row(row: Mapping[str, Any], number: int, text: str) -> dict[str, Any]:
    """A label by offsets and codes; one without a class is debatable and counts as nothing."""
    start, end = row["trigger"]
    codes = row.get("codes", {})
    told = {slot: [code for code in codes.get(slot, []) if code] for slot in ("actor", "recipient")}
    spans = row.get("spans", {}).get("claimant", [])
    voices = zip(spans, codes.get("claimant", [None] * len(spans)), strict=False)
    return {
        "id": f"{row['article']}-{number}",
        "article": row["article"],
        "start": start,
        "end": end,
        "quote": text[start:end],
        "stance": row.get("stance", "asserts"),
        "modality": row.get("modality", "actual"),
        "negated": row.get("negated") in (True, "true"),
        "claimant": [{"name": _name(text, span), "of": code} for span, code in voices],
        "spans": row.get("spans", {}),
        "quantity": None,
        "time": None,
        **told,
        **({"class": row["class"]} if row.get("class") else {"ignore": True}),
    }


def _name(text: str, span: list[int] | None) -> str:
    """The words of a claimant; its last one is what a name is known by."""
    words = text[slice(*span)].strip(" .,-\"'") if span else ""
    return words if any(c.isalnum() for c in words) else _UNNAMED


def _day(told: str | None) -> date | None:
    try:
        return date.fromisoformat((told or "")[:10])
    except ValueError:
        return None
