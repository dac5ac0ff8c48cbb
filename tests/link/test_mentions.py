from datetime import date

import pytest

from kg.link.classes import class_tree
from kg.link.mentions import gap, is_coarse, mention, order
from kg.model import Article, TimeSpan
from tests.link.claims import claim, span, year

DAY = date(2021, 3, 9)


def made(published=DAY, principals=None, **slots):
    article = Article("a", "Text.", published=published)
    return mention(claim("a", 0, **slots), article, principals or {}, class_tree())


def days(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


def test_parties_are_sorted_principals():
    found = made(actors=("eri-ministry", "CHN"), principals={"eri-ministry": "ERI"})
    assert (found.actors, found.recipients) == (("CHN", "ERI"), ("ETH",))
    assert found.full


def test_who_meets_is_on_no_side():
    found = made(event_class="Meeting")
    assert (found.actors, found.recipients, found.unordered) == (("ERI", "ETH"), (), True)
    assert found.full and not made(event_class="Meeting", recipients=()).full


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (span("2021-03-01", "2021-03-02"), days("2021-03-01", "2021-03-02")),
        (TimeSpan(date(2021, 3, 1), None, "since 1 March"), days("2021-03-01", "2021-03-01")),
        (TimeSpan(None, date(2021, 3, 31), "by 31 March"), days("2021-03-09", "2021-03-31")),
        (TimeSpan(None, date(2021, 3, 1), "by 1 March"), days("2021-03-01", "2021-03-01")),
        (span("2019-01-01", "2021-01-01"), None),
        (None, None),
    ],
)
def test_the_days_that_a_time_names(time, expected):
    assert made(time=time).days == expected


def test_a_claim_without_a_day_is_said_of_the_day_it_was_printed():
    assert made().said_of == (DAY, DAY)
    assert made(published=None).said_of is None


def test_longer_than_a_month_is_told_loosely():
    assert made(time=year(2021)).coarse
    assert not is_coarse(days("2021-03-01", "2021-03-31"))
    assert is_coarse(days("2021-03-01", "2021-04-01"))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (days("2021-03-01", "2021-03-02"), days("2021-03-05", "2021-03-06"), 3),
        (days("2021-03-05", "2021-03-06"), days("2021-03-01", "2021-03-02"), 3),
        (days("2021-03-01", "2021-03-05"), days("2021-03-05", "2021-03-06"), 0),
        (None, days("2021-03-05", "2021-03-06"), 0),
    ],
)
def test_days_between_two_stretches(one, other, apart):
    assert gap(one, other) == apart


def test_claims_are_in_order_of_article_and_offset():
    claims = [claim("b", 0), claim("a", 9), claim("a", 0)]
    assert [c.id for c in sorted(claims, key=order)] == ["a.0", "a.9", "b.0"]
