"""How linking holds where much happens between the same few: `python -m tests.benchmarks.crowded`.

Prints, for a small and a large drawn corpus (`tests.link.crowded`), pairwise precision, recall and
F1 of event identity; then processor time and memory of the large one as multiples of the small
one's, beside what n log n gives. Needs no model.
"""

from __future__ import annotations

import math
import sys
import time
import tracemalloc

from kg.link.corpus import link
from tests.link.crowded import Crowded, crowded
from tests.link.synthetic import pairwise

SIZES = (300, 2_400)


def main(sizes: tuple[int, ...] = SIZES) -> None:
    """Print the figures for each number of events, then how they grow."""
    took, held = [], []
    for size in sizes:
        drawn = crowded(size)
        seconds, groups = _timed(drawn)
        took.append(seconds)
        held.append(_memory(drawn))
        precision, recall, f1 = pairwise(groups, drawn.event)
        _say(f"{size:,} events, {len(drawn.readings):,} articles, {len(drawn.event):,} claims:")
        _say(f"  F1 {f1:.3f} (precision {precision:.3f}, recall {recall:.3f})")
    small, large = sizes[0], sizes[-1]
    allowed = large * math.log(large) / (small * math.log(small))
    times = f"{took[-1] / took[0]:.1f} times the time (n log n allows {allowed:.1f})"
    _say(f"{large / small:g} times the events: {times}, {held[-1] / held[0]:.1f} times the memory")


def _timed(drawn: Crowded) -> tuple[float, list[tuple[str, ...]]]:
    begun = time.process_time()
    corpus = link(drawn.readings)
    return time.process_time() - begun, [event.claims for event in corpus.events]


def _memory(drawn: Crowded) -> int:
    """The most bytes that linking holds at once beside its readings."""
    tracemalloc.start()
    link(drawn.readings)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
