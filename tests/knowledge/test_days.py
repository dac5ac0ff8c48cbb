"""Dates that may leave out day and month: the days they cover."""

from datetime import date

import pytest

from kg.knowledge.days import first_day, last_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("", None, None),
        ("2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("2011-12", date(2011, 12, 1), date(2011, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
        ("2011-05-06", date(2011, 5, 6), date(2011, 5, 6)),
    ],
)
def test_the_first_and_the_last_day(text, first, last):
    assert (first_day(text), last_day(text)) == (first, last)


@pytest.mark.parametrize("text", ["2011-13", "2011-00", "2011-02-30", "0000"])
def test_what_the_calendar_lacks_is_refused(text):
    for day in (first_day, last_day):
        with pytest.raises(ValueError, match=f"the calendar has no {text}"):
            day(text)
