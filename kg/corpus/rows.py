"""The rows of a portion, as the queries `claims`, `network` and `network-agents` would give them.

They follow from the carriers. To ask the engine costs as much again as to make and to write all
triples, and it is asked of every article; the queries stay what these rows mean, and tests hold
both to be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias, TypeVar

from kg.model import Agent, AgentKind, Claim, Corpus, Event, Series, TimeSpan, principal
from kg.rdf import iris
from kg.rdf.agents import claimant_of
from kg.rdf.aliases import aliases
from kg.rdf.articles import written_origins
from kg.rdf.claims import USUAL_KIND
from kg.rdf.infer import rules
from kg.rdf.places import known
from kg.rdf.terms import number
from kg.store.joined import SEPARATOR, in_order
from kg.vocabulary import SC

Told: TypeAlias = dict[str, str]
"""Column to cell."""
LEAVES: Final = frozenset(
    {"State", "Leader", "IntergovernmentalOrganization", "GovernmentBody", "ArmedGroup",
     "Company", "Media", "Group"}
)  # fmt: skip
_Holder = TypeVar("_Holder", Event, Series)
STEMS: Final = ("Person", "Organization")
"""Kinds that the page tells apart; any other is an agent."""


def claim_rows(part: Corpus) -> Iterator[tuple[Told, list[Told]]]:
    """What `claims` tells of each claim of a portion, in order, and `network` by its events.

    Left empty is what tells of other articles: origins in the one, disputes in the other.
    """
    seen = _Seen(part)
    for claim in sorted(part.claims, key=lambda c: (c.evidence.start, c.evidence.end, c.id)):
        common = seen.common(claim)
        drawn = common | seen.drawn(claim)
        of_events: list[Event | None] = [*seen.events.get(claim.id, ())] or [None]
        yield common | seen.table(claim), [drawn | _dates(event) for event in of_events]


def agent_rows(part: Corpus) -> list[Told]:
    """What `network-agents` tells of each agent of a portion."""
    described = {agent.key for agent in part.agents}
    return [
        _agent(agent, agent.of if agent.of in described else "")
        for agent in sorted(part.agents, key=lambda agent: (agent.key, agent.label))
    ]


class _Seen:
    """Looks up what a portion tells of its claims."""

    def __init__(self, part: Corpus) -> None:
        self._agents = {agent.key: agent for agent in part.agents}
        self._articles = {article.name: article for article in part.articles}
        self.events = _by_claim(part.events)
        self._series = _by_claim(part.series)
        self._series_of = {event: one for one in part.series for event in one.events}
        self._stories = {name: one for one in part.stories for name in one.articles}
        self._origins: Mapping[str, list[str]] = defaultdict(list)
        claimants = {claim.id: claim.claimant for claim in part.claims}
        for origin in part.origins:
            for claim in written_origins(origin, claimants):
                self._origins[claim].append(_local(iris.origin(origin.id)))

    def common(self, claim: Claim) -> dict[str, str]:
        """What both tables have."""
        article, story = self._articles[claim.article], self._stories.get(claim.article)
        return {
            "claim": _local(iris.claim(claim.id)),
            "article": claim.article,
            "class": claim.event_class,
            "stance": claim.stance,
            "modality": claim.modality,
            "negated": "true" if claim.negated else "false",
            "phase": claim.phase,
            **_figure(claim),
            **_times(claim),
            "place": claim.place,
            "quote": claim.evidence.quote,
            "start": str(claim.evidence.start),
            "end": str(claim.evidence.end),
            "event_label": min((one.label for one in self._about(claim)), default=""),
            "published": article.published.isoformat() if article.published else "",
            "story": _local(iris.story(story.id)) if story else "",
            "published_by": story.published_by if story and story.publisher else "",
        }

    def table(self, claim: Claim) -> Told:
        """What `claims` alone has: those who take part as a researcher calls them."""
        speaker = self._key(claim.claimant)
        spoken_for = claimant_of(claim.claimant, self._agents) if claim.claimant else None
        events = (_local(iris.event(event.id)) for event in self.events.get(claim.id, ()))
        return {
            "actor": _joined(self._called(key) for key in self._counted(claim.actors)),
            "recipient": _joined(self._called(key) for key in self._counted(claim.recipients)),
            "object": _joined(claim.objects),
            "claimant": self._agents[speaker].label if speaker else "",
            "claimant_of": self._called(spoken_for) if spoken_for else "",
            "qualifier": claim.quantity.qualifier if claim.quantity else "",
            "event": min(events, default=""),
            "outlet": self._articles[claim.article].publisher,
            "origin": "",
        }

    def drawn(self, claim: Claim) -> Told:
        """What `network` alone has: those who take part by their keys."""
        article = self._articles[claim.article]
        spoken_for = claimant_of(claim.claimant, self._agents) if claim.claimant else None
        series = {self._series_of.get(event.id) for event in self.events.get(claim.id, ())}
        lines = {one.id for one in (*series, *self._series.get(claim.id, ())) if one}
        return {
            "actor_keys": _joined(map(self._key, self._counted(claim.actors))),
            "recipient_keys": _joined(map(self._key, self._counted(claim.recipients))),
            "claimant_key": self._key(claim.claimant),
            "claimant_of_key": self._key(spoken_for),
            "quantity_words": claim.quantity.words if claim.quantity else "",
            "place_of": known(claim.place).state if claim.place else "",
            "cue": claim.cue,
            "title": article.title,
            "publisher": article.publisher,
            "disputes": "",
            "kind": claim.kind or USUAL_KIND.get(claim.stance) or "",
            "origins": self._origin(claim),
            "url": article.url,
            "certainty": "" if claim.certainty is None else _decimal(Decimal(str(claim.certainty))),
            "read_by": claim.read_by[0] if len(claim.read_by) == 1 else BOTH,
            "series": min((_local(iris.series(one)) for one in lines), default=""),
        }

    def _about(self, claim: Claim) -> list[Event | Series]:
        return [*self.events.get(claim.id, ()), *self._series.get(claim.id, ())]

    def _counted(self, keys: Iterable[str]) -> list[str]:
        return [principal(key, self._agents) for key in keys]

    def _key(self, key: str | None) -> str:
        """The key of an agent who is described; "" of any other."""
        return key if key and key in self._agents else ""

    def _called(self, key: str) -> str:
        agent = self._agents.get(key)
        return (agent.iso3 or agent.label) if agent else ""

    def _origin(self, claim: Claim) -> str:
        """Written is one that is neither the claimant nor the story."""
        if told := self._origins.get(claim.id):
            return _joined(told)
        if claim.claimant and self._key(claim.claimant):
            return _local(iris.agent(claim.claimant))
        story = self._stories.get(claim.article)
        return _local(iris.story(story.id) if story else iris.article(claim.article))


BOTH: Final = SEPARATOR.join(("lexicon", "taught"))


def _by_claim(holders: Iterable[_Holder]) -> Mapping[str, list[_Holder]]:
    found: dict[str, list[_Holder]] = defaultdict(list)
    for one in holders:
        for claim in one.claims:
            found[claim].append(one)
    return found


def _local(iri: str) -> str:
    """The end of an IRI; a slash within a name is escaped there."""
    return str(iri).rpartition("/")[2]


def _joined(values: Iterable[str]) -> str:
    """The different values in order, as cells of several values are put."""
    return in_order(SEPARATOR.join(dict.fromkeys(values)))


def _decimal(value: Decimal) -> str:
    return str(number(value))


def _figure(claim: Claim) -> Told:
    quantity = claim.quantity
    if quantity is None:
        return {"quantity_low": "", "quantity_high": "", "unit": ""}
    low, high = ("" if v is None else _decimal(v) for v in (quantity.low, quantity.high))
    return {"quantity_low": low, "quantity_high": high, "unit": quantity.unit}


def _times(claim: Claim) -> Told:
    start, end = _days(claim.time)
    return {
        "time_start": start,
        "time_end": end,
        "time_text": claim.time.words if claim.time else "",
    }


def _dates(event: Event | None) -> Told:
    """What `network` tells of the event itself."""
    start, end = _days(event.time) if event else ("", "")
    return {
        "event": _local(iris.event(event.id)) if event else "",
        "event_start": start,
        "event_end": end,
        "event_status": event.status or "" if event else "",
    }


def _days(span: TimeSpan | None) -> tuple[str, str]:
    start, end = (span.start, span.end) if span else (None, None)
    return start.isoformat() if start else "", end.isoformat() if end else ""


@lru_cache(maxsize=1 << 14)
def _agent(agent: Agent, owner: str) -> Told:
    return {
        "key": agent.key,
        "label": agent.label,
        "kind": _kind(agent.kind),
        "iso3": agent.iso3 or "",
        "of_key": owner,
        "wikidata": agent.wikidata or "",
        "aliases": _joined(aliases(agent.key, agent.label)),
    }


def _kind(kind: AgentKind) -> str:
    if kind in LEAVES:
        return kind
    types = {SC[kind], *rules().above.get(SC[kind], ())}
    return next((stem for stem in STEMS if SC[stem] in types), "Agent")
