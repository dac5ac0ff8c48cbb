"""Event words to drafts, on trees by hand."""

import pytest

from kg.extract.frames.slots import Misfit
from kg.extract.propose.drafts import Drafts
from kg.extract.write.draft import Draft
from tests.extract.handmade import context, keys, word

CASES = {
    "Chad sent troops to Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct",
        "sent", [("Deployment", "starts", False)]),
    "Chad withdrew troops from Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct",
        "withdrew", [("Deployment", "ends", False)]),
    "Chad has not sent troops .": (
        "NNP VBZ RB VBN NNS .", "3:nsubj 3:aux 3:advmod 3:ROOT 3:obj 3:punct",
        "sent", [("Deployment", "starts", True)]),
    "Chad imposed sanctions on Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct",
        "sanctions", [("Sanction", "starts", False)]),
    "Chad lifted sanctions on Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct",
        "sanctions", [("Sanction", "ends", False)]),
    "Chad postponed talks with Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 2:nmod 1:punct",
        "talks", [("Meeting", "starts", True)]),
    "Chad will speak at talks with Mali .": (
        "NNP MD VB IN NNS IN NNP .",
        "2:nsubj 2:aux 2:ROOT 4:case 2:obl 6:case 4:nmod 2:punct",
        "talks", [("Meeting", "starts", False)]),
    "Chad sent letters to Mali .": (
        "NNP VBD NNS IN NNP .", "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct", "sent", []),
}  # fmt: skip


def drafted(text: str) -> tuple[list[Draft], list[Misfit]]:
    tags, arcs, trigger, _ = CASES[text]
    of = context((text, tags, arcs))
    found = list(Drafts(of).of(word(of, trigger)))
    drafts = [one for one in found if isinstance(one, Draft)]
    return drafts, [one for one in found if isinstance(one, Misfit)]


@pytest.mark.parametrize("text", CASES)
def test_class_phase_and_negation(text):
    drafts, _ = drafted(text)
    assert [(d.event_class, d.phase, d.negated) for d in drafts] == CASES[text][3]


def test_who_and_whom_and_what():
    ((draft,), _) = drafted("Chad sent troops to Mali .")
    assert (keys(draft.actors), keys(draft.recipients)) == (["TCD"], ["MLI"])
    assert draft.theme is not None and draft.theme.text == "troops"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Chad postponed talks with Mali .", "planned"),
        ("Chad will speak at talks with Mali .", "planned"),
        ("Chad lifted sanctions on Mali .", "actual"),
    ],
)
def test_an_occasion_called_off_or_to_come_was_planned(text, modality):
    ((draft,), _) = drafted(text)
    assert draft.scope.modality == modality


def test_why_a_frame_does_not_fit_is_kept():
    assert [m.reason for m in drafted("Chad sent letters to Mali .")[1]]
    assert drafted("Chad imposed sanctions on Mali .")[1] == []
