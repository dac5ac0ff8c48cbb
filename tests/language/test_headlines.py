"""Headlines spelled as sentences: what is lowered, what keeps its capital, what is no headline."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.headlines import in_sentence_case, is_without_prose
from kg.language.pipeline import load

SPELLED = [
    ("Moldova Denies Russian Troops Have Left Tiraspol",
     "Moldova denies Russian troops have left Tiraspol"),
    ("China-Laos Talks Set For Vientiane", "China-Laos talks set for Vientiane"),
    ("Hartwell Says U.S. Will Send Arms to Peru", "Hartwell says U.S. will send arms to Peru"),
    ("RWANDA SENDS 9 TANKS TO MALI, KIGALI SAYS", "Rwanda sends 9 tanks to MALI, Kigali says"),
    ("US AND IRAN HOLD TALKS IN MUSCAT", "US and IRAN hold talks in Muscat"),
]  # fmt: skip
KEPT = [
    "Moldova denies that Russian troops have left.",
    "Narendra Modi met Shinzo Abe in Tokyo",
    "President Rouhani Denies Sending Arms.",
    "UN SAYS NO",
    "",
]


@pytest.mark.parametrize(("text", "spelled"), SPELLED)
def test_common_words_of_a_headline_are_lowered(text, spelled):
    assert in_sentence_case(text).casefold() == text.casefold()
    assert in_sentence_case(text) == spelled


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_headline_stays(text):
    assert in_sentence_case(text) == text


@given(st.text(max_size=60))
def test_every_character_keeps_its_place(text):
    assert len(in_sentence_case(text)) == len(text)


def test_the_parse_reads_the_headline_and_spells_it_as_the_text():
    doc = load().parse("Moldova Denies Russian Troops Have Left Tiraspol")
    assert [t.text for t in doc if t.pos_ == "VERB"] == ["Denies", "Left"]
    assert doc.text == "Moldova Denies Russian Troops Have Left Tiraspol"


def test_a_headline_above_prose_is_left_to_the_prose():
    assert is_without_prose(["Chad Sends Tanks to Mali", "\n", "Peru Meets Chile"])
    assert not is_without_prose(["Chad Sends Tanks to Mali", "\n\n", "Chad has sent tanks."])
