"""A linked corpus cut into what belongs to each article, so that little has to be written anew.

A portion is a corpus of one article: its claims and whatever these name. What is written of an
article depends on its portion alone; portions that did not change need not be written again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from kg.model import Agent, Claim, Corpus, Event, Origin, Series, with_owners
from kg.rdf.articles import text_digest

_T = TypeVar("_T")


def portions(corpus: Corpus) -> Iterator[Corpus]:
    """One portion an article, in order, and one without article for agents that no claim names.

    Texts are left out. An event in a portion keeps its first claim, from which the others are told
    apart, and those of the article. Fields that this module does not know are kept whole.
    """
    cut = _Cut(corpus)
    named: set[str] = set()
    for article in corpus.articles:
        portion = cut.of(article.name)
        named.update(agent.key for agent in portion.agents)
        yield replace(portion, articles=(replace(article, text="", digest=text_digest(article)),))
    rest = {agent.key for agent in corpus.agents} - named
    if rest:
        yield replace(cut.of(""), agents=with_owners(rest, cut.agents))


class _Cut:
    """Looks up what belongs to an article."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        home = {claim.id: claim.article for claim in corpus.claims}
        self.agents = {agent.key: agent for agent in corpus.agents}
        self._claims = _by(corpus.claims, lambda claim: [claim.article])
        self._events = _by(corpus.events, lambda event: [home[c] for c in event.claims])
        held = {event: one for one in corpus.series for event in one.events}
        self._series = _by(corpus.series, lambda one: [home[c] for c in one.claims])
        self._of_event = held
        self._origins = _by(corpus.origins, lambda origin: [home[c] for c in origin.claims])
        self._stories = _by(corpus.stories, lambda story: story.articles)
        # Only these are written: others follow from claims, wherever they stand.
        partial = {claim.id for claim in corpus.claims if claim.kind == "partialDenial"}
        disputes = [pair for pair in corpus.disputes if pair[0] in partial]
        self._disputes = _by(disputes, lambda pair: [home[pair[0]]])
        self._relations = _by(corpus.relations, lambda relation: [home[relation.claim]])
        self._corrections = _by(corpus.corrections, lambda applied: [applied.article])
        self._alike = _by(corpus.alike, lambda pair: [pair[0]])

    def of(self, name: str) -> Corpus:
        """The portion of the article called `name`, its own carrier left out."""
        claims = tuple(self._claims[name])
        own = {claim.id for claim in claims}
        events = tuple(cut_event(event, own) for event in self._events[name])
        origins = tuple(cut_origin(origin, own) for origin in self._origins[name])
        series = self._series_of(name, own, events)
        return replace(
            self._corpus,
            articles=(),
            dataset=None,
            agents=self._named(claims, (*events, *series), origins),
            claims=claims,
            events=events,
            series=series,
            stories=tuple(replace(story, articles=(name,)) for story in self._stories[name]),
            disputes=tuple(self._disputes[name]),
            declined=(),
            origins=origins,
            relations=tuple(self._relations[name]),
            corrections=tuple(self._corrections[name]),
            alike=tuple(pair for event in events for pair in self._alike[event.id]),
        )

    def _series_of(self, name: str, own: set[str], events: Iterable[Event]) -> tuple[Series, ...]:
        """The series that events and claims of the article are in, with these alone."""
        told = {event.id for event in events}
        found = {one.id: one for one in self._series[name]}
        found |= {one.id: one for e in told if (one := self._of_event.get(e))}
        return tuple(
            replace(
                found[key],
                events=tuple(e for e in found[key].events if e in told),
                claims=tuple(c for c in found[key].claims if c in own),
            )
            for key in sorted(found)
        )

    def _named(
        self, claims: Iterable[Claim], events: Iterable[Event | Series], origins: Iterable[Origin]
    ) -> tuple[Agent, ...]:
        """Every agent that is named, and whom it belongs to."""
        keys = {k for c in claims for k in (*c.actors, *c.recipients, *c.via, c.claimant)}
        keys |= {key for event in events for key in (*event.actors, *event.recipients)}
        keys |= {origin.speaker for origin in origins}
        return with_owners(keys, self.agents)


def _by(items: Iterable[_T], homes: Callable[[_T], Iterable[str]]) -> Mapping[str, list[_T]]:
    found: dict[str, list[_T]] = defaultdict(list)
    for item in items:
        for name in dict.fromkeys(homes(item)):
            found[name].append(item)
    return found


def cut_event(event: Event, own: set[str]) -> Event:
    """`event` with its first claim and those of `own`, the claims of one article."""
    if own.issuperset(event.claims):
        return event  # most are told by one article alone
    first, *others = event.claims
    reasons = dict(zip(others, event.joined, strict=False))
    kept = [claim for claim in others if claim in own]
    return replace(
        event,
        claims=(first, *kept),
        joined=tuple(reasons[claim] for claim in kept if claim in reasons),
    )


def cut_origin(origin: Origin, own: set[str]) -> Origin:
    """`origin` with the claims of `own`."""
    if own.issuperset(origin.claims):
        return origin
    return replace(origin, claims=tuple(claim for claim in origin.claims if claim in own))
