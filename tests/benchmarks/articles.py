"""Articles made by a seeded generator: as many as are asked for, no two alike, none real.

States come from the gazetteer; what they are said to do is drawn from a few dozen patterns. About
every other sentence is of the kind that news has most of and that gives no claim. The same number
gives the same article, so that a corpus of 2,001 is one of 2,000 and one article more.
"""

from __future__ import annotations

import csv
import random
from datetime import date, timedelta
from pathlib import Path

from kg.resources import ontology

FIRST_DAY = date(2015, 1, 1)
DAYS = 3650
EVENT_SHARE = 0.36
"""Of the sentences, so many tell an event: about 14 claims in an article of 440 words, as in news."""

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
    "The weather in the region had been {quality} for {n} days, and {theme} was on every mind.",
    "Analysts were divided over {theme}, which had been {quality} since {month}.",
    "Prices of {good} rose by {small} percent in {month} while those of {other} fell.",
    "A museum of {good} opened in the {quality} old town after {small} years of work.",
    "Local papers wrote at length about {theme} and about the {quality} harvest of {good}.",
    "In the {quality} hills to the north, {n} families live on {good} and {other}.",
    "The book, {small} hundred pages long, is a {quality} account of {theme}.",
    "Nobody had expected the {quality} season to bring so much {good}.",
    "The match ended {small} to {n}, to the joy of a {quality} crowd.",
    "A {quality} road of {n} kilometres now joins the coast with the markets of {good}.",
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


def article(number: int, sentences: int, names: tuple[str, ...]) -> tuple[str, date]:
    """Text and day of publication of the article of this number."""
    draw = random.Random(f"article {number}")
    parties = draw.sample(names, 4)
    paragraphs = []
    for _ in range(max(1, sentences // 3)):
        three = [_sentence(draw, parties) for _ in range(min(3, sentences))]
        paragraphs.append(" ".join(three))
    return "\n\n".join(paragraphs) + "\n", FIRST_DAY + timedelta(draw.randrange(DAYS))


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
