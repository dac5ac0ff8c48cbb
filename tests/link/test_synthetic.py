"""A corpus with a known answer: events drawn from a seeded generator, a third of the slots spoilt.

The spoiling (a date left out or made coarse, a recipient left out) is drawn apart from the events,
so that the generator does not mirror the linker.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest

from kg.errors import KnowledgeError
from kg.link import classes
from kg.link.corpus import link
from kg.model import Agent, Article, Claim, Reading
from tests.link.claims import claim, span, year

CODES = [a + b + c for a in "ABCDEF" for b in "GHIJKL" for c in "MNO"]
AGENTS = tuple(Agent(code, "State", code) for code in CODES)
CLASSES = ["Deployment", "Sanction", "ArmsTransfer", "Attack", "Meeting", "Aid"]
FLOOR = 0.95

Truth = dict[str, int]


def spoilt(draw: random.Random, name: str, at: int, event) -> Claim:
    kind, actor, recipient, day = event
    slots = {"event_class": kind, "actors": (actor,), "recipients": (recipient,)}
    chance = draw.random()
    if chance < 0.1:
        return claim(name, at, **slots)
    if chance < 0.2:
        return claim(name, at, **slots | {"recipients": (), "time": span(day.isoformat())})
    if chance < 0.3:
        return claim(name, at, **slots, time=year(day.year))
    return claim(name, at, **slots, time=span(day.isoformat()))


def corpus(size: int) -> tuple[list[Reading], Truth]:
    draw = random.Random(7)
    events = [
        (draw.choice(CLASSES), *draw.sample(CODES, 2),
         date(draw.choice(range(2012, 2025, 3)), draw.randint(1, 12), draw.randint(1, 28)))
        for _ in range(size // 4)
    ]  # fmt: skip
    readings, truth = [], {}
    for number in range(size):
        name, main = f"n{number:04}", draw.randrange(len(events))
        told = [main, main, draw.randrange(len(events))]
        claims = tuple(spoilt(draw, name, 10 * i, events[e]) for i, e in enumerate(told))
        truth |= {c.id: e for c, e in zip(claims, told, strict=True)}
        published = events[main][3] + timedelta(draw.randint(0, 9))
        article = Article(name, f"Report {number}.", published=published)
        readings.append(Reading(article, claims, (), AGENTS))
    return readings, truth


def pairs(counts) -> int:
    return sum(n * (n - 1) // 2 for n in counts)


def test_pairs_of_claims_are_joined_as_the_generator_drew_them():
    readings, truth = corpus(600)
    events = link(readings).events
    right = sum(pairs(Counter(truth[c] for c in event.claims).values()) for event in events)
    said = pairs(len(event.claims) for event in events)
    wanted = pairs(Counter(truth.values()).values())
    assert 2 * right / (said + wanted) >= FLOOR


@pytest.mark.parametrize(
    ("notes", "named"),
    [
        ('unordered = []\nfunction_words = []\nstopwords = []', "stopwords.*Allowed"),
        ('unordered = ["Meating"]\nfunction_words = []', "Meating"),
    ],
)  # fmt: skip
def test_notes_outside_the_schema_are_refused(tmp_path, monkeypatch, notes, named):
    path = tmp_path / "linking.toml"
    path.write_text(notes, encoding="utf-8")
    real = classes.ontology
    monkeypatch.setattr(
        classes, "ontology", lambda *parts: path if parts == ("linking.toml",) else real(*parts)
    )
    with pytest.raises(KnowledgeError, match=named):
        classes.class_tree.__wrapped__()
