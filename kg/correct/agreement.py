"""How far reviewers agree: Krippendorff's alpha for nominal data.

K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), for any number of reviewers
and with claims that not all of them judged. 1 is full agreement, 0 what chance would give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Correction


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` is None where no two reviewers judged one claim, or all verdicts are the same."""

    reviewers: tuple[str, ...]
    shared: int
    same: int
    alpha: float | None


def agreement(corrections: Iterable[Correction]) -> Agreement:
    """Over claims (by id, else article and words) with verdicts of two reviewers or more.

    A verdict is its name, for a change with slot and value; the last of a reviewer on a claim
    counts.
    """
    said: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    for c in corrections:
        key = (c.claim,) if c.claim else (c.article, c.quote, c.event_class)
        said[key][c.who] = f"{c.verdict} {c.slot}={c.value}" if c.slot else c.verdict
    shared = [list(by.values()) for by in said.values() if len(by) > 1]
    return Agreement(
        reviewers=tuple(sorted({who for by in said.values() for who in by})),
        shared=len(shared),
        same=sum(len(set(verdicts)) == 1 for verdicts in shared),
        alpha=krippendorff(shared),
    )


def krippendorff(units: Iterable[list[str]]) -> float | None:
    """Alpha over units, each the values that it was given; None where it is not defined."""
    weights: Counter[str] = Counter()
    disagreement = 0.0
    for values in units:
        if len(values) < 2:
            continue
        counts = Counter(values)
        weights.update(counts)
        unlike = len(values) ** 2 - sum(n * n for n in counts.values())
        disagreement += unlike / (len(values) - 1)
    total = sum(weights.values())
    expected = total**2 - sum(n * n for n in weights.values())
    return 1 - (total - 1) * disagreement / expected if expected else None
