"""The graph and its tables, put together from fragments while these come by."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.corpus import output
from kg.corpus.fragments import FROM_AFAR, QUERIES, Row, columns, fragments
from kg.rdf.dataset import dataset_triples
from kg.rdf.infer import inferred
from kg.rdf.spill import Sorter
from kg.rdf.turtle import blocks, pieces
from kg.store.engine import Rows

if TYPE_CHECKING:
    from kg.corpus.cache.readings import Kept
    from kg.model import Corpus

CLAIMS, NETWORK, AGENTS = QUERIES


@dataclass(frozen=True, slots=True)
class Written:
    """What the page is drawn from, and the keys of all that belongs to this build in what is kept.

    `network` has the rows of the query of that name, `agents` those of `network-agents`.
    """

    network: Rows
    agents: Rows
    keys: tuple[str, ...]


def written(corpus: Corpus, folder: Path, kept: Kept | None = None) -> Written:
    """Write the Turtle of `corpus` and the table of its claims into `folder`.

    What `kept` lacks is made and kept there. KnowledgeError where a claim names a class that the
    ontology lacks.
    """
    sorter, keys = Sorter(), []
    network, agents = _Network(corpus), set[Row]()
    with (folder / output.CLAIMS).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(columns()[CLAIMS])
        origins = _From(CLAIMS, _origins(corpus))
        for key, fragment in fragments(corpus, kept):
            keys.append(key)
            sorter.add(fragment.said)
            claims, rows, named = fragment.rows
            table.writerows(map(origins.filled, claims))
            network.add(rows)
            agents.update(named)
    if corpus.dataset:
        sorter.add(blocks(inferred(dataset_triples(corpus, corpus.dataset)), corpus.base))
    with (folder / output.GRAPH).open("wb") as graph:
        graph.writelines(pieces(sorter.pairs(), corpus.base))
    told = columns()
    return Written(
        Rows(told[NETWORK], tuple(network.rows)),
        Rows(told[AGENTS], tuple(sorted(agents))),
        tuple(keys),
    )


class _From:
    """Fills the column of a query that tells of other articles, by claim."""

    def __init__(self, name: str, values: Mapping[str, tuple[str, ...]]) -> None:
        self._claim = columns()[name].index("claim")
        self._cell = columns()[name].index(FROM_AFAR[name])
        self._values = values

    def filled(self, row: Row) -> Row:
        """The row with what it lacks."""
        values = self._values.get(row[self._claim])
        if not values:
            return row
        return (*row[: self._cell], "|".join(values), *row[self._cell + 1 :])


class _Network:
    """The rows that the page is drawn from; cells that come again are held once."""

    def __init__(self, corpus: Corpus) -> None:
        self.rows: list[Row] = []
        self._disputes = _From(NETWORK, _by_claim(corpus.disputes))
        self._agents = {"", *(agent.key for agent in corpus.agents)}
        self._state = columns()[NETWORK].index("place_of")
        self._known: dict[str, str] = {}

    def add(self, rows: Iterable[Row]) -> None:
        """Take these rows, which come after those before."""
        known = self._known.setdefault
        told = map(self._placed, map(self._disputes.filled, rows))
        self.rows += (tuple(known(c, c) for c in row) for row in told)

    def _placed(self, row: Row) -> Row:
        """The row without the state of its place where nothing else tells of that state."""
        at = self._state
        return row if row[at] in self._agents else (*row[:at], "", *row[at + 1 :])


def _origins(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    return _by_claim((claim, origin.label) for origin in corpus.origins for claim in origin.claims)


def _by_claim(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The values of each claim, sorted, each once."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for claim, value in pairs:
        if value not in found[claim]:
            found[claim] = tuple(sorted((*found[claim], value)))
    return found
