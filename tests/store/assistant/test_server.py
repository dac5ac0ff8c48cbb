"""An assistant's own client gets rows with their evidence."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from kg.store.engine import Store
from kg.store.named import catalogue, find
from tests.store.graphs import SAMPLE

CODE = "from kg.cli.main import run; run()"
Work = Callable[[ClientSession], Awaitable[Any]]


def with_client(work: Work, *options: str) -> Any:
    """What `work` gives, with the package's client on `kg mcp` in a process of its own."""
    line = ["-c", CODE, "mcp", str(SAMPLE), *options]
    given = StdioServerParameters(command=sys.executable, args=line, env=dict(os.environ))

    async def run() -> Any:
        async with stdio_client(given) as (read, write), ClientSession(read, write) as session:
            await session.initialize()
            return await work(session)

    with ThreadPoolExecutor(1) as pool:  # the browser of other tests has a loop in this thread
        return pool.submit(asyncio.run, run()).result(timeout=60)


def call(tool: str, *options: str, **arguments: object) -> Any:
    return called((tool, arguments), options=options)[0]


def called(*calls: tuple[str, dict[str, object]], options: tuple[str, ...] = ()) -> list[Any]:
    async def work(session: ClientSession) -> list[Any]:
        return [await session.call_tool(tool, arguments) for tool, arguments in calls]

    return with_client(work, *options)


def told(got: Any) -> Any:
    """What a call gave, which is no error."""
    assert not got.isError, got.content
    return got.structuredContent


def test_the_tools_are_named_and_only_read():
    listed = with_client(lambda session: session.list_tools()).tools
    assert {tool.name for tool in listed} == {"list_queries", "run_query", "sparql", "show_claim"}
    assert all(tool.description and tool.annotations.readOnlyHint for tool in listed)


def test_every_question_is_listed():
    listed = call("list_queries").structuredContent["result"]
    names = {query.name for query in catalogue()} - {"network", "network-agents"}
    assert {query["name"] for query in listed} == names
    assert all(query["asks"] for query in listed)
    assert "actor" in {query["name"]: query for query in listed}["deployments"]["parameters"]


def test_a_question_is_run_and_each_claim_has_quote_article_and_offsets():
    some, more = called(
        ("run_query", {"name": "claims", "limit": 5}),
        ("run_query", {"name": "claims", "offset": 5}),
    )
    got, rest = told(some), told(more)
    expected = Store.load(SAMPLE).query(find("claims").text).records()
    assert got["total"] == len(expected)
    assert [row["claim"] for row in got["rows"]] == [row["claim"] for row in expected[:5]]
    evidence = {item["claim"]: item for item in got["evidence"]}
    for row in expected[:5]:
        item = evidence[row["claim"]]
        assert (item["quote"], item["article"]) == (row["quote"], row["article"])
        assert (item["start"], item["end"]) == (int(row["start"]), int(row["end"]))
    assert len(rest["rows"]) == len(expected) - 5


def test_free_sparql_gives_the_evidence_of_the_claims_that_it_finds():
    query = "SELECT ?c { ?c a <https://w3id.org/statecraft/ontology#Denial> }"
    denials, ask = called(("sparql", {"query": query}), ("sparql", {"query": "ASK { ?s ?p ?o }"}))
    got = told(denials)
    assert len(got["evidence"]) == got["total"] > 0
    assert all(item["quote"] and item["article"] for item in got["evidence"])
    assert told(ask)["rows"] == [{"ask": "true"}]


def test_a_claim_is_shown_with_its_evidence_and_that_of_the_others():
    claim = Store.load(SAMPLE).query(find("contested").text).records()[0]
    iri = f"https://w3id.org/statecraft/id/claim/{claim['claim']}"
    by_id, by_iri = called(*(("show_claim", {"claim": name}) for name in (claim["claim"], iri)))
    got = told(by_id)
    assert got["evidence"]["quote"] == claim["quote"]
    assert got["evidence"]["start"] == int(claim["start"])
    others = {voice["claim"] for voice in got["others"]}
    assert others == {item["claim"] for item in got["evidence_of_others"]} != set()
    assert told(by_iri) == got


def test_a_question_takes_parameters():
    asked = {"name": "deployments", "parameters": {"actor": "KEN"}}
    wrong = {"name": "deployments", "parameters": {"nonsense": "KEN"}}
    all_of_them, some, error = called(
        ("run_query", {"name": "deployments"}), ("run_query", asked), ("run_query", wrong)
    )
    assert told(some)["total"] < told(all_of_them)["total"]
    assert error.isError and "no parameter of this name" in error.content[0].text


WRONG = (
    ("sparql", {"query": "SELECT ?s { ?s ?p }"}, "line 1, column 19"),
    ("sparql", {"query": "INSERT DATA { <x:a> <x:b> 1 }"}, "update"),
    ("sparql", {"query": "CONSTRUCT WHERE { ?s ?p ?o }"}, "a graph"),
    ("run_query", {"name": "../../etc/passwd"}, "no question has this name"),
    ("show_claim", {"claim": "none"}, "no claim has an id"),
)


def test_what_fails_is_told_as_an_error():
    answers = called(*((tool, arguments) for tool, arguments, _ in WRONG))
    for got, (*_, words) in zip(answers, WRONG, strict=True):
        assert got.isError
        assert words in got.content[0].text


def test_the_limits_hold():
    runaway = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    calls = [("sparql", {"query": query}) for query in (runaway, "SELECT * { ?s ?p ?o }")]
    late, large = called(*calls, options=("--timeout", "0.5", "--max-rows", "5"))
    assert late.isError and "0.5 seconds" in late.content[0].text
    assert large.isError and "more than 5 rows" in large.content[0].text
