"""A build's report in a notebook: what was read and found, and what was not read and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Final, get_args

from kg.model import Corpus, Stance, Unread
from kg.store.html import grid

STANCES: Final[tuple[str, ...]] = get_args(Stance)


def shown(
    out: Path, corpus: Corpus, unread: Sequence[Unread], classes: Mapping[str, Mapping[str, int]]
) -> str:
    """The report as HTML; `classes` tells how many claims of a class take which stance."""
    counted = (
        (len(corpus.articles), "articles"),
        (len(corpus.claims), "claims"),
        (len(corpus.events), "events"),
        (len(corpus.agents), "agents"),
    )
    head = ", ".join(f"{number:,} {name}" for number, name in counted)
    rows = [(name, *(str(cells.get(s, "")) for s in STANCES)) for name, cells in classes.items()]
    table = grid(("class", *STANCES), rows) if rows else ""
    lost = [(item.source, item.reason, item.remedy) for item in unread]
    declined = f"<p>Not read</p>{grid(('input', 'reason', 'remedy'), lost)}" if lost else ""
    return f"<p>{escape(out.as_posix())}: {head}</p>{table}{declined}"
