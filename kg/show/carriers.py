"""What the page is made of: agents as nodes, bundles of events as edges, and the claims beneath."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who acts or speaks; `of` is the key of the state or body it belongs to, or "".

    `aliases` are other names that it is known by, for the search.
    """

    key: str
    label: str
    kind: str
    iso3: str
    of: str
    wikidata: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of `network`. `claimant` "" is the article's own voice.

    `speaker` is the agent that a line is drawn from: the state or body that the claimant speaks
    for, or the claimant itself. `start` and `end` are code points into the article's text; `before`
    and `after` are what stands around the quote in its sentence. `place_of` is the state that the
    place lies in. `actors` and `recipients` are keys that it names itself, not all of its event.
    `more` holds what else the query gives, by column, for the page to show as it is.
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
    url: str = ""
    certainty: str = ""
    read_by: str = ""
    place_of: str = ""
    before: str = ""
    after: str = ""
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What claims are about, with the sides that they take.

    `firmness` is the firmest modality in which somebody asserts that it happens, "" where nobody
    does; `stories` counts independent reports, `articles` the articles that carry them. `first` and
    `last` are the days that date it, ISO or "" where nothing does; `status` is what all its claims
    together make of it, and `series` whose event it is, both "" where the rows do not tell.
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
    first: str = ""
    last: str = ""
    status: str = ""
    series: str = ""

    @property
    def contested(self) -> bool:
        """Whether somebody asserts it and somebody denies it."""
        return {"asserts", "denies"} <= {stance for stance, _ in self.stances}


@dataclass(frozen=True, slots=True)
class Bundle:
    """A series, what the same parties do in one class over time: one line of the drawing.

    A line runs from `sources`, who act, to `targets`, upon whom; both in order of key, and empty
    where nobody is named on that side. Many who act together stand on one line. `events` are ids
    in order of time, undated ones and what is told of the series alone behind.
    `stances` counts claims, `firmness` is the firmest modality in which somebody asserts one of
    the events, and `stories` counts independent reports. It is `contested` where one of the events
    is.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    event_class: str
    events: tuple[str, ...]
    stances: tuple[tuple[str, int], ...]
    firmness: str
    stories: int
    contested: bool

    @property
    def id(self) -> str:
        """Its name in the page's address; "|" stands in no key, since it parts keys in cells."""
        return "|".join((self.event_class, "+".join(self.sources), "+".join(self.targets)))

    @property
    def agents(self) -> tuple[str, ...]:
        """Whom it joins: many, one or nobody."""
        return (*self.sources, *self.targets)


@dataclass(frozen=True, slots=True)
class Network:
    """Agents and the bundles that join them, with events and claims beneath; all sorted."""

    agents: tuple[Agent, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    bundles: tuple[Bundle, ...]
