"""What is written of each article, kept from one build to the next.

Turtle and rows of an article follow from its portion of the corpus (`kg.corpus.cache.portions`). A
fragment holds both; all fragments together are the graph and its tables, to the byte as if they
had been written in one piece.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from kg.corpus.cache.identity import digest, writing_identity
from kg.corpus.cache.portions import portions
from kg.rdf import iris
from kg.rdf.base import rebased
from kg.rdf.dataset import dataset_triples
from kg.rdf.graph import told
from kg.rdf.infer import inferred
from kg.rdf.iris import claim as claim_iri
from kg.rdf.terms import Triple
from kg.rdf.triples import triples
from kg.rdf.turtle import assemble, blocks, turtle
from kg.store.engine import Rows, Store
from kg.store.named import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.corpus.cache.readings import Kept
    from kg.model import Corpus

TABLE = "fragments"
QUERIES = ("claims", "network", "network-agents")
"""Questions whose rows speak of one claim or one agent each, so that they can be put together."""
_AT_ONCE = 100  # new fragments kept in one transaction


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is written of one article: Turtle by subject, and the rows of each of `QUERIES`."""

    said: tuple[tuple[str, bytes], ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


@dataclass(frozen=True, slots=True)
class Written:
    """Everything that is written of a corpus: its Turtle, and the rows of `QUERIES` by name."""

    turtle: bytes
    rows: dict[str, Rows]
    keys: tuple[str, ...]


def written(corpus: Corpus, kept: Kept | None = None) -> Written:
    """The Turtle of `corpus` and the rows of its tables, from `kept` as far as it holds them.

    New fragments are kept. KnowledgeError where a claim names a class that the ontology lacks.
    """
    parts = list(portions(corpus))
    identity = writing_identity().encode()
    keys = [digest(identity, msgspec.msgpack.encode(part)) for part in parts]
    fragments = _known(kept, keys)
    missing = ((k, part) for k, part in zip(keys, parts, strict=True) if k not in fragments)
    for key, fragment in _made(missing, kept):
        fragments[key] = fragment
    ordered = [fragments[key] for key in keys]
    columns = _columns()
    return Written(
        turtle=_turtle(ordered, corpus),
        rows={
            name: Rows(columns[name], _rows(name, (f.rows[place] for f in ordered)))
            for place, name in enumerate(QUERIES)
        }
        | _from_afar(columns, ordered, corpus),
        keys=tuple(keys),
    )


def _known(kept: Kept | None, keys: Iterable[str]) -> dict[str, Fragment]:
    decoder = msgspec.msgpack.Decoder(Fragment)
    found = kept.find(TABLE, keys) if kept else ()
    known: dict[str, Fragment] = {}
    for key, blob in found:
        try:
            known[key] = decoder.decode(blob)
        except msgspec.DecodeError:
            continue  # broken on disk: made anew
    return known


def _made(
    missing: Iterable[tuple[str, Corpus]], kept: Kept | None
) -> Iterator[tuple[str, Fragment]]:
    encode = msgspec.msgpack.Encoder().encode
    held: list[tuple[str, bytes]] = []
    for key, part in missing:
        fragment = _fragment(part)
        held.append((key, encode(fragment)))
        if kept and len(held) >= _AT_ONCE:
            kept.put(TABLE, held)
            held = []
        yield key, fragment
    if kept and held:
        kept.put(TABLE, held)


def _fragment(part: Corpus) -> Fragment:
    said = blocks(inferred(rebased(_own(part), part.base)), part.base)
    store = Store.of_turtle(assemble(dict(said), part.base))
    asked = QUERIES if part.claims else QUERIES[-1:]
    rows = {name: store.query(find(name).text).rows for name in asked}
    return Fragment(tuple(said), tuple(rows.get(name, ()) for name in QUERIES))


def _own(part: Corpus) -> Iterator[Triple]:
    """Without what is said of claims of other articles, to which events refer."""
    own = {claim_iri(claim.id) for claim in part.claims}
    claims = str(iris.claim(""))
    return (t for t in triples(part) if t[0] in own or not t[0].startswith(claims))


def _turtle(fragments: Sequence[Fragment], corpus: Corpus) -> bytes:
    said: dict[str, bytes] = {}
    for fragment in fragments:
        for subject, words in fragment.said:
            if said.setdefault(subject, words) != words:
                # Two articles say different things of one node: only together is it whole.
                return turtle(told(corpus), corpus.base)
    if corpus.dataset:
        of_dataset = dataset_triples(corpus, corpus.dataset)
        said |= dict(blocks(inferred(of_dataset), corpus.base))
    return assemble(said, corpus.base)


def _rows(name: str, found: Iterable[tuple[tuple[str, ...], ...]]) -> tuple[tuple[str, ...], ...]:
    """The rows of all articles; each agent once, in order of key."""
    rows = (row for some in found for row in some)
    return tuple(sorted(set(rows))) if name == QUERIES[-1] else tuple(rows)


def _from_afar(
    columns: dict[str, tuple[str, ...]], fragments: Sequence[Fragment], corpus: Corpus
) -> dict[str, Rows]:
    """The rows of queries that tell of other articles: what a claim disputes and goes back to."""
    disputes: dict[str, set[str]] = defaultdict(set)
    origins: dict[str, set[str]] = defaultdict(set)
    for denying, asserting in corpus.disputes:
        disputes[denying].add(asserting)
    for origin in corpus.origins:
        for member in origin.claims:
            origins[member].add(origin.label)
    told = {"network": ("disputes", disputes), "claims": ("origin", origins)}
    found: dict[str, Rows] = {}
    for name, (column, values) in told.items():
        rows = (row for part in fragments for row in part.rows[QUERIES.index(name)])
        claim, cell = columns[name].index("claim"), columns[name].index(column)
        found[name] = Rows(
            columns[name], tuple(_filled(row, cell, values.get(row[claim])) for row in rows)
        )
    return found


def _filled(row: tuple[str, ...], cell: int, values: Iterable[str] | None) -> tuple[str, ...]:
    return (*row[:cell], "|".join(sorted(values)), *row[cell + 1 :]) if values else row


@cache
def _columns() -> dict[str, tuple[str, ...]]:
    empty = Store()
    return {name: empty.query(find(name).text).columns for name in QUERIES}
