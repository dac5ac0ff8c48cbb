"""Events with ids and labels, and the series of each class and parties, by these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from kg.link.classes import ROOT, class_tree
from kg.link.contradictions import same_but_for_time
from kg.link.events import claims_of, event_of
from kg.link.labels import labels
from kg.link.naming import spoken_day, tell_apart
from kg.link.series import series
from kg.model import Agent, Claim, Event, Series, with_owners
from kg.spark.facts import Alike, Fact, Facts
from kg.spark.happenings import Gathered
from kg.spark.pieces import Gathering

if TYPE_CHECKING:
    from pyspark import RDD


@dataclass(frozen=True, slots=True)
class Named:
    """An event with its claims in order, and what is beside them."""

    event: Event
    claims: tuple[Claim, ...]
    gathering: Gathering


def named(gathered: Gathered, parts: int) -> tuple[RDD[Named], Facts]:
    """The events, and what is told of each article's part in a series."""
    events = gathered.events.map(lambda g: (_key(g), (True, g)))
    vague = gathered.vague.map(lambda g: (_key(g), (False, g)))
    found = events.union(vague).groupByKey(parts).flatMap(_told).persist()
    by_label = found.filter(lambda one: isinstance(one, Named)).map(lambda n: (_label_key(n), n))
    labelled = by_label.groupByKey(parts).flatMap(_labelled)
    return labelled, found.filter(lambda one: not isinstance(one, Named))


def _key(gathering: Gathering) -> tuple[object, ...]:
    group = gathering.group
    # What has no class is told from nothing: each is alone.
    own = group.members[0].claim.id if group.event_class == ROOT else ""
    return group.event_class, group.actors, group.recipients, own


def _told(held: tuple[Any, Iterable[tuple[bool, Gathering]]]) -> Iterator[Named | tuple[str, Fact]]:
    both = sorted(held[1], key=lambda one: one[1].group.first)
    events = [one for is_event, one in both if is_event]
    vague = [one for is_event, one in both if not is_event]
    tell_apart([one.group for one in events], class_tree())
    made = [_named(one) for one in events]
    yield from made
    loose = [(one.group, _claims(one)) for one in vague]
    agents = {key: agent for _, one in both for key, agent in one.beside.agents.items()}
    pairs = [(one.gathering.group, one.event) for one in made]
    homes = {c.id: c.article for one in made for c in one.claims}
    homes |= {c.id: c.article for _, claims in loose for c in claims}
    for one in series(pairs, loose, agents):
        yield from _parts(one, made, homes, agents)
    yield from _same_but_for_time(made)


def _claims(one: Gathering) -> list[Claim]:
    return claims_of(one.group, one.beside.followers)


def _named(one: Gathering) -> Named:
    event = event_of(one.group, "", one.beside.followers, _by_id(one))
    return Named(event, tuple(_claims(one)), one)


def _by_id(one: Gathering) -> dict[str, Claim]:
    return {**one.beside.above, **{claim.id: claim for claim in _claims(one)}}


def _parts(
    one: Series, made: list[Named], homes: dict[str, str], agents: dict[str, Agent]
) -> Iterator[tuple[str, Fact]]:
    """A series cut into what each article has a part in."""
    named = with_owners((*one.actors, *one.recipients), agents)
    events: dict[str, list[str]] = defaultdict(list)
    by_id = {named.event.id: named for named in made}
    for key in one.events:
        for article in dict.fromkeys(claim.article for claim in by_id[key].claims):
            events[article].append(key)
    claims: dict[str, list[str]] = defaultdict(list)
    for key in one.claims:
        claims[homes[key]].append(key)
    for article in sorted({*events, *claims}):
        cut = replace(one, events=tuple(events[article]), claims=tuple(claims[article]))
        yield article, cut
        yield from ((article, agent) for agent in named)


def _same_but_for_time(made: list[Named]) -> Iterator[tuple[str, Fact]]:
    claims = {claim.id: claim for one in made for claim in one.claims}
    events = {one.event.id: one.event for one in made}
    pairs, relations = same_but_for_time(claims, events.values())
    for earlier, later in pairs:
        yield claims[events[earlier].claims[0]].article, Alike(earlier, later)
    yield from ((claims[relation.claim].article, relation) for relation in relations)


def _label_key(one: Named) -> tuple[str, str, str]:
    """Labels that are the same begin with one class and end with one day."""
    group = one.gathering.group
    return group.event_class, spoken_day(group), one.event.id if group.event_class == ROOT else ""


def _labelled(held: tuple[Any, Iterable[Named]]) -> Iterator[Named]:
    events = sorted(held[1], key=lambda one: one.gathering.group.first)
    agents = {k: agent for one in events for k, agent in one.gathering.beside.agents.items()}
    found = labels([one.gathering.group for one in events], agents)
    for one, label in zip(events, found, strict=True):
        yield replace(one, event=replace(one.event, label=label))
