"""Dates in two parts: a day or part within a span, and a day counted from another.

'Tuesday of last week', 'the last week of July', 'the 19th of this month last year', 'a week from
Friday': the parts are found as times of their own; here is said which of them belong together, and
what they mean together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kg.language.intervals import DAYS, Closed, Interval, around, day, months, shifted
from kg.language.time_rules import RULES, UNKNOWN, Said, nearest_day

SATURDAY = 5
_MONTHS = {"half": 6, "quarter": 3, "month": 1}
FEW = {"day": 7, "week": 3, "month": 3}
"""How many 'the last days of July' are, where no number is told."""
_BESIDE = re.compile(r"\s+(?:of\s+)?(?:the\s+)?(?:year\s+)?|\s+in\s+(?:the\s+)?", re.IGNORECASE)
_DATE = re.compile(r",?\s+(?:the\s+)?", re.IGNORECASE)
_BEHIND = re.compile(r",?\s+(?:on|in)\s+(?:the\s+)?", re.IGNORECASE)
_COUNTED = re.compile(r"\s+(?:on\s+)?(?:the\s+)?", re.IGNORECASE)

_INSIDE: dict[str, frozenset[str]] = {
    "weekday": frozenset({"week"}),
    "month": frozenset({"year"}),
    "season": frozenset({"year"}),
    "day": frozenset({"year"}),
    "dated": frozenset({"month"}),
    "part": frozenset({"week", "month", "season", "year", "decade"}),
    "unit": frozenset({"year"}),
}
"""Which spans an expression of each rule can lie in, by their size."""
_BARE = {"unit": ("", "this")}
"""Words that may say which one is meant of what lies in another span; none, for other rules."""


def size(rule: str, said: Said) -> str:
    """How long a span is that an expression names: 'day', 'week', 'month' ...; '' where open."""
    if rule in ("unit", "ago", "part", "whole", "turn", "hence") and said.get("unit"):
        return said.unit
    if rule == "part":
        return "day" if said.get("weekday") else "month"
    return {"weekday": "day", "dated": "day", "named_day": "day"}.get(rule, rule)


def is_within(gap: str, inner: tuple[str, Said], outer: str, rule: str, after: str) -> bool:
    """Whether 'A gap B' names A within B; `outer` is the size of B, `rule` and `after` its own."""
    name, said = inner
    if name == "weekday" and rule in ("day", "dated"):
        return not said.get("which") and bool(_DATE.fullmatch(gap))  # 'Tuesday, July 30'
    if name in ("ago", "measured"):
        return bool(_COUNTED.fullmatch(gap)) and _is_counted(inner, outer, rule, after)
    if outer not in _INSIDE.get(name, ()) or said.own_year or not _BESIDE.fullmatch(gap):
        return False
    bare = said.get("which") in _BARE.get(name, ("",))
    return bare and (" of" in gap or not _owns(after))


def _is_counted(inner: tuple[str, Said], outer: str, rule: str, after: str) -> bool:
    """'a year ago today', 'two days after Friday': what is counted from the time behind it."""
    name, said = inner
    if name == "ago":
        return rule in ("named_day", "weekday", "unit")
    return outer == "day" and said.get("away") in said.words.offsets and not _owns(after)


def is_behind(gap: str, outer: str, inner: tuple[str, Said]) -> bool:
    """Whether 'B gap A' names A within B: 'last week, on Tuesday'."""
    name, said = inner
    whole = (name, outer) in (("weekday", "week"), ("month", "year"), ("dated", "month"))
    return whole and not said.get("which") and not said.own_year and bool(_BEHIND.fullmatch(gap))


def _owns(after: str) -> bool:
    """'on Tuesday last week’s talks': the span belongs to what is told behind it."""
    return after.startswith(("’s", "'s"))


def within(rule: str, said: Said, outer: Interval, counted: str) -> Interval:
    """The interval of an expression within `outer`, or counted from it by the rule `counted`.

    UNKNOWN where `outer` is open or the calendar has no such day.
    """
    first, last = outer
    if first is None or last is None:
        return UNKNOWN
    try:
        if rule == "ago":
            return _ago(said, (first, last), counted)
        return _RULES[rule](said, (first, last))
    except (ValueError, OverflowError):
        return UNKNOWN


def _ago(said: Said, base: Closed, rule: str) -> Interval:
    """'a year ago today', 'a year ago this week', 'two weeks ago on Monday'."""
    at = shifted(base[0], -said.count, said.unit)
    if rule == "named_day":
        return day(at)
    if rule == "unit":
        week = base[1] - base[0] == timedelta(6)
        return around(at + timedelta(3), "week") if week else (at, at + (base[1] - base[0]))
    if said.unit not in ("week", "fortnight"):
        return UNKNOWN
    # Both 'a week before last Friday' and 'Friday of last week' are meant: known where they agree.
    whole = around(shifted(said.today, -said.count, said.unit), "week")
    return day(at) if whole[0] <= at <= whole[1] else UNKNOWN


def _measured(said: Said, base: Closed) -> Interval:
    if not said.get("count"):
        return UNKNOWN
    count = said.count * said.words.offsets[said.get("away")]
    return shifted(base[0], count, said.unit), shifted(base[1], count, said.unit)


def _weekday(said: Said, whole: Closed) -> Interval:
    if whole[0] == whole[1]:
        return whole
    return day(_days(said, whole)[0])


def _days(said: Said, whole: Closed) -> list[date]:
    """Every day of its name in a span."""
    number = said.words.weekdays[said.match["weekday"]]
    first = whole[0] + timedelta((number - whole[0].weekday()) % 7)
    return [first + timedelta(7 * n) for n in range((whole[1] - first).days // 7 + 1)]


def _of_year(rule: str) -> Callable[[Said, Closed], Interval]:
    def resolve(said: Said, whole: Closed) -> Interval:
        return RULES[rule](replace(said, year=whole[0].year)) or UNKNOWN

    return resolve


def _dated(said: Said, whole: Closed) -> Interval:
    return day(nearest_day(said, whole[0].year, whole[0].month))


def _unit(said: Said, whole: Closed) -> Interval:
    """'this month last year'."""
    years = whole[0].year - said.today.year
    return around(shifted(said.today, years, "year"), said.unit)


def _part(said: Said, whole: Closed) -> Interval:
    """The first, second or last so many units, days of a name, halves or quarters of a span."""
    which = said.words.ordinals[said.get("ordinal")]
    if said.get("weekday"):
        return day(_pick([day(d) for d in _days(said, whole)], which)[0])
    unit = said.get("cut") or said.unit
    if unit == "weekend":
        days = (whole[0] + timedelta(n) for n in range((whole[1] - whole[0]).days))
        return _pick([(d, d + timedelta(1)) for d in days if d.weekday() == SATURDAY], which)
    many = said.match.group().lower().endswith("s") and not said.get("count")
    return _stretch(whole, unit, which, FEW.get(unit, 1) if many else said.count)


def _pick(found: list[Closed], which: int) -> Closed:
    if not 0 <= (place := which - 1 if which > 0 else len(found) + which) < len(found):
        raise ValueError(which)
    return found[place]


def _stretch(whole: Closed, unit: str, which: int, count: int) -> Interval:
    """`count` units from the start of a span, or from its end where `which` is negative."""
    first, last = whole
    length = (last - first).days + 1
    if unit in _MONTHS and length > 300:
        size = _MONTHS[unit] * count
        start = (which - 1) * size if which > 0 else round(length / 30.44) - size
        found = months(first.year, first.month + start, size)
    elif unit in ("month", "quarter"):
        return UNKNOWN
    elif unit == "half":
        middle = first + timedelta(length // 2)
        found = (first, middle - timedelta(1)) if which == 1 else (middle, last)
    else:
        run = timedelta(count * DAYS[unit] - 1)
        begin = first + (which - 1) * timedelta(count * DAYS[unit]) if which > 0 else last - run
        found = (begin, begin + run)
    return found if first <= found[0] and found[1] <= last else UNKNOWN


_RULES: dict[str, Callable[[Said, Closed], Interval]] = {
    "weekday": _weekday,
    "month": _of_year("month"),
    "season": _of_year("season"),
    "day": _of_year("day"),
    "dated": _dated,
    "part": _part,
    "unit": _unit,
    "measured": _measured,
}
