"""Dates that may leave out day and month: "2011", "2011-05", "2011-05-01"."""

from __future__ import annotations

from datetime import date


def first_day(text: str) -> date | None:
    """The first day that a full or partial ISO date covers; None where it is empty.

    Raises ValueError where the calendar has no such day.
    """
    if not text:
        return None
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"the calendar has no {text}") from error


def last_day(text: str) -> date | None:
    """The last day that a full or partial ISO date covers, as `first_day` gives the first."""
    first = first_day(text)
    match text.count("-"):
        case 0:
            return first and date(first.year, 12, 31)
        case 1:
            following = first and (first.year + first.month // 12, first.month % 12 + 1)
            return following and date.fromordinal(date(*following, 1).toordinal() - 1)
    return first
