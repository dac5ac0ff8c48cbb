"""The graph as four tables: claims, events, agents, articles, which keys join.

They are made from the named queries that everybody uses, so that a table says what a query says.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias, get_args

from kg.model import Stance
from kg.store.columns import NAMED, Column, Kind, column
from kg.store.engine import Store
from kg.store.named import find

Row: TypeAlias = Mapping[str, str]

STANCES: Final[tuple[str, ...]] = get_args(Stance)
KINDS: Final[Mapping[str, Kind]] = {
    **NAMED,
    **dict.fromkeys(("start", "end", "claims", "articles", "stories", *STANCES), "integer"),
}
"""Columns that hold no words."""
_LINKS: Final = (
    *("series", "actor_keys", "recipient_keys", "claimant_key", "claimant_of_key"),
    *("kind", "cue", "origins", "disputes"),
)
"""What the table of claims has beyond the query `claims`: keys of the other tables, and more."""
_EVENTS: Final = (
    *("event", "label", "class", "actor_keys", "recipient_keys", "time_start", "time_end"),
    *(*STANCES, "claims", "articles", "stories"),
)
_ARTICLES: Final = """
PREFIX sc: <https://w3id.org/statecraft/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?article (MIN(?a_title) AS ?title) (MIN(?a_publisher) AS ?publisher)
  (MIN(?issued) AS ?published) (MIN(?basis) AS ?published_basis)
  (MIN(?a_language) AS ?language) (MIN(?a_story) AS ?story)
WHERE { ?node a sc:Article ; sc:name ?article .
  OPTIONAL { ?node dcterms:title ?a_title } OPTIONAL { ?node dcterms:publisher ?a_publisher }
  OPTIONAL { ?node dcterms:issued ?issued } OPTIONAL { ?node sc:publishedBasis ?basis }
  OPTIONAL { ?node dcterms:language ?a_language }
  OPTIONAL { ?node sc:inStory ?told BIND(STRAFTER(STR(?told), "/story/") AS ?a_story) } }
GROUP BY ?article ORDER BY ?article"""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns in order, and its rows, "" where a cell is empty."""

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def columns(self) -> tuple[Column, ...]:
        """The columns with their kinds; an empty cell is None."""
        cells = zip(*self.rows, strict=True) if self.rows else [()] * len(self.header)
        return tuple(
            column(name, (text or None for text in texts), KINDS.get(name, "text"))
            for name, texts in zip(self.header, cells, strict=True)
        )


def tables(graph: Path) -> tuple[Table, ...]:
    """The tables of a Turtle file; GraphError where it is none."""
    store = Store.load(graph)
    claims, network, agents = (
        store.query(find(name).text) for name in ("claims", "network", "network-agents")
    )
    links = {row["claim"]: row for row in network.records()}
    joined = [{**links[row["claim"]], **row} for row in claims.records()]
    articles = store.query(_ARTICLES)
    return (
        _table("claims", (*claims.columns, *_LINKS), joined),
        _table("events", _EVENTS, events(links.values())),
        _table("agents", agents.columns, agents.records()),
        Table("articles", articles.columns, articles.rows),
    )


def events(rows: Iterable[Row]) -> list[Row]:
    """Rows of the query `network` gathered to events, with how many claims take which stance."""
    grouped: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row["event"]:
            grouped[row["event"]].append(row)
    return [_event(event, grouped[event]) for event in sorted(grouped)]


def _event(event: str, claims: Sequence[Row]) -> Row:
    stances = Counter(row["stance"] for row in claims)
    starts = sorted(row["time_start"] for row in claims if row["time_start"])
    ends = sorted(row["time_end"] for row in claims if row["time_end"])
    return {
        "event": event,
        "label": claims[0]["event_label"],
        "class": Counter(row["class"] for row in claims).most_common(1)[0][0],
        "actor_keys": _union(row["actor_keys"] for row in claims),
        "recipient_keys": _union(row["recipient_keys"] for row in claims),
        "time_start": starts[0] if starts else "",
        "time_end": ends[-1] if ends else "",
        **{stance: str(stances[stance]) for stance in STANCES},
        "claims": str(len(claims)),
        "articles": str(len({row["article"] for row in claims})),
        "stories": str(len({row["story"] or row["article"] for row in claims})),
    }


def _union(cells: Iterable[str]) -> str:
    return "|".join(sorted({key for cell in cells for key in cell.split("|") if key}))


def _table(name: str, header: tuple[str, ...], rows: Iterable[Row]) -> Table:
    return Table(name, header, tuple(tuple(row[key] for key in header) for row in rows))
