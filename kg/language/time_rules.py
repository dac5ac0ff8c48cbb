"""What each kind of time expression means: one small function a rule of `TimeWords.patterns`.

Each takes a `Said` and returns the interval, `UNKNOWN` where only the words can be kept, or None
where the words are no time at all. ValueError and OverflowError mean that the calendar has no such
day; the caller keeps the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.language.intervals import (
    Closed,
    Interval,
    around,
    day,
    months,
    shifted,
    third,
    years,
)
from kg.language.time_words import TimeWords

UNKNOWN: Interval = (None, None)
PARTS = {"beginning": "early", "start": "early", "middle": "mid", "end": "late"}
SIDES = {"earlier": "early", "later": "late", "early": "early", "late": "late"}
LEAP = 8
"""Years searched for a day without its year: a 29 February can be eight years away."""
YEAR = 365
NAMING = 30
"""Characters before a day in which stands what makes it a name."""
WEEKS_AHEAD = 21
"""Days ahead for which news leaves out the year, though its like lies behind too. Judged."""


@dataclass(frozen=True)
class Said:
    """A matched expression, the publication date, and what its clause tells.

    `ahead`: the clause looks forward, so a day without a year lies on or after publication.
    `behind`: it tells a beginning ("since"), which lies behind.
    `year`: the year of the span's other end, where this end names none.
    """

    match: re.Match[str]
    published: date | None
    words: TimeWords
    ahead: bool = False
    year: int | None = None
    behind: bool = False

    def get(self, group: str) -> str:
        """The words of a group, lower case; '' where the rule has no such group."""
        return (self.match.groupdict().get(group) or "").lower()

    @property
    def today(self) -> date:
        """The publication date; ValueError where it is not known, as for days that are none."""
        if self.published is None:
            raise ValueError("the day of publication is not known")
        return self.published

    @property
    def days_ahead(self) -> int:
        """Days from publication to the weekday that is said, 0 to 6."""
        number = self.words.weekdays[self.match["weekday"]]
        return (number - self.today.weekday()) % 7

    @property
    def own_year(self) -> int | None:
        """The year that is said, or that the other end of the span says."""
        return int(self.get("year")) if self.get("year") else self.year

    @property
    def unit(self) -> str:
        """The unit, as `intervals` names it."""
        return self.words.units[self.get("unit")]

    @property
    def count(self) -> int:
        """The number of units; 1 where none is said."""
        said = re.sub(r"\s+", " ", self.get("count"))
        return int(said) if said.isdigit() else self.words.number_words.get(said, 1)

    @property
    def month(self) -> int:
        """The number of the month."""
        said = self.match["month"].rstrip(".")
        return self.words.months.get(said) or self.words.short_months[said]


def resolve(rule: str, said: Said) -> Interval | None:
    """The interval by the rule of this name; words alone where the calendar has no such day.

    So it is with what is counted from publication, where that is not known.
    """
    try:
        return RULES[rule](said)
    except (ValueError, OverflowError):  # 30 February; 5,000 years ago
        return UNKNOWN


def _nearest(spans: list[Closed], said: Said) -> Interval:
    """Of spans that recur, the one that `this`, `last`, `next` or the clause's tense picks."""
    today, which, back = said.today, said.get("which"), spans[::-1]
    if which in ("next", "coming"):
        return next(filter(lambda span: span[0] > today, spans), UNKNOWN)
    if which == "this" or (said.ahead and not which):
        return next(filter(lambda span: span[1] >= today, spans), UNKNOWN)
    if which in ("last", "past"):
        return next(filter(lambda span: span[1] < today, back), UNKNOWN)
    return next(filter(lambda span: span[0] <= today, back), UNKNOWN)


def _candidates(said: Said, make: Callable[[int], Closed]) -> list[Closed]:
    out = []
    for year in range(said.today.year - LEAP, said.today.year + LEAP):
        try:
            out.append(make(year))
        except ValueError:  # no 29 February that year, or a year before 1
            continue
    return out


def _part(said: Said, whole: Interval) -> Interval:
    part = PARTS.get(said.get("part"), said.get("part"))
    first, last = whole
    return third((first, last), part) if part and first and last else whole


def _day(said: Said) -> Interval:
    first = _cardinal(said.get("day"))
    last = _cardinal(said.get("until")) if said.get("until") else first
    month = int(said.get("number")) if said.get("number") else said.month

    def make(year: int) -> Closed:
        return date(year, month, first), date(year, month, max(first, last))

    year = said.own_year or _remembered(said, month, first)
    return make(year) if year else _same_year(_candidates(said, make), said)


def _remembered(said: Said, month: int, number: int) -> int | None:
    """The year of a day by which something is called: 'the October 7 attacks'."""
    text, (start, end) = said.match.string, said.match.span()
    before, behind, alone = said.words.remembered
    led = text[max(0, start - NAMING) : start]
    if not alone.search(led) and not (before.search(led) and behind.match(text, end)):
        return None
    days = [d for d in said.words.remembered_days if (d.month, d.day) == (month, number)]
    return next((d.year for d in days if said.published and d < said.published), None)


def _same_year(spans: list[Closed], said: Said) -> Interval:
    """As `_nearest`, but a day within the next weeks rather than its like of nearly a year ago."""
    found = _nearest(spans, said)
    if found[0] is None or said.get("which") or said.behind:
        return found
    coming = next((s for s in spans if s[0] > said.today), None)
    if coming is None or (said.today - found[0]).days < YEAR - WEEKS_AHEAD:
        return found
    return coming if (coming[0] - said.today).days <= WEEKS_AHEAD else found


def _cardinal(said: str) -> int:
    return int(said.rstrip("dhnrst"))


def _month(said: Said) -> Interval:
    def make(year: int) -> Closed:
        return months(year, said.month)

    if said.own_year:
        return _part(said, make(said.own_year))
    if said.get("which") == "this":
        return _part(said, make(said.today.year))
    return _part(said, _nearest(_candidates(said, make), said))


def _season(said: Said) -> Interval:
    def make(year: int) -> Closed:
        return months(year, said.words.seasons[said.get("season")], 3)

    if said.own_year:
        return _part(said, make(said.own_year))
    return _part(said, _nearest(_candidates(said, make), said))


def _decade(said: Said) -> Interval:
    return _part(said, years(int(said.get("year")), 10))


def _year(said: Said) -> Interval | None:
    first, last = int(said.get("year")), said.get("last")
    if not last:
        return _part(said, years(first))
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return years(first, end - first + 1) if first < end < first + 100 else None


def _named_day(said: Said) -> Interval:
    words = re.sub(r"\s+", " ", said.match.group().lower())
    return day(said.today + timedelta(said.words.named_days[words]))


def _weekday(said: Said) -> Interval:
    ahead, which = said.days_ahead, said.get("which")
    if which == "this":
        back = said.today.weekday() + ahead >= 7
    elif which in ("next", "coming"):
        back, ahead = False, ahead or 7
    else:
        back = which in ("last", "past") or not (said.ahead or ahead == 0)
    return day(said.today + timedelta(ahead - 7 if back else ahead))


def _unit(said: Said) -> Interval:
    today, which, side = said.today, said.get("which"), said.get("side")
    if said.unit in ("minute", "hour"):
        return UNKNOWN
    if which in ("past", "coming"):
        other = shifted(today, 1 if which == "coming" else -1, said.unit)
        return min(today, other), max(today, other)
    first, last = _beside(said)
    if which in ("this", "") and side == "earlier":
        return first, min(today, last)
    if which in ("this", "") and side == "later":
        return max(today, first), last
    return third((first, last), SIDES[side]) if side in SIDES else (first, last)


def _beside(said: Said) -> Closed:
    """The unit of publication, or with "last" and "next" the one beside it."""
    step = {"last": -1, "next": 1}.get(said.get("which"), 0)
    return around(shifted(said.today, step, said.unit), said.unit)


def _edge(said: Said) -> Interval:
    if said.unit in ("minute", "hour", "day"):
        return UNKNOWN
    return third(_beside(said), PARTS[said.get("edge")])


def _weekend(said: Said) -> Interval:
    """The weekend on or before publication, or the one ahead."""
    first, last = around(said.today, "weekend")
    if said.ahead or first <= said.today:
        return first, last
    return around(shifted(said.today, -1, "weekend"), "weekend")


def _year_end(said: Said) -> Interval:
    return day(date(said.today.year, 12, 31))


def _ago(said: Said) -> Interval:
    at = shifted(said.today, -said.count, said.unit)
    return day(at) if said.unit in ("minute", "hour") else around(at, said.unit)


def _run(said: Said) -> Interval:
    back = said.get("side") in ("last", "past")
    other = shifted(said.today, -said.count if back else said.count, said.unit)
    return (other, said.today) if back else (said.today, other)


def _hence(said: Said) -> Interval:
    return around(shifted(said.today, said.count, said.unit), said.unit)


def _dated(said: Said) -> Interval:
    """'on the 19th', of the month that the tense of its clause picks."""
    around_it = range(said.today.month - 2, said.today.month + 3)
    days = []
    for month in around_it:
        first = months(said.today.year, month)[0]
        try:
            days.append(day(nearest_day(said, first.year, first.month)))
        except ValueError:  # no 31st that month
            continue
    return _nearest(days, said)


def nearest_day(said: Said, year: int, month: int) -> date:
    """The day of this month that is said ('the 19th'); ValueError where it has none."""
    return date(year, month, _cardinal(said.get("day")))


def _whole(said: Said) -> Interval | None:
    """'the month', a time only where a part of it is told."""
    return None


def _turn(said: Said) -> Interval:
    """'the week before last', 'the Friday after next'."""
    back = said.get("turn").startswith("before")
    if said.get("weekday"):
        step = said.days_ahead - 14 if back else (said.days_ahead or 7) + 7
        return day(said.today + timedelta(step))
    return around(shifted(said.today, -2 if back else 2, said.unit), said.unit)


def _weeks(said: Said) -> Interval | None:
    """'Friday week', 'a week on Friday': counted from the Friday ahead."""
    if said.match.group()[0].islower() and not said.ahead:
        return None
    return day(shifted(said.today + timedelta(said.days_ahead), 1, said.unit))


def _other(said: Said) -> Interval:
    """24.10.2024 and 10/24/2024, where one of the two can only be the day; else the words."""
    # dateparser takes a third of a second to import, and few articles hold such a date.
    from dateparser import parse  # noqa: PLC0415

    first, second, _ = (int(number) for number in re.split(r"[./]", said.match.group()))
    if min(first, second) > 12 or (max(first, second) <= 12 and first != second):
        return UNKNOWN
    order = "MDY" if second > 12 else "DMY"
    found = parse(said.match.group(), settings={"DATE_ORDER": order})
    return day(found.date()) if found else UNKNOWN


def _words(said: Said) -> Interval:
    return UNKNOWN


RULES: dict[str, Callable[[Said], Interval | None]] = {
    "day": _day,
    "other": _other,
    "month": _month,
    "season": _season,
    "decade": _decade,
    "year": _year,
    "named_day": _named_day,
    "weekday": _weekday,
    "unit": _unit,
    "edge": _edge,
    "weekend": _weekend,
    "year_end": _year_end,
    "ago": _ago,
    "run": _run,
    "measured": _words,
    "hence": _hence,
    "dated": _dated,
    "part": _whole,
    "whole": _whole,
    "turn": _turn,
    "weeks": _weeks,
    "words": _words,
}
