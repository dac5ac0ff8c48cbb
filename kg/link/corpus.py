"""Readings of many articles linked into one corpus."""

from __future__ import annotations

from collections.abc import Iterable

from kg.link.agents import join_agents, principals
from kg.link.disputes import find_disputes
from kg.link.events import link_events
from kg.link.mentions import order
from kg.link.stories import find_stories
from kg.model import Corpus, Reading


def link(readings: Iterable[Reading]) -> Corpus:
    """Agents joined by key, claims gathered into events, denials paired, copies into stories.

    The result depends on the set of readings alone, not on their order; everything is sorted.
    """
    readings = sorted(readings, key=lambda reading: reading.article.name)
    articles = {reading.article.name: reading.article for reading in readings}
    claims = sorted((c for reading in readings for c in reading.claims), key=order)
    agents = join_agents(agent for reading in readings for agent in reading.agents)
    counts_as = principals(agents)
    events = link_events(claims, articles, {agent.key: agent for agent in agents}, counts_as)
    return Corpus(
        articles=tuple(articles.values()),
        agents=agents,
        claims=tuple(claims),
        events=events,
        stories=find_stories(articles.values()),
        disputes=find_disputes(claims, events, counts_as),
        declined=tuple(
            sorted(
                (d for reading in readings for d in reading.declined),
                key=lambda d: (d.article, d.sentence.start, d.trigger, d.reason),
            )
        ),
    )
