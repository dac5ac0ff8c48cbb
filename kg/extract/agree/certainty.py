"""How certain a claim is: the chance that every slot of it is right, from what the readers hold.

A logistic regression over a few facts, fitted on the dev part of the labelled texts, which the
network was not taught from (`kg.training.claims.calibrate`); its weights stand on the card. A
second one, over the same facts, says how likely there is such an event at all.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from kg.extract.propose.marks import Marks
from kg.extract.propose.proposal import Role
from kg.extract.propose.taught import NONE

_EDGE = 1e-3
"""Probabilities count as at least so far from 0 and 1: beyond, the network only flatters itself."""
_PARTIES: tuple[Role, ...] = ("actor", "recipient", "claimant")
_VALUES = ("stance", "modality", "negated")
BIAS = "bias"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a claim's certainty hangs on; `marks` is what the network holds of its trigger, if
    anything. `agreed` is the share of the slots on which both readers agree, 0 where one read it.
    `beside` tells whether a claim of the same class, or of another one, is told in the same words,
    `parties` how likely those that were chosen are the right ones, 1 where none were weighed.
    """

    event_class: str
    marks: Marks | None
    by_lexicon: bool
    by_taught: bool
    agreed: float
    actors: int
    recipients: int
    completed: bool
    joint: bool
    beside: Literal["", "same", "other"] = ""
    parties: float = 1.0


def numbers(facts: Facts) -> dict[str, float]:
    """The facts as the numbers that are weighed, by name."""
    score = 1 - facts.marks.classes[NONE] if facts.marks else 0.0
    return {
        BIAS: 1.0,
        "score": _logit(score),
        "class": _logit(max(_classes(facts.marks), default=0.0) / max(score, _EDGE)),
        "values": math.log(max(_values(facts.marks), _EDGE)),
        "roles": math.log(max(1 - _worst(facts.marks), _EDGE)),
        "lexicon alone": float(not facts.by_taught),
        "taught alone": float(not facts.by_lexicon),
        "agreed": facts.agreed,
        "no actor": float(not facts.actors),
        "no recipient": float(not facts.recipients and not facts.joint),
        "completed": float(facts.completed),
        "parties": math.log(max(facts.parties, _EDGE)),
        "joint": float(facts.joint),
        f"{facts.beside or 'nothing'} beside": 1.0,
        facts.event_class: 1.0,
    }


def chance(weights: Mapping[str, float], facts: Facts) -> float:
    """The chance that these facts have by `weights`, rounded to two decimals."""
    told = sum(weights.get(name, 0.0) * value for name, value in numbers(facts).items())
    return round(1 / (1 + math.exp(-told)), 2)


def _classes(marks: Marks | None) -> list[float]:
    return [p for name, p in marks.classes.items() if name != NONE] if marks else []


def _values(marks: Marks | None) -> float:
    if marks is None or not marks.values:
        return 0.0
    return math.prod(max(marks.values[name].values()) for name in _VALUES)


def _worst(marks: Marks | None) -> float:
    """How unsure the least sure word of a party is."""
    if marks is None:
        return 1.0
    unsure = (min(p, 1 - p) for role in _PARTIES for p in marks.roles.get(role, {}).values())
    return max(unsure, default=0.0)


def _logit(held: float) -> float:
    kept = min(max(held, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))
