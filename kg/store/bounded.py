"""A query in a process of its own, which a limit of time or Ctrl-C really ends.

The engine gives no sign of life while it joins, so nothing in its own process could stop it.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from types import MappingProxyType
from typing import Final, TypeVar, cast

from kg.errors import QueryError, StatecraftError
from kg.store.engine import Rows, Store, first_line
from kg.store.who import asked

SECONDS: Final = 60.0
"""How long a query may take unless told; the slowest shipped one takes 2 s on 200,000 triples."""

_READY = "ready"
_GRACE = 5  # seconds after which a process whose parent was killed ends itself
T = TypeVar("T")


def answer(
    load: Callable[[], Store],
    sparql: str,
    shape: Callable[[Rows], T],
    seconds: float = SECONDS,
    values: Mapping[str, str] = MappingProxyType({}),
) -> T:
    """What `shape` makes of the rows of a query, within `seconds` of the graph's being loaded.

    0 seconds are no limit. `values` are for parameters of the query (`kg.store.who`). `load` gives
    the graph; both it and `shape` must be fit for another
    process (functions of a module, or partials of them). QueryError where the query fails, or
    takes longer and is ended; also what the two raise. An interrupt ends the other process too.
    """
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    ask = partial(_ask, sparql=sparql, values=dict(values))
    given = (theirs, load, ask, shape, seconds)
    process = context.Process(target=_work, args=given, daemon=True)  # type: ignore[attr-defined]
    try:
        with _uninterrupted():
            process.start()
        theirs.close()
        got = _received(ours, sparql, seconds)
    finally:
        if process.pid is not None:
            process.kill()
            process.join()
        ours.close()
    if isinstance(got, Exception):
        raise got
    return cast("T", got)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """An interrupt waits meanwhile: a process that has begun but is not known yet goes on alone."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def too_long(sparql: str, seconds: float, option: str) -> QueryError:
    """The error of a query that was ended at its limit of time, which `option` raises."""
    rule = f"it took longer than {seconds:g} seconds and was stopped"
    remedy = f"Join fewer patterns, add a LIMIT to a subquery, or raise {option}."
    return QueryError(first_line(sparql), rule, remedy)


def _received(ours: Connection, sparql: str, seconds: float) -> object:
    try:
        got = ours.recv()
        if got == _READY:
            if not ours.poll(seconds or None):
                raise too_long(sparql, seconds, "--timeout (0 for no limit)")
            got = ours.recv()
    except EOFError:
        rule = "its process ended before it answered; most likely it ran out of memory"
        raise QueryError(first_line(sparql), rule, "Ask for less at once.") from None
    return got


def _ask(store: Store, sparql: str, values: Mapping[str, str]) -> Rows:
    return store.query(asked(store, sparql, values))


def _work(
    pipe: Connection,
    load: Callable[[], Store],
    ask: Callable[[Store], Rows],
    shape: Callable[[Rows], object],
    seconds: float,
) -> None:
    """Runs in the other process: the graph, then the answer or the error, go into the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal tells both; the parent decides
    with suppress(BrokenPipeError):
        try:
            store = load()
            pipe.send(_READY)
            if seconds and hasattr(signal, "setitimer"):
                signal.signal(signal.SIGALRM, signal.SIG_DFL)
                signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE)
            pipe.send(shape(ask(store)))
        except (StatecraftError, OSError) as error:
            pipe.send(error)
