"""Rewrites are known by most sentences, figures and names of the shorter text."""

import pytest

from kg.link.prints import Print
from kg.link.rewrites import MIN_SENTENCES, is_rewrite
from tests.link.test_stories import OWN_WORDS, REPORT, REWRITE


@pytest.mark.parametrize(("other", "expected"), [(REWRITE, True), (OWN_WORDS, False)])
def test_the_order_of_two_texts_does_not_count(other, expected):
    one, two = Print(REPORT), Print(other)
    assert is_rewrite(one, two) == is_rewrite(two, one) == expected


def test_a_few_sentences_are_too_few():
    short = "\n".join(REWRITE.splitlines()[: MIN_SENTENCES - 1])
    assert not is_rewrite(Print(REPORT), Print(short))


def test_other_figures_make_another_report():
    assert not is_rewrite(Print(REPORT), Print(REWRITE.replace("1,200", "3").replace("300", "4")))
