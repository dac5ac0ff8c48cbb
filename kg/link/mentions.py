"""A claim as linking sees it: its parties as principals, its dates, when it was published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kg.link.classes import ClassTree
from kg.model import Article, Claim

YEAR_DAYS = 365
"""A longer stretch places nothing, and no event is dated over a longer one (rule in `groups`)."""
COARSE_DAYS = 31
"""A stretch longer than a month is told loosely: it fits what it holds and nothing beside it."""

Days: TypeAlias = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim that stands on its own, ready to be grouped.

    `days` is the stretch its time names: "since 1 May" is that day, "by 31 May" runs from the
    publication to it. None where no date is known or the stretch is longer than a year and so
    places nothing.
    """

    claim: Claim
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    days: Days | None
    published: date | None
    order: tuple[str, int, int, str]
    unordered: bool = False

    @property
    def coarse(self) -> bool:
        """Whether its days are told loosely."""
        return self.days is not None and is_coarse(self.days)

    @property
    def full(self) -> bool:
        """Whether it names all parties that tell one event from another."""
        return len(self.actors) > 1 if self.unordered else bool(self.actors and self.recipients)

    @property
    def said_of(self) -> Days | None:
        """Its days, else the day of publication."""
        return self.days or ((self.published, self.published) if self.published else None)


def order(claim: Claim) -> tuple[str, int, int, str]:
    """The place of a claim in a corpus: article, then offset."""
    return claim.article, claim.evidence.start, claim.trigger.start, claim.id


def mention(
    claim: Claim, article: Article | None, principals: Mapping[str, str], tree: ClassTree
) -> Mention:
    """The claim with its parties as sorted principals; unordered classes have actors only."""
    actors = {principals.get(key, key) for key in claim.actors}
    recipients = {principals.get(key, key) for key in claim.recipients}
    unordered = claim.event_class in tree.unordered
    if unordered:
        actors, recipients = actors | recipients, set()
    published = article.published if article else None
    return Mention(
        claim, tuple(sorted(actors)), tuple(sorted(recipients)), _days(claim, published), published,
        order(claim), unordered,
    )  # fmt: skip


def _days(claim: Claim, published: date | None) -> Days | None:
    if claim.time is None:
        return None
    start, end = claim.time.start or claim.time.end, claim.time.end or claim.time.start
    if claim.time.start is None and end and published and published < end:
        start = published
    if start is None or end is None or (end - start).days > YEAR_DAYS:
        return None
    return min(start, end), max(start, end)


def is_coarse(days: Days) -> bool:
    """Whether a stretch is longer than a month."""
    return (days[1] - days[0]).days >= COARSE_DAYS


def gap(one: Days | None, other: Days | None) -> int:
    """Days between two stretches, 0 where they touch or one is unknown."""
    if one is None or other is None:
        return 0
    return max(0, (other[0] - one[1]).days, (one[0] - other[1]).days)
