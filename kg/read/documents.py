"""The articles of an export as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Unread
from kg.read.exports import Exported
from kg.read.record import Record
from kg.read.table import described


def documents(articles: tuple[Exported, ...], record: Record) -> Iterator[Record | Unread]:
    """The articles that the file or page of `record` holds; its name is that of a single one."""
    for number, article in enumerate(articles, 1):
        made = replace(
            record,
            content=article.text,
            place=f"{record.place} document {number}".strip(),
            name=record.name if len(articles) == 1 else "",
            url="",
        )
        if article.text.strip():
            yield described(made, article.said)
        else:
            yield made.unread("its header has no text below it", "Export it with its full text.")
