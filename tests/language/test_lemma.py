import pytest

from kg.language.lemma import lemma


@pytest.mark.parametrize(
    ("word", "pos", "found"),
    [("Sent", "VERB", "send"), ("troops", "NOUN", "troop"), ("is", "AUX", "be"),
     ("heavier", "ADJ", "heavy"), ("meeting", "VERB", "meet"), ("meeting", "NOUN", "meeting"),
     ("Mali", "PROPN", "mali"), ("Them", "PRON", "them")],
)  # fmt: skip
def test_inflected_words_by_their_part_of_speech_and_no_others(word, pos, found):
    assert lemma(word, pos) == found
