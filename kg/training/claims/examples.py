"""Sheets and labels to what the network is taught with: windows with their targets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from kg.extract.propose.card import Rows
from kg.extract.propose.features import Sheet, Ways
from kg.extract.propose.windows import Window, windows
from kg.training.claims.labels import CLASSES, PARTIES, ROLES, VALUES, Label, Span

REACH = 80
"""Words before and after a trigger among which its roles are looked for; 1 in 100 lies beyond."""
UNASKED = -100
"""Target of words that nothing is learnt from: context, and what labellers found debatable."""
_RARE_FEATURE, _RARE_WAY = 8, 20
"""Occurrences from which a feature is a column: rarer ones teach the network single sentences."""


@dataclass(frozen=True, slots=True)
class Event:
    """A labelled trigger of a window: `at` and `start` to `end` are places in it.

    `roles` has a row a word from `start` on and a column a role; `values` one number an attribute.
    """

    at: int
    start: int
    end: int
    event_class: int
    roles: torch.Tensor
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One window with the class of each of its words, and its events."""

    sheet: Sheet
    window: Window
    ways: Ways
    classes: torch.Tensor
    events: tuple[Event, ...]

    @property
    def texts(self) -> list[str]:
        """The words of the window."""
        return [self.sheet.texts[w] for w in self.window.words]

    def features(self, rows: Rows) -> torch.Tensor:
        """A row a word, a column a feature."""
        return torch.from_numpy(rows.of(self.sheet.features[w] for w in self.window.words))

    def ways_of(self, event: Event, rows: Rows) -> torch.Tensor:
        """How the words around `event` stand to it: a row a word."""
        trigger = self.window.words[event.at]
        words = self.window.words[event.start : event.end]
        return torch.from_numpy(rows.of(self.ways.features(trigger, w) for w in words))


def examples(sheet: Sheet, labels: Iterable[Label]) -> Iterator[Example]:
    """The windows of one article with what is labelled in them."""
    ways = Ways(sheet)
    told: dict[int, Label] = {}
    for label in labels:
        words = covered(sheet, label.trigger)
        if words:
            told.setdefault(words[0], label)
    for window in windows(sheet.sentences):
        classes = torch.zeros(len(window.words), dtype=torch.long)
        classes[: window.live] = UNASKED
        found = []
        for place in range(window.live, len(window.words)):
            here = told.get(window.words[place])
            if here is not None and here.event_class:
                found.append(_event(sheet, window, place, here))
                classes[place] = found[-1].event_class
            elif here is not None:
                classes[place] = UNASKED
        yield Example(sheet, window, ways, classes, tuple(found))


def covered(sheet: Sheet, span: Span) -> list[int]:
    """The words that `span` touches."""
    return [n for n, (start, end) in enumerate(sheet.spans) if start < span[1] and end > span[0]]


def columns(found: Sequence[Example]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The features of words, and of ways to a trigger, that are frequent enough to be learnt."""
    sheets = {id(e.sheet): e.sheet for e in found}
    words = Counter(f for sheet in sheets.values() for row in sheet.features for f in row)
    ways: Counter[str] = Counter()
    for example in found:
        for event in example.events[:1]:
            trigger = example.window.words[event.at]
            for word in example.window.words[event.start : event.end]:
                ways.update(example.ways.features(trigger, word))
    return _frequent(words, _RARE_FEATURE), _frequent(ways, _RARE_WAY)


def _frequent(counted: Counter[str], least: int) -> tuple[str, ...]:
    return tuple(sorted(name for name, n in counted.items() if n >= least))


def _event(sheet: Sheet, window: Window, place: int, label: Label) -> Event:
    start, end = max(0, place - REACH), min(len(window.words), place + REACH)
    at = {word: n for n, word in enumerate(window.words[start:end])}
    roles = np.zeros((end - start, len(ROLES)), dtype=np.float32)
    elsewhere = set(label.known)
    for column, role in enumerate(ROLES):
        for span in label.spans[role]:
            inside = [at[word] for word in covered(sheet, span) if word in at]
            roles[inside, column] = 1
            if not inside and role in PARTIES:
                elsewhere.add(role)
    values = {**label.values, **{f"{p} elsewhere": str(p in elsewhere).lower() for p in PARTIES}}
    return Event(
        at=place,
        start=start,
        end=end,
        event_class=CLASSES.index(label.event_class),
        roles=torch.from_numpy(roles),
        values=tuple(allowed.index(values[name]) for name, allowed in VALUES.items()),
    )
