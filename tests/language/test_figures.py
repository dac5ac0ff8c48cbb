"""Which words around a figure are left out of what is parsed, and that all of them come back."""

import re
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.figures import without_qualifiers
from kg.language.pipeline import load

LEFT = [
    ("sent between 1,500 and 2,000 men", "sent 2,000 men", ["between 1,500 and "]),
    ("Between two and three dozen men", "three dozen men", ["Between two and "]),
    ("anywhere from 10 to 12 tanks", "12 tanks", ["anywhere from 10 to "]),
    ("as many as 500 men", "500 men", ["as many as "]),
    ("well in excess of $5 million", "$5 million", ["well in excess of "]),
    ("at least 10 but no more than 12", "12", ["at least 10 but no more than "]),
    ("sent 1 500 men", "sent 500 men", ["1 "]),
    ("sent 1\u00a0500\u00a0000 shells", "sent 000 shells", ["1\u00a0500\u00a0"]),
    ("up to 2.5m shells", "2.5 shells", ["up to ", "m"]),
    ("2.5 m shells", "2.5 shells", [" m"]),
]
WHOLE = [
    "sent about 500 men",
    "from 1,500 to 2,000 men",
    "between Mali and Niger",
    "between 5 and 10 days",
    "on the 3rd of May as many as could",
    "sent 1.500 men and 1'500 guns",
    "$2.5bn and 40k",
]


@pytest.mark.parametrize(("text", "left", "taken"), LEFT)
def test_leaves_out_what_only_says_how_many(text, left, taken):
    assert without_qualifiers(text)[0] == left
    assert [cut.text for cut in without_qualifiers(text)[1]] == taken


@pytest.mark.parametrize("text", WHOLE)
def test_leaves_in_what_is_parsed_rightly(text):
    assert without_qualifiers(text) == (text, [])


@lru_cache(maxsize=1)
def pipeline():
    return load()


PIECES = st.sampled_from(
    ["between ", "as many as ", "1,500 ", " and ", "2,000", "1 500", "\u00a0", "1’500", "2.5m ",
     "men ", "up to ", "$", "🚀 ", "• ", "sent ", "\n", ". ", "at least ", "or more", "  "]
)  # fmt: skip


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=12).map("".join)))
def test_the_parse_holds_every_character_of_the_text(text):
    doc = pipeline().parse(text)
    assert re.sub(r"\s", " ", doc.text) == re.sub(r"\s", " ", text)
    for token in doc:
        assert token.sent.start <= token.head.i < token.sent.end


HIDDEN = [
    ("Chad sent between 30 and 40 tanks to Niger.", "tanks", "sent", "obj"),
    ("Chad sent in excess of 40 tanks to Niger.", "tanks", "sent", "obj"),
    ("As many as 40 tanks have been sent.", "tanks", "sent", "nsubj:pass"),
    ("Chad sent 2.5m shells to Niger.", "shells", "sent", "obj"),
    ("Chad sent 1 500 soldiers 🚀 to Niger.", "soldiers", "sent", "obj"),
]


@pytest.mark.parametrize(("text", "noun", "verb", "label"), HIDDEN)
def test_no_qualifier_hides_what_is_counted(text, noun, verb, label):
    (token,) = (t for t in pipeline().parse(text) if t.text == noun)
    assert (token.head.text, token.dep_) == (verb, label)


def test_what_was_left_out_hangs_on_its_figure():
    doc = pipeline().parse("Chad sent between 30 and 40 tanks.")
    figure = next(t for t in doc if t.text == "40")
    assert [t.text for t in figure.children] == ["between", "30", "and"]
    assert [t.pos_ for t in figure.children] == ["ADV", "NUM", "CCONJ"]
