"""The process in which guarded formats are read.

It takes requests from its standard input and answers on its standard output, both as pickles. It
may be killed at any moment; its parent (`kg.read.guard`) then knows how far it came.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import sys
import time
from typing import BinaryIO, TypeGuard

from kg.read.formats import Format
from kg.read.options import ReadOptions
from kg.read.record import Found, Input, Record
from kg.read.single import Item, items, records

MEMORY = 900 * 2**20
"""Bytes of data that the process may take; a page of ten megabytes of text takes a third."""
READY, DONE = "ready", "done"
_TICK = 0.5  # seconds between signs of life while records are passed over


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing else may write between answers
    logging.disable(logging.CRITICAL)  # libraries tell of pages what the answer tells
    _bound_memory()
    _answer(answers, READY)
    while True:
        try:
            given, made, options, skip = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        try:
            _read(answers, given, made, options, skip)
        except BaseException as error:  # told to the parent; panics of Rust are no Exception
            _answer(answers, f"reading it failed: {type(error).__name__}: {error}")
            return


def _bound_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows, where nothing bounds it
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


def _bound_time(seconds: float) -> None:
    """Let the system end this process after so many seconds of work from now on; 0: never.

    Of work and not by the clock, so that a busy machine declines no more than an idle one.
    """
    if hasattr(signal, "setitimer"):  # not on Windows, where the parent's clock has to do
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _read(answers: BinaryIO, given: Input, made: Format, options: ReadOptions, skip: int) -> None:
    """Answer with the number of each record from `skip` on and its items; then DONE.

    Before a page, whose parser may not come back, its number goes ahead without items.
    """
    spoken = time.monotonic()
    _bound_time(options.limits.seconds)
    for number, found in enumerate(records(given, made, options)):
        wanted = number >= skip and found is not None
        if wanted and _is_page(found):
            _answer(answers, (number, None))
        if wanted or time.monotonic() - spoken > _TICK:
            _answer(answers, (number, tuple(_items(found, given, options)) if wanted else ()))
            spoken = time.monotonic()
        _bound_time(options.limits.seconds)
    _bound_time(0)
    _answer(answers, DONE)


def _is_page(found: Found) -> TypeGuard[Record]:
    return isinstance(found, Record) and isinstance(found.content, bytes)


def _items(found: Found, given: Input, options: ReadOptions) -> list[Item]:
    # imported when there is a page: its libraries take longer to load than a table to be read
    if not _is_page(found):
        return list(items(found, given, options))
    from kg.read.page import extracted  # noqa: PLC0415

    try:
        parts = list(extracted(found, options))
    except MemoryError:
        return [found.unread(f"it takes over {MEMORY:,} bytes of memory", _TAKE_OUT)]
    except Exception as error:  # a parser of pages meets what nobody foresaw
        reason = f"the page breaks its parser ({type(error).__name__})"
        return [found.unread(reason, _TAKE_OUT)]
    return [item for part in parts for item in items(part, given, options)]


def _answer(answers: BinaryIO, message: object) -> None:
    pickle.dump(message, answers)
    answers.flush()


_TAKE_OUT = "Give its text as .txt."
