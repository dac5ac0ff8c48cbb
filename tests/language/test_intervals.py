from datetime import date

import pytest

from kg.language.intervals import around, months, shifted, third, week, years


def days(first: str, last: str) -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last)


def test_months_are_carried_over_into_other_years():
    assert months(2024, 2) == days("2024-02-01", "2024-02-29")
    assert months(2024, 13) == days("2025-01-01", "2025-01-31")
    assert months(2024, 0) == days("2023-12-01", "2023-12-31")
    assert months(2024, 11, 3) == days("2024-11-01", "2025-01-31")


@pytest.mark.parametrize(
    ("unit", "held"),
    [
        ("day", days("2024-10-24", "2024-10-24")),
        ("week", days("2024-10-21", "2024-10-27")),
        ("weekend", days("2024-10-26", "2024-10-27")),
        ("fortnight", days("2024-10-21", "2024-11-03")),
        ("month", days("2024-10-01", "2024-10-31")),
        ("year", days("2024-01-01", "2024-12-31")),
        ("decade", days("2020-01-01", "2029-12-31")),
    ],
)
def test_what_holds_a_thursday(unit, held):
    assert around(date(2024, 10, 24), unit) == held


def test_a_week_runs_from_monday_to_sunday():
    assert week(date(2024, 10, 27)) == week(date(2024, 10, 21)) == days("2024-10-21", "2024-10-27")


@pytest.mark.parametrize(
    ("count", "unit", "reached"),
    [(1, "month", "2024-02-29"), (-1, "month", "2023-12-31"), (1, "year", "2025-01-31"),
     (-2, "week", "2024-01-17"), (36, "hour", "2024-02-01"), (1, "decade", "2034-01-31")],
)  # fmt: skip
def test_steps_from_the_last_of_january(count, unit, reached):
    assert shifted(date(2024, 1, 31), count, unit) == date.fromisoformat(reached)


def test_thirds_of_a_month_a_year_and_a_decade_leave_no_gap():
    june, year, decade = months(2024, 6), years(2024), years(2020, 10)
    assert third(june, "early") == days("2024-06-01", "2024-06-10")
    assert third(year, "late") == days("2024-09-01", "2024-12-31")
    assert third(decade, "mid")[0] == date(2023, 5, 1)
    for whole in (june, year):
        early, mid, late = (third(whole, part) for part in ("early", "mid", "late"))
        assert (early[0], late[1]) == whole
        assert [(b[0] - a[1]).days for a, b in ((early, mid), (mid, late))] == [1, 1]


def test_the_calendar_ends():
    with pytest.raises((ValueError, OverflowError)):
        shifted(date(9999, 12, 1), 1, "year")
