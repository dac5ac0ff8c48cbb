"""Threats that threaten nobody, each beside one that does, on trees by hand."""

import pytest

from tests.extract.handmade import claims

VOWED = ("NNP VBD TO VB DT NNS .", "1:nsubj 1:ROOT 3:mark 1:xcomp 5:det 3:obj 1:punct")
CASES = {
    "Peru vowed to crush the protests .": (*VOWED, []),
    "Peru vowed to crush the rebels .": (*VOWED, ["Threat"]),
    "Peru warned its citizens .": (
        "NNP VBD PRP$ NNS .", "1:nsubj 1:ROOT 3:nmod:poss 1:obj 1:punct", []),
    "Peru threatened Chile .": ("NNP VBD NNP .", "1:nsubj 1:ROOT 1:obj 1:punct", ["Threat"]),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_what_threatens_nobody_is_no_threat(text):
    tags, arcs, classes = CASES[text]
    assert [claim.event_class for claim in claims((text, tags, arcs))] == classes
