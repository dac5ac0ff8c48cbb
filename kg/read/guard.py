"""Reading in a process of its own, which may hang, crash or run out of memory at no one's cost.

Parsers of pages, archives and tables are large and in C; one bad input in a million must cost
itself alone. The process is kept from one file to the next and started again where it was lost,
beyond the record that it was lost at.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from kg.errors import StatecraftError
from kg.model import Unread
from kg.read.formats import Format
from kg.read.options import ReadOptions
from kg.read.record import Input
from kg.read.single import Item
from kg.read.worker import DONE, READY

_START = 120.0
"""Seconds in which the process must be there; it takes one on an idle machine."""
_PATIENCE = 10
"""Times the limit, by the clock, that an answer may take: the process counts its own seconds of
work, and this is for what waits without working, on a machine that may be busy."""
_AHEAD = 8
"""Answers that wait for whoever takes them; more would only fill memory."""
_POLL = 0.05  # seconds
_GONE = object()
_SETTINGS = {
    # the same page gives the same text, whatever order sets have in libraries
    "PYTHONHASHSEED": "0",
    # the others reserve more than they use, and what is reserved is bounded
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
_CODE = "from kg.read.worker import main; main()"


class Guard:
    """Reads files in another process. A context manager: the process ends with its block."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[object] = queue.Queue()
        self._listener = threading.Thread()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        tb: TracebackType | None,
    ) -> None:
        self.stop()

    def items(self, given: Input, made: Format, options: ReadOptions) -> Iterator[Item]:
        """What the file gives; Unread where the process was lost.

        Lost at a page, that page is left out; lost between pages, the rest of the file is.
        """
        skip = 0
        finished = False
        try:
            while not finished:
                begun, reached, lost = -1, skip - 1, ""
                for number, items in self._ask(given, made, options, skip):
                    if isinstance(items, str):
                        lost = items
                    elif items is None:
                        begun = number
                    else:
                        reached = max(reached, number)
                        yield from items
                finished = begun <= reached
                if lost:
                    skip = max(begun, reached + 1)
                    yield _lost(given, made, skip, lost, rest=finished)
                    skip += 1
        finally:
            if not finished:
                self.stop()  # who asked has left, and the rest of the answers with them

    def _ask(
        self, given: Input, made: Format, options: ReadOptions, skip: int
    ) -> Iterator[tuple[int, tuple[Item, ...] | str | None]]:
        """Answers from record `skip` on: a number and its items, or None where a page is begun.

        The last answer tells, in words, if the process was lost.
        """
        self._start()
        try:
            self._send((given, made, options, skip))
            while True:
                answer = self._answers.get(timeout=_PATIENCE * options.limits.seconds)
                if answer == DONE:
                    return
                if isinstance(answer, str):
                    self.stop()
                    yield -1, answer
                    return
                if answer is _GONE:
                    yield -1, self._ending(options)
                    return
                yield answer  # type: ignore[misc]  # what the worker sends beside READY and DONE
        except queue.Empty:
            self.stop()
            yield -1, _too_long(options)
        except OSError:
            yield -1, self._ending(options)

    def _start(self) -> None:
        if self._process and self._process.poll() is None:
            return
        self._answers = queue.Queue(_AHEAD)
        path = os.pathsep.join(filter(None, sys.path))
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path, **_SETTINGS},
        )
        self._listener = threading.Thread(
            target=_listen, args=(self._process, self._answers), daemon=True
        )
        self._listener.start()
        try:
            ready = self._answers.get(timeout=_START)
        except queue.Empty:
            ready = None
        if ready != READY:
            self.stop()
            raise StatecraftError(
                sys.executable, "no process to read in could be started", "Free some memory."
            )

    def _send(self, request: object) -> None:
        assert self._process and self._process.stdin
        pickle.dump(request, self._process.stdin)
        self._process.stdin.flush()

    def _ending(self, options: ReadOptions) -> str:
        """In words, how the process ended."""
        code = self._process.wait() if self._process else 0
        self.stop()
        if hasattr(signal, "SIGPROF") and code == -signal.SIGPROF:
            return _too_long(options)
        if code < 0:
            return f"it crashes its parser ({signal.Signals(-code).name})"
        return "it breaks its parser, or takes too much memory"

    def stop(self) -> None:
        """End the process, whatever it is at; the next file starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        while self._listener.is_alive():  # it may wait for room to put what nobody will take
            with contextlib.suppress(queue.Empty):
                self._answers.get(timeout=_POLL)
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe:
                    pipe.close()


def _listen(process: subprocess.Popen[bytes], answers: queue.Queue[object]) -> None:
    assert process.stdout
    try:
        while True:
            answers.put(pickle.load(process.stdout))
    except (EOFError, OSError, ValueError, pickle.UnpicklingError):
        answers.put(_GONE)


def _too_long(options: ReadOptions) -> str:
    return f"it takes longer than {options.limits.seconds:g} seconds"


def _lost(given: Input, made: Format, number: int, reason: str, *, rest: bool) -> Unread:
    if not made.many:
        return Unread(given.shown, reason, "Take it out, or raise --max-seconds.")
    if rest:
        return Unread(f"{given.shown} record {number + 1} and all after it", reason, "Take it out.")
    remedy = "Take it out, or raise --max-seconds."
    return Unread(f"{given.shown} record {number + 1}", reason, remedy)
