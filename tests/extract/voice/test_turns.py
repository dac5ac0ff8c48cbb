"""Turns of transcripts, on hand-built lines."""

from kg.extract.voice import turns
from tests.extract.voice.docs import lines

SAID = "Mali/NNP sent/VBD arms/NNS ./."


def speakers(*told: str) -> list[tuple[str | None, str]]:
    doc = lines(*told)
    return [
        (t.speaker.text if t.speaker is not None else None, doc[t.start].text)
        for t in turns.find(doc)
    ]


def test_a_title_is_no_name():
    assert speakers(f"MR/NNP ./. KEITA/NNP :/: {SAID}") == [("KEITA", "Mali")]


def test_an_office_behind_a_comma_and_a_medium_in_brackets_are_no_names():
    head = "AWA/NNP KEITA/NNP ,/, ARMY/NN SPOKESWOMAN/NN :/:"
    assert [who for who, _ in speakers(f"{head} {SAID}")] == ["AWA"]
    head = "DIOP/NNP (/: Daily/NNP Star/NNP )/: :/:"
    assert [w for w, _ in speakers(f"{head} {SAID}", f"KEITA/NNP :/: {SAID}")] == ["DIOP", "KEITA"]


def test_questions_and_answers_are_turns_of_nobody_who_is_named():
    assert speakers(f"Q/NN :/: {SAID}", f"A/NN :/: {SAID}") == [(None, "Mali"), (None, "Mali")]


def test_a_turn_of_a_transcript_lasts_until_the_next_head():
    doc = lines(f"KEITA/NNP :/: {SAID}", SAID, f"DIOP/NNP :/: {SAID}")
    first, second = turns.find(doc)
    assert "\n\n" in doc[first.start : first.end].text
    assert first.end < second.start


def test_elsewhere_a_turn_is_one_line():
    doc = lines(f"Lima/NNP :/: {SAID}", SAID)
    (turn,) = turns.find(doc)
    assert "\n" not in doc[turn.start : turn.end].text


def test_a_sentence_before_a_colon_is_no_head():
    assert speakers(f"The/DT army/NN said/VBD :/: {SAID}") == []
    assert speakers(f"Deal/NN reached/VBD in/IN Lima/NNP :/: {SAID}") == []


def test_nobody_speaks_where_there_is_no_colon():
    assert turns.find(lines(SAID)) == ()
    assert turns.find(lines("KEITA/NNP :/:")) == ()
