"""What makes a claim certain: a logistic regression on the dev part, for the card."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.extract.agree.agree import Agreement, Policy
from kg.extract.agree.certainty import Facts, numbers
from kg.extract.context import Context
from kg.extract.propose.card import Card
from kg.extract.propose.marks import Marks

EVERYTHING = Policy(doubted=0.0, held=0.0, certain=0.0)
"""Keeps whatever is told, however uncertain: what is to be weighed must be seen first."""
_SHRUNK = 1.0
"""Ridge penalty: some facts go together, and there are but a thousand claims."""
_STEPS = 50


class Recorder(Agreement):
    """An agreement that gives each claim the number of its `facts` for a certainty."""

    def __init__(self, context: Context, card: Card, marks: Mapping[int, Marks]) -> None:
        super().__init__(context, card, marks, EVERYTHING)
        self.facts: list[Facts] = []

    def chances(self, facts: Facts) -> tuple[float, float]:
        """The number of `facts` among those recorded, and certainty that there is an event."""
        self.facts.append(facts)
        return float(len(self.facts) - 1), 1.0


def fit(facts: Sequence[Facts], right: Iterable[bool]) -> dict[str, float]:
    """The weights of the facts by name, from claims that are wholly right or not."""
    rows = [numbers(f) for f in facts]
    names = sorted({name for row in rows for name in row})
    given = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    found = _newton(given, np.array([float(r) for r in right]))
    return {name: round(float(weight), 4) for name, weight in zip(names, found, strict=True)}


def _newton(given: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a ridge logistic regression, by Newton's method."""
    weights = np.zeros(given.shape[1])
    ridge = _SHRUNK * np.eye(len(weights))
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (chance - right) + ridge @ weights
        bend = (given * (chance * (1 - chance))[:, None]).T @ given + ridge
        weights = weights - np.linalg.solve(bend, slope)
    return weights
