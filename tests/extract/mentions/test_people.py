"""People by name, title and surname, on trees by hand."""

from datetime import date

import pytest

from kg.extract.mentions.people import slug
from tests.extract.handmade import context, word

PRESIDENT = ("Malian President Oumar Keita left .", "JJ NNP NNP NNP VBD .",
             "3:amod 3:compound 3:compound 4:nsubj 4:ROOT 4:punct")  # fmt: skip
LATER = ("Keita returned .", "NNP VBD .", "1:nsubj 1:ROOT 1:punct")


def test_a_title_brings_in_a_name_and_its_state():
    of = context(PRESIDENT)
    (person,) = of.agents.people.mentions
    assert (person.agent.label, person.agent.of) == ("Oumar Keita", "MLI")


def test_a_surname_later_is_the_same_person():
    of = context(PRESIDENT, LATER)
    (first,) = of.agents.of_phrase(of.tree[3])
    (later,) = of.agents.of_phrase(of.tree[6])
    assert first == later
    alone = context(LATER, published=date(1980, 1, 1))
    assert alone.agents.of_phrase(word(alone, "Keita")) == ()


def test_a_sentence_without_a_title_names_no_person():
    of = context(("Rain fell .", "NN VBD .", "1:nsubj 1:ROOT 1:punct"))
    assert list(of.agents.people.mentions) == []


@pytest.mark.parametrize(
    ("words", "key"),
    [("Nuñez-Böhm", "nunez-bohm"), ("  O’Brien, J. ", "obrien-j"), ("", "unnamed")],
)
def test_keys_are_plain_letters(words, key):
    assert slug(words) == key
