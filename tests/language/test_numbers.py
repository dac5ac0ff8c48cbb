"""Bare numbers in plain text, before anything around them is read."""

from decimal import Decimal

import pytest

from kg.language.numbers import find_numbers, plain
from kg.language.quantity_words import quantity_words


def numbers(text: str, *times: tuple[int, int]) -> list[tuple[str, str]]:
    found = find_numbers(text, quantity_words(), list(times))
    return [(text[f.start : f.end], str(f.value)) for f in found]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("1,500 men", "1,500", "1500"),
        ("1 500 men", "1 500", "1500"),
        ("1.500.000 men", "1.500.000", "1500000"),
        ("2,5 million men", "2,5 million", "2500000"),
        ("some 3.50 tons", "3.50", "3.5"),
        ("two hundred and ten men", "two hundred and ten", "210"),
        ("a dozen men", "a dozen", "12"),
        ("half a million men", "half a million", "500000"),
    ],
)
def test_a_number_however_it_is_written(text, words, value):
    assert (words, value) in numbers(text)
    assert len(numbers(text)) == 1


@pytest.mark.parametrize("text", ["one of them left", "two six left", "nobody left", ""])
def test_what_is_no_number(text):
    assert numbers(text) == []


def test_what_stands_in_a_date_counts_nothing():
    text = "on May 3 500 men left"
    assert numbers(text, (3, 8)) == [("500", "500")]
    assert numbers("in 2021", (0, 7)) == []


def test_a_value_has_one_spelling():
    assert [str(plain(Decimal(v))) for v in ("2.50", "3E+3", "4.0")] == ["2.5", "3000", "4"]
    assert plain(None) is None
