"""An assistant's own client gets rows with their evidence."""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import pytest
from anyio.from_thread import start_blocking_portal
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from kg.store.engine import Store
from kg.store.named import catalogue, find
from tests.store.graphs import SAMPLE

CODE = "from kg.cli.main import run; run()"
PATIENCE = 60  # seconds for an answer
Ask = Callable[..., Any]


@asynccontextmanager
async def _connected(*options: str) -> AsyncIterator[ClientSession]:
    line = ["-c", CODE, "mcp", str(SAMPLE), *options]
    given = StdioServerParameters(command=sys.executable, args=line, env=dict(os.environ))
    async with stdio_client(given) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        yield session


@contextmanager
def client(*options: str) -> Iterator[Ask]:
    """`ask(method, *arguments)` of the package's client on `kg mcp` in a process of its own."""
    with (
        start_blocking_portal() as portal,  # the browser of other tests has a loop in this thread
        portal.wrap_async_context_manager(_connected(*options)) as session,
    ):

        def ask(method: str, *arguments: object) -> Any:
            answer = portal.start_task_soon(getattr(session, method), *arguments)
            return answer.result(timeout=PATIENCE)

        yield ask


@pytest.fixture(scope="module")
def ask() -> Iterator[Ask]:
    """One client for all: it takes a second to start, and what it was asked changes nothing."""
    with client() as asked:
        yield asked


@pytest.fixture
def call(ask: Ask) -> Ask:
    """`call(tool, **arguments)` gives what the tool answers."""
    return lambda tool, **arguments: ask("call_tool", tool, arguments)


def told(got: Any) -> Any:
    """What a call gave, which is no error."""
    assert not got.isError, got.content
    return got.structuredContent


def test_the_tools_are_named_and_only_read(ask):
    listed = ask("list_tools").tools
    assert {tool.name for tool in listed} == {"list_queries", "run_query", "sparql", "show_claim"}
    assert all(tool.description and tool.annotations.readOnlyHint for tool in listed)


def test_every_question_is_listed(call):
    listed = call("list_queries").structuredContent["result"]
    names = {query.name for query in catalogue()} - {"network", "network-agents"}
    assert {query["name"] for query in listed} == names
    assert all(query["asks"] for query in listed)
    assert "actor" in {query["name"]: query for query in listed}["deployments"]["parameters"]


def test_a_question_is_run_and_each_claim_has_quote_article_and_offsets(call):
    got = told(call("run_query", name="claims", limit=5))
    rest = told(call("run_query", name="claims", offset=5))
    expected = Store.load(SAMPLE).query(find("claims").text).records()
    assert got["total"] == len(expected)
    assert [row["claim"] for row in got["rows"]] == [row["claim"] for row in expected[:5]]
    evidence = {item["claim"]: item for item in got["evidence"]}
    for row in expected[:5]:
        item = evidence[row["claim"]]
        assert (item["quote"], item["article"]) == (row["quote"], row["article"])
        assert (item["start"], item["end"]) == (int(row["start"]), int(row["end"]))
    assert len(rest["rows"]) == len(expected) - 5


def test_free_sparql_gives_the_evidence_of_the_claims_that_it_finds(call):
    query = "SELECT ?c { ?c a <https://w3id.org/statecraft/ontology#Denial> }"
    got = told(call("sparql", query=query))
    assert len(got["evidence"]) == got["total"] > 0
    assert all(item["quote"] and item["article"] for item in got["evidence"])
    assert told(call("sparql", query="ASK { ?s ?p ?o }"))["rows"] == [{"ask": "true"}]


def test_a_claim_is_shown_with_its_evidence_and_that_of_the_others(call):
    claim = Store.load(SAMPLE).query(find("contested").text).records()[0]
    iri = f"https://w3id.org/statecraft/id/claim/{claim['claim']}"
    got = told(call("show_claim", claim=claim["claim"]))
    assert got["evidence"]["quote"] == claim["quote"]
    assert got["evidence"]["start"] == int(claim["start"])
    others = {voice["claim"] for voice in got["others"]}
    assert others == {item["claim"] for item in got["evidence_of_others"]} != set()
    assert told(call("show_claim", claim=iri)) == got


def test_a_question_takes_parameters(call):
    all_of_them = told(call("run_query", name="deployments"))
    some = told(call("run_query", name="deployments", parameters={"actor": "KEN"}))
    assert some["total"] < all_of_them["total"]
    error = call("run_query", name="deployments", parameters={"nonsense": "KEN"})
    assert error.isError and "no parameter of this name" in error.content[0].text


WRONG = (
    ("sparql", {"query": "SELECT ?s { ?s ?p }"}, "line 1, column 19"),
    ("sparql", {"query": "INSERT DATA { <x:a> <x:b> 1 }"}, "update"),
    ("sparql", {"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, "a graph"),
    ("run_query", {"name": "../../etc/passwd"}, "no question has this name"),
    ("show_claim", {"claim": "none"}, "no claim has an id"),
)


@pytest.mark.parametrize(("tool", "arguments", "words"), WRONG)
def test_what_fails_is_told_as_an_error(call, tool, arguments, words):
    got = call(tool, **arguments)
    assert got.isError
    assert words in got.content[0].text


def test_the_limits_hold():
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with client("--timeout", "0.5", "--max-rows", "5") as ask:
        late = ask("call_tool", "sparql", {"query": runaway})
        large = ask("call_tool", "sparql", {"query": "SELECT * { ?s ?p ?o }"})
    assert late.isError and "0.5 seconds" in late.content[0].text
    assert large.isError and "more than 5 rows" in large.content[0].text
