import re

from hypothesis import given
from hypothesis import strategies as st

from kg.link.boilerplate import _SENTENCES
from kg.link.prints import _SENTENCE_END, RUN, SHINGLE, Print, stems, words
from kg.link.surroundings import _BREAK


def test_words_are_small_and_own_nothing():
    assert words("Chad’s army, NATO's men") == ["chad", "army", "nato", "men"]


def test_stems_leave_out_what_every_sentence_holds():
    assert stems("The supplies of the armies") == ["suppl", "armie"]
    assert stems("supply") == stems("supplies")
    assert stems("of the and") == []


def test_a_copy_shares_its_shingles_and_a_text_of_other_words_none():
    said = "Eritrea sent two thousand men over the border on Monday"
    one, copy, other = map(Print, (said, f"{said}.", "Rain fell on green hills all night"))
    assert one.shingles == copy.shingles and len(one.shingles) == 10 - SHINGLE + 1
    assert len(one.runs) == 10 - RUN + 1
    assert not one.shingles & other.shingles and not one.runs & other.runs


def test_less_than_a_shingle_is_one_and_nothing_is_none():
    assert Print("Rain fell").shingles == {"rain fell"}
    empty = Print(" \n")
    assert not (empty.shingles or empty.runs or empty.sentences or empty.figures or empty.names)


def test_figures_are_numbers_but_no_years_and_names_stand_within_a_sentence():
    found = Print("Men of Eritrea lost 1,500 guns, Chad said in 2021. Some 3.5 remain.")
    assert found.figures == {"1500", "3.5"}
    assert {"Eritrea", "Chad"} <= found.names and "Some" not in found.names


def test_a_sentence_of_few_words_is_not_compared():
    long = "Eritrea sent soldiers, tanks and guns over its northern border"
    assert len(Print(f"Rain fell. {long}. It said so.").sentences) == 1


@given(st.text(st.sampled_from(list('aA.!?”" \n\t,'))))
def test_sentences_end_where_the_plain_patterns_say(text):
    plain = re.compile(r"(?<=[.!?”\"])\s+|\n+")
    between = re.compile(r"\n|(?<=[.!?”\"])\s+(?=[\"“A-Z])")
    assert _SENTENCE_END.split(text) == _SENTENCES.split(text) == plain.split(text)
    assert [m.span() for m in _BREAK.finditer(text)] == [m.span() for m in between.finditer(text)]
