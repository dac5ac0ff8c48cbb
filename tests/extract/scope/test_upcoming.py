"""Occasions that are yet to be held, on trees by hand."""

import pytest

from kg.extract.scope.upcoming import Upcoming
from kg.knowledge import lexicon
from tests.extract.trees import parsed, word

SENTENCES = {
    "Chad will speak at the summit .": (
        "NNP MD VB IN DT NN .", "2:nsubj 2:aux 2:ROOT 5:case 5:det 2:obl 2:punct", "summit"),
    "The talks will address trade .": (
        "DT NNS MD VB NN .", "1:det 3:nsubj 3:aux 3:ROOT 3:obj 3:punct", "talks"),
    "Chad will lead a delegation to the summit .": (
        "NNP MD VB DT NN IN DT NN .",
        "2:nsubj 2:aux 2:ROOT 4:det 2:obj 7:case 7:det 4:nmod 2:punct", "summit"),
    "Chad will travel to attend the summit .": (
        "NNP MD VB TO VB DT NN .",
        "2:nsubj 2:aux 2:ROOT 4:mark 2:advcl 6:det 4:obj 2:punct", "summit"),
    "The talks , which were to open Monday , ended .": (
        "DT NNS , WDT VBD TO VB NNP , VBD .",
        "1:det 9:nsubj 1:punct 6:nsubj 6:aux 6:mark 1:acl:relcl 6:obl:tmod 1:punct 9:ROOT 9:punct",
        "talks"),
    "Chad met Mali ahead of the summit .": (
        "NNP VBD NNP RB IN DT NN .",
        "1:nsubj 1:ROOT 1:obj 6:case 3:fixed 6:det 1:obl 1:punct", "summit"),
    "Chad left on the eve of the talks .": (
        "NNP VBD IN DT NN IN DT NNS .",
        "1:nsubj 1:ROOT 4:case 4:det 1:obl 7:case 7:det 4:nmod 1:punct", "talks"),
    "Chad will join Mali in hosting the summit .": (
        "NNP MD VB NNP IN VBG DT NN .",
        "2:nsubj 2:aux 2:ROOT 2:obj 5:mark 2:advcl 7:det 5:obj 2:punct", "summit"),
    "Chad looks forward to the summit .": (
        "NNP VBZ RB IN DT NN .", "1:nsubj 1:ROOT 1:advmod 5:case 5:det 1:obl 1:punct", "summit"),
    "Chad spoke at the summit .": (
        "NNP VBD IN DT NN .", "1:nsubj 1:ROOT 4:case 4:det 1:obl 1:punct", "summit"),
    "Chad will report after the summit .": (
        "NNP MD VB IN DT NN .", "2:nsubj 2:aux 2:ROOT 5:case 5:det 2:obl 2:punct", "summit"),
    "Chad will present the results of the summit .": (
        "NNP MD VB DT NNS IN DT NN .",
        "2:nsubj 2:aux 2:ROOT 4:det 2:obj 7:case 7:det 4:nmod 2:punct", "summit"),
    "Chad will pay at the summit , which opened yesterday .": (
        "NNP MD VB IN DT NN , WDT VBD NN .",
        "2:nsubj 2:aux 2:ROOT 5:case 5:det 2:obl 5:punct 8:nsubj 5:acl:relcl 8:obl:tmod 2:punct",
        "summit"),
    "Chad will sign after attending the summit .": (
        "NNP MD VB IN VBG DT NN .",
        "2:nsubj 2:aux 2:ROOT 4:mark 2:advcl 6:det 4:obj 2:punct", "summit"),
    "Chad planned to speak at the summit .": (
        "NNP VBD TO VB IN DT NN .",
        "1:nsubj 1:ROOT 3:mark 1:xcomp 6:case 6:det 3:obl 1:punct", "summit"),
    "Chad , which chaired the talks , will sign .": (
        "NNP , WDT VBD DT NNS , MD VB .",
        "8:nsubj 0:punct 3:nsubj 0:acl:relcl 5:det 3:obj 0:punct 8:aux 8:ROOT 8:punct", "talks"),
}  # fmt: skip


def holds(text):
    tags, arcs, noun = SENTENCES[text]
    return Upcoming(lexicon.load().markers).holds(word(parsed(text, tags, arcs), noun))


@pytest.mark.parametrize("text", list(SENTENCES)[:9])
def test_what_is_told_of_the_future_is_to_come(text):
    assert holds(text)


@pytest.mark.parametrize("text", list(SENTENCES)[9:])
def test_what_has_been_held_is_not(text):
    assert not holds(text)
