"""Whom a noun belongs to, on trees by hand."""

import pytest

from kg.extract.mentions.belonging import unique
from kg.model import Agent
from tests.extract.handmade import context, keys, word

CASES = {
    "Chad 's army left .": ("NNP POS NN VBD .",
                            "2:nmod:poss 0:case 3:nsubj 3:ROOT 3:punct", ["TCD"]),
    "The army of Mali left .": ("DT NN IN NNP VBD .",
                                "1:det 4:nsubj 3:case 1:nmod 4:ROOT 4:punct", ["MLI"]),
    "The Malian army left .": ("DT JJ NN VBD .", "2:det 2:amod 3:nsubj 3:ROOT 3:punct", ["MLI"]),
    "The old army left .": ("DT JJ NN VBD .", "2:det 2:amod 3:nsubj 3:ROOT 3:punct", []),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_owners_adjectives_and_what_stands_behind_of(text):
    tags, arcs, owners = CASES[text]
    of = context((text, tags, arcs))
    assert keys(of.agents.belonging(word(of, "army"))) == owners


def test_two_states_in_front_are_both_meant():
    of = context(("Chadian and Malian troops left .", "JJ CC JJ NNS VBD .",
                  "3:amod 2:cc 0:conj 4:nsubj 4:ROOT 4:punct"))  # fmt: skip
    assert keys(of.agents.attributed(word(of, "troops"))) == ["TCD", "MLI"]


def test_each_is_named_once_in_order():
    one, other = Agent("b", "State", "B"), Agent("a", "State", "A")
    assert unique([one, other, one]) == (one, other)
