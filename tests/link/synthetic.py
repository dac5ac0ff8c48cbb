"""Corpora with a known answer, drawn from a seeded generator that knows nothing of the linker.

Events are drawn first: class, parties, day, figure. Reports tell them, in texts and claims; copies
and paraphrases follow a report within days. In three of ten claims a slot is then missing, vague
or altered, by a draw of its own. The truth is what was drawn, not what can be found out: two drawn
events may be alike, and an altered claim may name the wrong party.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from decimal import Decimal

from kg.model import Agent, Article, Claim, Evidence, Quantity, Reading, TimeSpan

FIRST_DAY, DAYS = date(2012, 1, 1), 4600
CLASSES = ("Deployment", "Sanction", "ArmsTransfer", "Attack", "Meeting", "Aid", "Agreement")
WIDER = {"Invasion": "Attack", "ArmsTransfer": "Transfer", "Aid": "Transfer"}
STATES = tuple(a + b + c for a in "BDFGK" for b in "AEIO" for c in "LMN")
SPOILT = 0.3
"""Share of claims in which a slot is missing, vague or altered."""

WAYS = (
    "missing date", "missing date", "missing recipient", "missing actor", "vague date",
    "vague class", "altered figure", "altered date", "altered speaker", "altered actor",
)  # fmt: skip

AGENTS = tuple(
    agent
    for code in STATES
    for agent in (
        Agent(code, "State", f"{code.title()}ia", iso3=code),
        Agent(f"{code}-ministry", "GovernmentBody", f"ministry of {code.title()}ia", of=code),
    )
)
NOUNS = (
    "border", "convoy", "harbour", "ministry", "parliament", "bridge", "railway", "valley",
    "council", "airport", "depot", "barracks", "delegation", "hospital", "market", "province",
    "checkpoint", "pipeline", "embassy", "warehouse", "plateau", "garrison",
)  # fmt: skip
SAYINGS = (
    "we will not stand by while our neighbours are treated in this way",
    "nobody who has seen the pictures from that road can doubt what happened",
    "this is the gravest step that any government here has taken in ten years",
    "the answer will be measured, it will be lawful and it will come soon",
    "there is no truth in what they say and there never was any",
    "our patience with the other side has been taken for weakness too long",
    "those who gave the order will have to explain it to their own people",
    "I have spoken to both of them tonight and neither wants this to go on",
)
FACTS = (
    ("{A} moved {n} men through the {x} near {p} toward {R}, {w} said.",
     "According to {w}, {n} men of {A} went by the {x} near {p} toward {R}.",
     "Toward {R} went {n} men whom {A} had moved, said {w}, by {p} and its {x}."),
    ("The {x} of {p} was closed for {m} days while {A} and {R} traded accusations.",
     "While {A} and {R} traded accusations, {p} kept its {x} closed for {m} days."),
    ("Some {n} people left {p} for the {x} before dawn, {w} told reporters.",
     "Before dawn, reporters heard from {w}, some {n} people had left {p} for the {x}."),
    ("Envoys of {R} asked the {x} in {p} for {m} more observers.",
     "The {x} in {p} was asked by envoys of {R} to send {m} observers more."),
    ("{w} put the cost to the {x} of {p} at {n} million crowns.",
     "The cost to the {x} of {p} came to {n} million crowns, as {w} reckoned."),
    ("Lawmakers in {A} will debate the {x} at {p} within {m} weeks.",
     "Within {m} weeks the {x} at {p} is to be debated by lawmakers in {A}."),
    ("“{q},” {w} said in {p}.",
     "In {p}, {w} said: “{q}.”"),
)  # fmt: skip


@dataclass(frozen=True)
class Drawn:
    """An event as it was drawn."""

    kind: str
    actor: str
    recipient: str
    day: date
    figure: int


@dataclass
class Synthetic:
    """Readings with the truth: claim id to event, claim id to how it was spoilt, name to story."""

    readings: list[Reading] = field(default_factory=list)
    event: dict[str, int] = field(default_factory=dict)
    spoilt: dict[str, str] = field(default_factory=dict)
    story: dict[str, int] = field(default_factory=dict)


def synthetic(size: int, seed: int = 7) -> Synthetic:
    """A corpus of `size` articles."""
    draw, out = random.Random(f"{seed}/{size}"), Synthetic()
    weights = [1 / (rank + 4) for rank in range(len(STATES))]  # some states are often in the news
    events = [_event(draw, weights) for _ in range(size // 4)]
    events.sort(key=lambda event: event.day)
    while len(out.readings) < size:
        _tell(draw, out, events, draw.randrange(len(events)), size)
    return out


def _event(draw: random.Random, weights: Sequence[float]) -> Drawn:
    actor, recipient = draw.choices(STATES, weights, k=2)
    while recipient == actor:
        (recipient,) = draw.choices(STATES, weights)
    day = FIRST_DAY + timedelta(draw.randrange(DAYS))
    return Drawn(draw.choice(CLASSES), actor, recipient, day, draw.randrange(2, 90) * 100)


def _tell(draw: random.Random, out: Synthetic, events: list[Drawn], main: int, size: int) -> None:
    """One report of an event with its copies and paraphrases."""
    story = len(out.readings)  # the number of its first article names a story
    event = events[main]
    facts = _facts(draw, event)
    original = [_sentence(fact, draw.randrange(9)) for fact in facts]
    day = event.day + timedelta(draw.randint(0, 9))
    followers = draw.choices((0, 1, 2, 4), (6, 3, 2, 1))[0]
    for number in range(min(1 + followers, size - len(out.readings))):
        name = f"n{len(out.readings):06}"
        if number == 0:
            text = original
        elif draw.random() < 0.5:  # a copy with a head of its own and a cut end
            text = [
                f"From our desk in {draw.choice(NOUNS)} street.",
                *original[: draw.randint(6, 9)],
            ]
        else:  # a paraphrase: other phrasing, two sentences left out, the order changed a little
            text = [_sentence(fact, draw.randrange(9)) for fact in facts]
            for _ in range(2):
                text.pop(draw.randrange(1, len(text)))
            text[1:3] = reversed(text[1:3])
        published = day + timedelta(draw.randint(0, 2) if number else 0)
        claims = _claims(draw, out, events, main, name)
        out.readings.append(
            Reading(Article(name, " ".join(text), published=published), claims, (), AGENTS)
        )
        out.story[name] = story


def _facts(draw: random.Random, event: Drawn) -> list[tuple[int, dict[str, str]]]:
    """Ten facts: which template, and what fills it."""
    found = []
    for number in range(10):
        fill = {
            "A": event.actor.title() + "ia",
            "R": event.recipient.title() + "ia",
            "n": str(event.figure if number == 0 else draw.randrange(11, 999)),
            "m": str(draw.randrange(2, 40)),
            "x": draw.choice(NOUNS),
            "p": _name(draw),
            "w": f"{_name(draw)} {_name(draw)}",
            "q": draw.choice(SAYINGS),
        }
        found.append((number % len(FACTS), fill))
    return found


def _name(draw: random.Random) -> str:
    return "".join(draw.choice(("ka", "mo", "ri", "ta", "ve", "su")) for _ in range(3)).title()


def _sentence(fact: tuple[int, dict[str, str]], phrasing: int) -> str:
    forms = FACTS[fact[0]]
    return forms[phrasing % len(forms)].format(**fact[1])


def _claims(
    draw: random.Random, out: Synthetic, events: list[Drawn], main: int, name: str
) -> tuple[Claim, ...]:
    """Two or three claims of the main event, and one of an event in the two years before it."""
    told = [main] * draw.randint(2, 3)
    first = max(0, main - len(events) // 7)
    if first < main and draw.random() < 0.5:
        told.append(draw.randrange(first, main))
    claims = []
    for at, number in enumerate(told):
        claim = _claim(draw, events[number], name, 10 * at)
        if draw.random() < SPOILT:
            how, slots = _spoil(draw, events[number], claim, at == 0 or number != main)
            claim = replace(claim, **slots)
            out.spoilt[claim.id] = how
        out.event[claim.id] = number
        claims.append(claim)
    return tuple(claims)


def _claim(draw: random.Random, event: Drawn, name: str, at: int) -> Claim:
    words = Evidence("words", at, at + 5)
    count = Decimal(event.figure)
    return Claim(
        id=f"{name}.{at}",
        article=name,
        event_class=event.kind,
        actors=(event.actor,),
        recipients=(event.recipient,),
        objects=(),
        claimant=draw.choice((None, event.actor, event.recipient, f"{event.recipient}-ministry")),
        stance=draw.choices(("asserts", "denies", "unconfirmed"), (7, 2, 1))[0],  # type: ignore[arg-type]
        modality=draw.choices(("actual", "alleged", "planned"), (6, 2, 1))[0],  # type: ignore[arg-type]
        negated=False,
        phase="starts",
        evidence=words,
        trigger=words,
        quantity=Quantity(count, count, "troops", "", f"{count} troops"),
        time=TimeSpan(event.day, event.day, "that day"),
    )


def _spoil(draw: random.Random, event: Drawn, claim: Claim, alone: bool) -> tuple[str, dict]:
    """How a claim is spoilt, and its other slots; one that stands `alone` keeps a party."""
    ways = list(WAYS)
    if draw.random() < 0.85:
        ways.remove("altered actor")
    if not alone:
        ways.append("vague mention")
    how = draw.choice(ways)
    off = event.day + timedelta(draw.choice((-3, -2, -1, 1, 2, 3)))
    count = Decimal(draw.randrange(2, 90) * 100)
    slots: dict[str, dict] = {
        "missing date": {"time": None},
        "missing recipient": {"recipients": ()},
        "missing actor": {"actors": ()},
        "vague date": {
            "time": draw.choice(
                (
                    TimeSpan(date(event.day.year, 1, 1), date(event.day.year, 12, 31), "that year"),
                    _month(event.day),
                )
            )
        },
        "vague class": {"event_class": WIDER.get(event.kind, event.kind)},
        "vague mention": {"actors": (), "recipients": (), "time": None},
        "altered figure": {"quantity": Quantity(count, count, "troops", "", f"{count} troops")},
        "altered date": {"time": TimeSpan(off, off, "that day")},
        "altered speaker": {"actors": (f"{event.actor}-ministry",)},
        "altered actor": {
            "actors": (draw.choice([s for s in STATES if s not in (event.actor, event.recipient)]),)
        },
    }
    return how, slots[how]


def _month(day: date) -> TimeSpan:
    first = day.replace(day=1)
    return TimeSpan(first, (first + timedelta(31)).replace(day=1) - timedelta(1), "that month")


def pairs(sizes: Iterable[int]) -> int:
    """Pairs within groups of these sizes."""
    return sum(n * (n - 1) // 2 for n in sizes)


def pairwise(groups: Iterable[Iterable[str]], truth: dict[str, int]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of those that `truth` knows; 1 where there is no pair."""
    held = [[truth[x] for x in group if x in truth] for group in groups]
    right = sum(pairs(Counter(group).values()) for group in held)
    said, wanted = pairs(map(len, held)), pairs(Counter(truth.values()).values())
    return (
        right / said if said else 1.0,
        right / wanted if wanted else 1.0,
        2 * right / (said + wanted) if said + wanted else 1.0,
    )
