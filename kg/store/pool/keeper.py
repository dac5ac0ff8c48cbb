"""The process that holds a graph and starts a process for each question, sharing its memory.

`python -c "from kg.store.pool.keeper import main; main()" SOCKET GRAPH LIMITS`. It has one thread,
so that a fork copies no lock that somebody holds. A message is a length and a `Question` as JSON,
with two files: one for the answer, one for lines that tell how it goes (the process's number, an
`Outcome`, then how the process ended).
"""

from __future__ import annotations

import contextlib
import gc
import os
import resource
import selectors
import signal
import socket
import struct
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from kg.errors import GraphError
from kg.store.engine import Store
from kg.store.pool import child
from kg.store.pool.carriers import Limits, Outcome, Question, Ready

LENGTH: Final = struct.Struct("!I")
LONG: Final = b"long"
"""The line that says that a query has become a long one."""
_LONG = 0.25
"""Seconds of work after which a query is a long one; a fifth of that is what the page asks."""
_TICK = 0.1  # seconds between two looks at the queries that run
_PRIORITIES: Final = ((_LONG, 19), (_LONG / 4, 5))
"""By seconds of work: long queries get what the others leave, fresh ones go before all."""
_LONG_ONES = 4
"""Times as many long queries as places may run aside; further ones keep their places."""
_RUNAWAY = 1.0
"""Seconds of work after which a query may be ended where further ones wait to go aside."""
_TOGETHER = 4
"""Times the memory of one query that all may take together; beyond, the largest ends."""
_JIFFIES = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(slots=True)
class Running:
    """A question's process: where its end is to be told, its priority, its seconds and bytes.

    `shared` are the bytes of the graph, which it has in common with the others.
    """

    told: int
    shared: int
    priority: int = 0
    worked: float = 0.0
    own: int = 0
    aside: bool = False

    @property
    def waits(self) -> bool:
        """Whether it is a long one and goes behind the others, but has its place among them yet."""
        return self.worked >= _LONG and not self.aside


class Keeper:
    """Answers what comes by the socket, until that is closed."""

    def __init__(self, asked: socket.socket, store: Store, limits: Limits, slots: int) -> None:
        self._asked, self._store, self._limits = asked, store, limits
        self._slots = slots
        self._bases = child.bases(store)
        self._running: dict[int, Running] = {}

    def run(self) -> None:
        """Until nobody asks any more and all that ran has ended."""
        wake, woken = os.pipe()
        os.set_blocking(woken, False)
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(woken, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends it
        with selectors.DefaultSelector() as selector:
            selector.register(self._asked, selectors.EVENT_READ)
            selector.register(wake, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select(_TICK if self._running else None):
                    if key.fd == wake:
                        os.read(wake, 4096)
                    elif not self._take():
                        return
                self._reap()
                self._watch()

    def _take(self) -> bool:
        """Start what is asked next; False where the other end is closed."""
        head, files, _, _ = socket.recv_fds(self._asked, LENGTH.size, 2)
        if not head:
            return False
        (length,) = LENGTH.unpack(head)
        data = self._asked.recv(length, socket.MSG_WAITALL)
        question = msgspec.json.decode(data, type=Question)
        self._start(question, *files)
        return True

    def _start(self, question: Question, answer: int, told: int) -> None:
        pid = os.fork()
        if pid == 0:
            self._answer(question, answer, told)
        os.close(answer)
        self._running[pid] = Running(told, _resident(os.getpid()))

    def _answer(self, question: Question, answer: int, told: int) -> None:
        """In the new process, which ends here."""
        try:
            signal.set_wakeup_fd(-1)
            self._asked.close()
            for other in self._running.values():
                os.close(other.told)
            os.write(told, f"{os.getpid()}\n".encode())
            child.take_on(self._limits)
            with os.fdopen(answer, "wb") as file:
                outcome = child.answer(self._store, question, self._bases, self._limits, file)
            os.write(told, msgspec.json.encode(outcome) + b"\n")
            child.end(0)
        finally:
            child.end(1)

    def _reap(self) -> None:
        """Tell of each process that has ended, and how."""
        while self._running:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            ended = self._running.pop(pid)
            self._tell(ended, f"{os.waitstatus_to_exitcode(status)}\n".encode())
            os.close(ended.told)

    def _watch(self) -> None:
        """Put long queries behind the others; where too many or too large, end one."""
        for pid, running in self._running.items():
            running.worked = _worked(pid)
            running.own = max(_resident(pid) - running.shared, 0)
            wanted = next((p for worked, p in _PRIORITIES if running.worked >= worked), 0)
            if wanted > running.priority:
                running.priority = wanted
                os.setpriority(os.PRIO_PROCESS, pid, wanted)
        self._set_aside()
        together = self._limits.megabytes * 1_000_000 * _TOGETHER
        if sum(running.own for running in self._running.values()) > together:
            message = "all queries together take too much memory, and this one most. Ask for less."
            self._end(lambda running: running.own, message)

    def _set_aside(self) -> None:
        """Take the places of long queries for others; where too many run, end a runaway one."""
        aside = sum(running.aside for running in self._running.values())
        waiting = [running for running in self._running.values() if running.waits]
        room = max(self._slots * _LONG_ONES - aside, 0)
        for running in waiting[:room]:
            running.aside = True
            self._tell(running, LONG + b"\n")
        longest = max((running.worked for running in self._running.values()), default=0.0)
        if waiting[room:] and longest >= _RUNAWAY:
            message = "too many long queries run, and this one ran longest. Ask for less."
            self._end(lambda running: running.worked, message)

    def _end(self, most: Callable[[Running], float], message: str) -> None:
        """End the one that has most of something."""
        pid = max(self._running, key=lambda pid: most(self._running[pid]))
        outcome = msgspec.json.encode(Outcome("busy", message))
        self._tell(self._running[pid], outcome + b"\n")
        os.kill(pid, signal.SIGKILL)

    @staticmethod
    def _tell(running: Running, line: bytes) -> None:
        with contextlib.suppress(OSError):  # who asked has gone
            os.write(running.told, line)


def _resident(pid: int) -> int:
    """Bytes of memory of a process, 0 where the system tells nothing of it."""
    try:
        pages = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * resource.getpagesize()


def _worked(pid: int) -> float:
    """Seconds of work of a process, not of waiting: a busy machine makes no query a long one."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0  # it has ended, or the system tells nothing of it
    return (int(fields[11]) + int(fields[12])) / _JIFFIES


def main() -> None:
    """Load the graph, say so, and keep it."""
    asked = socket.socket(fileno=int(sys.argv[1]))
    limits = msgspec.json.decode(sys.argv[3], type=Limits)
    ready, store = Ready(), Store()
    try:
        store = Store.load(sys.argv[2])
        ready = Ready(len(store), store.named())
    except GraphError as error:
        ready = Ready(fault=str(error))
    if not ready.fault:
        keeper = Keeper(asked, store, limits, int(sys.argv[4]))
        gc.freeze()  # a collection in a fork would copy every page that it marks
    asked.sendall(msgspec.json.encode(ready) + b"\n")
    if not ready.fault:
        keeper.run()
