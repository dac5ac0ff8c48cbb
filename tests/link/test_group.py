from datetime import date

from kg.link.group import one
from tests.link.claims import span, year
from tests.link.sights import group, told


def test_what_an_article_tells_stands_where_it_is_dated_else_where_it_was_reported():
    assert told(time=span("2021-02-03")).by == date(2021, 2, 3)
    assert told("z", "2021-03-01").by == date(2021, 3, 1)
    assert told(published=None).by is None
    assert told("z").article == "z"


def test_the_day_most_told_names_it_of_several_the_earliest():
    days = ("2021-02-05", "2021-02-03", "2021-02-05", "2021-02-04", "2021-02-03")
    assert group(*(told(f"a{n}", time=span(d)) for n, d in enumerate(days))).day == date(2021, 2, 3)


def test_without_a_day_it_is_the_first_of_the_year_most_told():
    loose = group(
        told("a", time=year(2019)), told("b", time=year(2020)), told("c", time=year(2020))
    )
    assert (loose.day, loose.dated) == (date(2020, 1, 1), False)
    assert group(told("a", "2021-03-09"), told("b", "2021-03-02")).day == date(2021, 3, 2)
    assert group(told(published=None)).day is None


def test_it_is_near_to_when_it_was_reported_where_nothing_dates_it():
    assert group(told("a", "2021-03-09"), told("b", "2021-03-02")).near == (
        date(2021, 3, 2), date(2021, 3, 9),
    )  # fmt: skip
    dated = group(told("a", time=span("2021-02-03")))
    assert dated.near == dated.days == (date(2021, 2, 3), date(2021, 2, 3))
    assert dated.dated


def test_members_and_parties_are_in_order():
    both = one([told("b", actors=("TCD", "ERI")), told("a")], told(actors=("TCD", "ERI")).sight, {})
    assert [m.claim.article for m in both.members] == ["a", "b"]
    assert both.actors == ("ERI", "TCD")
    assert both.first[0] == "a"
