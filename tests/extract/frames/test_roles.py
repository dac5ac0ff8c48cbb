"""Frames filled, or why they do not fit, on trees by hand."""

from kg.extract.frames.slots import Filled, Misfit
from tests.extract.handmade import context, keys, word

TO_MALI = "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct"


def filled(text: str, tags: str, arcs: str, trigger: str) -> list[Filled | Misfit]:
    of = context((text, tags, arcs))
    token = word(of, trigger)
    return [of.roles.fill(token, frame) for frame in of.frames(token)]


def test_roles_are_filled_from_their_slots():
    found = filled("Chad sent troops to Mali .", "NNP VBD NNS IN NNP .", TO_MALI, "sent")
    (sent,) = [f for f in found if isinstance(f, Filled) and f.frame.event_class == "Deployment"]
    assert (keys(sent.actors), keys(sent.recipients)) == (["TCD"], ["MLI"])
    assert sent.theme is not None and sent.theme.text == "troops"
    assert {t.text for t in sent.words} >= {"Chad", "troops", "Mali"}


def test_what_is_sent_decides_the_class():
    found = filled("Chad sent tanks to Mali .", "NNP VBD NNS IN NNP .", TO_MALI, "sent")
    assert "ArmsTransfer" in {f.frame.event_class for f in found if isinstance(f, Filled)}


def test_what_is_no_event_says_why():
    found = filled("Chad sent letters to Mali .", "NNP VBD NNS IN NNP .", TO_MALI, "sent")
    assert found and all(isinstance(f, Misfit) for f in found)
    assert any("'letters' is no " in f.reason for f in found if isinstance(f, Misfit))


def test_what_lies_in_a_container_is_meant():
    found = filled(
        "Chad sent a batch of rifles to Mali .", "NNP VBD DT NN IN NNS IN NNP .",
        "1:nsubj 1:ROOT 3:det 1:obj 5:case 3:nmod 7:case 1:obl 1:punct", "sent",
    )  # fmt: skip
    (arms,) = [f for f in found if isinstance(f, Filled)]
    assert (arms.theme.text, arms.holder.text) == ("rifles", "batch")
