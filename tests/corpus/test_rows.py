"""Rows made of carriers are those that the queries give."""

from dataclasses import replace

import pytest

from kg.corpus.cache.portions import portions
from kg.corpus.fragments import FROM_AFAR, own_triples
from kg.corpus.rows import agent_rows, claim_rows
from kg.link.corpus import link
from kg.rdf.infer import inferred
from kg.rdf.turtle import turtle
from kg.store.engine import Store
from kg.store.named import find
from tests.link.synthetic import synthetic
from tests.rdf.corpus import CORPUS


def asked(part, query):
    """What the engine answers, without what a portion leaves out."""
    rows = Store.of_turtle(turtle(inferred(own_triples(part)))).query(find(query).text).records()
    return [row | {FROM_AFAR[query]: ""} if query in FROM_AFAR else row for row in rows]


@pytest.fixture(scope="module")
def parts():
    return [*portions(CORPUS), *portions(link(synthetic(12).readings))]


def test_the_table_is_that_of_the_query(parts):
    for part in parts:
        assert [in_table for in_table, _ in claim_rows(part)] == asked(part, "claims")


def test_what_is_drawn_is_that_of_the_query(parts):
    for part in parts:
        described = {agent.key for agent in part.agents}
        drawn = [row for _, rows in claim_rows(part) for row in rows]
        # Whether a state is told of beside its towns, another article may decide.
        told = [r if r["place_of"] in described else r | {"place_of": ""} for r in drawn]
        assert told == asked(part, "network")


def test_agents_are_those_of_the_query(parts):
    for part in parts:
        assert agent_rows(part) == asked(part, "network-agents")


def test_who_is_not_described_has_no_name(parts):
    part = next(p for p in parts if any(c.claimant and c.actors for c in p.claims))
    bare = replace(part, agents=())
    assert [in_table for in_table, _ in claim_rows(bare)] == asked(bare, "claims")
    drawn = [r | {"place_of": ""} for _, rows in claim_rows(bare) for r in rows]
    assert drawn == asked(bare, "network")


def test_a_claim_of_two_events_is_drawn_in_both_and_stands_once_in_the_table(parts):
    part = next(p for p in parts if p.events and p.events[0].claims[0] in {c.id for c in p.claims})
    second = replace(part.events[0], id="another", label="A first label", time=None, status=None)
    both = replace(part, events=(*part.events, second))
    assert len(asked(both, "network")) > len(part.claims)
    assert [in_table for in_table, _ in claim_rows(both)] == asked(both, "claims")
    drawn = [row for _, rows in claim_rows(both) for row in rows]
    assert sorted(r["event"] for r in drawn) == sorted(r["event"] for r in asked(both, "network"))
