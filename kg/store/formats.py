"""Answers as text: CSV, the SPARQL 1.1 Query Results JSON format, and Turtle for graphs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Final

import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.engine import Rows, Term
from kg.store.prefixes import PREFIXES

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def write(rows: Rows, form: str) -> str:
    """An answer in the format named `form` (one of `FORMATS`); QueryError for any other."""
    if form not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise QueryError(form, "no answer is written in this format", f"Choose one of {known}.")
    return FORMATS[form](rows)


def to_csv(rows: Rows) -> str:
    """A header and a line a row, quoted where needed, lines ended by a line feed."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(rows.columns)
    table.writerows(rows.rows)
    return text.getvalue()


def to_json(rows: Rows) -> str:
    """SPARQL 1.1 results JSON, unbound variables left out; types are kept where rows have them."""
    answer: dict[str, object] = {"head": {"vars": list(rows.columns)}}
    if rows.form == "ask":
        answer = {"head": {}, "boolean": rows.rows == (("true",),)}
    else:
        answer["results"] = {"bindings": _bindings(rows)}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def to_turtle(rows: Rows) -> str:
    """The triples of a CONSTRUCT or DESCRIBE as Turtle; QueryError for any other answer."""
    if rows.form != "graph":
        rule = "only CONSTRUCT and DESCRIBE give triples"
        raise QueryError("ttl", rule, "Choose table, csv or json for a SELECT or an ASK.")
    triples = [ox.Triple(*row) for row in rows.terms]  # type: ignore[arg-type]  # columns of a graph
    turtle = io.BytesIO()
    ox.serialize(triples, turtle, format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)
    lines = turtle.getvalue().decode().splitlines(keepends=True)
    head = len(PREFIXES)  # the writer gives the prefixes in any order
    return "".join(sorted(lines[:head]) + lines[head:])


FORMATS: Final[dict[str, Callable[[Rows], str]]] = {
    "csv": to_csv,
    "json": to_json,
    "ttl": to_turtle,
}


def _bindings(rows: Rows) -> list[dict[str, dict[str, object]]]:
    if not rows.terms:  # written by hand: every cell is a plain string
        return [
            {column: {"type": "literal", "value": cell} for column, cell in row.items()}
            for row in rows.records()
        ]
    return [
        {
            column: _cell(term, text)
            for column, term, text in zip(rows.columns, terms, texts, strict=True)
            if term is not None
        }
        for terms, texts in zip(rows.terms, rows.rows, strict=True)
    ]


def _cell(term: Term, text: str) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": text}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": text.removeprefix("_:")}
    cell: dict[str, object] = {"type": "literal", "value": text}
    if isinstance(term, ox.Literal) and term.language:
        cell["xml:lang"] = term.language
    elif isinstance(term, ox.Literal) and term.datatype.value != _STRING:
        cell["datatype"] = term.datatype.value
    return cell
