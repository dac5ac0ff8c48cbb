"""The processes that `kg` and kernels are forked from: `python -m tests.forked.server FOLDER PID`.

One has loaded the libraries; its own fork has loaded `kg`, its weights and all that a build needs
as well. Who would find the `kg` that was loaded gets a fork of that one, who has another on
PYTHONPATH (a changed copy) a fork of the first. Clients ask at the socket in FOLDER. Python has one
thread in both, so that a fork copies no lock that somebody holds. They go on in the background, and
end with the process PID.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from typing import NoReturn

from tests.forked import programs
from tests.forked.client import LENGTH, NUMBER, SOCKET

LIBRARIES = (
    *("spacy", "onnxruntime", "tokenizers", "lemminflect", "rdflib", "pyoxigraph", "networkx"),
    *("dateparser", "text_to_num", "lxml.html", "ijson", "typer", "rich.table", "lark"),
    *("ipykernel.kernelapp", "pandas", "altair", "vl_convert", "httpx", "mcp.server"),
)


def installed() -> list[str]:
    """Where a Python without PYTHONPATH looks for modules, those of an editable install too."""
    asked = [sys.executable, "-c", "import json, sys; print(json.dumps(sys.path[1:]))"]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = subprocess.run(asked, env=plain, capture_output=True, check=True)
    return list(json.loads(told.stdout))


INSTALLED = installed()


@dataclass(frozen=True)
class Request:
    """What a client asks for; `files` are its files 0 to 2, `asked` is the line to it."""

    argv: list[str]
    cwd: str
    environment: dict[str, str]
    files: tuple[int, ...]
    asked: socket.socket

    def path(self) -> list[str]:
        """Where a Python that is started so looks for modules."""
        given = self.environment.get("PYTHONPATH", "").split(os.pathsep)
        own = [os.path.normpath(Path(self.cwd, folder)) for folder in given if folder]
        return [*own, *INSTALLED]


def read(line: socket.socket, asked: socket.socket | None) -> Request:
    """The request that comes by `line`, with the line to who asked where that is another."""
    head, files, _, _ = socket.recv_fds(line, LENGTH.size, 4)
    told = json.loads(line.recv(LENGTH.unpack(head)[0], socket.MSG_WAITALL))
    return Request(**told, files=tuple(files[:3]), asked=asked or socket.socket(fileno=files[3]))


def hand_on(request: Request, line: socket.socket) -> None:
    """Send a request where another process forks."""
    told = {"argv": request.argv, "cwd": request.cwd, "environment": request.environment}
    data = json.dumps(told).encode()
    socket.send_fds(line, [LENGTH.pack(len(data))], [*request.files, request.asked.fileno()])
    line.sendall(data)
    let_go(request)


def let_go(request: Request) -> None:
    for file in request.files:
        os.close(file)
    request.asked.close()


class Forks:
    """Forks this process for each request that is not handed on."""

    def __init__(self, line: socket.socket, take: Callable[[], Request | None]) -> None:
        self._take, self._running = take, set[int]()
        self._selector = selectors.DefaultSelector()
        self._selector.register(line, selectors.EVENT_READ, self._begin)
        self._selector.register(os.pidfd_open(int(sys.argv[2])), selectors.EVENT_READ, self._end)

    def next(self) -> Request:
        """Returns in forks alone, each with what it is to become."""
        while True:
            for key, _ in self._selector.select():
                request = key.data()
                if request:
                    return request

    def _begin(self) -> Request | None:
        request = self._take()
        if request is None:
            return None
        fork = os.fork()
        if fork == 0:
            return request
        self._running.add(fork)
        request.asked.send(NUMBER.pack(fork))
        ended = os.pidfd_open(fork)
        asked = socket.socket(fileno=os.dup(request.asked.fileno()))
        let_go(request)
        self._selector.register(
            ended, selectors.EVENT_READ, partial(self._tell, fork, ended, asked)
        )
        self._selector.register(asked, selectors.EVENT_READ, partial(self._kill, fork, asked))
        return None

    def _tell(self, fork: int, ended: int, asked: socket.socket) -> None:
        """How a fork ended."""
        _, status = os.waitpid(fork, 0)
        self._running.discard(fork)
        with contextlib.suppress(OSError, KeyError):
            self._selector.unregister(asked)
        with contextlib.suppress(OSError):
            asked.send(NUMBER.pack(os.waitstatus_to_exitcode(status)))
        self._selector.unregister(ended)
        os.close(ended)
        asked.close()

    def _kill(self, fork: int, asked: socket.socket) -> None:
        """The client was killed, and so is what it stands for."""
        self._selector.unregister(asked)
        os.kill(fork, signal.SIGKILL)

    def _end(self) -> None:
        for fork in self._running:
            os.kill(fork, signal.SIGKILL)
        os._exit(0)


def become(request: Request) -> None:
    """Be what the client stands for, as if it had been started."""
    os.setpgid(0, 0)
    streams(request)
    path = request.path()
    let_go(request)
    os.chdir(request.cwd)
    os.environ.clear()
    os.environ.update(request.environment)
    sys.path[:], sys.argv[:] = path, request.argv
    main = sys.modules["__main__"]
    main.__spec__, main.__file__ = None, request.argv[0]
    sys.modules.pop("sitecustomize", None)
    with contextlib.suppress(ModuleNotFoundError):
        import_module("sitecustomize")
    programs.run(Path(request.argv[0]).name)


def streams(request: Request) -> None:
    """Have the client's files, and Python's streams on them, which know whether they can seek."""
    for number, file in enumerate(request.files):
        os.dup2(file, number)
    sys.stdin = sys.__stdin__ = open(0, closefd=False)  # noqa: SIM115 - open as long as the fork
    sys.stdout = sys.__stdout__ = open(1, "w", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", 1, errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.__stderr__ = sys.stderr


def end(code: int) -> NoReturn:
    """As Python ends, short of what libraries do then: onnxruntime waits for a thread of its own,
    which no fork has.
    """
    threading._shutdown()
    atexit._run_exitfuncs()
    for file in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            if not file.closed:
                file.flush()
    os._exit(code)


def loaded(kg: str, request: Request) -> bool:
    """Whether a Python that is started so finds the `kg` of this file."""
    found = PathFinder.find_spec("kg", request.path())
    return found is not None and found.origin == kg


def load() -> None:
    """Load `kg` with its weights, by a small build and a question."""
    import kg
    from kg.cli import main, rows, show  # noqa: F401

    with tempfile.TemporaryDirectory() as folder:
        news, out = Path(folder) / "news.txt", Path(folder) / "graph"
        news.write_text("Eritrea sent troops to Sudan, Ethiopia said.\n", encoding="utf-8")
        kg.build(news, out)
        assert list(kg.open(out).query("claims"))


def serve() -> Request:
    """Load, and fork what is asked for; returns in forks."""
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(Path(sys.argv[1]) / SOCKET))
    door.listen(64)
    if os.fork():
        os._exit(0)
    here, there = socket.socketpair()
    for library in LIBRARIES:
        with contextlib.suppress(ImportError):
            import_module(library)
    found = PathFinder.find_spec("kg")
    assert found and found.origin
    if os.fork() == 0:
        door.close()
        load()
        forks = Forks(there, lambda: read(there, None))
    else:
        forks = Forks(door, partial(_sort, door, here, found.origin))
    assert threading.active_count() == 1
    gc.collect()
    gc.freeze()  # a collection in a fork would copy every page that it marks
    return forks.next()


def _sort(door: socket.socket, further: socket.socket, kg: str) -> Request | None:
    """The next request where this process forks itself; else it is handed on."""
    asked, _ = door.accept()
    request = read(asked, asked)
    if not loaded(kg, request):
        return request
    hand_on(request, further)
    return None


if __name__ == "__main__":
    try:
        become(serve())
    except SystemExit as ended:
        end(ended.code if isinstance(ended.code, int) else int(ended.code is not None))
    except BaseException:
        traceback.print_exc()
        end(1)
    end(0)
