import pytest

from kg.cli.console import plain
from kg.cli.summary import count


def test_control_sequences_of_a_terminal_are_shown_and_not_obeyed():
    assert plain("red \x1b[31m, bell \x07, csi \x9b") == "red �[31m, bell �, csi �"
    assert plain("two\r\nlines\tand a tab") == "two\nlines\tand a tab"


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [(1, "story", "1 story"), (2, "story", "2 stories"), (1200, "claim", "1,200 claims")],
)
def test_counts_are_written_as_words_are(number, noun, words):
    assert count(number, noun) == words
