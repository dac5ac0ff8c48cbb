"""Dates of publication that lie ahead are reported with article, value and remedy."""

from datetime import date

import pytest

from kg.corpus.ahead import ahead
from kg.model import Article

TODAY = date(2021, 3, 1)


def article(name: str, published: date | None, fetched: str = "") -> Article:
    return Article(name, "Arland denied it.", published=published, fetched=fetched)


def test_a_date_after_today_is_told_with_its_remedy():
    [line] = ahead([article("report", date(2021, 5, 1)), article("old", TODAY)], TODAY)
    assert (line.source, line.reason) == (
        "report",
        "its date of publication, 2021-05-01, is after today, 2021-03-01",
    )
    assert "index.csv" in line.remedy


def test_what_was_fetched_was_there_by_then_whatever_day_it_is():
    late = article("late", date(2019, 7, 9), fetched="2019-06-01T10:00:00Z")
    for today in (date(2019, 1, 1), TODAY):
        [line] = ahead([late], today)
        assert line.reason.endswith(
            "2019-07-09, is after the day on which it was fetched, 2019-06-01"
        )


@pytest.mark.parametrize(
    "given",
    [
        article("undated", None),
        article("today", TODAY),
        article("where it is tomorrow", date(2021, 3, 2)),
        article("fetched", date(2022, 1, 1), fetched="2022-01-01"),
    ],
)
def test_other_dates_are_not(given):
    assert ahead([given], TODAY) == ()


def test_lines_are_in_order_of_name():
    given = [article(name, date(2030, 1, 1)) for name in "cab"]
    assert [line.source for line in ahead(given, TODAY)] == ["a", "b", "c"]
