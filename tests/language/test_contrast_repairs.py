"""Contrast: who is said not to be it fills no role, whatever stands between the two."""

import pytest

from kg.language.repairs import repair
from kg.language.trees import REPLACED
from tests.language.trees import arcs, tree


def labels(text, tags, given):
    return {word: (label, head) for word, label, head in arcs(repair(tree(text, tags, given)))}


def test_not_by_one_but_by_the_other():
    found = labels(
        "Tanks were sent not by Chad but by Niger to Mali",
        "NNS VBD VBN RB IN NNP CC IN NNP IN NNP",
        "2:nsubj:pass 2:aux:pass 2:ROOT 5:advmod 5:case 2:obl:agent 8:cc 8:case 5:conj "
        "10:case 8:nmod",
    )
    assert found["Niger"] == ("obl:agent", "sent")
    assert found["Chad"] == (REPLACED, "Niger")
    assert found["Mali"] == ("obl", "sent")


def test_two_subjects_of_one_verb():
    found = labels(
        "Not Chad but Niger sent tanks",
        "RB NNP CC NNP VBD NNS",
        "1:advmod 4:nsubj 4:cc 4:nsubj 4:ROOT 4:obj",
    )
    assert found["Niger"] == ("nsubj", "sent")
    assert found["Chad"] == (REPLACED, "Niger")


def test_the_second_of_two_is_ruled_out():
    found = labels(
        "Niger , not Chad sent tanks",
        "NNP , RB NNP VBD NNS",
        "4:nsubj 3:punct 3:advmod 0:appos 4:ROOT 4:obj",
    )
    assert found["Chad"] == (REPLACED, "Niger")


@pytest.mark.parametrize(
    ("text", "tags", "given"),
    [
        (
            "Not all states sent tanks",
            "RB DT NNS VBD NNS",
            "2:advmod 2:det 3:nsubj 3:ROOT 3:obj",
        ),
        (
            "Chad and Niger sent tanks",
            "NNP CC NNP VBD NNS",
            "3:nsubj 2:cc 0:conj 3:ROOT 3:obj",
        ),
    ],
)
def test_what_rules_nobody_out_is_left_alone(text, tags, given):
    doc = tree(text, tags, given)
    before = arcs(doc)
    assert arcs(repair(doc)) == before
