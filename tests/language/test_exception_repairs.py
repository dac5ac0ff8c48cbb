"""Exceptions: who is excepted fills no role, by whatever words."""

import pytest

from kg.language.repairs import repair
from kg.language.trees import REPLACED
from tests.language.trees import arcs, tree


def labels(text, tags, given):
    return {word: (label, head) for word, label, head in arcs(repair(tree(text, tags, given)))}


@pytest.mark.parametrize(
    ("text", "tags", "given"),
    [
        (
            "All members except Chad signed it",
            "DT NNS IN NNP VBD PRP",
            "1:det 4:nsubj 3:case 1:nmod 4:ROOT 4:obj",
        ),
        (
            "Apart from Chad , all members signed it",
            "RB IN NNP , DT NNS VBD PRP",
            "6:advmod 2:case 0:obl 0:punct 5:det 6:nsubj 6:ROOT 6:obj",
        ),
        (
            "Members other than Chad signed it",
            "NNS JJ IN NNP VBD PRP",
            "4:nsubj 0:amod 4:mark 4:nsubj 4:ROOT 4:obj",
        ),
        (
            "With the exception of Chad members signed it",
            "IN DT NN IN NNP NNS VBD PRP",
            "2:case 2:det 6:obl 4:case 2:nmod 6:nsubj 6:ROOT 6:obj",
        ),
        (
            "Members , barring Chad , signed it",
            "NNS , VBG NNP , VBD PRP",
            "5:nsubj 2:punct 0:acl 2:obj 0:punct 5:ROOT 5:obj",
        ),
    ],
)
def test_who_is_excepted_fills_no_role(text, tags, given):
    assert labels(text, tags, given)["Chad"][0] == REPLACED


@pytest.mark.parametrize(
    ("text", "tags", "given", "kept"),
    [
        (
            "Apart from Chad , Niger also signed it",
            "RB IN NNP , NNP RB VBD PRP",
            "6:advmod 2:case 0:obl 0:punct 6:nsubj 6:advmod 6:ROOT 6:obj",
            "obl",
        ),
        (
            "Members , excluding none , met Chad",
            "NNS , VBG NN , VBD NNP",
            "5:nsubj 2:punct 0:acl 2:obj 0:punct 5:ROOT 5:obj",
            "obj",
        ),
        (
            "Niger barred excluding Chad from it",
            "NNP VBD VBG NNP IN PRP",
            "1:nsubj 1:ROOT 1:xcomp 2:obj 5:case 2:obl",
            "obj",
        ),
    ],
)
def test_who_is_told_beside_keeps_the_role(text, tags, given, kept):
    assert labels(text, tags, given)["Chad"][0] == kept
