"""All claims in columns, compressed: what the page opens after it has drawn its first picture.

Ten thousand events are some 20 MB as plain JSON and a tenth of that here. Agents, articles, events
and lines are told by their place in a list; a browser opens the block with its own inflater.
"""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from typing import Any

from kg.show.carriers import Claim, Network
from kg.show.look import group, words

LEVEL = 9
PLAIN = (
    *("id", "stance", "modality", "phase", "cue", "quote", "start", "end"),
    *("quantity_words", "quantity_low", "quantity_high", "unit"),
    *("time_start", "time_end", "time_text", "place", "place_of", "certainty", "read_by"),
)
"""Columns of claims that are kept as they are."""
ARTICLE = ("article", "title", "publisher", "published", "url")


def packed(network: Network) -> str:
    """The block: base64 of gzip of JSON, without a clock, so that a graph gives the same again."""
    text = json.dumps(detail(network), sort_keys=True, separators=(",", ":"))
    return base64.b64encode(gzip.compress(text.encode(), LEVEL, mtime=0)).decode()


def detail(network: Network) -> dict[str, Any]:
    """Agents, articles, classes, events, lines and claims, each told by its place."""
    agents = _places(agent.key for agent in network.agents)
    agents[""] = -1
    events = _places(event.id for event in network.events)
    articles = sorted({_article(claim) for claim in network.claims})
    return {
        "agents": [
            asdict(agent) | {"words": words(agent.kind), "group": group(agent)}
            for agent in network.agents
        ],
        "articles": [dict(zip(ARTICLE, article, strict=True)) for article in articles],
        "events": _events(network, agents),
        "bundles": [
            [
                bundle.event_class,
                [agents[key] for key in bundle.sources],
                [agents[key] for key in bundle.targets],
                [events[event] for event in bundle.events],
            ]
            for bundle in network.bundles
        ],
        "claims": _claims(network.claims, agents, events, _places(articles)),
        "sentences": _sentences(network.claims),
    }


def _events(network: Network, agents: Mapping[str, int]) -> list[list[Any]]:
    """Id, label, class, sides, first and last day, status, stories and articles of each event."""
    return [
        [
            event.id,
            event.label,
            event.event_class,
            [agents[key] for key in event.actors],
            [agents[key] for key in event.recipients],
            event.first,
            event.last,
            event.status,
            event.stories,
            event.articles,
        ]
        for event in network.events
    ]


def _claims(
    claims: tuple[Claim, ...],
    agents: Mapping[str, int],
    events: Mapping[str, int],
    articles: Mapping[tuple[str, ...], int],
) -> dict[str, list[Any]]:
    places = _places(claim.id for claim in claims)
    stories = _places(sorted({claim.story for claim in claims}))
    told: dict[str, Callable[[Claim], Any]] = {
        "event": lambda claim: events[claim.event],
        "claimant": lambda claim: agents[claim.claimant],
        "speaker": lambda claim: agents[claim.speaker],
        "article": lambda claim: articles[_article(claim)],
        "story": lambda claim: stories[claim.story],
        "negated": lambda claim: int(claim.negated),
        "disputes": lambda claim: [places[other] for other in claim.disputes if other in places],
        "more": lambda claim: dict(claim.more) or 0,
    }
    sentences = _places(_sentences(claims))
    told["sentence"] = lambda claim: sentences.get(_sentence(claim), -1)
    told["within"] = lambda claim: _units(claim.before)
    columns = {name: [tell(claim) for claim in claims] for name, tell in told.items()}
    return columns | {name: [getattr(claim, name) for claim in claims] for name in PLAIN}


def _sentences(claims: Iterable[Claim]) -> list[str]:
    """Each sentence once, in the order of claims, so that it packs well beside its neighbours."""
    return list(dict.fromkeys(filter(None, map(_sentence, claims))))


def _sentence(claim: Claim) -> str:
    """What stands around the quote, with it; "" where it is the quote alone."""
    return claim.before + claim.quote + claim.after if claim.before or claim.after else ""


def _units(text: str) -> int:
    """Its length as scripts count it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _article(claim: Claim) -> tuple[str, ...]:
    return tuple(getattr(claim, name) for name in ARTICLE)


def _places(names: Iterable[Any]) -> dict[Any, int]:
    return {name: place for place, name in enumerate(names)}
