"""Whole-day intervals of the calendar: months, weeks, seasons, parts of them, steps between them.

Every function takes and returns dates; ValueError or OverflowError where the calendar has none.
"""

from __future__ import annotations

from datetime import date, timedelta

Interval = tuple[date | None, date | None]
"""First and last day, both included; None where a side is open."""
Closed = tuple[date, date]
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MONTHS = {"month": 1, "year": 12, "decade": 120}


def day(at: date) -> Closed:
    """One day."""
    return at, at


def months(year: int, month: int, count: int = 1) -> Closed:
    """`count` whole months from this one; `month` may lie outside 1..12 and is carried over."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    after = year * 12 + month - 1 + count
    return date(year, month, 1), date(after // 12, after % 12 + 1, 1) - timedelta(1)


def years(first: int, count: int = 1) -> Closed:
    """`count` whole years."""
    return date(first, 1, 1), date(first + count - 1, 12, 31)


def week(at: date) -> Closed:
    """The week, Monday to Sunday, that holds this day."""
    monday = at - timedelta(at.weekday())
    return monday, monday + timedelta(6)


def around(at: date, unit: str) -> Closed:
    """The whole day, week, month, year or decade that holds this day."""
    if unit in ("week", "fortnight"):
        monday = week(at)[0]
        return monday, monday + timedelta(6 if unit == "week" else 13)
    if unit == "weekend":
        return week(at)[0] + timedelta(5), week(at)[1]
    if unit == "month":
        return months(at.year, at.month)
    if unit == "year":
        return years(at.year)
    return years(at.year // 10 * 10, 10) if unit == "decade" else day(at)


def shifted(at: date, count: int, unit: str) -> date:
    """The day `count` units on (back where negative); the 31st becomes a shorter month's last."""
    if unit in ("minute", "hour"):
        return at + timedelta(int(count / (1440 if unit == "minute" else 24)))
    if unit in DAYS:
        return at + timedelta(count * DAYS[unit])
    first, last = months(at.year, at.month + count * MONTHS[unit])
    return min(first + timedelta(at.day - 1), last)


def third(whole: Closed, part: str) -> Closed:
    """The early, mid or late third of a span ("early June" is the 1st to the 10th)."""
    first, last = whole
    length = (last - first).days + 1
    if length > 300:  # years are cut by months, decades by years
        count = round(length / 365.25) * 4
        start = first.month + {"early": 0, "mid": count, "late": 2 * count}[part]
        return months(first.year, start, count)
    step = length // 3
    if part == "early":
        return first, first + timedelta(max(step, 1) - 1)
    if part == "mid":
        return first + timedelta(step), first + timedelta(2 * step - 1)
    return first + timedelta(2 * step), last
