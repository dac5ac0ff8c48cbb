"""Which paragraphs tell one story, by hand-built paragraphs, and what that keeps apart."""

from dataclasses import replace

import pytest

from kg.extract.mentions.stories import Paragraph, divide


def paragraph(names: str, **signs: bool) -> Paragraph:
    return Paragraph(frozenset(names.split()), **signs)


def line(names: str = "") -> Paragraph:
    return paragraph(names, line=True)


def mixed(*items: Paragraph | str) -> list[Paragraph]:
    return [paragraph(item) if isinstance(item, str) else item for item in items]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param([], (), id="nothing"),
        pytest.param(["A B", "C D", "E F", "G"], (0, 1, 2, 3), id="items on four matters"),
        pytest.param(["A B", "B", "D E", "E D F", "G"], (0, 0, 1, 1, 2), id="neighbours alike"),
        pytest.param(["A B", "A C", "D", "E"], (0, 1, 2, 3), id="one party with two others"),
        pytest.param(["A B", "C", "A", "A D", "A", "A"], (0,) * 6, id="one party leads"),
        pytest.param(["A B", "B", "A", "B"], (0, 0, 0, 0), id="one matter"),
        pytest.param(["A B", "C D", "E"], (0, 0, 0), id="too few to tell"),
        pytest.param(["A B", "", "", "C", "", "D", "E"], (0,) * 7, id="many name nobody"),
        pytest.param(["A B", "C D", "E F", "", "G"], (0, 1, 2, 3, 4), id="one names nobody"),
    ],
)
def test_paragraphs_by_their_parties(paragraphs, expected):
    assert divide([paragraph(names) for names in paragraphs]) == expected


def test_an_item_that_leans_goes_with_the_one_above():
    items = [paragraph("A B"), paragraph("C", leans=True), paragraph("A"), paragraph("D")]
    more = [paragraph("E F"), paragraph("G")]
    assert divide([*items, *more]) == (0, 0, 0, 1, 2, 3)


def test_a_text_with_a_headline_is_a_list_only_where_little_is_shared():
    items = ["A B", "B", "C B", "D", "E"]
    assert divide([paragraph(names) for names in items]) == (0, 0, 0, 1, 2)
    assert divide([line("A"), *map(paragraph, items)]) == (0,) * 6
    apart = ["A B", "C D", "E F", "G H", "I"]
    assert divide([line("A"), *map(paragraph, apart)]) == (0, 0, 1, 2, 3, 4)


def test_what_is_told_in_the_present_is_a_list_though_one_party_is_in_all_items():
    items = ["A B", "A C", "A", "A B D", "A E"]
    told = [paragraph(names, now=n != 1) for n, names in enumerate(items)]
    assert divide(told) == (0, 1, 1, 1, 2)
    assert divide([replace(told[0], now=False), *told[1:]]) == (0,) * 5
    assert divide(told[2:]) == (0, 0, 0)
    one_war = [paragraph("A B", now=True, leans=n == 2) for n in range(5)]
    assert divide(one_war) == (0, 1, 1, 2, 3)


def test_a_heading_that_names_nobody_parts_what_stands_above_and_below():
    assert divide(mixed("A", line(), "B C", "D", line(), "D", "E")) == (0, 1, 2, 3, 4, 5, 6)


def test_sections_on_one_matter_each_are_parted():
    one, two = mixed(line("A"), "A", "A B", "A"), mixed(line("C"), "C", "C D", "C")
    more = mixed(line("E"), "E", "E", line("F"), "F", "F", "F")
    found = divide([*one, *two, *more])
    assert found == (0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3)
