"""A large network by hand of chance: rows as the queries give them, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, product

from tests.show.sample import AGENTS, COLUMNS, Row

SEED = 2031
STATES, VOICES = 120, 400
CLASSES = (
    *("Deployment", "ArmsTransfer", "TechnologyTransfer", "Aid", "Sanction"),
    *("Agreement", "Meeting", "Threat", "Attack", "Invasion"),
)
SYLLABLES = ("ka", "lo", "mer", "tan", "vi", "sor", "dun", "el", "pra", "zhi", "bo", "rus")
PROSE = (
    "the government officials said on that troops were sent across border near capital after talks"
    " failed and ministry statement reported denied earlier convoy port agreement minister weapons"
    " shipment according sources region week neighbours sanctions would continue until further"
)
WORDS = PROSE.split()
CONTESTED = 0.1
"""Share of events that somebody may deny."""
SAID = (("asserts", 60), ("denies", 25), ("unconfirmed", 15))
HOW = (("actual", 60), ("alleged", 12), ("planned", 12), ("possible", 12), ("conditional", 4))


def agents() -> list[Row]:
    names = ["".join(parts).title() for parts in product(SYLLABLES, SYLLABLES, SYLLABLES)]
    random.Random(SEED).shuffle(names)
    keys = AGENTS[0].keys()
    rows = [(f"S{n:02d}", names[n], "State", f"S{n:02d}"[-3:], "", "", "") for n in range(STATES)]
    for n in range(VOICES):
        kind = ("GovernmentBody", "Leader", "Group", "IntergovernmentalOrganization")[n % 4]
        owner = f"S{n % STATES:02d}" if kind in {"GovernmentBody", "Leader"} else ""
        label = f"{names[STATES + n]} office"
        rows.append((f"v{n:03d}", label, kind, "", owner, "", f"Bureau {n}"))
    return [dict(zip(keys, row, strict=True)) for row in rows]


def rows(events: int = 10_000, claims: int = 50_000) -> Iterator[Row]:
    """Events between states, of which some act far more often than others, and claims on them."""
    chance = random.Random(SEED)
    known = agents()
    states = [agent["key"] for agent in known if agent["kind"] == "State"]
    often = list(accumulate(1 / (rank + 1) for rank in range(len(states))))
    voices = [(agent["key"], agent["of_key"]) for agent in known if agent["kind"] != "State"]
    papers = _articles(chance, claims // 20 or 1)
    made = [_event(chance, number, states, often) for number in range(events)]
    calm = {event["event"] for event in made if chance.random() > CONTESTED}
    asserted: dict[str, str] = {}
    for number in range(claims):
        event = made[number % events] if number < events else chance.choice(made)
        who, of = chance.choice(
            (("", ""), (event["actor_keys"].split("|")[0],) * 2, chance.choice(voices))
        )
        said = "asserts" if event["event"] in calm else _drawn(chance, SAID)
        row = _claim(chance, number, event, (who, of), chance.choice(papers)) | {"stance": said}
        if said == "denies":
            row["disputes"] = asserted.get(event["event"], "")
        elif said == "asserts":
            asserted[event["event"]] = row["claim"]
        yield row


def _articles(chance: random.Random, count: int) -> list[Row]:
    first = date(2031, 1, 1)
    return [
        {
            "article": f"article-{number:05d}",
            "title": _words(chance, 8).capitalize(),
            "publisher": f"{chance.choice(SYLLABLES).title()} Post",
            "published": (first + timedelta(days=chance.randrange(365))).isoformat(),
            "story": f"story-{number // 2:05d}",
        }
        for number in range(count)
    ]


def _event(chance: random.Random, number: int, states: list[str], often: list[float]) -> Row:
    actor, recipient = chance.choices(states, cum_weights=often, k=2)
    kind = chance.choice(CLASSES)
    together = kind in {"Meeting", "Agreement"}
    return {
        "event": f"event-{number:05d}",
        "event_label": f"{kind}: {actor} → {recipient} ({number})",
        "class": kind,
        "actor_keys": "|".join(sorted({actor, recipient})) if together else actor,
        "recipient_keys": "" if together or actor == recipient else recipient,
    }


def _claim(
    chance: random.Random, number: int, event: Row, who: tuple[str, str], article: Row
) -> Row:
    quote = _words(chance, chance.randrange(8, 30)).capitalize()
    row = dict.fromkeys(COLUMNS, "") | event | article
    row |= {"claimant_key": who[0], "claimant_of_key": who[1] if who[1] else ""}
    if number % 7 == 0:
        count = str(chance.randrange(1, 90) * 100)
        quote = f"{quote} {count} troops"
        row |= {"quantity_words": f"{count} troops", "quantity_low": count, "quantity_high": count}
        row |= {"unit": "troops"}
    if number % 11 == 0:
        state = event["actor_keys"].split("|")[0]
        row |= {"place": f"Port {state}", "place_of": state}
    return row | {
        "claim": f"{number:012x}",
        "modality": _drawn(chance, HOW),
        "negated": "true" if chance.random() < 0.03 else "false",
        "certainty": f"0.{number % 9 + 1}",
        "read_by": "lexicon|taught",
        "before": "On that day, ",
        "after": ".",
        "phase": "starts",
        "cue": quote.split()[1],
        "quote": quote,
        "start": str(number * 7),
        "end": str(number * 7 + len(quote)),
    }


def _drawn(chance: random.Random, told: tuple[tuple[str, int], ...]) -> str:
    return chance.choices([name for name, _ in told], [weight for _, weight in told])[0]


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))
