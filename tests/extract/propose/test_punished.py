"""Whose deed it is that somebody is punished for, on trees by hand."""

import pytest

from kg.extract.propose.lexical import LexicalReading, telling
from kg.extract.propose.punished import punished
from tests.extract.handmade import context, keys, word

CASES = {
    "Chad sanctioned Mali over a raid .": (
        "NNP VBD NNP IN DT NN .", "1:nsubj 1:ROOT 1:obj 5:case 5:det 1:obl 1:punct", ["MLI"]),
    "Chad imposed sanctions on Mali for a raid .": (
        "NNP VBD NNS IN NNP IN DT NN .",
        "1:nsubj 1:ROOT 1:obj 4:case 1:obl 7:case 7:det 1:obl 1:punct", ["MLI"]),
    "Chad sanctioned Mali after a raid .": (
        "NNP VBD NNP IN DT NN .", "1:nsubj 1:ROOT 1:obj 5:case 5:det 1:obl 1:punct", []),
    "Chad visited Mali over a raid .": (
        "NNP VBD NNP IN DT NN .", "1:nsubj 1:ROOT 1:obj 5:case 5:det 1:obl 1:punct", []),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_whose_deed(text):
    tags, arcs, who = CASES[text]
    of = context((text, tags, arcs))
    told = telling(of, LexicalReading(of).run())
    assert keys(punished(told, word(told, "raid"))) == who
