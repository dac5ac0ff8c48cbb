"""Sheets, marks and proposals by hand.

`sheet("Peru sent troops", "It left")` has two sentences, the words of each hung on its first one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.extract.propose.features import Sheet
from kg.extract.propose.marks import Marks
from kg.extract.propose.proposal import Proposal

VALUES = {
    "stance": ("asserts", "denies", "unconfirmed"),
    "modality": ("actual", "alleged", "planned", "possible", "conditional"),
    "negated": ("false", "true"),
    "phase": ("starts", "ongoing", "ends"),
    "actor elsewhere": ("false", "true"),
    "recipient elsewhere": ("false", "true"),
}
SURE = 0.9
"""Chance of a value that is given by its name alone."""


def sheet(
    *sentences: str,
    heads: Sequence[int] = (),
    labels: Sequence[str] = (),
    parties: Mapping[int, str] | None = None,
    proposed: Sequence[Proposal] = (),
    tokens: Sequence[int] = (),
) -> Sheet:
    """A sheet of words that are parted by blanks, each with its own spelling as feature."""
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    numbers: list[int] = []
    roots: list[int] = []
    offset = 0
    for number, sentence in enumerate(sentences):
        root = len(texts)
        for word in sentence.split():
            texts.append(word)
            spans.append((offset, offset + len(word)))
            numbers.append(number)
            roots.append(root)
            offset += len(word) + 1
    known = parties or {}
    return Sheet(
        texts=tuple(texts),
        tokens=tuple(tokens or range(len(texts))),
        spans=tuple(spans),
        sentences=tuple(numbers),
        heads=tuple(heads or roots),
        labels=tuple(labels or ("dep",) * len(texts)),
        features=tuple((f"word {word.lower()}",) for word in texts),
        parties=tuple(frozenset(known.get(n, "").split()) for n in range(len(texts))),
        proposed=tuple(proposed),
    )


def mark(
    trigger: int,
    event_class: str = "Attack",
    chance: float = 0.9,
    roles: Mapping[str, Mapping[int, float]] | None = None,
    values: Mapping[str, str | Mapping[str, float]] | None = None,
) -> Marks:
    """Marks of a word that is an event with `chance`; a value by its name is one with `SURE`."""
    told = {name: (values or {}).get(name, allowed[0]) for name, allowed in VALUES.items()}
    return Marks(
        trigger=trigger,
        classes={"-": 1 - chance, event_class: chance},
        roles=dict(roles or {}),
        values={
            name: spread(name, value) if isinstance(value, str) else value
            for name, value in told.items()
        },
    )


def spread(name: str, value: str) -> Mapping[str, float]:
    """Chances of the attribute `name` where `value` is the likeliest."""
    others = [other for other in VALUES[name] if other != value]
    return {value: SURE, **{other: (1 - SURE) / len(others) for other in others}}


def proposal(
    event_class: str = "Attack",
    trigger: int = 0,
    roles: Mapping[str, tuple[tuple[int, int], ...]] | None = None,
    **more,
) -> Proposal:
    """A proposal of the taught reader: the plainest but for what is given."""
    told = {"stance": "asserts", "modality": "actual", "negated": False, "phase": "starts"}
    told |= {"score": 0.9, "by": "taught", **more}
    return Proposal(event_class=event_class, trigger=trigger, roles=dict(roles or {}), **told)
