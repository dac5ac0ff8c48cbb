"""The portion of one article in the graph, and what is written of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import pyoxigraph as ox

from kg.corpus.fragments import FROM_AFAR, own_triples
from kg.corpus.rows import claim_rows
from kg.model import Agent, Corpus, Event, Origin, Relation, Series
from kg.rdf.base import rebased
from kg.rdf.infer import inferred
from kg.rdf.terms import Triple
from kg.rdf.turtle import engine_triple
from kg.spark.facts import Alike, Countered, Disputed, Fact
from kg.spark.pieces import Whole
from kg.store.engine import Store
from kg.store.named import find

QUERY = "claims"


@dataclass(frozen=True, slots=True)
class Written:
    """What is written of one article: its triples a line each, and its rows of `claims.csv`."""

    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def written(many: Iterable[tuple[Whole, Iterable[Fact]]], base: str) -> Iterator[Written]:
    """The triples and rows of articles, each with the facts that linking found of it."""
    for one, facts in many:
        part = portion(one, facts, base)
        lines = n_triples(inferred(rebased(own_triples(part), base)))
        yield Written(tuple(lines.decode().splitlines()), tuple(_rows(part)))


def portion(one: Whole, facts: Iterable[Fact], base: str) -> Corpus:
    """The corpus of one article, as `kg.corpus.cache.portions` cuts it."""
    kinds: dict[type, list[Fact]] = defaultdict(list)
    for fact in facts:
        kinds[type(fact)].append(fact)
    answers = {fact.claim for fact in kinds[Countered] if isinstance(fact, Countered)}
    agents = {**{a.key: a for a in kinds[Agent] if isinstance(a, Agent)}, **one.agents}
    return Corpus(
        articles=(one.home.article,),
        agents=tuple(agents[key] for key in sorted(agents)),
        claims=tuple(
            replace(claim, kind="counterAccusation") if claim.id in answers else claim
            for claim in one.claims
        ),
        events=tuple(fact for fact in kinds[Event] if isinstance(fact, Event)),
        stories=(one.told.story,),
        disputes=tuple(
            (f.denying, f.asserting) for f in kinds[Disputed] if isinstance(f, Disputed)
        ),
        origins=tuple(fact for fact in kinds[Origin] if isinstance(fact, Origin)),
        relations=tuple(fact for fact in kinds[Relation] if isinstance(fact, Relation)),
        alike=tuple((f.earlier, f.later) for f in kinds[Alike] if isinstance(f, Alike)),
        series=tuple(fact for fact in kinds[Series] if isinstance(fact, Series)),
        base=base,
    )


def n_triples(triples: Iterable[Triple]) -> bytes:
    """Triples as N-Triples, sorted, none twice."""
    data = ox.serialize(map(engine_triple, set(triples)), format=ox.RdfFormat.N_TRIPLES)
    assert data is not None  # None only where an output stream was given
    return b"".join(sorted(data.splitlines(keepends=True)))


def _rows(part: Corpus) -> Iterator[tuple[str, ...]]:
    """The rows of the claims of an article."""
    labels: dict[str, set[str]] = defaultdict(set)
    for origin in part.origins:
        for claim in origin.claims:
            labels[claim].add(origin.label)
    for told, _ in claim_rows(part):
        cells = {**told, FROM_AFAR[QUERY]: "|".join(sorted(labels[told["claim"]]))}
        yield tuple(cells[name] for name in columns())


@cache
def columns() -> tuple[str, ...]:
    """The columns of the rows."""
    return Store().query(find(QUERY).text).columns


def published(row: tuple[str, ...]) -> str:
    """The day on which the article of a row was published, "" where nobody knows."""
    return row[columns().index("published")]


def place(row: tuple[str, ...]) -> tuple[str, int, str]:
    """What rows of a day are sorted by: article, offset, claim."""
    told = dict(zip(columns(), row, strict=True))
    return told["article"], int(told["start"]), told["claim"]
