"""Events told by a verb that stands for another, on trees by hand."""

import pytest

from tests.extract.handmade import claims

SIGNED = ("Chad signed the treaty .", "NNP VBD DT NN .", "1:nsubj 1:ROOT 3:det 1:obj 1:punct")
IMPOSED = ("Chad imposed sanctions on Mali .", "NNP VBD NNS IN NNP .",
           "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct")  # fmt: skip
CASES = {
    "Peru has not .": (SIGNED, "NNP VBZ RB .", "1:nsubj 1:ROOT 1:advmod 1:punct",
                       ("Agreement", ("PER",), True)),
    "Peru did the same .": (SIGNED, "NNP VBD DT JJ .", "1:nsubj 1:ROOT 3:det 1:obj 1:punct",
                            ("Agreement", ("PER",), False)),
    "Chad will lift them .": (IMPOSED, "NNP MD VB PRP .", "2:nsubj 2:aux 2:ROOT 2:obj 2:punct",
                              ("Sanction", ("TCD",), False)),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_what_stands_for_what_was_just_said(text):
    before, tags, arcs, told = CASES[text]
    found = claims(before, (text, tags, arcs))
    last = found[-1]
    assert len(found) == 2
    assert (last.event_class, last.actors, last.negated) == told
    assert claims((text, tags, arcs)) == []
