"""What a page says of itself in JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from lxml import html

from kg.read.dates import published
from kg.read.fields import TYPE, fold, known

_DEEPEST = 6
"""Levels of JSON-LD that are looked into: a graph of things that hold things."""


def things(tree: html.HtmlElement) -> Iterator[Mapping[str, object]]:
    """The things that the page tells of in JSON-LD, outermost first."""
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            try:
                yield from _things(json.loads(script.text or "", strict=False), _DEEPEST)
            except (ValueError, RecursionError):
                continue


def live_posting(tree: html.HtmlElement) -> Mapping[str, object] | None:
    """The live blog that the page says it is; None where it says no such thing."""
    found = next(filter(is_live, things(tree)), None)
    declared = found is not None or tree.xpath("//*[contains(@itemtype, 'LiveBlogPosting')]")
    return (found or {}) if declared else None


def is_live(value: Mapping[str, object]) -> bool:
    """Whether an object holds the entries of a live blog."""
    kinds = value.get(TYPE)
    named = kinds if isinstance(kinds, list) else [kinds]
    updates = {fold(name) for name in known().types["updates"]}
    return any(str(kind).endswith(tuple(known().types["live"])) for kind in named) or any(
        fold(name) in updates for name in value
    )


def goes_on(posting: Mapping[str, object]) -> bool:
    """Whether a live blog says that it was written on for more than one day."""
    ends = {"coveragestarttime", "coverageendtime", "datepublished", "datemodified"}
    said = [str(value) for name, value in posting.items() if fold(name) in ends]
    return len({day for day in map(published, said) if day}) > 1


def _things(value: object, depth: int) -> Iterator[Mapping[str, object]]:
    if depth and isinstance(value, list):
        for item in value:
            yield from _things(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _things(item, depth - 1)
