"""Articles made by a seeded generator: as many as are asked for, no two alike, none real.

States come from the gazetteer; what they are said to do is drawn from a few dozen patterns. About
every other sentence is of the kind that news has most of and that gives no claim. The same number
gives the same article, so that a corpus of 2,001 is one of 2,000 and one article more.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from kg.resources import ontology

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
EVENT_SHARE = 0.36
"""Share of sentences that tell an event: 13 claims in an article of 440 words, as news has them."""

EVENTS = (
    "{a} sent {n} troops to {b} on {day}, {c} said.",
    "{c} said that {a} had deployed {n} soldiers to {b}.",
    "{a} denied sending troops to {b}.",
    "{c} has not confirmed that {a} delivered {n} tanks to {b}.",
    "{a} imposed sanctions on {b} over {theme}.",
    "{a} plans to supply {b} with {n} missiles, according to {c}.",
    "The foreign ministers of {a} and {b} met in {month} to discuss {theme}.",
    "{a} and {b} signed an agreement on {theme} on {day}.",
    "{a} may send {n} howitzers to {b}, officials in {c} said.",
    "{a} pledged ${n} million in aid to {b}.",
    "{c} accused {a} of attacking {b}.",
    "{b} said that {a} had threatened to invade it.",
    "{a} withdrew {n} soldiers from {b} in {month}.",
    "{a} rejected reports that it had sold drones to {b}.",
)
PLAIN = (
    "The {noun} of the {quality} {noun2} {verb} a {quality2} {noun3}.",
    "In {month}, {quality} {plural} {verb} the {noun} beside a {noun2}.",
    "Prices of {good} {verb2} by {small} percent while those of {other} {verb3}.",
    "Some {plural} {verb} {theme}, {quality} though the {noun} was.",
    "{small} {plural} and a {quality} {noun} {verb} the {noun2} for {n} days.",
    "Every {noun} {verb} {good}, and no {noun2} {verb4} {other} in {month}.",
    "A {quality} {noun} made of {good} {verb} the {quality2} {noun3}.",
    "People {verb4} the {noun} because {theme} had become {quality}.",
)
WORDS = {
    "theme": (
        "border trade", "water rights", "the election", "energy prices", "fisheries", "migration",
        "the railway", "grain exports", "air traffic", "the new port", "satellites", "schools",
    ),
    "quality": (
        "quiet", "unusual", "long", "crowded", "bitter", "calm", "famous", "forgotten", "dry",
        "uneasy", "remarkable", "modest", "splendid", "hurried",
    ),
    "good": ("wheat", "copper", "cotton", "olives", "timber", "tea", "salt", "wool", "honey"),
    "other": ("silk", "barley", "zinc", "coffee", "glass", "paper", "rice", "cement"),
    "noun": ("river", "teacher", "museum", "garden", "bridge", "orchestra", "novel", "bakery"),
    "noun2": ("village", "painter", "harvest", "market", "valley", "library", "choir", "road"),
    "noun3": ("tradition", "winter", "festival", "roof", "story", "habit", "window", "forest"),
    "plural": ("farmers", "readers", "students", "visitors", "neighbours", "gardeners", "singers"),
    "quality2": ("green", "narrow", "early", "gentle", "distant", "painted", "silent", "rural"),
    "verb": ("praised", "described", "remembered", "painted", "filled", "shaped", "admired"),
    "verb2": ("rose", "grew", "climbed", "increased"),
    "verb3": ("fell", "dropped", "sank", "declined"),
    "verb4": ("liked", "ignored", "enjoyed", "noticed", "loved"),
    "month": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ),
    "day": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}  # fmt: skip


def states() -> tuple[str, ...]:
    """Labels of the states of the gazetteer, in its order."""
    with ontology("gazetteer", "states.csv").open(encoding="utf-8", newline="") as file:
        return tuple(row["label"] for row in csv.DictReader(file))


def article(number: int, sentences: int, names: Sequence[str]) -> tuple[str, date]:
    """Text and day of publication of the article of this number."""
    draw = random.Random(f"article {number}")
    parties = _parties(draw, names)
    paragraphs = []
    for _ in range(max(1, sentences // 3)):
        three = [_sentence(draw, parties) for _ in range(min(3, sentences))]
        paragraphs.append(" ".join(three))
    return "\n\n".join(paragraphs) + "\n", FIRST_DAY + timedelta(draw.randrange(DAYS))


def _parties(draw: random.Random, names: Sequence[str]) -> list[str]:
    """Four states, those early in a fixed shuffle far more often: news returns to few conflicts."""
    ranked = random.Random("ranks").sample(names, len(names))
    weights = [1 / (rank + 1) for rank in range(len(ranked))]
    parties: list[str] = []
    while len(parties) < 4:
        (party,) = draw.choices(ranked, weights)
        if party not in parties:
            parties.append(party)
    return parties


def _sentence(draw: random.Random, parties: list[str]) -> str:
    pattern = draw.choice(EVENTS if draw.random() < EVENT_SHARE else PLAIN)
    a, b, c = draw.sample(parties, 3)
    words = {name: draw.choice(choices) for name, choices in WORDS.items()}
    n, small = draw.randrange(20, 9000), draw.randrange(3, 20)
    said = pattern.format(a=a, b=b, c=c, n=f"{n:,}", small=small, **words)
    return said[0].upper() + said[1:]


def write(folder: Path, numbers: range, sentences: int = 36) -> None:
    """The articles of these numbers as text files with their `index.csv`."""
    folder.mkdir(parents=True, exist_ok=True)
    names = states()
    with (folder / "index.csv").open("w", encoding="utf-8", newline="") as file:
        index = csv.writer(file)
        index.writerow(("file", "title", "publisher", "published", "published_basis", "language"))
        for number in numbers:
            text, day = article(number, sentences, names)
            name = f"made{number:05}.txt"
            (folder / name).write_text(text, encoding="utf-8")
            index.writerow((name, f"Report {number}", "Generator", day, "generated", "en"))
