"""The card beside the weights: the closed vocabularies that the network was taught with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from kg.errors import ModelError
from kg.extract.propose.proposal import Role

NAME = "card.json"
REMEDY = "Install statecraft again, or train it: python -m kg.training.claims."


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names of what goes in and comes out, in the order of the network's rows and columns.

    `values` has the values of each attribute of an event; `reach` is how many words before and
    after a trigger are looked at. `certainty` holds the weights of what makes a claim certain and
    `event` of what makes it one at all, as `kg.extract.agree.certainty` names them; `parties` are
    the numbers by which trees weigh who is actor or recipient, as `kg.extract.agree.standing` names
    them, in their columns' order; `lexicon` the words that the lexicon had for each class when the
    network was taught.
    """

    features: tuple[str, ...]
    ways: tuple[str, ...]
    classes: tuple[str, ...]
    roles: tuple[Role, ...]
    values: dict[str, tuple[str, ...]]
    reach: int
    certainty: dict[str, float] = {}
    event: dict[str, float] = {}
    parties: tuple[str, ...] = ()
    lexicon: dict[str, tuple[str, ...]] = {}


class Rows:
    """Features to rows of 0 and 1, a column a feature that the network knows."""

    def __init__(self, names: Iterable[str]) -> None:
        self._column: Mapping[str, int] = {name: n for n, name in enumerate(names)}

    @cached_property
    def width(self) -> int:
        """How many features are known."""
        return len(self._column)

    def of(self, rows: Iterable[Iterable[str]]) -> NDArray[np.float32]:
        """One row each; what is not known is left out."""
        lines: list[int] = []
        columns: list[int] = []
        number = -1
        for number, row in enumerate(rows):
            known = [c for c in map(self._column.get, row) if c is not None]
            columns += known
            lines += [number] * len(known)
        found = np.zeros((number + 1, self.width), dtype=np.float32)
        found[lines, columns] = 1
        return found


def load(folder: Path) -> Card:
    """The card in `folder`; ModelError where it is missing or not as it should be."""
    path = folder / NAME
    try:
        return msgspec.json.decode(path.read_bytes(), type=Card)
    except OSError as error:
        raise ModelError(str(path), f"the taught reader lacks it ({error})", REMEDY) from error
    except UnicodeDecodeError as error:  # msgspec before 0.23 lets it through
        rule = "it is no card of a taught reader: it is not UTF-8"
        raise ModelError(str(path), rule, REMEDY) from error
    except msgspec.MsgspecError as error:
        raise ModelError(str(path), f"it is no card of a taught reader: {error}", REMEDY) from error
