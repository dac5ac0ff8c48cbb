"""What the network says of one word: how likely it names an event, and what belongs to that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.propose.proposal import Role

SURE = 0.5
"""Probability from which a word is read as an event, or as filling a role."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Probabilities for the event word `trigger`; words are counted as in its sheet.

    `classes` are those of the event's class, none of them included under '-'; `roles` has for each
    role the words that may fill it, none where the word is too unlikely an event to be asked for
    them; `values` has for stance, modality, negated, phase and the two
    roles told elsewhere ('actor elsewhere') those of each value.
    """

    trigger: int
    classes: Mapping[str, float]
    roles: Mapping[Role, Mapping[int, float]]
    values: Mapping[str, Mapping[str, float]]
