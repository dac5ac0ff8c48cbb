"""A query in its own process: its bounds hold, and nothing of it stays."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

import psutil
import pytest

from kg.errors import GraphError
from kg.store.engine import Store
from kg.store.pool.carriers import Limits, Outcome, Question
from kg.store.pool.client import Keeper
from tests.store.graphs import SAMPLE

T = TypeVar("T")
LIMITS = Limits(seconds=1.0, rows=50, megabytes=200)
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?f ?i ?c"
ASK = "ASK { ?s ?p ?o }"


def apart(work: Coroutine[None, None, T]) -> T:
    """In a thread of its own: the browser of other tests has a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def with_keeper(work: Callable[[Keeper], Awaitable[T]], limits: Limits = LIMITS, slots=4) -> T:
    async def run() -> T:
        keeper = await Keeper.start(SAMPLE, limits, slots)
        try:
            return await work(keeper)
        finally:
            keeper.kill()

    return apart(run())


async def outcome(keeper: Keeper, sparql: str, **more: object) -> Outcome:
    answer = await keeper.ask(Question(sparql, **more))
    answer.file.close()
    return answer.outcome


def asked(sparql: str, limits: Limits = LIMITS, **more: object) -> Outcome:
    return with_keeper(lambda keeper: outcome(keeper, sparql, **more), limits)


def test_the_answer_lies_in_a_file_and_its_size_is_told():
    async def work(keeper: Keeper) -> tuple[bytes, int, int]:
        answer = await keeper.ask(Question(ASK))
        with answer.file as file:
            return file.read(), answer.size, keeper.triples

    text, size, triples = with_keeper(work)
    assert text == b'{"head":{},"boolean":true}'
    assert size == len(text)
    assert triples == len(Store.load(SAMPLE))


def test_a_runaway_ends_at_its_limit_of_time():
    late = asked(RUNAWAY)
    assert late.status == "late"
    assert "1 seconds" in late.message


@pytest.mark.parametrize("accept", ["json", "xml"])
@pytest.mark.parametrize(("rows", "status"), [(50, "answered"), (51, "large")])
def test_rows_are_counted(accept, rows, status):
    sparql = f"SELECT * {{ ?s ?p ?o }} LIMIT {rows}"
    assert asked(sparql, rows=f"application/sparql-results+{accept}").status == status


@pytest.mark.parametrize("media", ["text/csv", "text/tab-separated-values"])
@pytest.mark.parametrize(("rows", "status"), [(50, "answered"), (51, "large")])
def test_rows_of_tables_are_counted(media, rows, status):
    assert asked(f"SELECT ?s {{ ?s ?p ?o }} LIMIT {rows}", rows=media).status == status


@pytest.mark.parametrize(("triples", "status"), [(50, "answered"), (51, "large")])
def test_triples_are_counted(triples, status):
    assert asked(f"CONSTRUCT WHERE {{ ?s ?p ?o }} LIMIT {triples}").status == status


def test_the_whole_graph_may_be_larger_than_an_answer():
    assert asked("", kind="dump").status == "answered"


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is bounded on Linux")
def test_memory_is_bounded():
    greedy = asked(GREEDY, Limits(seconds=20.0, rows=50, megabytes=100))
    assert greedy.status == "large"
    assert "100 MB" in greedy.message


def test_a_broken_graph_is_an_error_with_its_three_parts(tmp_path):
    broken = tmp_path / "broken.ttl"
    broken.write_text("<x:a> <x:b> <x:c> . <", encoding="utf-8")
    with pytest.raises(GraphError) as caught:
        apart(Keeper.start(broken, LIMITS, 4))
    assert caught.value.value == str(broken)
    assert "no valid Turtle" in caught.value.rule


def test_what_was_cancelled_is_ended():
    async def work(keeper: Keeper) -> list[psutil.Process]:
        task = asyncio.create_task(outcome(keeper, RUNAWAY))
        while not (running := working(keeper)):
            await asyncio.sleep(0.01)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return await asyncio.to_thread(lambda: psutil.wait_procs(running, 10)[1])

    assert with_keeper(work, Limits(seconds=60.0)) == []


def working(keeper: Keeper) -> list[psutil.Process]:
    """The processes of queries."""
    return psutil.Process(keeper.pid).children()


LONG = Limits(seconds=120.0)


def test_quick_queries_do_not_wait_for_long_ones():
    async def work(keeper: Keeper) -> list[str]:
        long = [asyncio.create_task(outcome(keeper, RUNAWAY)) for _ in range(4)]
        await asyncio.sleep(0.1)
        quick = [await outcome(keeper, ASK) for _ in range(5)]
        assert not any(task.done() for task in long)
        for task in long:
            task.cancel()
        await asyncio.gather(*long, return_exceptions=True)
        return [o.status for o in quick]

    assert with_keeper(work, LONG, slots=4) == ["answered"] * 5


@pytest.mark.parametrize(
    ("sparql", "count", "limits"),
    [(RUNAWAY, 6, LONG), (GREEDY, 6, Limits(seconds=120.0, megabytes=100))],
    ids=["many", "large"],
)
def test_of_too_many_or_too_large_queries_one_is_ended(sparql, count, limits):
    async def work(keeper: Keeper) -> str:
        asked = [asyncio.create_task(outcome(keeper, sparql)) for _ in range(count)]
        done, going = await asyncio.wait(asked, return_when=asyncio.FIRST_COMPLETED)
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)
        return done.pop().result().status

    assert with_keeper(work, limits, slots=1 if sparql == RUNAWAY else 6) in {"busy", "large"}


def test_a_keeper_that_is_killed_is_told_of():
    async def work(keeper: Keeper) -> tuple[Outcome, Outcome]:
        task = asyncio.create_task(outcome(keeper, RUNAWAY))
        while not (running := working(keeper)):
            await asyncio.sleep(0.01)
        psutil.Process(running[0].ppid()).kill()
        running[0].kill()
        lost = await task
        while keeper.alive:
            await asyncio.sleep(0.01)
        return lost, await outcome(keeper, ASK)

    lost, after = with_keeper(work, Limits(seconds=60.0))
    assert (lost.status, after.status) == ("lost", "lost")


def test_no_file_stays_open():
    async def work(keeper: Keeper) -> tuple[int, int]:
        await outcome(keeper, ASK)
        before = len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(20):
            await outcome(keeper, ASK)
        await asyncio.sleep(0.05)
        return before, len(list(Path("/proc/self/fd").iterdir()))

    before, after = with_keeper(work)
    assert after <= before
