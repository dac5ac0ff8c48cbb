"""The claims of one event while they are gathered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from kg.link.mentions import Days, Mention
from kg.link.sights import Sight

Key: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells of one event: its claims, and what they show together.

    `why` maps the id of each claim beyond the first to why it is here.
    """

    members: tuple[Mention, ...]
    sight: Sight
    why: Mapping[str, str] = field(default_factory=dict)

    @property
    def first(self) -> tuple[str, int, int, str]:
        """The place of its earliest claim, to sort by."""
        return self.members[0].order

    @property
    def article(self) -> str:
        """The name of its article."""
        return self.first[0]

    @property
    def by(self) -> date | None:
        """When it is dated, else when it was reported: where it stands in time."""
        return self.sight.when[0] if self.sight.when else self.sight.published


@dataclass(slots=True)
class Group:
    """Claims that are about one event, or that no event of their series can be told for.

    `sight` is what they show together; `scope` tells groups of one class and parties apart;
    `reasons` maps claim id to why it is here.
    """

    event_class: str
    actors: Key
    recipients: Key
    members: list[Mention]
    sight: Sight
    reasons: dict[str, str]
    scope: str = ""

    @property
    def days(self) -> Days | None:
        """The stretch that dates it, None where nothing does."""
        return self.sight.when

    @property
    def near(self) -> Days | None:
        """When it is dated, else when it was reported."""
        if self.days:
            return self.days
        told = sorted(m.published for m in self.members if m.published)
        return (told[0], told[-1]) if told else None

    @property
    def dated(self) -> bool:
        """Whether some claim tells its day, or its stretch of a month at most."""
        return any(m.days and not m.coarse for m in self.members)

    @property
    def day(self) -> date | None:
        """The day that names it: the one most told, of several the earliest.

        Where nobody tells a day, the one on which it is told as news, else the first of the year
        that is told, or reported in, most. What is most seldom changes when claims are added, and
        what is earliest often does.
        """
        told = [m.days for m in self.members if m.days and not m.coarse]
        exact = Counter(days[0] for days in told if days[0] == days[1])
        exact = exact or Counter(days[0] for days in told)
        if exact:
            return min(exact, key=lambda day: (-exact[day], day))
        dated = [m.days[0] for m in self.members if m.days]
        loose = dated or [m.published for m in self.members if m.published]
        known = sorted(loose)
        years = Counter(day.year for day in known)
        return min(known, key=lambda day: (-years[day.year], day), default=None)

    @property
    def first(self) -> tuple[str, int, int, str]:
        """The place of its earliest claim, to sort by."""
        return min(member.order for member in self.members)


def one(told: Sequence[Told], sight: Sight, reasons: Mapping[str, str]) -> Group:
    """A group of what several articles tell; `sight` is what all of it shows."""
    members = sorted((m for t in told for m in t.members), key=lambda m: m.order)
    actors, recipients = tuple(sorted(sight.actors)), tuple(sorted(sight.recipients))
    return Group(sight.event_class, actors, recipients, members, sight, dict(reasons))
