"""What a query's own process does: it takes on its bounds, answers into a file and tells how.

It is forked from the keeper, which holds the graph: nothing is loaded, and memory is shared.
"""

from __future__ import annotations

import math
import os
import resource
import signal
from pathlib import Path
from typing import BinaryIO, Final
from urllib.parse import unquote

import msgspec
import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.dataset import Dataset
from kg.store.engine import ServiceError, Store
from kg.store.pool.carriers import PATIENCE, Limits, Outcome, Question
from kg.store.pool.counted import Counted, TooLarge, at_most
from kg.store.prefixes import PREFIXES
from kg.store.show import claim_card

_MEMORY: Final = Path("/proc/self/statm")  # Linux; elsewhere memory is not bounded
_DEFAULT: Final = ox.DefaultGraph()


def take_on(limits: Limits) -> None:
    """The bounds that the system keeps: seconds of work and by the clock, memory, no core file."""
    for ending in (signal.SIGPROF, signal.SIGALRM):
        signal.signal(ending, signal.SIG_DFL)  # ends the process, whatever it is at
    signal.setitimer(signal.ITIMER_PROF, limits.seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds * PATIENCE)
    _bound(resource.RLIMIT_CPU, math.ceil(limits.seconds) + 1)
    _bound(resource.RLIMIT_CORE, 0)
    if _MEMORY.is_file():
        pages = int(_MEMORY.read_text(encoding="ascii").split()[0])
        size = pages * resource.getpagesize() + limits.megabytes * 1_000_000
        _bound(resource.RLIMIT_AS, size)


def _bound(what: int, value: int) -> None:
    _, hard = resource.getrlimit(what)
    most = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (most, hard))


def answer(
    store: Store, question: Question, bases: tuple[str, ...], limits: Limits, file: BinaryIO
) -> Outcome:
    """Write the answer into `file` and say how it went."""
    try:
        if question.kind == "find":
            return _found(store, question.text, bases)
        if question.kind == "dump":
            return _dumped(store, question, file)
        if question.kind == "card":
            file.write(msgspec.json.encode(claim_card(store, question.text)))
            return Outcome("answered", media="application/json")
        return _queried(store, question, limits, file)
    except ServiceError as error:
        return Outcome("refused", str(error))
    except QueryError as error:
        return Outcome("wrong", str(error))
    except TooLarge as error:
        return Outcome("large", f"{error}. Ask for less, with LIMIT and OFFSET.")
    except MemoryError:
        return Outcome("large", out_of_memory(limits))


def out_of_memory(limits: Limits) -> str:
    """Why a query was ended that took too much memory."""
    return (
        f"the query took more than {limits.megabytes} MB of memory. "
        "Join fewer patterns, or ask for less at once."
    )


def _queried(store: Store, question: Question, limits: Limits, file: BinaryIO) -> Outcome:
    got = store.evaluate(question.text, _dataset(store, question))
    size = limits.answer_megabytes * 1_000_000
    if isinstance(got, ox.QueryTriples):
        form = ox.RdfFormat.from_media_type(question.triples) if question.triples else None
        if form is None:
            return Outcome("unacceptable", _wanted("a graph", "Turtle, N-Triples, JSON-LD"))
        triples = at_most(got, limits.rows, "the answer has more than {:,} triples".format)
        out = Counted(file, None, limits.rows, size)
        ox.serialize(triples, out, format=form, prefixes=_prefixes(form))  # type: ignore[arg-type]
        return Outcome("answered", media=question.triples)
    results = ox.QueryResultsFormat.from_media_type(question.rows) if question.rows else None
    ask = isinstance(got, ox.QueryBoolean)
    if results is None or (ask and results.name.endswith(("CSV", "TSV"))):
        formats = "JSON or XML" if ask else "JSON, XML, CSV or TSV"
        return Outcome("unacceptable", _wanted("a truth" if ask else "rows", formats))
    got.serialize(Counted(file, results, limits.rows, size), format=results)  # type: ignore[arg-type]
    return Outcome("answered", media=question.rows)


def _wanted(what: str, formats: str) -> str:
    return f"the answer is {what}, in none of the formats that Accept names. There are {formats}."


def _dataset(store: Store, question: Question) -> Dataset | None:
    """What query or protocol name; QueryError where a graph of it is not here."""
    default, named = question.dataset, question.named
    if not default and not named:
        default, named = store.graphs_named(question.text)
    if not default and not named:
        return None
    for name in default:
        if name != question.name:
            _held(store, name, question.name)
    for name in named:
        _held(store, name, question.name)
    together = [_DEFAULT] if question.name in default else [ox.NamedNode(iri) for iri in default]
    return Dataset(together, [ox.NamedNode(iri) for iri in named])


def _held(store: Store, name: str, default: str) -> None:
    if not _holds(store, name):
        rule = "there is no graph of this name"
        remedy = f"Leave it out, or name one that GRAPH ?g finds; FROM also takes {default}."
        raise QueryError(name, rule, remedy)


def _holds(store: Store, name: str) -> bool:
    try:
        return store.engine.contains_named_graph(ox.NamedNode(name))
    except ValueError:  # no IRI at all
        return False


def _dumped(store: Store, question: Question, file: BinaryIO) -> Outcome:
    form = ox.RdfFormat.from_media_type(question.triples)
    if form is None:
        return Outcome("unacceptable", _wanted("a graph", "Turtle, N-Triples, JSON-LD, RDF/XML"))
    if question.text and not _holds(store, question.text):
        remedy = "/sparql without a query tells which there are"
        return Outcome("missing", f"there is no graph {question.text} here; {remedy}")
    graph = ox.NamedNode(question.text) if question.text else _DEFAULT
    store.engine.dump(file, form, from_graph=graph, prefixes=_prefixes(form))
    return Outcome("answered", media=question.triples)


def _prefixes(form: ox.RdfFormat) -> dict[str, str]:
    return {} if form == ox.RdfFormat.JSON_LD else dict(PREFIXES)  # it takes none, and says so


def _found(store: Store, path: str, bases: tuple[str, ...]) -> Outcome:
    """The IRI of the graph that ends in this path, as it stands or with its escapes undone."""
    for base in bases:
        for iri in dict.fromkeys((base + path, base + unquote(path))):
            try:
                node = ox.NamedNode(iri)
            except ValueError:
                continue
            about = store.engine.quads_for_pattern(node, None, None, None)
            named = store.engine.quads_for_pattern(None, None, node, None)
            if next(about, None) or next(named, None):
                return Outcome("answered", iri)
    return Outcome("missing", "the graph tells nothing of this")


def bases(store: Store) -> tuple[str, ...]:
    """Scheme and host of every IRI that is a subject, sorted."""
    subjects = store.engine.query("SELECT DISTINCT ?s WHERE { ?s ?p ?o }")
    found = {"/".join(row[0].value.split("/", 3)[:3]) for row in subjects}  # type: ignore[union-attr]
    return tuple(sorted(base for base in found if "://" in base))


def end(status: int) -> None:
    """Leave at once: nothing of the keeper's is to be closed or flushed here."""
    os._exit(status)
