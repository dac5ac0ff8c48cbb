from __future__ import annotations

import shutil
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from kg.store.http.app import Settings, application
from kg.store.http.server import server
from kg.store.pool.carriers import Limits
from tests.store.graphs import SAMPLE
from tests.store.servers import PATIENCE, free_address

LIMITS = Limits(seconds=5.0, rows=400, megabytes=256)
TRIG = """\
@prefix x: <http://example.org/> .
x:shared x:label "shared" .
x:one { x:a x:tells 1 . x:b x:tells 1 }
x:two { x:a x:tells 2 }
"""
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""The same for all that is asked: to load the authorities of a machine, of which no test has need,
takes longer than most queries."""
PAGE = "<!doctype html><title>The network</title>"


@dataclass(frozen=True)
class Served:
    """A server that runs: its address, the file that it serves and the lines of its log."""

    url: str
    graph: Path
    log: list[str]

    def get(self, path: str, **more: object) -> httpx.Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: object) -> httpx.Response:
        return self.ask("POST", path, **more)

    def ask(self, method: str, path: str, **more: object) -> httpx.Response:
        """The answer to a request on a connection of its own."""
        return httpx.request(method, self.url + path, timeout=PATIENCE, verify=PLAIN, **more)

    def query(self, sparql: str, accept: str = "application/json") -> httpx.Response:
        return self.get("/sparql", params={"query": sparql}, headers={"Accept": accept})


@contextmanager
def serving(
    folder: Path, limits: Limits = LIMITS, trig: str = "", **settings: object
) -> Iterator[Served]:
    """The sample, or this TriG, served from `folder` until the block ends."""
    graph, page = folder / ("graph.trig" if trig else "graph.ttl"), folder / "graph.html"
    if trig:
        graph.write_text(trig, encoding="utf-8")
    else:
        shutil.copy(SAMPLE, graph)
    page.write_text(PAGE, encoding="utf-8")
    host, _, port = free_address().partition(":")
    log: list[str] = []
    app = application(Settings(graph, page, limits, **settings), log.append)
    web = server(app, host, int(port), log.append)
    thread = threading.Thread(target=web.run)
    thread.start()
    end = time.monotonic() + PATIENCE
    while not web.started:
        assert time.monotonic() < end and thread.is_alive()
        time.sleep(0.01)
    try:
        yield Served(f"http://{host}:{port}", graph, log)
    finally:
        web.should_exit = True
        thread.join(PATIENCE)


Serving = Callable[..., Served]


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="session")
def quads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """TriG that is served: two named graphs beside the default one."""
    with serving(tmp_path_factory.mktemp("quads"), trig=TRIG) as running:
        yield running
