"""The endpoint beside a client that sends runaway joins, and after abuse, in short."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from tests.benchmarks.serving import GREEDY, MEMORY, RUNAWAY, Run, Server, abuse, load, serving
from tests.store.graphs import SAMPLE


async def run(server: Server) -> tuple[Run, Run, float]:
    beside = await load(server, 8, 1.0, (RUNAWAY, GREEDY))
    await abuse(server, 40, bodies=1, slow=10)
    return beside, await load(server, 2, 0.5), server.memory()


def test_nobody_else_sees_an_error_and_the_server_goes_on():
    with serving(SAMPLE, "--timeout", "3") as server, ThreadPoolExecutor(1) as pool:
        beside, after, memory = pool.submit(asyncio.run, run(server)).result(timeout=120)
    assert beside.errors == after.errors == []
    assert beside.took and after.took
    assert beside.memory < 4 * MEMORY
    assert memory < MEMORY
