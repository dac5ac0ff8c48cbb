"""Boosted trees: how likely a choice is by what is known of it, as numbers by name.

LightGBM grows them (`python -m tests.benchmarks.parties`), ONNX keeps them, and onnxruntime runs
them: a row has the same chance whatever rows stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

from kg.errors import ModelError
from kg.extract.propose.card import REMEDY
from kg.extract.propose.graphs import session


class Trees:
    """The trees of the file `path`, whose columns have `names`."""

    def __init__(self, path: Path, names: Iterable[str]) -> None:
        self._column = {name: n for n, name in enumerate(names)}
        self._session = session(path)
        wide = self._session.get_inputs()[0].shape[-1]
        if wide != len(self._column):
            rule = f"the card names {len(self._column)} numbers, the trees have {wide}"
            raise ModelError(str(path), rule, REMEDY)

    def chances(self, rows: Sequence[Mapping[str, float]]) -> list[float]:
        """The chance from 0 to 1 of each of `rows`; numbers without a column are left out."""
        if not rows:
            return []
        given = np.zeros((len(rows), len(self._column)), dtype=np.float32)
        for line, row in enumerate(rows):
            for name, value in row.items():
                column = self._column.get(name)
                if column is not None:
                    given[line, column] = value
        _, found = self._session.run(None, {self._session.get_inputs()[0].name: given})
        return [float(right) for _, right in found]
