"""The endpoint under load: many clients beside one that sends runaway joins, then abuse.

`python -m tests.benchmarks.serving GRAPH.ttl [--clients 50] [--seconds 60] [--malformed 10000]`
starts `kg serve`, and prints for the quiet run and for the one beside the runaways: requests,
errors, median and 95th percentile in milliseconds, and the most memory that the server and all its
processes had. Ends with 1 where an aim is missed: no error, a median of at most three times the
quiet one, memory within bounds, and an answer after everything.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psutil

from kg.store.named import find
from tests.store.servers import free_address, wait_for

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?i ?c"
QUERIES = (
    "ASK { ?s a <https://w3id.org/statecraft/ontology#Denial> }",
    "SELECT * { ?s <https://w3id.org/statecraft/ontology#stance> ?o } LIMIT 100",
    "CONSTRUCT WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o } LIMIT 50",
    find("agents").text,
)
MEMORY = 256  # MB that a query may take
TIMEOUT = 10  # seconds that it may take
SLOWER = 3.0  # times the quiet median that is allowed beside the runaways
CODE = "from kg.cli.main import run; run()"


@dataclass(frozen=True)
class Run:
    """What the clients saw: seconds of each answer, and the errors; the most memory, in MB."""

    took: list[float]
    errors: list[str]
    memory: float

    @property
    def median(self) -> float:
        return statistics.median(self.took)

    def line(self, name: str) -> str:
        late = sorted(self.took)[int(len(self.took) * 0.95)]
        figures = f"median {self.median * 1000:.0f} ms, 95 % {late * 1000:.0f} ms"
        told = f"{len(self.took)} answers, {len(self.errors)} errors"
        return f"{name}: {told}, {figures}, {self.memory:.0f} MB"


@dataclass(frozen=True)
class Server:
    """A `kg serve` that runs."""

    address: str
    process: psutil.Process

    def memory(self) -> float:
        """What it and its processes have of their own or share, in MB; shared counts once."""
        every = [self.process, *self.process.children(recursive=True)]
        total = 0
        for process in every:
            with contextlib.suppress(psutil.Error):
                total += process.memory_full_info().pss
        return total / 1e6

    async def connect(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        host, _, port = self.address.partition(":")
        return await asyncio.open_connection(host, int(port))


@contextlib.contextmanager
def serving(graph: Path, *options: str):
    """`kg serve` on this graph, until the block ends."""
    address = free_address()
    line = [sys.executable, "-c", CODE, "serve", str(graph), "--port", address.split(":")[1]]
    bounds = ["--timeout", str(TIMEOUT), "--memory", str(MEMORY)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*line, *bounds, *options], stdout=quiet, stderr=quiet) as process:
        try:
            wait_for(process, f"http://{address}/sparql")
            yield Server(address, psutil.Process(process.pid))
        finally:
            process.terminate()
            process.wait(20)


async def status(reader: asyncio.StreamReader) -> int:
    """The status of an answer whose body is read to its end."""
    head = await reader.readuntil(b"\r\n\r\n")
    lengths = [ln for ln in head.lower().split(b"\r\n") if ln.startswith(b"content-length:")]
    await reader.readexactly(int(lengths[0].split(b":")[1]))
    return int(head.split(b" ", 2)[1])


async def client(server: Server, queries: Sequence[str], until: float, run: Run) -> None:
    """One client that asks again and again on one connection."""
    draw = random.Random(id(run))
    reader, writer = await server.connect()
    while time.monotonic() < until:
        target = f"/sparql?query={quote(draw.choice(queries))}"
        begun = time.monotonic()
        writer.write(f"GET {target} HTTP/1.1\r\nHost: {server.address}\r\n\r\n".encode())
        try:
            code = await status(reader)
        except (OSError, asyncio.IncompleteReadError) as error:
            run.errors.append(type(error).__name__)
            reader, writer = await server.connect()
            continue
        run.took.append(time.monotonic() - begun)
        if code != 200:
            run.errors.append(str(code))
    writer.close()


async def watched(server: Server, until: float) -> float:
    """The most memory, looked at every half second."""
    most = 0.0
    while time.monotonic() < until:
        most = max(most, await asyncio.to_thread(server.memory))
        await asyncio.sleep(0.5)
    return most


async def load(server: Server, clients: int, seconds: float, bad: Sequence[str] = ()) -> Run:
    """So many clients for so long, beside one that sends the queries `bad`."""
    until = time.monotonic() + seconds
    run, aside = Run([], [], 0.0), Run([], [], 0.0)
    others = [client(server, QUERIES, until, run) for _ in range(clients)]
    if bad:
        others.append(client(server, bad, until, aside))
    memory, *_ = await asyncio.gather(watched(server, until), *others)
    return Run(run.took, run.errors, memory)


async def _sent(server: Server, data: bytes) -> None:
    with contextlib.suppress(OSError):
        reader, writer = await server.connect()
        writer.write(data)
        await asyncio.wait_for(writer.drain(), 20)
        writer.write_eof()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(reader.read(), 20)
        writer.close()


def _malformed(count: int) -> Iterator[bytes]:
    draw = random.Random(1)
    starts = (b"", b"GET ", b"GET / HTTP/1.1\r\n", b"POST /sparql HTTP/1.1\r\nHost: x\r\n")
    for _ in range(count):
        noise = bytes(draw.choices(range(256), k=draw.randrange(1, 300)))
        yield draw.choice(starts) + noise + b"\r\n\r\n"


async def abuse(server: Server, malformed: int, bodies: int = 3, slow: int = 100) -> None:
    """Requests that are none, bodies of 100 MB, and clients that dribble."""
    gate = asyncio.Semaphore(50)

    async def one(data: bytes) -> None:
        async with gate:
            await _sent(server, data)

    dribbling = [await server.connect() for _ in range(slow)]
    for _, writer in dribbling:
        writer.write(b"GET / HT")
    await asyncio.gather(*(one(data) for data in _malformed(malformed)))
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    chunk = b"100000\r\n" + b"a" * 0x100000 + b"\r\n"
    for _ in range(bodies):
        await _sent(server, head + b"Content-Length: 100000000\r\n\r\n" + b"a" * 10**8)
        await _sent(server, head + b"Transfer-Encoding: chunked\r\n\r\n" + chunk * 100)
    for _, writer in dribbling:
        writer.close()


async def measured(server: Server, clients: int, seconds: float, malformed: int) -> list[str]:
    """Print the figures; what misses its aim, in words."""
    await load(server, clients, min(seconds, 3.0))
    quiet = await load(server, clients, seconds)
    print(quiet.line("quiet"))
    beside = await load(server, clients, seconds, (RUNAWAY, GREEDY))
    print(beside.line("beside runaways"), f"({beside.median / quiet.median:.2f} times as long)")
    before, begun = server.memory(), time.monotonic()
    await abuse(server, malformed)
    after = await load(server, 1, 1.0)
    print(f"{malformed} malformed requests, six bodies of 100 MB, 100 slow clients: "
          f"{time.monotonic() - begun:.0f} s, then {len(after.took)} answers; "
          f"{before:.0f} MB before, {server.memory():.0f} MB after")  # fmt: skip
    failed = [
        f"{len(run.errors)} errors: {run.errors[:5]}" for run in (quiet, beside) if run.errors
    ]
    if beside.median > SLOWER * quiet.median:
        failed.append(f"the median is {beside.median / quiet.median:.1f} times the quiet one")
    if beside.memory > quiet.memory + 4 * MEMORY:
        failed.append(f"{beside.memory:.0f} MB beside runaways, {quiet.memory:.0f} MB without")
    if after.errors or not after.took:
        failed.append("no answer after the abuse")
    return failed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("graph", type=Path)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--malformed", type=int, default=10_000)
    given = parser.parse_args()
    with serving(given.graph) as server:
        work = measured(server, given.clients, given.seconds, given.malformed)
        failed = asyncio.run(work)
    for line in failed:
        print(f"missed: {line}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
