"""What work costs: seconds of the processor and on the clock, and the most memory.

Machines are shared and their clocks run for everyone, so that figures are told in processor
seconds; only what several processes do at once is told by the clock as well.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic


@dataclass
class Cost:
    """Seconds on the clock, and of the processor, children that ended included."""

    clock: float = 0.0
    processor: float = 0.0

    def __str__(self) -> str:
        return f"{self.clock:.1f} s, of the processor {self.processor:.1f} s"


@contextmanager
def cost() -> Iterator[Cost]:
    """What the block cost; filled in when it ends."""
    found, begun, before = Cost(), monotonic(), _used()
    yield found
    found.clock, found.processor = monotonic() - begun, _used() - before


def _used() -> float:
    every = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in every)


def peak() -> int:
    """The most memory that this program has taken, in kilobytes.

    `ru_maxrss` would also count the process that started it: a child is born with that of its
    parent. Where the system tells of the program alone, that is taken.
    """
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
    told = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return int(told[0]) if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def peak_of_children() -> int:
    """The most memory that any one child that ended has taken, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
