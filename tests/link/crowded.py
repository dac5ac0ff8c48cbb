"""Harder corpora with a known answer: much happens between the same few states.

Pairs of states have several events of one class a month, at towns that come again, dated or not;
told in reports, in follow-ups some days later, and in items of daily digests. Outlets of one owner
carry the same report. The truth is what was drawn.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from kg.model import Agent, Article, Claim, Evidence, Quantity, Reading, TimeSpan

FIRST_DAY = date(2021, 1, 1)
STATES = tuple(a + b + c for a in "BDFGK" for b in "AEIO" for c in "LMN")
AGENTS = tuple(Agent(code, "State", f"{code.title()}ia", iso3=code) for code in STATES)
TOWNS_OF_A_STATE = 40
WORDS = {
    "Attack": "shelled",
    "Meeting": "met",
    "Aid": "sent grain to",
    "Deployment": "sent troops to",
}
UNITS = {"Attack": "people", "Aid": "tonnes", "Deployment": "troops"}
OUTLETS = ("Northern Post", "Northern Evening", "Northern Online")
UNDATED, FOLLOWED, COPIED, SPOILT = 0.25, 0.5, 0.3, 0.15
DIGESTED = 0.6
EVERY = 10
"""Days between two events of a pair, on average."""


@dataclass(frozen=True)
class Happening:
    """An event as it was drawn."""

    number: int
    kind: str
    actor: str
    recipient: str
    day: date
    town: str
    figure: int


@dataclass
class Crowded:
    """Readings with the truth: claim id to event."""

    readings: list[Reading] = field(default_factory=list)
    event: dict[str, int] = field(default_factory=dict)


def crowded(events: int, seed: int = 7) -> Crowded:
    """A corpus that tells `events` events."""
    draw, out = random.Random(f"crowded/{seed}/{events}"), Crowded()
    towns = {state: [_name(draw) for _ in range(TOWNS_OF_A_STATE)] for state in STATES}
    digests: dict[date, list[Happening]] = defaultdict(list)
    for happening in _happenings(draw, events, towns):
        _report(draw, out, happening)
        if draw.random() < DIGESTED:
            digests[happening.day].append(happening)
    for day in sorted(digests):
        _digest(draw, out, day, digests[day])
    return out


def _happenings(
    draw: random.Random, events: int, towns: dict[str, list[str]]
) -> Iterator[Happening]:
    """Lines of two years of one pair and class, each with an event every EVERY days or so."""
    number = 0
    while number < events:
        actor, recipient = draw.sample(STATES, 2)
        kind, day = draw.choice(tuple(WORDS)), FIRST_DAY + timedelta(draw.randrange(30))
        for _ in range(min(72, events - number)):
            town = draw.choice(towns[recipient])
            yield Happening(number, kind, actor, recipient, day, town, draw.randrange(3, 400))
            number, day = number + 1, day + timedelta(draw.randint(1, 2 * EVERY - 1))


def _report(draw: random.Random, out: Crowded, told: Happening) -> None:
    """What an agency reports, its copies, and a follow-up days later."""
    name = f"r{told.number:06}"
    copies = OUTLETS if draw.random() < COPIED else OUTLETS[:1]
    for place, outlet in enumerate(copies):
        title = f"{told.actor.title()}ia {WORDS[told.kind]} {told.town}"
        copy = Article(f"{name}-{place}", "", title, outlet, told.day)
        _write(draw, out, told, copy)
    if draw.random() < FOLLOWED:
        later = told.day + timedelta(draw.randint(1, 3))
        title = f"More is known of {told.town}"
        _write(draw, out, told, Article(f"{name}-later", "", title, "The Courier", later))


def _write(draw: random.Random, out: Crowded, told: Happening, article: Article) -> None:
    """Two claims in `article`, which has a title; dated where it is of another day."""
    text, dated = f"{article.title}\n\n", article.published != told.day or draw.random() >= UNDATED
    claims = []
    for _ in range(2):
        words = _sentence(told)
        time = TimeSpan(told.day, told.day, "that day") if dated else None
        claims.append(replace(_claim(draw, article.name, told, (len(text), words)), time=time))
        text += f"{words}\n\n"
    out.readings.append(Reading(replace(article, text=text), tuple(claims), (), AGENTS))
    out.event |= {claim.id: told.number for claim in claims}


def _digest(draw: random.Random, out: Crowded, day: date, told: list[Happening]) -> None:
    text, claims = "", []
    for item, happening in enumerate(told, 1):
        words = _sentence(happening)
        claim = _claim(draw, f"d{day}", happening, (len(text), words))
        claims.append(replace(claim, item=item))
        out.event[claims[-1].id] = happening.number
        text += f"{words}\n\n"
    article = Article(f"d{day}", text, publisher="Day by Day", published=day)
    out.readings.append(Reading(article, tuple(claims), (), AGENTS))


def _sentence(told: Happening) -> str:
    unit = f" with {told.figure} {UNITS[told.kind]}" if told.kind in UNITS else ""
    sides = f"{told.actor.title()}ia {WORDS[told.kind]} {told.recipient.title()}ia"
    return f"Officials say that {sides} at {told.town}{unit}."


def _claim(draw: random.Random, article: str, told: Happening, at: tuple[int, str]) -> Claim:
    """The claim that a sentence makes; in SPOILT of them its place or its figure is not read."""
    start, words = at
    figure = Decimal(told.figure)
    unit = UNITS.get(told.kind)
    quantity = Quantity(figure, figure, unit, "", f"{figure} {unit}") if unit else None
    place, lost = told.town, draw.random()
    if lost < SPOILT:
        place, quantity = ("", quantity) if lost < SPOILT / 2 else (place, None)
    trigger = words.index(WORDS[told.kind])
    word = WORDS[told.kind].split()[0]
    return Claim(
        id=f"{article}.{start}", article=article, event_class=told.kind, actors=(told.actor,),
        recipients=(told.recipient,), objects=(), claimant=None, stance="asserts",
        modality="actual", negated=False, phase="starts",
        evidence=Evidence(words, start, start + len(words)),
        trigger=Evidence(word, start + trigger, start + trigger + len(word)),
        quantity=quantity, place=place,
    )  # fmt: skip


def _name(draw: random.Random) -> str:
    return "".join(
        draw.choice(("ka", "mo", "ri", "ta", "ve", "su", "lo")) for _ in range(4)
    ).title()
