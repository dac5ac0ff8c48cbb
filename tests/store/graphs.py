"""The graphs that the store is tested on, and the second engine that it is held against."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from unittest.mock import patch

import rdflib
from pyparsing import ParserElement
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from kg.rdf.triples import triples
from kg.rdf.turtle import turtle
from kg.store.engine import Store
from kg.store.joined import in_order, joined_columns
from tests.rdf.corpus import CORPUS

STANCES = ("asserts", "denies", "unconfirmed")
MODALITIES = ("actual", "planned", "possible")
AGENTS = 200
SAMPLE = Path(__file__).with_name("sample.ttl")


def exported() -> str:
    """The hand-built corpus of the graph's own tests, as the export writes it."""
    return turtle(triples(CORPUS)).decode()


def with_rdflib(turtle_text: str, sparql: str) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Columns and rows as rdflib gives them, unbound as ""."""
    result = _parsed(turtle_text).query(_prepared(sparql))
    rows = [tuple("" if cell is None else str(cell) for cell in row) for row in result]
    return tuple(str(variable) for variable in result.vars), rows


@cache
def _prepared(sparql: str) -> Query:
    """The query as rdflib takes it: to read it takes longer than to answer it.

    Half of that goes into looking for a comment before each word, so that lines of comments are
    taken out. A comment elsewhere would be an error here.
    """
    bare = re.sub(r"^ *#.*\n", "", sparql, flags=re.MULTILINE)
    with patch.object(ParserElement, "_skipIgnorables", lambda _, text, at: at):
        return prepareQuery(bare)


@cache
def _parsed(turtle_text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=turtle_text, format="turtle")


def in_cells(sparql: str, rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows with the values of their cells in order, which no engine promises."""
    columns, joined = Store().query(sparql).columns, joined_columns(sparql)
    return [
        tuple(in_order(c) if n in joined else c for n, c in zip(columns, row, strict=True))
        for row in rows
    ]


def crowded(claims: int) -> str:
    """A graph of so many claims, one in four of them about one event: asserted, denied and more."""
    prefixes = SAMPLE.read_text(encoding="utf-8").partition("# Agents")[0]
    agents = (
        f'g:{i} a sc:Agent, sc:State ; rdfs:label "{i}" ; sc:key "{i}" ; sc:iso3 "{i}" .'
        for i in range(AGENTS)
    )
    events = (
        f'e:{i} a sc:Event, sc:Deployment ; rdfs:label "{i}" .' for i in range(claims // 4 + 1)
    )
    return "\n".join([prefixes, *agents, *events, *(_claim(i) for i in range(claims))])


def _claim(i: int) -> str:
    event = 0 if i % 4 == 0 else i // 4
    stance, modality = STANCES[i % 5 % 3], MODALITIES[i % 7 % 3]
    return f"""
n:{i // 15} a sc:Article ; sc:name "{i // 15}" ; sc:inStory s:{i // 30} .
c:{i} a sc:Claim ; sc:inArticle n:{i // 15} ; sc:aboutEvent e:{event} ;
  sc:eventClass sc:Deployment ; sc:stance sc:{stance} ; sc:modality sc:{modality} ;
  sc:phase sc:starts ; sc:negated false ; sc:actor g:{i % AGENTS}, g:{(i + 1) % AGENTS} ;
  sc:recipient g:{i % 7}, g:{i % 7 + 7} ; sc:claimant g:{i % AGENTS} ; sc:object "arms", "men" ;
  sc:disputes c:{i // 2} ; sc:quantity x:q{i} ; sc:time x:t{i} ;
  sc:quote "words" ; sc:quoteStart {i} ; sc:quoteEnd {i + 5} .
x:t{i} a sc:TimeSpan ; sc:firstDay "2021-03-01"^^xsd:date .
x:q{i} a sc:Quantity ; sc:low "{i % 50}"^^xsd:decimal ; sc:unit "troops" ; sc:words "{i}" ."""
