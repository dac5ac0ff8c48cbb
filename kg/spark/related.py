"""How claims stand to each other: by event, by story, and by the two who accuse each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kg.corpus.cache.portions import cut_event, cut_origin
from kg.link.agents import principals
from kg.link.classes import class_tree
from kg.link.contradictions import dates, parties, statements
from kg.link.disputes import contested, find_disputes, first_disputes
from kg.link.figures import figure_relations
from kg.link.history import countered, reversals, told_of
from kg.link.mentions import order
from kg.link.origins import find_origins, repeats
from kg.link.status import with_status
from kg.model import Claim, Corpus, Event, Story, with_owners
from kg.spark.facts import Countered, Disputed, Fact, Facts
from kg.spark.pieces import Beside, Whole, beside, together
from kg.spark.series import Named

if TYPE_CHECKING:
    from pyspark import RDD


@dataclass(frozen=True, slots=True)
class Counts:
    """Counted over events: all, and those that somebody asserts and somebody denies."""

    events: int
    contested: int


def counterings(articles: RDD[Whole], parts: int) -> Facts:
    """Accusations of an accuser, by the two of them."""
    return articles.flatMap(_accusing).groupByKey(parts).flatMap(_countered)


def _accusing(one: Whole) -> Iterator[tuple[tuple[str, ...], tuple[Claim, Beside]]]:
    counts_as = principals(one.agents.values())
    heard = beside(one, one.claims).voices()
    for claim in one.claims:
        for pair in told_of(claim, heard, counts_as):
            yield tuple(sorted(pair)), (claim, beside(one, (claim,)))


def _countered(held: tuple[Any, Iterable[tuple[Claim, Beside]]]) -> Iterator[tuple[str, Fact]]:
    told = list(held[1])
    around = together(one for _, one in told)
    claims = sorted((claim for claim, _ in told), key=order)
    heard, counts_as = around.voices(), principals(around.agents.values())
    _, relations = countered(claims, heard, counts_as, class_tree())
    homes = {claim.id: claim.article for claim in claims}
    for relation in relations:
        yield homes[relation.claim], relation
        yield homes[relation.claim], Countered(relation.claim)


def by_story(articles: RDD[Whole], events: RDD[Named], parts: int) -> RDD[tuple[str, Any]]:
    """Facts of each article; and under the id of an event, claims that only repeat others."""
    about = events.flatMap(
        lambda one: ((_story(one, claim), (claim.id, one.event.id)) for claim in one.claims)
    )
    whole = articles.map(lambda one: (one.told.story.id, one))
    return whole.cogroup(about, parts).values().flatMap(lambda held: _of_story(*held))


def _story(one: Named, claim: Claim) -> str:
    return one.gathering.beside.homes[claim.article].story


def _of_story(
    articles: Iterable[Whole], about: Iterable[tuple[str, str]]
) -> Iterator[tuple[str, Any]]:
    told = sorted(articles, key=lambda one: one.article.name)
    claims = [claim for one in told for claim in one.claims]
    events = dict(about)
    around = together(beside(one, one.claims) for one in told)
    texts = {one.article.name: one.article for one in told}
    heard = replace(around.voices(), articles=texts)
    stubs = [Event(key, "", (), (), None, "", (claim,)) for claim, key in sorted(events.items())]
    origins = find_origins(claims, stubs, heard)
    for name in texts:
        own = {claim.id for claim in claims if claim.article == name}
        for origin in origins:
            if not own.isdisjoint(origin.claims):
                yield name, cut_origin(origin, own)
                yield from ((name, a) for a in with_owners((origin.speaker,), around.agents))
    yield from ((f"\n{events[c]}", c) for c in sorted(repeats(claims, origins)) if c in events)
    homes = {claim.id: claim.article for claim in claims}
    story = Story(told[0].told.story.id, tuple(texts))
    counts_as = principals(around.agents.values())
    for relation in parties(claims, [story], heard, class_tree(), counts_as):
        yield homes[relation.claim], relation


def by_event(
    events: RDD[Named], repeated: RDD[tuple[str, str]], parts: int
) -> RDD[tuple[str, Any]]:
    """Facts of each article, and under "" what is counted."""
    keyed = events.map(lambda one: (f"\n{one.event.id}", one))
    return keyed.cogroup(repeated, parts).values().flatMap(lambda held: _of_events(*held))


def _of_events(events: Iterable[Named], repeated: Iterable[str]) -> Iterator[tuple[str, Any]]:
    again = frozenset(repeated)
    for one in events:
        yield from _of_event(one, again)


def _of_event(one: Named, repeated: frozenset[str]) -> Iterator[tuple[str, Any]]:
    around = one.gathering.beside
    claims, heard = [*one.claims, *around.above.values()], around.voices()
    by_id = {claim.id: claim for claim in claims}
    disputes = find_disputes(claims, [one.event], heard)
    [event] = with_status([one.event], claims, disputes)
    corpus = Corpus((), (), tuple(by_id.values()), (event,), (), disputes)
    yield "", Counts(1, contested(corpus))
    for relation in {
        *first_disputes(disputes, claims, [event], heard),
        *figure_relations(by_id, [event], heard, repeated),
        *reversals(by_id, [event], heard),
        *dates(by_id, [event], heard, class_tree()),
        *statements(by_id, [event], heard),
    }:
        yield by_id[relation.claim].article, relation
    for denying, asserting in disputes:
        if by_id[denying].kind == "partialDenial":
            yield by_id[denying].article, Disputed(denying, asserting)
    yield from _cuts(event, one.claims, around)


def _cuts(event: Event, claims: Iterable[Claim], around: Beside) -> Iterator[tuple[str, Fact]]:
    own: dict[str, set[str]] = {}
    for claim in claims:
        own.setdefault(claim.article, set()).add(claim.id)
    named = with_owners((*event.actors, *event.recipients), around.agents)
    for article, ids in own.items():
        yield article, cut_event(event, ids)
        yield from ((article, agent) for agent in named)
