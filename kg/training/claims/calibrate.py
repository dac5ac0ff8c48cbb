"""Logistic regressions for the card: what makes a claim certain, and an agent party to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.extract.agree.agree import Policy

EVERYTHING = Policy(doubted=0.0, held=0.0, certain=0.0)
"""Keeps whatever is told, however uncertain: what is to be weighed must be seen first."""
_SHRUNK = 1.0
"""Ridge penalty: some facts go together, and there are but a thousand claims."""
_STEPS = 50
_STILL = 1e-6
"""Change of the largest weight from which the search has ended."""
Weights = dict[str, float]


def fit(rows: Sequence[Mapping[str, float]], right: Iterable[bool], least: int = 1) -> Weights:
    """The weights of numbers by name, from rows that are right or not; a name left out counts 0.

    Names that stand in fewer than `least` rows get no weight.
    """
    count = Counter(name for row in rows for name in row)
    names = sorted(name for name, times in count.items() if times >= least)
    given = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    found = _newton(given, np.array([float(r) for r in right]))
    return {name: round(float(weight), 4) for name, weight in zip(names, found, strict=True)}


def _newton(given: NDArray[np.float64], right: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a ridge logistic regression, by Newton's method."""
    weights = np.zeros(given.shape[1])
    ridge = _SHRUNK * np.eye(len(weights))
    for _ in range(_STEPS):
        before = weights
        chance = 1 / (1 + np.exp(-given @ weights))
        slope = given.T @ (chance - right) + ridge @ weights
        bend = (given * (chance * (1 - chance))[:, None]).T @ given + ridge
        weights = weights - np.linalg.solve(bend, slope)
        if np.abs(weights - before).max() < _STILL:
            break
    return weights
