"""What the page is made of: agents and events as nodes, parts and lines as edges, and claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["actor", "recipient"]


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who acts or speaks; `of` is the key of the state or body it belongs to, or ""."""

    key: str
    label: str
    kind: str
    iso3: str
    of: str
    wikidata: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of `network`. `claimant` "" is the article's own voice.

    `speaker` is the agent that a line is drawn from: the state or body that the claimant speaks
    for, or the claimant itself. `start` and `end` are code points into the article's text.
    """

    id: str
    event: str
    event_class: str
    claimant: str
    speaker: str
    stance: str
    modality: str
    negated: bool
    phase: str
    quantity_words: str
    quantity_low: str
    quantity_high: str
    unit: str
    time_start: str
    time_end: str
    time_text: str
    place: str
    cue: str
    quote: str
    start: int
    end: int
    article: str
    title: str
    publisher: str
    published: str
    story: str
    disputes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What claims are about, with the sides that they take.

    `firmness` is the firmest modality in which somebody asserts that it happens, "" where nobody
    does; `stories` counts independent reports, `articles` the articles that carry them.
    """

    id: str
    label: str
    event_class: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    claims: tuple[str, ...]
    stances: tuple[tuple[str, int], ...]
    firmness: str
    stories: int
    articles: int

    @property
    def contested(self) -> bool:
        """Whether somebody asserts it and somebody denies it."""
        return {"asserts", "denies"} <= {stance for stance, _ in self.stances}


@dataclass(frozen=True, slots=True)
class Part:
    """The role of an agent in an event."""

    agent: str
    event: str
    role: Role


@dataclass(frozen=True, slots=True)
class Line:
    """Claims of one speaker on one event in one stance, modality and polarity."""

    speaker: str
    event: str
    stance: str
    modality: str
    negated: bool
    claims: tuple[str, ...]
    stories: int


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes (agents, events) and edges (parts, lines), all sorted, with the claims beneath."""

    agents: tuple[Agent, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
