"""Corpora of any size with their claims, drawn and not read: what comes after the parse at scale.

Article and claims of a number are the same whatever the size of the corpus. The days move on with
the numbers, as news does: twice the articles are twice the days and not twice as many a day. A few
states make most of the news; what one pair does in one class happens anew every few days, and is
told with claimants, denials, figures, places and a look back at what was before.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from kg.knowledge.gazetteer import load
from kg.model import Agent, Article, Claim, Declined, Evidence, Quantity, Reading, TimeSpan
from tests.benchmarks.articles import PLAIN, WORDS

FIRST_DAY = date(2015, 1, 1)
A_DAY = 40
"""Articles of one day: 50,000 articles are three years and a half."""
EVERY = 6
"""Days after which a pair does the same thing again."""
PAIRS = 400
COPIED = 0.12
"""Share of articles that print the one before them."""
KINDS = {
    "Attack": ("shelled", "people"),
    "Deployment": ("sent troops to", "troops"),
    "ArmsTransfer": ("delivered missiles to", "missiles"),
    "Aid": ("sent grain to", "tonnes"),
    "Sanction": ("imposed sanctions on", ""),
    "Meeting": ("met envoys of", ""),
}
OUTLETS = ("Northern Post", "The Courier", "Evening Mail", "Agency One", "Harbour Times")
SYLLABLES = ("ka", "mo", "ri", "ta", "ve", "su", "lo", "ne", "du", "pi")


@dataclass(frozen=True)
class Happening:
    """What is told: who did what to whom, when, where and how much."""

    kind: str
    actor: Agent
    recipient: Agent
    day: date
    town: str
    figure: int


@cache
def states() -> tuple[Agent, ...]:
    """The states of the gazetteer in a fixed order; those early are told of most."""
    tables = load()
    keys = random.Random("order of states").sample(sorted(tables.states), len(tables.states))
    return tuple(tables.agent(key) for key in keys)


@cache
def _pairs() -> tuple[list[tuple[Agent, Agent]], list[float]]:
    draw = random.Random("pairs")
    weights = [1 / (rank + 1) for rank in range(len(states()))]
    pairs = []
    while len(pairs) < PAIRS:
        one, other = draw.choices(states(), weights, k=2)
        if one is not other and (one, other) not in pairs:
            pairs.append((one, other))
    return pairs, [1 / (rank + 3) for rank in range(PAIRS)]


def reading(number: int) -> Reading:
    """The article of this number with its claims."""
    draw = random.Random(f"copied {number}")
    told = number - 1 if number and draw.random() < COPIED else number
    return _Telling(number, told).reading()


def readings(count: int) -> Iterator[Reading]:
    """The first `count` of them, in order; none is held."""
    return map(reading, range(count))


def name(number: int) -> str:
    """The name of the article of this number."""
    return f"drawn{number:07}"


def write(path: Path, numbers: range) -> None:
    """The articles of these numbers as JSON Lines, which `read` below finds the claims of."""
    with path.open("w", encoding="utf-8") as file:
        for number in numbers:
            article = reading(number).article
            row = {
                "id": article.name,
                "title": article.title,
                "text": article.text,
                "publisher": article.publisher,
                "published": str(article.published),
            }
            file.write(json.dumps(row) + "\n")


def read(article: Article) -> Reading:
    """The claims of an article that `write` wrote, in the place of a reader."""
    found = reading(int(article.name.removeprefix("drawn")))
    assert found.article.text == article.text, article.name
    return Reading(article, found.claims, found.declined, found.agents)


class _Telling:
    """An article in the making; `told` is the number whose news it prints."""

    def __init__(self, number: int, told: int) -> None:
        self._draw = random.Random(f"drawn {told}")
        self._name, self._number, self._told = name(number), number, told
        self._day = FIRST_DAY + timedelta(number // A_DAY)
        self._claims: list[Claim] = []
        self._agents: dict[str, Agent] = {}
        self._text = ""

    def reading(self) -> Reading:
        pairs, weights = _pairs()
        (pair,) = self._draw.choices(pairs, weights)
        kind = self._draw.choice(tuple(KINDS))
        slot = (FIRST_DAY + timedelta(self._told // A_DAY)).toordinal() // EVERY
        news, before = _happening(pair, kind, slot), _happening(pair, kind, slot - 4)
        title = f"{news.actor.label} {KINDS[kind][0]} {news.town}"
        self._text = f"{title}\n\n"
        self._report(news, before)
        article = Article(
            self._name, self._text.rstrip("\n"), title, OUTLETS[self._number % len(OUTLETS)],
            self._day, "generated",
        )  # fmt: skip
        last = self._claims[-1].evidence
        declined = (Declined(self._name, last, "vowed", "no recipient"),)
        agents = tuple(self._agents[key] for key in sorted(self._agents))
        return Reading(article, tuple(self._claims), declined, agents)

    def _report(self, news: Happening, before: Happening) -> None:
        official = Agent(f"officials-{self._name}", "Group", "officials")
        third = self._draw.choice(states()[:30])
        ministry = Agent(
            f"{news.actor.key.lower()}-spokesman-{self._name}", "Group", "spokesman",
            of=news.actor.key,
        )  # fmt: skip
        self._tell(news, None)
        self._tell(news, official, dated=True)
        self._tell(news, news.recipient, dated=self._draw.random() < 0.5)
        self._tell(before, None, dated=True)
        if self._draw.random() < 0.5:
            self._tell(news, news.actor, stance="denies")
        if self._draw.random() < 0.3:
            self._tell(news, third, stance="unconfirmed")
        if self._draw.random() < 0.5:
            self._tell(before, ministry, dated=True)
        if self._draw.random() < 0.5:
            self._tell(news, ministry, modality="planned")

    def _tell(
        self, told: Happening, who: Agent | None, *, dated: bool = False,
        stance: str = "asserts", modality: str = "actual",
    ) -> None:  # fmt: skip
        for agent in (told.actor, told.recipient, who):
            if agent:
                self._agents[agent.key] = agent
        verb, unit = KINDS[told.kind]
        place = told.town if self._draw.random() < 0.7 else ""
        figure = f" with {told.figure} {unit}" if unit and self._draw.random() < 0.7 else ""
        when = f" on {told.day.day} {told.day:%B}" if dated else ""
        voice = {"asserts": "said", "denies": "denied", "unconfirmed": "did not confirm"}[stance]
        start = f"{who.label} {voice} that " if who else ""
        words = (
            f"{start}{told.actor.label} {verb} {told.recipient.label}"
            f"{f' at {place}' if place else ''}{figure}{when}"
        )
        at = len(self._text)
        self._text += f"{words}. {self._filler()} {self._filler()}\n\n"
        trigger = at + words.index(verb, len(start))
        number = Decimal(told.figure)
        self._claims.append(
            Claim(
                id=hashlib.sha256(f"{self._name} {at}".encode()).hexdigest()[:12],
                article=self._name, event_class=told.kind, actors=(told.actor.key,),
                recipients=(told.recipient.key,), objects=(unit,) if unit else (),
                claimant=who.key if who else None, stance=stance,  # type: ignore[arg-type]
                modality=modality, negated=False, phase="starts",  # type: ignore[arg-type]
                evidence=Evidence(words, at, at + len(words)),
                trigger=Evidence(verb, trigger, trigger + len(verb)),
                cue=voice if who else "", place=place,
                quantity=Quantity(number, number, unit, "", f"{told.figure} {unit}")
                if figure else None,
                time=TimeSpan(told.day, told.day, when.removeprefix(" on ")) if dated else None,
                read_by=self._draw.choice((("lexicon",), ("taught",), ("lexicon", "taught"))),
                certainty=round(self._draw.uniform(0.4, 0.99), 2),
            )
        )  # fmt: skip

    def _filler(self) -> str:
        words = {slot: self._draw.choice(choices) for slot, choices in WORDS.items()}
        numbers = {"n": self._draw.randrange(20, 9000), "small": self._draw.randrange(3, 20)}
        parties = dict(zip("abc", (s.label for s in self._draw.sample(states(), 3)), strict=True))
        said = self._draw.choice(PLAIN).format(**parties, **numbers, **words)
        return said[0].upper() + said[1:]


def _happening(pair: tuple[Agent, Agent], kind: str, slot: int) -> Happening:
    actor, recipient = pair
    draw = random.Random(f"{actor.key} {recipient.key} {kind} {slot}")
    towns = random.Random(f"towns {recipient.key}")
    known = ["".join(towns.choices(SYLLABLES, k=4)).title() for _ in range(40)]
    day = date.fromordinal(slot * EVERY)
    return Happening(kind, actor, recipient, day, draw.choice(known), draw.randrange(3, 4000))
