"""Labelled claims as readings, and which of them are about one event.

A folder of labels holds `train/gold.jsonl` (claims by mention) with `train/articles/`, and
`events/gold.jsonl` (claim, dispute, event).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.language.times import find_times
from kg.link.items import with_items
from kg.link.slugs import slug
from kg.model import Agent, Article, Claim, Evidence, Quantity, Reading, TimeSpan
from kg.read.inputs import read

STATE_CODE = 3
Row = dict[str, Any]


@dataclass(frozen=True)
class Labelled:
    """Labelled claims as readings by dispute, their labels by id, and claim id to event."""

    readings: Mapping[str, list[Reading]]
    rows: Mapping[str, Row]
    event: Mapping[str, str]
    dispute: Mapping[str, str]


def labelled(folder: Path) -> Labelled:
    """The labels below `folder`."""
    told = _lines(folder / "events" / "gold.jsonl")
    event = {row["claim"]: row["event"] for row in told}
    dispute = {row["article"]: row["dispute"] for row in told}
    rows = {r["id"]: r for r in _lines(folder / "train" / "gold.jsonl") if r["id"] in event}
    readings: dict[str, list[Reading]] = defaultdict(list)
    for reading in _readings(folder, dispute, rows.values()):
        readings[dispute[reading.article.name]].append(reading)
    return Labelled(readings, rows, event, dispute)


def _readings(folder: Path, names: Iterable[str], rows: Iterable[Row]) -> list[Reading]:
    by_article: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_article[row["article"]].append(row)
    articles = _articles(folder / "train" / "articles", names)
    return [_reading(article, by_article[name]) for name, article in articles.items()]


def _lines(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.startswith("{")]


def _articles(folder: Path, wanted: Iterable[str]) -> dict[str, Article]:
    found = read([folder / f"{name}.txt" for name in sorted(wanted)])
    return {item.name: item for item in found if isinstance(item, Article)}


def _reading(article: Article, rows: list[Row]) -> Reading:
    times = {(m.start, m.end): m.span for m in find_times(article.text, article.published)}
    # A text without a title is a digest.
    digest = 0 if article.title else 1
    told = (replace(_claim(row, times), item=digest) for row in rows)
    claims = tuple(with_items(told, {article.name: article}))
    keys = {
        k for c in claims for k in (*c.actors, *c.recipients, *([c.claimant] if c.claimant else []))
    }
    labels = {_key(words): words for row in rows for words in _words(row)}
    return Reading(article, claims, (), tuple(_agent(key, labels[key]) for key in sorted(keys)))


def _words(row: Row) -> list[str]:
    return [*row["actor"], *row["recipient"], *map(_speaker, row["claimant"])]


def _speaker(told: Row) -> str:
    return str(told["of"] or told["name"])


def _key(words: str) -> str:
    return words if len(words) == STATE_CODE and words.isupper() else f"org-{slug(words)}"


def _agent(key: str, label: str) -> Agent:
    return Agent(key, "Organization" if key.startswith("org-") else "State", label)


def _claim(row: Row, times: Mapping[tuple[int, int], TimeSpan]) -> Claim:
    start, end = row["trigger"]
    return Claim(
        id=row["id"],
        article=row["article"],
        event_class=row["class"],
        actors=tuple(map(_key, row["actor"])),
        recipients=tuple(map(_key, row["recipient"])),
        objects=(row["object"],) if row["object"] else (),
        claimant=_key(_speaker(row["claimant"][0])) if row["claimant"] else None,
        stance=row["stance"],
        modality=row["modality"],
        negated=row["negated"],
        phase=row["phase"],
        evidence=Evidence(row["quote"], row["start"], row["end"]),
        trigger=Evidence(row["quote"][start - row["start"] : end - row["start"]], start, end),
        quantity=_quantity(row["quantity"]),
        time=_time(row, times),
        place=row["place"] or "",
        label=row["quote"] if row["class"] == "Event" else "",
    )


def _quantity(told: Row | None) -> Quantity | None:
    if told is None:
        return None
    value = Decimal(str(told["value"]))
    return Quantity(value, value, told["unit"] or "", told["qualifier"] or "", f"{value}")


def _time(row: Row, times: Mapping[tuple[int, int], TimeSpan]) -> TimeSpan | None:
    if not (at := row["spans"]["time"]):
        return None
    near = (span for (start, end), span in sorted(times.items()) if start < at[1] and end > at[0])
    return next(near, None)


def news(folder: Path, pairs: Iterable[tuple[str, str]]) -> list[Reading]:
    """The articles in which the claims of `pairs` stand, with all their labelled claims."""
    wanted = {claim for pair in pairs for claim in pair}
    rows = [row for row in _lines(folder / "train" / "gold.jsonl") if not row.get("ignore")]
    return _readings(folder, {row["article"] for row in rows if row["id"] in wanted}, rows)
