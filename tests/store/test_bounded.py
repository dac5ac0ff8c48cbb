from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil
import pytest

from kg.errors import GraphError, QueryError
from kg.store.bounded import answer
from kg.store.engine import Rows, Store
from tests.store.graphs import SAMPLE

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LOAD = partial(Store.load, SAMPLE)
PATIENCE = 20.0


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def same(rows: Rows) -> Rows:
    return rows


def killed() -> Store:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def test_the_rows_are_those_of_the_engine():
    query = "SELECT ?s ?o { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o } ORDER BY ?o"
    rows = answer(LOAD, query, same)
    assert rows == Store.load(SAMPLE).query(query)
    assert rows.terms == Store.load(SAMPLE).query(query).terms
    assert answer(LOAD, query, len) == len(rows) > 5


def test_a_query_that_runs_away_is_ended_and_leaves_no_process():
    before = children()
    begun = time.monotonic()
    with pytest.raises(QueryError, match=r"longer than 0.5 seconds") as caught:
        answer(LOAD, RUNAWAY, same, 0.5)
    assert time.monotonic() - begun < PATIENCE
    assert "--timeout" in caught.value.remedy
    assert children() == before


@pytest.mark.parametrize("seconds", [0.0, 60.0])
def test_what_the_graph_and_the_query_raise_comes_across(seconds):
    with pytest.raises(QueryError, match="line 1, column 8"):
        answer(LOAD, "SELECT )", same, seconds)
    with pytest.raises(GraphError, match="no such file"):
        answer(partial(Store.load, Path("none.ttl")), RUNAWAY, same, seconds)


def test_a_process_that_is_killed_is_told_of():
    with pytest.raises(QueryError, match="ended before it answered"):
        answer(killed, RUNAWAY, same)


def test_an_interrupt_while_the_other_process_begins_leaves_none(monkeypatch):
    start = BaseProcess.start

    def interrupted(process):
        start(process)
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(BaseProcess, "start", interrupted)
    before = children()
    with pytest.raises(KeyboardInterrupt):
        answer(LOAD, RUNAWAY, same)
    assert children() == before


def test_an_interrupt_ends_the_command_and_the_query(tmp_path):
    (tmp_path / "runaway.rq").write_text(RUNAWAY)
    code = "from kg.cli.main import run; run()"
    command = [sys.executable, "-c", code, "query", "runaway.rq", "--graph", str(SAMPLE)]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as process:
        end = time.monotonic() + PATIENCE
        while not (working := psutil.Process(process.pid).children()):
            assert time.monotonic() < end
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 130
        assert psutil.wait_procs(working, PATIENCE)[1] == []
