"""The side that asks: a keeper started for a graph, and questions to it."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Self

import msgspec

from kg.errors import GraphError
from kg.store.pool.carriers import PATIENCE, Limits, Outcome, Question, Ready
from kg.store.pool.child import out_of_memory
from kg.store.pool.keeper import LENGTH, LONG

_CODE: Final = "from kg.store.pool.keeper import main; main()"
_GONE: Final = "the process that holds the graph has ended. Ask again."
_GRACE = 2.0  # seconds beyond its limit after which a process is ended from here
_OUT_OF_TIME: Final = frozenset({-signal.SIGALRM, -signal.SIGPROF, -signal.SIGXCPU})
_OUT_OF_MEMORY: Final = frozenset({-signal.SIGABRT, -signal.SIGSEGV, -signal.SIGBUS})


@dataclass(frozen=True, slots=True)
class Answer:
    """How a question went, and a file of the answer, at its beginning; close it."""

    outcome: Outcome
    file: BinaryIO
    size: int


class Keeper:
    """A graph held in a process of its own. `close` it: it goes when its last query has ended."""

    def __init__(
        self, process: subprocess.Popen[bytes], asks: socket.socket, limits: Limits, slots: int
    ) -> None:
        self._process, self._asks, self._limits = process, asks, limits
        self._sending = asyncio.Lock()
        self._writing = threading.Lock()  # held also by what goes on after it was cancelled
        self._slots = asyncio.Semaphore(slots)
        self.triples = 0
        self.named: tuple[tuple[str, int], ...] = ()

    @classmethod
    async def start(cls, graph: Path, limits: Limits, slots: int) -> Keeper:
        """A keeper that holds the file `graph`; GraphError where it cannot be loaded."""
        ours, theirs = socket.socketpair()
        settings = msgspec.json.encode(limits).decode()
        path = os.pathsep.join(filter(None, sys.path))
        command = [sys.executable, "-c", _CODE, str(theirs.fileno()), str(graph), settings]
        process = subprocess.Popen(
            [*command, str(slots)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # ours may be a protocol's
            stderr=subprocess.DEVNULL,  # where a process says that it runs out of memory
            pass_fds=(theirs.fileno(),),
            env={**os.environ, "PYTHONPATH": path},
        )
        theirs.close()
        keeper = cls(process, ours, limits, slots)
        try:
            ready = await asyncio.to_thread(_first_line, ours)
        except BaseException:
            keeper.close()
            raise
        if ready.fault:
            keeper.close()
            raise GraphError(*_parts(graph, ready.fault))
        keeper.triples, keeper.named = ready.triples, ready.named
        return keeper

    @property
    def pid(self) -> int:
        """The number of the process that holds the graph; those of queries are its children."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def close(self) -> None:
        """Take no more questions; those that run are answered."""
        self._asks.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.2)

    def kill(self) -> None:
        """End it and whatever it runs."""
        self._process.kill()
        self.close()

    async def ask(self, question: Question) -> Answer:
        """Answer, within the limits; a cancelled question is ended."""
        file = tempfile.TemporaryFile()  # noqa: SIM115 - the answer carries it
        try:
            async with _Place(self._slots) as place:
                outcome = await self._outcome(question, file, place)
        except BaseException:
            file.close()
            raise
        return Answer(outcome, file, file.seek(0, os.SEEK_END) + file.seek(0))

    async def _outcome(self, question: Question, file: BinaryIO, place: _Place) -> Outcome:
        read, write = os.pipe()
        lines = await _reader(read)
        pid = 0
        try:
            await self._sent(question, file, write)
            async with asyncio.timeout(self._limits.seconds * PATIENCE + _GRACE):
                pid = int(await lines.readline() or b"0")
                told = [line async for line in lines if line != LONG or place.leave()]
        except TimeoutError:
            return Outcome("late", self._late())
        except OSError:
            return Outcome("lost", _GONE)
        finally:
            await _end(lines, pid)
        return self._ended(told)

    async def _sent(self, question: Question, file: BinaryIO, told: int) -> None:
        """Ask; what was begun is finished also where this is cancelled, and `told` is closed."""
        try:
            await self._sending.acquire()
        except BaseException:
            os.close(told)
            raise
        try:
            work = asyncio.to_thread(self._send, question, os.dup(file.fileno()), told)
            await asyncio.shield(asyncio.ensure_future(work))
        finally:
            self._sending.release()

    def _send(self, question: Question, answer: int, told: int) -> None:
        try:
            data = msgspec.json.encode(question)
            with self._writing:
                socket.send_fds(self._asks, [LENGTH.pack(len(data))], [answer, told])
                self._asks.sendall(data)
        finally:
            os.close(answer)
            os.close(told)

    def _ended(self, lines: list[bytes]) -> Outcome:
        """From what was told: an outcome, and the exit status."""
        if not lines:
            return Outcome("lost", _GONE)
        if lines[0].startswith(b"{"):
            return msgspec.json.decode(lines[0], type=Outcome)
        code = int(lines[0])
        if code in _OUT_OF_TIME:
            return Outcome("late", self._late())
        if code in _OUT_OF_MEMORY:
            return Outcome("large", out_of_memory(self._limits))
        return Outcome("lost", "the query's process ended before it answered. Ask again.")

    def _late(self) -> str:
        return (
            f"the query took longer than {self._limits.seconds:g} seconds and was stopped. "
            "Join fewer patterns, or add a LIMIT to a subquery."
        )


class _Place:
    """A place among the queries that run. One that has become long leaves it to others."""

    def __init__(self, slots: asyncio.Semaphore) -> None:
        self._slots, self._held = slots, False

    async def __aenter__(self) -> Self:
        self._held = await self._slots.acquire()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.leave()

    def leave(self) -> bool:
        """Give it up, once; False, so that it can stand in a condition."""
        if self._held:
            self._held = False
            self._slots.release()
        return False


class _Lines:
    """A pipe that is read as lines, without a thread."""

    def __init__(self, reader: asyncio.StreamReader, transport: asyncio.ReadTransport) -> None:
        self.readline, self.at_eof = reader.readline, reader.at_eof
        self.close = transport.close

    async def __aiter__(self) -> AsyncIterator[bytes]:
        while line := await self.readline():
            yield line.rstrip()


async def _end(lines: _Lines, pid: int) -> None:
    """End the process that tells by these lines, if it has not ended; it may not have begun."""
    try:
        if not pid:
            async with asyncio.timeout(_GRACE):
                pid = int(await lines.readline() or b"0")
        if pid and not lines.at_eof():
            os.kill(pid, signal.SIGKILL)
    except (TimeoutError, OSError):
        pass
    finally:
        lines.close()


async def _reader(descriptor: int) -> _Lines:
    loop, reader = asyncio.get_running_loop(), asyncio.StreamReader()
    pipe = os.fdopen(descriptor, "rb", buffering=0)
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    return _Lines(reader, transport)


def _first_line(asks: socket.socket) -> Ready:
    with asks.makefile("rb") as lines:
        line = lines.readline()
    if not line:
        return Ready(fault="a process to hold the graph could not be started")
    return msgspec.json.decode(line, type=Ready)


def _parts(graph: Path, fault: str) -> tuple[str, str, str]:
    """The three parts of an error of the graph, that came as one line."""
    rule, _, remedy = fault.removeprefix(f"{graph}: ").partition(". ")
    return str(graph), rule, remedy or "Build the graph again with `kg build`."
