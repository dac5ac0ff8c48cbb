"""The network as networkx has it: agents as nodes, and a line for each stance upon an event.

Every value is a string, a number or a truth, so that any format of graphs can hold it; what is not
known is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

import networkx as nx

from kg.show.bundles import Pair, pairs
from kg.show.carriers import Agent, Claim, Event, Network

Value: TypeAlias = str | int | bool
Told: TypeAlias = dict[str, Value]

UNNAMED: Final = "unnamed"
"""The node where an event names nobody on that side; its kind is the same word."""


def multigraph(network: Network) -> nx.MultiDiGraph:
    """Agents by key, with label, kind and codes; lines from who acts to upon whom.

    A line holds the claims of one stance, modality and polarity on one event that are of these two:
    `support` counts the independent stories, `articles` and `claims` what carries them, `claimants`
    names who says it.
    `start` and `end` are days: when it is said to happen, else (`dated` is "published") when it
    was told. Where parties act together the line is not `directed`.
    """
    graph = nx.MultiDiGraph()
    for name, told in nodes(network):
        graph.add_node(name, **told)
    for source, target, key, told in lines(network):
        graph.add_edge(source, target, key=key, **told)
    return graph


def nodes(network: Network) -> Iterator[tuple[str, Told]]:
    """The nodes of `multigraph`, one after the other: key and what is told of each."""
    for agent in network.agents:
        yield agent.key, _node(agent)
    known = {agent.key for agent in network.agents}
    ends = (end or UNNAMED for e in network.events for pair in pairs(e) for end in pair[:2])
    for end in dict.fromkeys(end for end in ends if end not in known):
        yield end, {"label": "nobody named", "kind": UNNAMED}


def lines(network: Network) -> Iterator[tuple[str, str, str, Told]]:
    """The lines of `multigraph`, event by event: both ends, key, and what is told of each."""
    labels = {agent.key: agent.label for agent in network.agents}
    by_event: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in network.claims:
        by_event[claim.event].append(claim)
    for event in network.events:
        for pair, said in _told_of(event, by_event[event.id]):
            ends = (pair.source or UNNAMED, pair.target or UNNAMED)
            for key, line in _lines(event, by_event[event.id], said, labels):
                yield (*ends, key, {"directed": pair.directed, **line})


def _told_of(event: Event, claims: Sequence[Claim]) -> Iterator[tuple[Pair, list[Claim]]]:
    """The pairs of an event, each with the claims that are of it: those that name nobody else.

    Two whom no claim names together are no pair, where any claim names both sides. A claim that
    names one side alone is of all its pairs, and one that fits none is of every pair.
    """
    crossed = pairs(event)
    named = [pair for pair in crossed if any(_names(claim, pair) for claim in claims)]
    every = named or crossed
    fitting = [{pair for pair in every if _fits(claim, pair)} for claim in claims]
    for pair in every:
        both = zip(claims, fitting, strict=True)
        yield pair, [claim for claim, fits in both if not fits or pair in fits]


def _names(claim: Claim, pair: Pair) -> bool:
    if pair.directed:
        return pair.source in claim.actors and pair.target in claim.recipients
    return {pair.source, pair.target} <= {*claim.actors, *claim.recipients}


def _fits(claim: Claim, pair: Pair) -> bool:
    if pair.directed:
        acts = not claim.actors or pair.source in claim.actors
        return acts and (not claim.recipients or pair.target in claim.recipients)
    named, both = {*claim.actors, *claim.recipients}, {pair.source, pair.target}
    return both <= named or (len(named) < len(both) and named <= both)


def _node(agent: Agent) -> Told:
    told = {"iso3": agent.iso3, "of": agent.of, "wikidata": agent.wikidata}
    return {"label": agent.label, "kind": agent.kind, **_known(told)}


def _lines(
    event: Event, claims: Sequence[Claim], told: Iterable[Claim], labels: Mapping[str, str]
) -> Iterator[tuple[str, Told]]:
    """The lines of what is `told` of a pair, by stance, modality and polarity; `claims` are all."""
    grouped: defaultdict[tuple[str, str, bool], list[Claim]] = defaultdict(list)
    for claim in told:
        grouped[claim.stance, claim.modality, claim.negated].append(claim)
    for stance, modality, negated in sorted(grouped):
        said = grouped[stance, modality, negated]
        key = f"{event.id}.{stance}.{modality}{'.negated' if negated else ''}"
        yield (
            key,
            {
                "label": event.event_class,
                "event": event.id,
                "event_label": event.label,
                "event_class": event.event_class,
                "contested": event.contested,
                "stance": stance,
                "modality": modality,
                "negated": negated,
                **_support(said, labels),
                **(_days(said) or _days(claims) or _published(said)),
            },
        )


def _support(said: Sequence[Claim], labels: Mapping[str, str]) -> Told:
    stories = len({claim.story for claim in said})
    claimants = {labels.get(claim.claimant, claim.claimant) for claim in said if claim.claimant}
    return {
        "support": stories,
        "weight": stories,
        "articles": len({claim.article for claim in said}),
        "claims": len(said),
        **_known({"claimants": "|".join(sorted(claimants))}),
        **_known({"quantity": "|".join(_distinct(claim.quantity_words for claim in said))}),
    }


def _days(claims: Iterable[Claim]) -> Told:
    """From the first day to the last that these claims tell of; empty where they tell of none."""
    claims = tuple(claims)
    start = min((claim.time_start for claim in claims if claim.time_start), default="")
    end = max((claim.time_end for claim in claims if claim.time_end), default="")
    if start and end:
        start, end = min(start, end), max(start, end)
    days = _known({"start": start, "end": end})
    return {**days, "dated": "told"} if days else {}


def _published(claims: Iterable[Claim]) -> Told:
    days = sorted(claim.published for claim in claims if claim.published)
    return {"start": days[0], "end": days[-1], "dated": "published"} if days else {}


def _distinct(values: Iterable[str]) -> list[str]:
    return sorted({value for value in values if value})


def _known(values: Mapping[str, str]) -> Told:
    return {name: value for name, value in values.items() if value}
