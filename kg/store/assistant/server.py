"""The tools of an assistant: list and run the questions, ask in SPARQL, show a claim."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final

from mcp.server.fastmcp import FastMCP
from mcp.server.fastmcp.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from kg.errors import StatecraftError
from kg.store import named
from kg.store.assistant import answers
from kg.store.assistant.answers import Claim, Found
from kg.store.parameters import filled
from kg.store.pool.carriers import Limits
from kg.store.pool.current import Current
from kg.store.who import NAMED, NAMES, called

ROWS = 50  # of an answer, unless more are asked for
MAX_ROWS = 500
_SLOTS = 4  # an assistant asks one thing after another
_INTERNAL: Final = frozenset({"network", "network-agents"})  # what the page is drawn from
_READING: Final = ToolAnnotations(readOnlyHint=True, openWorldHint=False)
_INSTRUCTIONS: Final = """\
A graph of who claims what in news articles. It holds claims, not facts: every claim has a
claimant (none where the article speaks itself), a stance (asserts, denies, unconfirmed), a
modality (actual, alleged, planned, possible, conditional) and may be negated. Never state a claim
as a fact. Cite each claim that you use with its quote, its article and its offsets (evidence:
quote, article, start, end), and say who denies it. Begin with list_queries; run_query answers most
questions, sparql the rest, show_claim gives all around one.
"""

Limit = Annotated[int, Field(ge=1, le=MAX_ROWS, description="How many rows to show.")]
Parameters = Annotated[
    dict[str, str] | None, Field(description='Values for its parameters, as {"actor": "NOR"}.')
]
Offset = Annotated[int, Field(ge=0, description="How many rows to pass over.")]


@dataclass(frozen=True, slots=True)
class Query:
    """A question that can be run by name, and the parameters that may be given to it."""

    name: str
    asks: str
    description: str
    parameters: list[str]


def server(graph: Path, limits: Limits) -> FastMCP:
    """The server for the Turtle file `graph`; `run()` speaks over standard input and output."""
    current = Current(graph, limits, _SLOTS)

    @asynccontextmanager
    async def lifespan(_: FastMCP) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await current.close()

    made = FastMCP("statecraft", _INSTRUCTIONS, lifespan=lifespan, log_level="ERROR")
    _add_questions(made, current)
    _add_sparql(made, current)
    _add_claims(made, current)
    return made


def _add_questions(made: FastMCP, current: Current) -> None:
    @made.tool(annotations=_READING)
    async def list_queries() -> list[Query]:
        """The questions that can be run by name, and what each asks."""
        queries = [query for query in named.catalogue() if query.name not in _INTERNAL]
        return [Query(q.name, q.summary, q.description, list(q.parameters)) for q in queries]

    @made.tool(annotations=_READING)
    async def run_query(
        name: str, parameters: Parameters = None, limit: Limit = ROWS, offset: Offset = 0
    ) -> Found:
        """Rows of a question of list_queries, with quote, article and offsets of each claim."""
        try:
            values: Mapping[str, str] = parameters or {}
            if NAMED & values.keys():
                values = called(await answers.rows(current, NAMES), values)
            text = filled(_shipped(name), values)
            return await answers.found(current, text, limit, offset)
        except StatecraftError as error:
            raise ToolError(str(error)) from error


def _add_sparql(made: FastMCP, current: Current) -> None:
    @made.tool(annotations=_READING)
    async def sparql(query: str, limit: Limit = ROWS, offset: Offset = 0) -> Found:
        """Rows of a SPARQL 1.1 SELECT or ASK; select ?claim to get the evidence of claims with it.

        The terms are those of https://w3id.org/statecraft/ontology# (prefix sc): sc:Claim with
        sc:claimant, sc:stance, sc:modality, sc:negated, sc:eventClass, sc:actor, sc:recipient,
        sc:aboutEvent, sc:inArticle, sc:quote; agents and events have rdfs:label.
        """
        try:
            return await answers.found(current, query, limit, offset)
        except StatecraftError as error:
            raise ToolError(str(error)) from error


def _add_claims(made: FastMCP, current: Current) -> None:
    @made.tool(annotations=_READING)
    async def show_claim(claim: str) -> Claim:
        """A claim by its id: what it says, quote, article and offsets, who else takes sides."""
        try:
            return await answers.claim(current, claim)
        except StatecraftError as error:
            raise ToolError(str(error)) from error


def _shipped(name: str) -> str:
    """A shipped question by its name alone: an assistant reads no other file."""
    for query in named.catalogue():
        if query.name == name:
            return query.text
    raise ToolError(f"{name}: no question has this name. list_queries names them.")
