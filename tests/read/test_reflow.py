"""Wrapped lines to paragraphs, lists and unwrapped text left as they are."""

from kg.read.reflow import blocks, paragraphs


def joined(text):
    return paragraphs(text.splitlines(), text)


def test_lines_of_a_paragraph_are_one_and_empty_lines_part_paragraphs():
    assert joined("Oman sent\n  tanks to Yemen.\n\n\nYemen\ndenied it.\n") == (
        "Oman sent tanks to Yemen.\n\nYemen denied it."
    )


def test_items_of_a_list_stay_lines():
    assert joined("They said:\n- Oman sent\ntanks\n- Yemen denied it") == (
        "They said:\n- Oman sent tanks\n- Yemen denied it"
    )


def test_a_broken_word_is_joined_and_a_compound_keeps_its_hyphen():
    assert joined("the re-\ngion, a Saudi-\nled force of Saudi men, the non-\nEuropean") == (
        "the region, a Saudi-led force of Saudi men, the non-European"
    )


def test_a_text_with_long_lines_is_not_wrapped():
    long = "word " * 40
    assert joined(f"{long}\nAnother line.\n") == f"{long.strip()}\nAnother line."


def test_blocks_are_runs_of_lines():
    assert list(blocks(["", " a", "b ", " ", "c"])) == [["a", "b"], ["c"]]
