"""Who speaks beside the tree of an event, on trees by hand."""

import pytest

from tests.extract.handmade import context, word

CASES = {
    "Chad sent arms , Mali said .": (
        "NNP VBD NNS , NNP VBD .", "1:nsubj 1:ROOT 1:obj 5:punct 5:nsubj 1:parataxis 1:punct",
        "sent", ["Mali"]),
    "Chad , Mali said , sent arms .": (
        "NNP , NNP VBD , VBD NNS .",
        "5:nsubj 3:punct 3:nsubj 5:parataxis 3:punct 5:ROOT 5:obj 5:punct", "sent", ["Mali"]),
    "Chad sent arms according to Mali .": (
        "NNP VBD NNS VBG IN NNP .", "1:nsubj 1:ROOT 1:obj 5:case 3:fixed 1:obl 1:punct",
        "sent", ["Mali"]),
    "Chad said Mali sent arms .": (
        "NNP VBD NNP VBD NNS .", "1:nsubj 1:ROOT 3:nsubj 1:ccomp 3:obj 1:punct",
        "sent", ["Chad"]),
    "Chad sent arms .": ("NNP VBD NNS .", "1:nsubj 1:ROOT 1:obj 1:punct", "sent", []),
    "“ Mali sent arms ” , Chad said .": (
        "`` NNP VBD NNS '' , NNP VBD .",
        "2:punct 2:nsubj 7:ccomp 2:obj 2:punct 7:punct 7:nsubj 7:ROOT 7:punct",
        "sent", ["Chad"]),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_who_speaks(text):
    tags, arcs, trigger, speakers = CASES[text]
    of = context((text, tags, arcs))
    assert [t.text for t in of.scope(word(of, trigger), None).speakers] == speakers


def test_within_quotation_marks_the_speaker_says_we():
    of = context((
        "“ We have sent arms to Niger ” , Chad said .", "`` PRP VBP VBN NNS IN NNP '' , NNP VBD .",
        "3:punct 3:nsubj 3:aux 10:ccomp 3:obj 6:case 3:obl 3:punct 10:punct 10:nsubj 10:ROOT"
        " 10:punct",
    ))  # fmt: skip
    chad = word(of, "Chad")
    assert of.speakers.said(word(of, "We")).speaker == chad
    assert of.speakers.said(chad) is None
    assert word(of, "sent").i in of.speakers.said_by(chad)


def test_who_is_cited_speaks_inside_the_other():
    of = context((
        "Chad sent arms , Mali reported , citing Niger .", "NNP VBD NNS , NNP VBD , VBG NNP .",
        "1:nsubj 1:ROOT 1:obj 5:punct 5:nsubj 1:parataxis 7:punct 5:advcl 7:obj 1:punct",
    ))  # fmt: skip
    assert [t.text for t in of.scope(word(of, "sent"), None).speakers] == ["Niger", "Mali"]
