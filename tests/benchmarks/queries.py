"""How long each question takes on a large graph: `python -m tests.benchmarks.queries GRAPH.ttl`.

GRAPH is that of a build; `--times N` asks it of N copies of the graph, each with articles, claims
and events of its own and the same states and places, so that a million claims need not be linked
first. Prints seconds of work of the engine and rows of each query: asked for everything, and with
`--who NAME` (a state's code) and `--since DAY` for what a reader asks for, where it takes these.
"""

from __future__ import annotations

import argparse
import re
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.store.named import NamedQuery, catalogue
from kg.store.parameters import filled

_OWN = re.compile(rb"\b(claim|event|series|story|origin):(?=[\w])|\b(drawn)(?=0)")
_BULK = 20
"""Copies loaded at a time."""


@dataclass(frozen=True)
class Took:
    """What one query cost: seconds of work until its first row and until its last, and its rows."""

    query: str
    asked: str
    first: float
    seconds: float
    rows: int


def copies(graph: Path, times: int) -> Iterator[bytes]:
    """The Turtle of `graph`, as often as is asked for."""
    words = graph.read_bytes()
    for number in range(times):
        yield _OWN.sub(_renamed(f"c{number}-".encode()), words) if number else words


def _renamed(mark: bytes):  # type: ignore[no-untyped-def]
    def put(found: re.Match[bytes]) -> bytes:
        return found[1] + b":" + mark if found[1] else mark + found[2]

    return put


def loaded(graph: Path, times: int) -> ox.Store:
    """The copies in one store in memory."""
    store = ox.Store()
    for turtle in copies(graph, times):
        store.bulk_load(turtle, format=ox.RdfFormat.TURTLE)
    return store


def took(store: ox.Store, query: NamedQuery, values: Mapping[str, str]) -> Took:
    """Ask one query with what it takes of `values`."""
    known = {name: value for name, value in values.items() if name in query.parameters}
    begun, first, rows = time.process_time(), 0.0, 0
    for _ in store.query(filled(query.text, known)):
        first = first or time.process_time() - begun
        rows += 1
    asked = " ".join(f"{name}={value}" for name, value in known.items())
    return Took(query.name, asked, first, time.process_time() - begun, rows)


def megabytes() -> int:
    """Memory that this process holds at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("names", nargs="*", help="queries, all where none is given")
    parser.add_argument("--times", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="of queries, those that ship where none")
    parser.add_argument("--who")
    parser.add_argument("--since")
    given = parser.parse_args()
    store = loaded(given.graph, given.times)
    sys.stdout.write(f"{len(store):,} triples, {megabytes():,} MB\n")
    asked = {name: getattr(given, name) for name in ("who", "since") if getattr(given, name)}
    for query in catalogue(given.folder):
        if given.names and query.name not in given.names:
            continue
        for values in ({}, asked) if asked and asked.keys() & set(query.parameters) else ({},):
            cost = took(store, query, values)
            told = f"{cost.seconds:8.2f} s ({cost.first:6.2f} to the first) {cost.rows:>9,} rows"
            sys.stdout.write(f"{cost.query:16} {told}  {cost.asked}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
