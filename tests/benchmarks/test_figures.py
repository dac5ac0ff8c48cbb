"""Ratios within a round, their spread, and growth."""

import pytest

from tests.benchmarks.figures import (
    GATHERED,
    PLAIN,
    READING,
    Corpus,
    Found,
    Growth,
    Row,
    Run,
    Spread,
    exponent,
    growth,
)

SMALL, LARGE = Corpus("whole", 10), Corpus("whole", 100)


def parsed(number, seconds):
    return Run(READING, LARGE, number, {PLAIN: seconds}, 1, {"words": 100})


def linked(number, seconds, corpus=SMALL):
    return Run("link", corpus, number, {"link": seconds}, 2048, {"words": 1000})


def test_a_ratio_is_one_of_its_own_round():
    found = Found([parsed(0, 1.0), linked(0, 5.0), parsed(1, 2.0), linked(1, 10.0)])
    row = found.row("link", "link", SMALL)
    assert row is not None
    assert row.ratio == Spread(0.5, 0.5, 0.5, 2)
    assert row.seconds == 7.5


def test_a_round_without_its_yardstick_does_not_count():
    found = Found([parsed(0, 1.0), linked(0, 5.0), linked(1, 50.0)])
    row = found.row("link", "link", SMALL)
    assert row is not None
    assert row.ratio.runs == 1
    assert Found([linked(0, 5.0)]).row("link", "link", SMALL) is None


def test_the_yardstick_is_of_the_same_kind_of_text():
    other = Run("link", Corpus("short", 10), 0, {"link": 1.0}, 1, {"words": 10})
    assert list(Found([parsed(0, 1.0), other]).rows())[1:] == []


def test_sections_are_added_where_a_round_has_them_all():
    read = Run("gather", SMALL, 0, {GATHERED: 1.0}, 1, {"words": 1000})
    wrote = Run("write", SMALL, 0, {"write": 5.0}, 1, {"words": 1000})
    found = Found([read, parsed(0, 1.0), parsed(1, 1.0), linked(0, 5.0), linked(1, 5.0), wrote])
    assert found.summed(("link", "write"), SMALL) == Spread(1.0, 1.0, 1.0, 1)


def test_a_spread_has_median_least_and_most():
    assert Spread.of([3.0, 1.0, 2.0, 9.0, 2.5]) == Spread(2.5, 1.0, 9.0, 5)
    with pytest.raises(ValueError, match="no value"):
        Spread.of([])


@pytest.mark.parametrize("power", [0.0, 0.5, 1.0, 2.0])
def test_an_exponent_is_the_power(power):
    assert exponent([(n, 3 * n**power) for n in (10, 100, 1000)]) == pytest.approx(power)


def test_growth_needs_two_sizes():
    with pytest.raises(ValueError, match="two sizes"):
        exponent([(10, 1.0), (10, 2.0)])


def test_growth_is_told_from_size_to_size_and_over_all():
    rows = [
        Row("link", Corpus("whole", size), Spread(1, 1, 1, 1), seconds, 1, 100)
        for size, seconds in ((10, 1.0), (100, 10.0), (1000, 1000.0))
    ]
    steps = list(growth(rows))
    assert [step.articles for step in steps] == [(10, 100), (100, 1000), (10, 100, 1000)]
    assert [step.time for step in steps] == pytest.approx([1.0, 2.0, 1.5])
    assert steps[0] == Growth("link", "whole", (10, 100), 1.0, 0.0)


def test_a_run_comes_back_as_it_was_written():
    run = linked(3, 1.5)
    assert Run.of(run.line()) == run
