import pytest
from kg.cli.passage import passage

TEXT = (
    "Rain fell. On Monday Gen. Smith denied it all; nobody believed it then. "
    "Chad sent tanks.\nNew day."
)


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("denied it all", "On Monday Gen. Smith ", "; nobody believed it then."),
        ("Chad sent tanks.", "", ""),
        ("Rain", "", " fell."),
        ("New day.", "", ""),
    ],
)
def test_the_sentence_around_a_quote(quote, before, after):
    start = TEXT.index(quote)
    assert passage(TEXT, start, start + len(quote)) == (before, quote, after)


def test_an_abbreviation_before_the_quote_cuts_no_sentence():
    text = "The U.S. Army left. It rained."
    assert passage(text, 9, 13) == ("The U.S. ", "Army", " left.")
