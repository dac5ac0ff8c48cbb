"""One event in two words of a sentence, beside two events, on trees by hand."""

import pytest

from kg.extract.propose.drafts import Drafts
from tests.extract.handmade import claims, context, word

CASES = {
    "Chad shelled Mopti , killing ten people .": (
        "NNP VBD NNP , VBG CD NNS .",
        "1:nsubj 1:ROOT 1:obj 4:punct 1:advcl 6:nummod 4:obj 1:punct", ["Attack"]),
    "The attack killed ten people .": (
        "DT NN VBD CD NNS .", "1:det 2:nsubj 2:ROOT 4:nummod 2:obj 2:punct", ["Attack"]),
    "Chad attacked Mali and bombed Niger .": (
        "NNP VBD NNP CC VBD NNP .", "1:nsubj 1:ROOT 1:obj 4:cc 1:conj 4:obj 1:punct",
        ["Attack", "Attack"]),
    "Chad and Mali held talks at a conference .": (
        "NNP CC NNP VBD NNS IN DT NN .",
        "3:nsubj 2:cc 0:conj 3:ROOT 3:obj 7:case 7:det 3:obl 3:punct", ["Meeting"]),
    "Chad deployed soldiers to fight in Mali .": (
        "NNP VBD NNS TO VB IN NNP .",
        "1:nsubj 1:ROOT 1:obj 4:mark 1:advcl 6:case 4:obl 1:punct", ["Deployment"]),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_an_event_is_told_once(text):
    tags, arcs, classes = CASES[text]
    assert [claim.event_class for claim in claims((text, tags, arcs))] == classes


def test_what_another_draft_is_about_is_no_event_of_its_own():
    of = context(("Chad ratified the treaty with Mali .", "NNP VBD DT NN IN NNP .",
                  "1:nsubj 1:ROOT 3:det 1:obj 5:case 3:nmod 1:punct"))  # fmt: skip
    drafts, treaty = Drafts(of), word(of, "treaty")
    assert not drafts.doublets.is_theme(treaty)
    assert list(drafts.of(word(of, "ratified")))
    assert drafts.doublets.is_theme(treaty) and not drafts.doublets.is_theme(word(of, "Mali"))
