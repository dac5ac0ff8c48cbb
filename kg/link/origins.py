"""Whom claims go back to, so that one source counts once however many articles carry it.

A claim goes back to its claimant, the innermost speaker, where that is somebody named: five outlets
that cite one agency are one origin. What somebody unnamed says, or an article in its own voice,
goes back to the story that it is told in. An article that says in its own voice what a claim of
its story attributes (the same figure of the same event, told as alike) repeats that claim, and
goes back where that one does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from kg.link.slugs import slug
from kg.link.voices import Voices
from kg.model import Claim, Event, Origin

Place: TypeAlias = tuple[str, str | None, str | None]
"""Id, key of the speaker, id of the story."""
DONE = frozenset({"actual", "alleged"})


def find_origins(
    claims: Iterable[Claim], events: Iterable[Event], voices: Voices
) -> tuple[Origin, ...]:
    """Every claim under one origin at least; sorted by id."""
    claims = list(claims)
    about = {identifier: event.id for event in events for identifier in event.claims}
    own: dict[str, Place] = {claim.id: _place(claim, voices) for claim in claims}
    attributed: dict[tuple[object, ...], set[Place]] = defaultdict(set)
    for claim in claims:
        if claim.claimant is not None and claim.quantity:
            attributed[_said(claim, about, voices)].add(own[claim.id])
    held: dict[Place, list[str]] = defaultdict(list)
    labels: dict[Place, str] = {}
    first: dict[str, str] = {}
    for article, story in sorted(voices.stories.items()):
        first.setdefault(story, article)
    for claim in claims:
        silent = claim.claimant is None and claim.quantity
        repeated = attributed.get(_said(claim, about, voices)) if silent else None
        for place in repeated or {own[claim.id]}:
            held[place].append(claim.id)
            if place == own[claim.id]:
                article = first[voices.stories[claim.article]]
                label = voices.label(claim) or f"the article {article} in its own voice"
                labels[place] = min(label, labels.get(place, label))
    return tuple(
        Origin(place[0], labels[place], tuple(sorted(held[place])), place[1], place[2])
        for place in sorted(held, key=lambda place: place[0])
    )


def repeats(claims: Iterable[Claim], origins: Iterable[Origin]) -> frozenset[str]:
    """Ids of claims in an article's own voice that go back to somebody whom their story names."""
    silent = {claim.id for claim in claims if claim.claimant is None}
    return frozenset(
        identifier
        for origin in origins
        if origin.id != origin.story
        for identifier in origin.claims
        if identifier in silent
    )


def _place(claim: Claim, voices: Voices) -> Place:
    if voices.is_named(claim):
        return claim.claimant or "", claim.claimant, None
    story = voices.stories[claim.article]
    if claim.claimant is None:
        return story, None, story
    return f"{story}-{slug(voices.label(claim))}", None, story


def _said(claim: Claim, about: Mapping[str, str], voices: Voices) -> tuple[object, ...]:
    """What is said, and in which story: the same for a claim and its repetition."""
    figure = (claim.quantity.low, claim.quantity.high) if claim.quantity else None
    return (
        voices.stories[claim.article],
        about.get(claim.id),
        claim.stance,
        claim.negated,
        claim.modality in DONE,
        figure,
    )
