from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.show.passage import around, passage

TEXT = "One sentence. Mr. Mensah said “it ended” in Accra. A third.\r\nA new line."


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("it ended", "Mr. Mensah said “", "” in Accra."),
        ("One sentence", "", "."),
        ("A third.", "", ""),
        ("A new line.", "", ""),
        ("ended” in Accra. A", "Mr. Mensah said “it ", " third."),
    ],
)
def test_the_sentence_around_a_quote(quote, before, after):
    start = TEXT.index(quote)
    assert passage(TEXT, start, start + len(quote)) == (before, quote, after)


@given(st.text(alphabet="aB.!” \n\r“", max_size=40), st.data())
def test_a_passage_is_a_stretch_of_the_text_around_the_quote(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before, quote, after = passage(text, start, end)
    assert quote == text[start:end]
    assert before + quote + after in text


def test_rows_gain_what_stands_around_their_quotes():
    start = TEXT.index("it ended")
    row = {"article": "a", "quote": "it ended", "start": str(start), "end": str(start + 8)}
    (found,) = around([row], {"a": TEXT})
    assert (found["before"], found["after"]) == ("Mr. Mensah said “", "” in Accra.")
    assert found["quote"] == "it ended"


@pytest.mark.parametrize("texts", [{}, {"a": "other words altogether"}])
def test_a_text_that_is_gone_or_changed_gives_nothing(texts):
    row = {"article": "a", "quote": "it ended", "start": "4", "end": "12"}
    assert list(around([row], texts)) == [row | {"before": "", "after": ""}]
