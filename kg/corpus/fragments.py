"""What is written of each article, kept from one build to the next.

Turtle and rows of an article follow from its portion of the corpus (`kg.corpus.cache.portions`). A
fragment holds both; all fragments together are the graph and its tables, to the byte as if they
had been written in one piece. They come one after the other, so that a corpus is never held as
text, and those that are missing are made some at a time: to ask a graph of one article costs
nearly as much as to ask one of thirty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from kg.corpus.cache.identity import digest, writing_identity
from kg.corpus.cache.portions import portions
from kg.rdf import iris
from kg.rdf.base import rebased
from kg.rdf.infer import inferred
from kg.rdf.iris import claim as claim_iri
from kg.rdf.terms import Triple
from kg.rdf.triples import triples
from kg.rdf.turtle import assemble, blocks
from kg.store.engine import Store
from kg.store.named import find

if TYPE_CHECKING:
    from kg.corpus.cache.readings import Kept
    from kg.model import Corpus

TABLE = "fragments"
QUERIES = ("claims", "network", "network-agents")
"""Questions whose rows speak of one claim or one agent each, so that they can be put together."""
FROM_AFAR: Mapping[str, str] = {"claims": "origin", "network": "disputes"}
"""By query, the column that tells of other articles: a fragment leaves it empty."""
_AT_ONCE = 256
"""Portions that are looked up, and made where they are missing, together: an engine takes 40 ms to
prepare a question. Against 32, a thousand articles take a third less time and 20 MB more."""

Row: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """What is written of one article: Turtle by subject, and the rows of each of `QUERIES`."""

    said: tuple[tuple[str, bytes], ...]
    rows: tuple[tuple[Row, ...], ...]


def fragments(corpus: Corpus, kept: Kept | None = None) -> Iterator[tuple[str, Fragment]]:
    """Key and fragment of each portion of `corpus`, in order, from `kept` as far as it holds them.

    New fragments are kept. KnowledgeError where a claim names a class that the ontology lacks.
    """
    identity = writing_identity().encode()
    coming = portions(corpus)
    while parts := list(islice(coming, _AT_ONCE)):
        keys = [digest(identity, msgspec.msgpack.encode(part)) for part in parts]
        found = _known(kept, keys) if kept else {}
        missing = {k: part for k, part in zip(keys, parts, strict=True) if k not in found}
        if missing:
            found |= _made(missing, kept)
        yield from ((key, found[key]) for key in keys)


@cache
def columns() -> dict[str, Row]:
    """The columns of each of `QUERIES`."""
    empty = Store()
    return {name: empty.query(find(name).text).columns for name in QUERIES}


def _known(kept: Kept, keys: Iterable[str]) -> dict[str, Fragment]:
    known: dict[str, Fragment] = {}
    for key, blob in kept.find(TABLE, keys):
        try:
            known[key] = _decoder().decode(blob)
        except msgspec.DecodeError:
            continue  # broken on disk: made anew
    return known


@cache
def _decoder() -> msgspec.msgpack.Decoder[Fragment]:
    return msgspec.msgpack.Decoder(Fragment)


def _made(missing: Mapping[str, Corpus], kept: Kept | None) -> dict[str, Fragment]:
    parts = list(missing.values())
    made = dict(zip(missing, _fragments(parts), strict=True))
    if kept:
        encode = msgspec.msgpack.Encoder().encode
        kept.put(TABLE, [(key, encode(fragment)) for key, fragment in made.items()])
    return made


def _fragments(parts: Sequence[Corpus]) -> Iterator[Fragment]:
    """The fragment of each part; each follows from its part alone."""
    base = parts[0].base
    said = [blocks(inferred(rebased(own_triples(part), base)), base) for part in parts]
    store = Store.of_turtle(*(assemble(dict(words), base) for words in said))
    told = [_rows(store, name, parts) for name in QUERIES]
    for place, words in enumerate(said):
        yield Fragment(tuple(words), tuple(rows[place] for rows in told))


def own_triples(part: Corpus) -> Iterator[Triple]:
    """Triples of a portion, without what is said of other articles' claims in its events."""
    own = {claim_iri(claim.id) for claim in part.claims}
    claims = str(iris.claim(""))
    return (t for t in triples(part) if t[0] in own or not t[0].startswith(claims))


def _rows(store: Store, name: str, parts: Sequence[Corpus]) -> list[tuple[Row, ...]]:
    """The rows of a query that each part has: of its claims, or of the agents that it names."""
    found = store.query(find(name).text)
    if name == QUERIES[-1]:
        keys = [{agent.key for agent in part.agents} for part in parts]
        return [tuple(row for row in found.rows if row[0] in own) for own in keys]
    place = found.columns.index("article")
    cell = found.columns.index(FROM_AFAR[name])
    of: dict[str, list[Row]] = {}
    for row in found.rows:
        of.setdefault(row[place], []).append((*row[:cell], "", *row[cell + 1 :]))
    return [tuple(row for a in part.articles for row in of.get(a.name, ())) for part in parts]
