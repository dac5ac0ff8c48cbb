"""How well and how fast linking works on synthetic corpora: `python -m tests.link.benchmark`.

Prints, for 1,000 and 10,000 articles, pairwise precision, recall and F1 of events and stories, the
share of spoilt claims that came to the event of their intact fellows, and the processor time of
the larger corpus as a multiple of the smaller one's, beside what n log n gives. Needs no model.
"""

from __future__ import annotations

import math
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Mapping

from kg.link.corpus import link
from tests.link.synthetic import Synthetic, pairwise, synthetic

SIZES = (1_000, 10_000)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the figures for each size, then the ratio of times."""
    took = {}
    for size in sizes:
        drawn = synthetic(size)
        start = time.process_time()
        corpus = link(drawn.readings)
        took[size] = time.process_time() - start
        groups = [event.claims for event in corpus.events]
        intact = {c: e for c, e in drawn.event.items() if c not in drawn.spoilt}
        _say(f"{size:,} articles, {len(drawn.event):,} claims")
        _scores("events, all claims", pairwise(groups, drawn.event))
        _scores("events, intact claims", pairwise(groups, intact))
        _scores("stories", pairwise([s.articles for s in corpus.stories], drawn.story))
        for how, (right, all_) in sorted(_spoilt(drawn, groups).items()):
            _say(f"  {how:<24} {right / all_:.3f} of {all_:,} with their fellows")
    small, large = sizes[0], sizes[-1]
    allowed = large * math.log(large) / (small * math.log(small))
    _say(f"time {took[large] / took[small]:.1f} times as long for {large / small:g} times as many "
          f"articles; n log n allows {allowed:.1f}")  # fmt: skip


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _scores(what: str, scores: tuple[float, float, float]) -> None:
    precision, recall, f1 = scores
    _say(f"  {what:<24} F1 {f1:.4f} (precision {precision:.4f}, recall {recall:.4f})")


def _spoilt(drawn: Synthetic, groups: list[tuple[str, ...]]) -> Mapping[str, tuple[int, int]]:
    """How many claims of each kind of spoiling lie where most intact claims of their event do."""
    where = {claim: number for number, group in enumerate(groups) for claim in group}
    homes: dict[int, Counter[int]] = defaultdict(Counter)
    for claim, event in drawn.event.items():
        if claim not in drawn.spoilt:
            homes[event][where[claim]] += 1
    counts: dict[str, list[bool]] = defaultdict(list)
    for claim, how in drawn.spoilt.items():
        if home := homes.get(drawn.event[claim]):
            counts[how].append(where[claim] == home.most_common(1)[0][0])
    return {how: (sum(right), len(right)) for how, right in counts.items()}


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
