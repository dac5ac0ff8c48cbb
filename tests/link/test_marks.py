"""What is held of a text leads to the texts that are like it."""

from kg.link.marks import Marks
from kg.link.prints import Print
from kg.model import Article

TEXT = "Chad said on Monday that soldiers had crossed the border from Libya with tanks."


def marks(*texts):
    return Marks([Article(f"n{i}", text) for i, text in enumerate(texts)])


def test_texts_of_the_same_words_have_the_same_mark():
    found = marks(TEXT, TEXT.upper(), TEXT[:-7])
    assert found[0].same == found[1].same != found[2].same


def test_a_text_without_words_has_none():
    assert marks("... --").print(0).shingles == frozenset()
    assert marks("... --")[0].same is None


def test_the_whole_print_is_made_where_it_is_asked_for():
    assert marks("x", TEXT).print(1) == Print(TEXT)
    assert set(marks(TEXT)[0].runs) == Print(TEXT).runs
