"""Figures in plain text: bounds, qualifiers, units, and what only looks like a figure."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KnowledgeError
from kg.language.quantities import find_quantities
from kg.language.quantity_words import load_quantity_words
from kg.resources import ontology

# text, words, low, high, unit, qualifier, noun
FOUND = [
    ("sent around 4,200 Eritrean troops to", "around 4,200", 4200, 4200, "", "around", "troops"),
    ("at least six million shells", "at least six million", 6000000, None, "",
     "at least", "shells"),
    ("up to 700 men", "up to 700", None, 700, "", "up to", "men"),
    ("more than 1,000 but under 2,000 Chadian soldiers", "more than 1,000 but under 2,000",
     1000, 2000, "", "more than but under", "soldiers"),
    ("between 5,000 and 8,000 fighters", "between 5,000 and 8,000", 5000, 8000, "", "", "fighters"),
    ("5,000-8,000 fighters", "5,000-8,000", 5000, 8000, "", "", "fighters"),
    ("5,000 to 8,000 fighters", "5,000 to 8,000", 5000, 8000, "", "", "fighters"),
    ("two to three million rounds", "two to three million", 2000000, 3000000, "", "", "rounds"),
    ("between five hundred and six hundred men", "between five hundred and six hundred",
     500, 600, "", "", "men"),
    ("some 350 tanks", "some 350", 350, 350, "", "some", "tanks"),
    ("nearly 400", "nearly 400", 400, 400, "", "nearly", ""),
    ("up to an estimated 300 boats", "up to an estimated 300", None, 300, "",
     "up to an estimated", "boats"),
    ("a total of 90 aircraft", "a total of 90", 90, 90, "", "a total of", "aircraft"),
    ("no more than 30 ships", "no more than 30", None, 30, "", "no more than", "ships"),
    ("fewer than 20 ships", "fewer than 20", None, 20, "", "fewer than", "ships"),
    ("as many as 12,000", "as many as 12,000", None, 12000, "", "as many as", ""),
    ("300 or more rebels", "300 or more", 300, None, "", "or more", "rebels"),
    ("a dozen drones", "a dozen", 12, 12, "", "", "drones"),
    ("dozens of drones", "dozens of", None, None, "", "dozens of", "drones"),
    ("several thousand troops", "several thousand", None, None, "", "several thousand", "troops"),
    ("hundreds of millions of dollars", "hundreds of millions of dollars", None, None, "USD",
     "hundreds of millions of", ""),
    ("half a million shells", "half a million", 500000, 500000, "", "", "shells"),
    ("nearly half a million shells", "nearly half a million", 500000, 500000, "",
     "nearly", "shells"),
    ("three and a half million", "three and a half million", 3500000, 3500000, "", "", ""),
    ("two hundred and fifty-three men", "two hundred and fifty-three", 253, 253, "", "", "men"),
    ("1500 peacekeepers", "1500", 1500, 1500, "", "", "peacekeepers"),
    ("gave Chad 31 tanks", "31", 31, 31, "", "", "tanks"),
    ("12 F-16 jets", "12", 12, 12, "", "", "jets"),
    ("a 3,000-strong force", "3,000", 3000, 3000, "", "", ""),
    ("about 2000 men", "about 2000", 2000, 2000, "", "about", "men"),
    ("1.5m people", "1.5m", 1500000, 1500000, "", "", "people"),
    ("worth £2bn in all", "£2bn", 2000000000, 2000000000, "GBP", "", ""),
    ("US$14 billion of arms", "US$14 billion", 14000000000, 14000000000, "USD", "", "arms"),
    ("more than €500m", "more than €500m", 500000000, None, "EUR", "more than", ""),
    ("5.1 million dollars of aid", "5.1 million dollars", 5100000, 5100000, "USD", "", ""),
    ("500 billion won", "500 billion won", 500000000000, 500000000000, "KRW", "", ""),
    ("$5-8 million", "$5-8 million", 5000000, 8000000, "USD", "", ""),
    ("2 million barrels of oil", "2 million barrels", 2000000, 2000000, "barrel", "", ""),
    ("25,000 tons of rice for refugees", "25,000 tons", 25000, 25000, "ton", "", ""),
    ("$400 million worth of weapons", "$400 million", 400000000, 400000000, "USD", "", "weapons"),
    ("3.2 tonnes of rice", "3.2 tonnes", "3.2", "3.2", "tonne", "", ""),
    ("20 pounds of powder", "20 pounds", 20, 20, "pound", "", ""),
    ("20 percent", "20 percent", 20, 20, "percent", "", ""),
    ("between about 5 and 7 ships", "between about 5 and 7", 5, 7, "", "", "ships"),
    ("between 5 ships and 7 ships", "between 5 ships and 7", 5, 7, "", "", "ships"),
    ("anywhere from 50 to perhaps 70 men", "anywhere from 50 to perhaps 70", 50, 70, "", "", "men"),
    ("between two and three dozen guns", "between two and three dozen", 24, 36, "", "", "guns"),
    ("between $2bn and $3bn", "between $2bn and $3bn", 2000000000, 3000000000, "USD", "", ""),
    ("at least 50 and possibly as many as 70 men", "at least 50 and possibly as many as 70",
     50, 70, "", "at least but as many as", "men"),
    ("in excess of 50 men", "in excess of 50", 50, None, "", "in excess of", "men"),
    ("50 men or more were", "50", 50, None, "", "or more", "men"),
    ("50 men at most, he said", "50", None, 50, "", "at most", "men"),
    ("lost 50 men at least twice", "50", 50, 50, "", "", "men"),
    ("1 500 men", "1 500", 1500, 1500, "", "", "men"),
    ("1\u202f500\u202f000 shells", "1\u202f500\u202f000", 1500000, 1500000, "", "", "shells"),
    ("1’500 men", "1’500", 1500, 1500, "", "", "men"),
    ("1.500 men", "1.500", 1500, 1500, "", "", "men"),
    ("1.500.000 shells", "1.500.000", 1500000, 1500000, "", "", "shells"),
    ("1.500 tonnes of rice", "1.500 tonnes", 1500, 1500, "tonne", "", ""),
    ("1.609 km", "1.609 km", "1.609", "1.609", "kilometre", "", ""),
    ("1.125 million men", "1.125 million", 1125000, 1125000, "", "", "men"),
    ("1 500 to 2 000 men", "1 500 to 2 000", 1500, 2000, "", "", "men"),
    ("2,5 million shells", "2,5 million", 2500000, 2500000, "", "", "shells"),
    ("2.5 m shells", "2.5 m", 2500000, 2500000, "", "", "shells"),
    ("1,50,000 men", "1,50,000", 150000, 150000, "", "", "men"),
    ("1.5 lakh men", "1.5 lakh", 150000, 150000, "", "", "men"),
    ("on May 3 500 men left", "500", 500, 500, "", "", "men"),
    ("gave it 5 155 mm howitzers", "5", 5, 5, "", "", ""),
    ("two-thirds of its army", "two-thirds", "0.6667", "0.6667", "share", "", ""),
]  # fmt: skip
NONE = [
    "in 2014", "the 1990s", "on October 6", "6 October 2024", "the 17th brigade", "Article 5",
    "Resolution 2231", "the G7 and the Group of 20", "F-16, Su-35, MiG-29, P-8 and B-52", "9/11",
    "7:45 p.m.", "at 10 am", "a 32-nation alliance", "Ana Lima, 45, said", "aged 45",
    "a 45-year-old", "155mm shells", "155 mm guns", "for three months", "two days ago",
    "won 1-0", "version 3.2.1", "one of them", "Nord Stream 2", "No. 10", "1. First\n2. Second",
]  # fmt: skip


def _number(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@pytest.mark.parametrize("case", FOUND, ids=lambda case: case[0])
def test_finds(case: tuple) -> None:
    text, words, low, high, unit, qualifier, noun = case
    (mention,) = find_quantities(text)
    found = mention.quantity
    assert (found.words, text[mention.start : mention.end]) == (words, words)
    assert (found.low, found.high) == (_number(low), _number(high))
    assert (found.unit, found.qualifier, mention.noun) == (unit, qualifier, noun)


@pytest.mark.parametrize("text", NONE)
def test_leaves_out_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == ()


def test_a_change_is_two_figures() -> None:
    found = find_quantities("grew from 3,000 to 10,000 men")
    assert [m.quantity.low for m in found] == [Decimal(3000), Decimal(10000)]


def test_values_have_one_spelling() -> None:
    values = [find_quantities(t)[0].quantity.low for t in ("1,500 men", "1500 men", "1.5 thousand")]
    assert [str(v) for v in values] == ["1500", "1500", "1500"]


PIECES = st.sampled_from(
    ["at least ", "between ", " and ", "5,000", "1.5", " million", "$", "bn", "-", " to ", "two ",
     "hundred ", "thousand", "half a ", "a ", "%", "men ", "dozens of ", "²", "٣", "US", "or more",
     " at least", " USD "]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_never_raises_and_offsets_are_exact(text: str) -> None:
    last = 0
    for mention in find_quantities(text):
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.quantity.words
        low, high = mention.quantity.low, mention.quantity.high
        assert low is None or high is None or low <= high
        last = mention.end


def test_long_runs_take_no_time() -> None:
    assert len(find_quantities("5,000 " * 5000)) == 5000
    assert find_quantities("nine " * 5000) is not None


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("[shares]", "[share]", "share: no such key .*Allowed: .*shares"),
        ('"up to" = "most"', '"up to" = "moist"', "moist"),
        ('"hundred" = 100\n', '"hundred" = "100"\n', "a whole number"),
    ],
)
def test_a_table_outside_the_schema_is_refused(tmp_path, old, new, named) -> None:
    text = ontology("lexicon", "quantities.toml").read_text(encoding="utf-8")
    path = tmp_path / "quantities.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=named):
        load_quantity_words(path)
