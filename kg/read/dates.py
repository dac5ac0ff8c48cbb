"""Dates of publication: from metadata, and from the dateline a text begins with.

Only whole dates that can be read in one way count. `10/11/2024` is October or November; it needs
`date_format`. A date that lies outside the centuries of newspapers is a placeholder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

FIRST_YEAR, LAST_YEAR = 1600, 2199
"""The first printed newspaper is of 1605. Beyond lie 0001 and 9999, by which databases say "none";
the last year leaves room, so that "next decade" can be reckoned from any date that is let in."""

PLACEHOLDERS = frozenset({date(1970, 1, 1)})
"""Days by which databases say "none", though newspapers saw them: the first of the Unix clock."""
_BEFORE_ZERO = date(1969, 12, 31)
"""The same moment where the clock is behind Greenwich; only with a time of day."""

_TIME = r"(?P<time>[T ]\d{1,2}:\d{2}.*)?"
_ISO = re.compile(rf"(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}}){_TIME}")
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?P<time>T?\d{4}(?:\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?"
)
_SLASHED = re.compile(rf"(?P<year>\d{{4}})[/.](?P<month>\d{{1,2}})[/.](?P<day>\d{{1,2}}){_TIME}")
_SHORT = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,?[T ]+\d{1,2}:\d{2}.*)?")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_MILLISECONDS = 100_000_000_000  # as seconds this would be the year 5138

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*)\.?"
_DAY, _YEAR = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
_DAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_WEEKDAY = rf"(?:{_DAYS}\.?,? )?"
_ORDERS = tuple(
    rf"(?i:{_WEEKDAY}{order})"
    for order in (
        rf"{_MONTH} {_DAY},? {_YEAR}",
        rf"{_DAY}[ -]{_MONTH},?[ -]{_YEAR}",
        rf"{_MONTH} {_DAY} \d{{2}}:\d{{2}}:\d{{2}} (?:[A-Z+-]\S* )?{_YEAR}",  # as C writes it
    )
)
_WRITTEN = tuple(map(re.compile, _ORDERS))
_CLOCK = re.compile(rf"(?:,? {_DAYS}\b)?(?:,? (?:at )?\d{{1,2}}:\d{{2}}.*)?\s*", re.IGNORECASE)
_LABEL = re.compile(r"(?:published|posted|updated|date)(?: on)?:? ", re.IGNORECASE)
_CAPITALS = r"[A-Z][A-Z'’.-]+(?: [A-Z][A-Z'’.-]+){0,3}(?:, [\w.' ]{2,30}?)?"
_NAME = r"(?:[A-Z][\w'’.-]+ ){0,2}[A-Z][\w'’.-]+(?:, [A-Z][\w.' ]{1,30}?)?"
_AGENCY = r"\([\w. /&-]{2,30}\)"
_DASH = r"(?:[—–:|]|--?)"
_AFTER_DATE = rf"(?:,? ?{_AGENCY})? ?{_DASH}\s"
_BEFORE_DATE = (
    rf"{_CAPITALS},? ",  # GENEVA, Switzerland,
    rf"{_CAPITALS} ?(?:{_AGENCY} ?)?{_DASH}\s*",  # KABUL (Wire) –
    rf"{_NAME} {_AGENCY} ?{_DASH}?\s*",  # Kabul (Wire) –
    rf"{_AGENCY} ?{_DASH}?\s*{_NAME},? ?{_DASH}?\s*",  # (Wire) KABUL –
)
_DATELINES = (
    *(re.compile(before + order + _AFTER_DATE) for order in _ORDERS for before in _BEFORE_DATE),
    *(re.compile(rf"{order} ?\({_NAME}\) ?{_DASH}\s") for order in _ORDERS),  # DATE (KHARTOUM) -
)
_FIRST_LINES = 4
"""Title, byline and date come before the prose; a date further down is the story's, not its."""
_LINE = 200
"""Code points of a line that are looked at: no dateline is longer."""


def whole_date(text: str) -> date | None:
    """`2024-10-24` to a date; None for anything else, for a placeholder and an impossible year."""
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    return _real(_date(*match.groups())) if match else None


def published(text: str, pattern: str | None = None) -> date | None:
    """A date of metadata; None where it is none, is ambiguous, or is a placeholder.

    Reads ISO dates and times, `20241024`, `2024/10/24`, `24.10.2024`, `Thu, 24 Oct 2024 08:00:00
    GMT`, `October 24, 2024`, seconds and milliseconds since 1970, and what the strptime `pattern`
    describes. The day is the one that is written, in whatever time zone it was written.
    """
    return _real(_written_date(text.strip(), pattern))


def iso(text: str) -> str:
    """A time of metadata in a form that sorts: as it is where it is one of ISO, else its day."""
    if _ISO.fullmatch(text.strip()) and published(text):
        return text.strip()
    day = published(text)
    return day.isoformat() if day else ""


def is_placeholder(text: str, pattern: str | None = None) -> bool:
    """Whether it is a date by which databases say "none"."""
    found = _written_date(text.strip(), pattern)
    return found is not None and _real(found) is None


def _written_date(text: str, pattern: str | None) -> date | None:
    if pattern is not None:
        return _by_pattern(text, pattern)
    for shape in (_ISO, _COMPACT, _SLASHED):
        if match := shape.fullmatch(text):
            found = _date(match["year"], match["month"], match["day"])
            return date(1970, 1, 1) if found == _BEFORE_ZERO and match["time"] else found
    if match := _SHORT.fullmatch(text):
        return _in_one_way(match[1], match[3], match[4])
    if _EPOCH.fullmatch(text):
        return _since_1970(float(text))
    match = next(_written(text), None)
    return _named(match) if match and _CLOCK.fullmatch(text[match.end() :]) else None


def dateline(text: str, start: int = 0) -> date | None:
    """The date that the text from `start` begins with: on a line of its own, or in a dateline.

    `GENEVA, Oct. 24, 2024 (Wire) -- ...` and `Friday, January 4, 2019`; a dateline without a year
    gives none.
    """
    lines = (line.strip() for line in text[start : start + _FIRST_LINES * _LINE * 2].splitlines())
    for line in [line[:_LINE] for line in lines if line][:_FIRST_LINES]:
        found = _alone(line) or _after_place(line)
        if found:
            return _real(found)
    return None


def _alone(line: str) -> date | None:
    label = _LABEL.match(line)
    words = line[label.end() :] if label else line
    if _ISO.fullmatch(words):
        return _written_date(words[:10], None)
    match = next(_written(words), None)
    return _named(match) if match and _CLOCK.fullmatch(words[match.end() :]) else None


def _after_place(line: str) -> date | None:
    found = next((match for shape in _DATELINES if (match := shape.match(line))), None)
    return _named(found) if found else None


def _written(text: str) -> Iterator[re.Match[str]]:
    return (match for shape in _WRITTEN if (match := shape.match(text)))


def _named(match: re.Match[str]) -> date | None:
    month = _MONTHS.index(match["month"][:3].lower()) + 1
    return _date(match["year"], str(month), match["day"])


def _by_pattern(text: str, pattern: str) -> date | None:
    try:
        return datetime.strptime(text, pattern).date()
    except (ValueError, re.error):
        return None


def _since_1970(seconds: float) -> date:
    if seconds > _MILLISECONDS:
        seconds /= 1000
    return datetime.fromtimestamp(seconds, UTC).date()


def _in_one_way(one: str, other: str, year: str) -> date | None:
    """The date where the order of day and month makes no other: one is over 12, or both are one."""
    orders = {_date(year, one, other), _date(year, other, one)} - {None}
    return orders.pop() if len(orders) == 1 else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _real(found: date | None) -> date | None:
    """The date, unless no newspaper saw it or databases write it for none."""
    if found is None or found in PLACEHOLDERS:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
