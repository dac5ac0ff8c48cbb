"""Where a text is cut before it is parsed: at line ends, bullets and signs, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.language.lines import pieces, without_signs


def words(text):
    return [piece.text for piece in pieces(text) if piece.kind == "words"]


def signs(text):
    return [piece.text for piece in pieces(text) if piece.kind == "sign"]


ITEMS = ("Oman said Yemen had armed rebels", "Yemen denied the accusation", "Qatar sent 12 envoys")


@pytest.mark.parametrize(
    "bullet",
    ["» ", "• ", "■ ", "●\t", "- ", "– ", "* ", "+ ", "→ ", "✅ ", "▶️ ", "🔴🔴 ", "1️⃣ ", "·", "➤",
     "1. ", "2) ", "(3) ", "a) ", "> "],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\r\n", "\n\n", "\n  "])
def test_an_item_of_a_list_is_a_piece_and_its_bullet_no_word(bullet, gap):
    text = gap.join(f"{bullet}{item}" for item in ITEMS)
    assert words(text) == list(ITEMS)
    assert signs(text) == [bullet.strip()] * 3


@pytest.mark.parametrize("bullet", ["» ", "• ", "– ", "1. "])
def test_long_items_are_not_taken_for_wrapped_lines(bullet):
    long = [f"{item} when the ministers of both met in the old town hall" for item in ITEMS]
    text = f"Key points from the briefing in Muscat on Thursday\n\n{bullet}" + f"\n{bullet}".join(
        f"{item}{'.' if bullet in '– 1. ' else ''}" for item in long
    )
    assert [line.rstrip(".") for line in words(text)[1:]] == long


def test_a_wrapped_line_may_begin_with_a_number_or_a_dash():
    text = (
        "The army said that it would send soldiers to the border before March\n"
        "12. The ministers of both states met for most of the day in the town\n"
        "- A small one by the lake, where nothing of the kind had happened since\n"
        "the autumn of the year in which the last of the great hotels closed\n"
    )
    assert len(words(text)) == 1


def test_bullets_on_one_line_end_items():
    assert words(f"Key points: • {' • '.join(ITEMS)}") == ["Key points:", *ITEMS]


def test_a_picture_after_a_sentence_ends_it():
    assert words('Oman said "Yemen has sent troops". 🚀  Yemen denied it.') == [
        'Oman said "Yemen has sent troops".',
        "Yemen denied it.",
    ]


@pytest.mark.parametrize("quoted", ["»We sent none«, he said.", "He said: « Non » Paris replied."])
def test_quotation_marks_are_no_bullets(quoted):
    assert words(quoted) == [quoted]


def test_a_picture_within_a_sentence_is_taken_out_of_it():
    left, taken = without_signs("Oman 🇴🇲 attacked Yemen🇾🇪 on Friday ❗️")
    assert left == "Oman attacked Yemen on Friday"
    assert [(s.at, s.text, s.before, s.after) for s in taken] == [
        (4, "🇴🇲", True, True),
        (19, "🇾🇪", False, True),
        (29, "❗️", True, False),
    ]


@given(st.text(alphabet="aA. \n»•-1)🚀🇴“”", max_size=40))
def test_pieces_are_the_text(text):
    assert "".join(piece.text for piece in pieces(text)) == text.replace("\r", " ") or "\n" in text
    for piece in pieces(text):
        assert piece.text and (piece.kind == "gap") == (not piece.text.strip())
