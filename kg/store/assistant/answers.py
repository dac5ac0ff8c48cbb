"""What an assistant gets: rows, and of every claim in them its words and their place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kg.errors import QueryError
from kg.store.pool.carriers import Question
from kg.store.pool.current import Current

MAX_CITED = 200  # claims of one answer whose words are looked up
_CLAIM = re.compile(r"(?:.*/claim/)?([0-9A-Za-z_-]+)")
_COLUMN = re.compile(r"(.*_)?claims?")
_EVIDENCE = """
PREFIX sc: <https://w3id.org/statecraft/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?claim ?quote ?article ?start ?end ?title ?published WHERE {{
  ?c sc:quote ?quote ; sc:quoteStart ?start ; sc:quoteEnd ?end ; sc:inArticle ?a .
  ?a sc:name ?article .
  OPTIONAL {{ ?a dcterms:title ?title }}
  OPTIONAL {{ ?a dcterms:issued ?published }}
  BIND(STRAFTER(STR(?c), "/claim/") AS ?claim)
  FILTER(?claim IN ({claims}))
}} ORDER BY ?claim
"""


@dataclass(frozen=True)  # with slots, the protocol's library finds no schema
class Evidence:
    """The words that a claim was read from; `start` and `end` count characters of the article."""

    claim: str
    quote: str
    article: str
    start: int
    end: int
    title: str
    published: str


@dataclass(frozen=True)  # with slots, the protocol's library finds no schema
class Found:
    """Rows of an answer, column to value, of `total`; `evidence` is of the claims in them."""

    columns: list[str]
    rows: list[dict[str, str]]
    total: int
    evidence: list[Evidence]


@dataclass(frozen=True)  # with slots, the protocol's library finds no schema
class Claim:
    """A claim with what it says, where it is from, and what others say of the same event."""

    claim: str
    event: str
    says: dict[str, str]
    evidence: Evidence
    certainty: str
    others: list[dict[str, str]]
    evidence_of_others: list[Evidence]


async def found(current: Current, sparql: str, limit: int, offset: int) -> Found:
    """Some rows of a SELECT or an ASK, with their claims' evidence; QueryError where it fails."""
    answer = json.loads(await _answered(current, Question(sparql, triples="")))
    if "boolean" in answer:
        return Found(["ask"], [{"ask": str(answer["boolean"]).lower()}], 1, [])
    columns: list[str] = answer["head"]["vars"]
    bindings: list[dict[str, Any]] = answer["results"]["bindings"]
    shown = bindings[offset : offset + limit]
    rows = [{c: row[c]["value"] if c in row else "" for c in columns} for row in shown]
    return Found(columns, rows, len(bindings), await cited(current, _claims(rows)))


async def rows(current: Current, sparql: str) -> list[tuple[str, ...]]:
    """All rows of a SELECT as text; QueryError where it fails."""
    answer = json.loads(await _answered(current, Question(sparql, triples="")))
    columns = answer["head"]["vars"]
    return [
        tuple(row[column]["value"] if column in row else "" for column in columns)
        for row in answer["results"]["bindings"]
    ]


async def claim(current: Current, identifier: str) -> Claim:
    """The claim with this id or IRI, or of the only one whose id begins so; QueryError for none."""
    text = identifier.strip("<> ").rpartition("/")[2]
    card = json.loads(await _answered(current, Question(text, kind="card")))
    (own,) = await cited(current, [card["claim"]])
    others: list[dict[str, str]] = [
        {key: str(value) for key, value in voice.items()} for voice in card["others"]
    ]
    return Claim(
        claim=card["claim"],
        event=card["event_label"],
        says=dict(card["slots"]),
        evidence=own,
        certainty=card["certainty"],
        others=others,
        evidence_of_others=await cited(current, [voice["claim"] for voice in others]),
    )


async def cited(current: Current, claims: Iterable[str]) -> list[Evidence]:
    """The evidence of these claims, by id; ids that no claim has are left out."""
    wanted = sorted(set(claims))[:MAX_CITED]
    if not wanted:
        return []
    listed = ", ".join(json.dumps(claim) for claim in wanted)
    question = Question(_EVIDENCE.format(claims=listed))
    bindings = json.loads(await _answered(current, question))["results"]["bindings"]
    rows = [{name: cell["value"] for name, cell in row.items()} for row in bindings]
    return [
        Evidence(
            claim=row["claim"],
            quote=row["quote"],
            article=row["article"],
            start=int(row["start"]),
            end=int(row["end"]),
            title=row.get("title", ""),
            published=row.get("published", ""),
        )
        for row in rows
    ]


def _claims(rows: Iterable[dict[str, str]]) -> list[str]:
    """Ids of the claims in rows: IRIs of claims, and what columns that are called so hold."""
    cells = [
        part
        for row in rows
        for column, cell in row.items()
        if "/claim/" in cell or _COLUMN.fullmatch(column)
        for part in cell.split("|")
    ]
    return [matched[1] for part in cells if (matched := _CLAIM.fullmatch(part))]


async def _answered(current: Current, question: Question) -> bytes:
    answer = await current.ask(question)
    with answer.file as file:
        if answer.outcome.status != "answered":
            raise QueryError("the question", answer.outcome.message.rstrip("."), "Ask again.")
        return file.read()
