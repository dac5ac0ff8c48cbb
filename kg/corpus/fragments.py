"""What is written of each article, kept from one build to the next.

Turtle and rows of an article follow from its portion of the corpus (`kg.corpus.cache.portions`). A
fragment holds both; all fragments together are the graph and its tables, to the byte as if they
had been written in one piece. They come one after the other, so that a corpus is never held as
text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from kg.corpus.cache.identity import digest, writing_identity
from kg.corpus.cache.portions import portions
from kg.corpus.rows import agent_rows, claim_rows
from kg.rdf import iris
from kg.rdf.agents import agent_triples
from kg.rdf.base import rebased
from kg.rdf.infer import inferred
from kg.rdf.terms import Triple
from kg.rdf.triples import beside_agents
from kg.rdf.turtle import blocks
from kg.store.engine import Store
from kg.store.named import find

if TYPE_CHECKING:
    from kg.corpus.cache.readings import Kept
    from kg.model import Agent, Corpus

TABLE = "fragments"
QUERIES = ("claims", "network", "network-agents")
"""Questions whose rows speak of one claim or one agent each, so that they can be put together."""
FROM_AFAR: Mapping[str, str] = {"claims": "origin", "network": "disputes"}
"""By query, the column that tells of other articles: a fragment leaves it empty."""
_AT_ONCE = 64
"""Portions that are looked up, and kept where they are made, together."""

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
    made = dict(zip(missing, map(_fragment, parts), strict=True))
    if kept:
        encode = msgspec.msgpack.Encoder().encode
        kept.put(TABLE, [(key, encode(fragment)) for key, fragment in made.items()])
    return made


def _fragment(part: Corpus) -> Fragment:
    """What is written of a portion; it follows from the portion alone."""
    said = dict(blocks(inferred(rebased(_beside_agents(part), part.base)), part.base))
    for agent in part.agents:
        said.update(_of_agent(agent, part.base))
    told = list(claim_rows(part))
    rows = (
        _cells("claims", (in_table for in_table, _ in told)),
        _cells("network", (row for _, drawn in told for row in drawn)),
        _cells("network-agents", agent_rows(part)),
    )
    return Fragment(tuple(sorted(said.items())), rows)


@lru_cache(maxsize=1 << 12)
def _of_agent(agent: Agent, base: str) -> tuple[tuple[str, bytes], ...]:
    """The Turtle of an agent, who is told of in many articles, and of his offices."""
    return tuple(blocks(inferred(rebased(agent_triples(agent), base)), base))


def _cells(query: str, rows: Iterable[Mapping[str, str]]) -> tuple[Row, ...]:
    names = columns()[query]
    return tuple(tuple(row[name] for name in names) for row in rows)


def own_triples(part: Corpus) -> Iterator[Triple]:
    """Triples of a portion, without what is said of other articles' claims in its events."""
    for agent in part.agents:
        yield from agent_triples(agent)
    yield from _beside_agents(part)


def _beside_agents(part: Corpus) -> Iterator[Triple]:
    own = {iris.claim(claim.id) for claim in part.claims}
    claims = str(iris.claim(""))
    # `str.startswith`, for that of rdflib's terms takes as long as all else here.
    return (t for t in beside_agents(part) if t[0] in own or not str.startswith(t[0], claims))
