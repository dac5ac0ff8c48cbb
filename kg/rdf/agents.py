"""Agents as triples, and whom an agent speaks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import SKOS

from kg.model import Agent, AgentKind, Term, principal
from kg.rdf import iris
from kg.rdf.aliases import aliases
from kg.rdf.recalled import basis
from kg.rdf.terms import LABEL, TYPE, Triple, day, named, text
from kg.vocabulary import SC

SPEAKS_FOR_ITSELF: frozenset[AgentKind] = frozenset(
    {"State", "Organization", "IntergovernmentalOrganization", "ArmedGroup"}
)
"""Kinds whose words are their own, even where they belong to something larger."""


def claimant_of(key: str, agents: Mapping[str, Agent]) -> str | None:
    """The state or body that the claimant `key` is or speaks for; None for private voices.

    Private voices are media and companies that belong to no state, and persons and groups who
    are not said to belong to anything.
    """
    agent = agents.get(key)
    if agent is None:
        return None
    if agent.kind in SPEAKS_FOR_ITSELF:
        return key
    if not agent.of:
        return key if agent.kind == "GovernmentBody" else None
    return principal(agent.of, agents)


def agent_triples(agent: Agent) -> Iterator[Triple]:
    """One agent with its names, ids and offices."""
    node = iris.agent(agent.key)
    yield node, TYPE, named(agent.kind)
    yield node, LABEL, text(agent.label)
    yield node, SC.key, text(agent.key)
    for alias in aliases(agent.key, agent.label):
        yield node, SKOS.altLabel, text(alias)
    if agent.iso3:
        yield node, SC.iso3, text(agent.iso3)
    if agent.of:
        yield node, SC.of, iris.agent(agent.of)
    if agent.wikidata:
        yield node, SKOS.exactMatch, iris.wikidata(agent.wikidata)
    for term in agent.terms:
        yield from _term_triples(agent.key, term)


def _term_triples(key: str, term: Term) -> Iterator[Triple]:
    node = iris.term(key, term)
    yield iris.agent(key), SC.term, node
    yield node, TYPE, SC.Term
    yield node, SC.office, text(term.office)
    yield node, SC.of, iris.agent(term.of)
    if term.start:
        yield node, SC.firstDay, day(term.start)
    if term.end:
        yield node, SC.lastDay, day(term.end)
    if known := basis(key, term):
        yield node, SC.datesBasis, text(known)
