import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.console import plain
from kg.cli.passage import passage
from kg.cli.summary import count


def test_control_sequences_of_a_terminal_are_shown_and_not_obeyed():
    assert plain("red \x1b[31m, bell \x07, csi \x9b") == "red �[31m, bell �, csi �"
    assert plain("two\r\nlines\tand a tab") == "two\nlines\tand a tab"


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


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(1, "story", "1 story"), (2, "story", "2 stories"), (1200, "claim", "1,200 claims")],
)
def test_counts_are_written_as_words_are(number, noun, words):
    assert count(number, noun) == words
