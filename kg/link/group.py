"""The claims of one event while they are gathered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from kg.link.mentions import Days, Mention, gap, is_coarse

Key: TypeAlias = tuple[str, ...]


@dataclass
class Group:
    """Claims of one class and parties that are about one event.

    `days` is the stretch that dates it; `scope` tells groups of one class and parties apart;
    `reasons` maps claim id to why it is here.
    """

    event_class: str
    actors: Key
    recipients: Key
    days: Days | None
    members: list[Mention]
    scope: str = ""
    reasons: dict[str, str] = field(default_factory=dict)

    def add(self, mention: Mention, reason: str) -> None:
        """Take a claim in."""
        self.members.append(mention)
        self.reasons[mention.claim.id] = reason

    @property
    def near(self) -> Days | None:
        """When it is dated, else when it was reported."""
        if self.days:
            return self.days
        told = sorted(m.published for m in self.members if m.published)
        return (told[0], told[-1]) if told else None

    @property
    def day(self) -> date | None:
        """The day that names it: the one most told, of several the earliest.

        Where nobody tells a day, the first of the year that is told, or reported in, most. What is
        most seldom changes when claims are added, and what is earliest often does.
        """
        told = [m.days for m in self.members if m.days and not m.coarse]
        exact = Counter(days[0] for days in told if days[0] == days[1])
        exact = exact or Counter(days[0] for days in told)
        if exact:
            return min(exact, key=lambda day: (-exact[day], day))
        loose = [
            m.days[0] if m.days else m.published
            for m in self.members
            if self.days is None or m.days
        ]
        known = sorted(day for day in loose if day)
        years = Counter(day.year for day in known)
        return min(known, key=lambda day: (-years[day.year], day), default=None)

    @property
    def first(self) -> tuple[str, int, int, str]:
        """The place of its earliest claim, to sort by."""
        return min(member.order for member in self.members)

    def fits(self, days: Days | None, apart: int) -> bool:
        """Whether `days` may be dates of this event; so may unknown ones."""
        if days is None or self.days is None:
            return True
        loose = is_coarse(days) or is_coarse(self.days)
        return gap(self.days, days) <= (0 if loose else apart)


def new(mention: Mention) -> Group:
    """A group of one claim."""
    claim = mention.claim
    return Group(claim.event_class, mention.actors, mention.recipients, mention.days, [mention])
