from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.dates import FIRST_YEAR, LAST_YEAR, dateline, published, whole_date

DAY = date(2024, 10, 24)


@pytest.mark.parametrize(
    "text",
    [
        "2024-10-24",
        "2024-10-24T23:59:59Z",
        "2024-10-24T23:59:59+09:00",
        "2024-10-24 08:30:00.123",
        "20241024",
        "20241024T083000Z",
        "2024/10/24",
        "2024/10/24 08:30",
        "Thu, 24 Oct 2024 08:30:00 GMT",
        "24 October 2024",
        "October 24, 2024",
        "Oct. 24th, 2024, 8:30 a.m.",
        "Thursday, October 24, 2024",
        "1729760400",
        "1729760400000",
        " 2024-10-24\n",
        "24.10.2024",
        "10/24/2024",
        "24/10/2024 08:30",
        "24-Oct-2024",
        "2024-10-24 8:30",
        "20241024T0830-0500",
        "October 24, 2024 Thursday",
        "October 24, 2024 Thursday 10:15 AM EST",
        "Thursday 24 October 2024",
        "Thu Oct 24 08:30:00 +0000 2024",
    ],
)
def test_what_metadata_writes_is_read(text):
    assert published(text) == DAY


@pytest.mark.parametrize(
    "text",
    ["", "10/11/2024", "24.10.", "yesterday", "2024-13-01", "2024-02-30", "0000-00-00",
     "0001-01-01", "1970-01-01", "1970-01-01T00:00:00Z", "1969-12-31T19:00:00-05:00", "000000000",
     "Thu, 01 Jan 1970 00:00:00 GMT", "01.01.1970", "31.11.2024",
     "9999-12-31", "2024", "12", "October 2024", "24 October 2024 and 25 October 2024"],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two_is_none(text):
    assert published(text) is None


def test_days_beside_the_placeholder_are_days():
    assert published("1970-01-02") == whole_date("1970-01-02") == date(1970, 1, 2)
    assert published("1969-12-31") == date(1969, 12, 31)
    assert whole_date("1970-01-01") is None


def test_a_pattern_says_how_dates_are_written():
    assert published("10/11/2024", "%d/%m/%Y") == date(2024, 11, 10)
    assert published("2024-10-24", "%d/%m/%Y") is None
    assert published("9999", "%Y") is None
    assert published("x", "%") is None


@pytest.mark.parametrize(
    "text", ["20241024", "2024-W43-4", "2024-13-01", "2024-10-24T10:00", "２０２４-10-24"]
)
def test_an_index_takes_whole_iso_dates_only(text):
    assert whole_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA, Oct. 24, 2024 (Wire) -- The talks ended.",
        "NEW DELHI, 24 October 2024 — The talks ended.",
        "ADDIS ABABA, Ethiopia, October 24, 2024 – The talks ended.",
        "GENEVA (Wire) – 24 October 2024 – The talks ended.",
        "GENEVA – October 24, 2024 (Wire): The talks ended.",
        "GENEVA, Switzerland (Wire) — Oct. 24, 2024 — The talks ended.",
        "Geneva (Wire) 24 October 2024 - The talks ended.",
        "(Wire) GENEVA – 24 October 2024 – The talks ended.",
        "GENEVA | 24 October 2024 | The talks ended.",
        "October 24, 2024 (GENEVA) - The talks ended.",
        "Thursday, October 24, 2024\n\nThe talks ended.",
        "The talks\nPublished: 24 October 2024, 08:30\nThey ended.",
        "The talks\n\n2024-10-24\nThey ended.",
    ],
)
def test_a_dateline_with_a_year_dates_an_article(text):
    assert dateline(text) == DAY


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA, Oct. 24 (Wire) -- The talks ended.",
        "On October 24, 2024 the talks ended.",
        "October 24, 2024 was the day on which the talks ended.",
        "The war began on February 24, 2022 - a Thursday.",
        "One.\nTwo.\nThree.\nFour.\nOctober 24, 2024",
        "Geneva – October 24, 2024 – was where the talks ended.",
        "BREAKING NEWS October 24, 2024 the talks ended",
        "",
    ],
)
def test_a_date_within_the_prose_does_not(text):
    assert dateline(text) is None


def test_a_dateline_is_looked_for_from_the_prose_on():
    text = "2023-01-01\n---\n2024-10-24\nWords."
    assert dateline(text, text.index("2024")) == DAY


@given(st.text(max_size=60), st.one_of(st.none(), st.text(max_size=6)))
def test_no_text_and_no_pattern_raises(text, pattern):
    for found in (published(text, pattern), dateline(text)):
        assert found is None or FIRST_YEAR <= found.year <= LAST_YEAR
