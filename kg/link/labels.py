"""Every event has a label of its own: those that would share one are told with more of them.

Added are a thing, a figure, the word that names it, when it was told and at last its words, each
only to events that still share a label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.link.classes import ROOT
from kg.link.group import Group
from kg.link.naming import label
from kg.model import Agent

MOST_WORDS = 60
"""Characters of a quote in a label."""


def labels(groups: Sequence[Group], agents: Mapping[str, Agent]) -> list[str]:
    """The labels of `groups`, in their order; `agents` by key, for names."""
    told = [label(g, agents) for g in groups]
    more: list[tuple[str, ...]] = [()] * len(groups)
    for tell in DETAILS:
        counts = Counter(told)
        for number, g in enumerate(groups):
            detail = tell(g) if counts[told[number]] > 1 and g.event_class != ROOT else ""
            if detail:
                more[number] = (*more[number], detail)
                told[number] = label(g, agents, more[number])
    return told


def _thing(g: Group) -> str:
    return _most(words for m in g.members for words in m.claim.objects)


def _figure(g: Group) -> str:
    return _most(m.claim.quantity.words for m in g.members if m.claim.quantity)


def _trigger(g: Group) -> str:
    return f"“{g.members[0].claim.trigger.quote}”"


def _published(g: Group) -> str:
    day = min((m.published for m in g.members if m.published), default=None)
    return f"told {day.day} {day:%B %Y}" if day else ""


def _quote(g: Group) -> str:
    words = " ".join(g.members[0].claim.evidence.quote.split())
    return words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS].rstrip()} …"


def _place(g: Group) -> str:
    first = g.members[0].claim
    return f"{first.article} at character {first.trigger.start}"


def _most(words: Iterable[str]) -> str:
    """What is told most; of several the longest, then the first in the alphabet."""
    counts = Counter(words)
    return min(counts, key=lambda w: (-counts[w], -len(w), w), default="")


DETAILS: tuple[Callable[[Group], str], ...] = (
    _thing, _figure, _trigger, _published, _quote, _place,
)  # fmt: skip
