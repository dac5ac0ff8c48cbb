"""Readings of many articles linked into one corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.link.agents import join_agents, principals
from kg.link.classes import class_tree
from kg.link.contradictions import dates, parties, same_but_for_time, statements
from kg.link.disputes import find_disputes, first_disputes
from kg.link.events import link_events
from kg.link.figures import figure_relations
from kg.link.history import countered, reversals
from kg.link.inside import Linking
from kg.link.items import with_items
from kg.link.measures import with_kinds
from kg.link.mentions import order
from kg.link.origins import find_origins, repeats
from kg.link.people import renamed, same_people
from kg.link.publishers import with_publishers
from kg.link.recall import Recall, afresh
from kg.link.status import with_status
from kg.link.stories import find_stories
from kg.link.unnamed import apart
from kg.link.voices import Voices, voices
from kg.model import Article, Claim, Corpus, Declined, Event, Reading, Relation, Story


def link(
    readings: Iterable[Reading], stories: tuple[Story, ...] | None = None, recall: Recall = afresh
) -> Corpus:
    """Agents joined, claims gathered into events, copies into stories, and what relates claims.

    The result depends on the set of readings alone, not on their order; everything is sorted.
    `stories`, where known, are not sought in texts; `recall` gives what was found before.
    """
    readings = sorted(map(apart, readings), key=lambda reading: reading.article.name)
    articles = {reading.article.name: reading.article for reading in readings}
    given = [agent for reading in readings for agent in reading.agents]
    same = same_people(given)
    agents = join_agents(agent for agent in given if agent.key not in same)
    counts_as, tree = principals(agents), class_tree()
    stories = _stories(articles, recall) if stories is None else stories
    heard = voices(agents, articles.values(), stories)
    declined, claims = _declined(readings), _claims(readings, articles, same)
    del readings, given  # most claims were made anew, and these would hold them twice
    claims, countering = countered(claims, heard, counts_as, tree)
    linked = link_events(claims, Linking(articles, heard.agents, counts_as), recall)
    events = linked.events
    origins = find_origins(claims, events, heard)
    alike, dated = same_but_for_time({claim.id: claim for claim in claims}, events)
    disputes = find_disputes(claims, events, heard)
    denied = first_disputes(disputes, claims, events, heard)
    related = _related(claims, events, heard, repeats(claims, origins))
    misreported = parties(claims, stories, heard, tree, counts_as)
    return Corpus(
        articles=tuple(articles.values()),
        agents=agents,
        claims=claims,
        events=with_status(events, claims, disputes),
        stories=stories,
        disputes=disputes,
        declined=declined,
        origins=origins,
        relations=_sorted({*countering, *dated, *denied, *related, *misreported}),
        alike=alike,
        series=linked.series,
    )


def _claims(
    readings: Iterable[Reading], articles: Mapping[str, Article], same: Mapping[str, str]
) -> tuple[Claim, ...]:
    """All claims in order, people under the keys that are used."""
    told = (claim for reading in readings for claim in reading.claims)
    return tuple(renamed(sorted(with_kinds(with_items(told, articles)), key=order), same))


def _stories(articles: Mapping[str, Article], recall: Recall) -> tuple[Story, ...]:
    return with_publishers(find_stories(articles.values(), recall), articles, recall)


def _sorted(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    return tuple(sorted(relations, key=lambda r: (r.kind, r.claim, r.other)))


def _declined(readings: Iterable[Reading]) -> tuple[Declined, ...]:
    found = (declined for reading in readings for declined in reading.declined)
    return tuple(sorted(found, key=lambda d: (d.article, d.sentence.start, d.trigger, d.reason)))


def _related(
    claims: Iterable[Claim], events: Iterable[Event], heard: Voices, repeated: frozenset[str]
) -> Iterator[Relation]:
    """How the claims of each event stand to each other."""
    by_id = {claim.id: claim for claim in claims}
    yield from figure_relations(by_id, events, heard, repeated)
    yield from reversals(by_id, events, heard)
    yield from dates(by_id, events, heard, class_tree())
    yield from statements(by_id, events, heard)
