"""From the event word up to the root: stance, modality, negation and speakers, on trees by hand."""

import pytest

from kg.extract.scope.chain import Scopes
from kg.extract.scope.scope import Scope
from kg.knowledge import lexicon
from tests.extract.trees import parsed, word

SENTENCES = {
    "Chad may send troops .": (
        "NNP MD VB NNS .", "2:nsubj 2:aux 2:ROOT 2:obj 2:punct"),
    "Chad will send troops .": (
        "NNP MD VB NNS .", "2:nsubj 2:aux 2:ROOT 2:obj 2:punct"),
    "Chad plans to send troops .": (
        "NNP VBZ TO VB NNS .", "1:nsubj 1:ROOT 3:mark 1:xcomp 3:obj 1:punct"),
    "Chad refused to send troops .": (
        "NNP VBD TO VB NNS .", "1:nsubj 1:ROOT 3:mark 1:xcomp 3:obj 1:punct"),
    "Chad denied sending troops .": (
        "NNP VBD VBG NNS .", "1:nsubj 1:ROOT 1:xcomp 2:obj 1:punct"),
    "Chad allegedly sent troops .": (
        "NNP RB VBD NNS .", "2:nsubj 2:advmod 2:ROOT 2:obj 2:punct"),
    "Chad has not sent troops .": (
        "NNP VBZ RB VBN NNS .", "3:nsubj 3:aux 3:advmod 3:ROOT 3:obj 3:punct"),
    "Chad has yet to send troops .": (
        "NNP VBZ RB TO VB NNS .", "1:nsubj 1:ROOT 1:advmod 4:mark 1:xcomp 4:obj 1:punct"),
    "Chad has not ruled out sending troops .": (
        "NNP VBZ RB VBN RP VBG NNS .",
        "3:nsubj 3:aux 3:advmod 3:ROOT 3:compound:prt 3:xcomp 5:obj 3:punct"),
    "Chad has not confirmed that it sent troops .": (
        "NNP VBZ RB VBN IN PRP VBD NNS .",
        "3:nsubj 3:aux 3:advmod 3:ROOT 6:mark 6:nsubj 3:ccomp 6:obj 3:punct"),
    "Chad said Mali had sent troops .": (
        "NNP VBD NNP VBD VBN NNS .", "1:nsubj 1:ROOT 4:nsubj 4:aux 1:ccomp 4:obj 1:punct"),
    "Chad said Mali had not sent troops .": (
        "NNP VBD NNP VBD RB VBN NNS .",
        "1:nsubj 1:ROOT 5:nsubj 5:aux 5:advmod 1:ccomp 5:obj 1:punct"),
    "If Mali attacks , Chad will send troops .": (
        "IN NNP VBZ , NNP MD VB NNS .",
        "2:mark 2:nsubj 6:advcl 6:punct 6:nsubj 6:aux 6:ROOT 6:obj 6:punct"),
    "Mali rejected the claim that it sent troops .": (
        "NNP VBD DT NN IN PRP VBD NNS .",
        "1:nsubj 1:ROOT 3:det 1:obj 6:mark 6:nsubj 3:acl 6:obj 1:punct"),
    "The possibility of sending troops was raised .": (
        "DT NN IN VBG NNS VBD VBN .",
        "1:det 6:nsubj:pass 3:mark 1:acl 3:obj 6:aux:pass 6:ROOT 6:punct"),
}  # fmt: skip


@pytest.fixture(scope="module")
def scopes() -> Scopes:
    return Scopes(lexicon.load())


def read(scopes: Scopes, text: str, trigger: str) -> Scope:
    return scopes.read(word(parsed(text, *SENTENCES[text]), trigger), None)


@pytest.mark.parametrize(
    ("text", "trigger", "told"),
    [
        ("Chad may send troops .", "send", ("asserts", "possible", False)),
        ("Chad will send troops .", "send", ("asserts", "planned", False)),
        ("Chad plans to send troops .", "send", ("asserts", "planned", False)),
        ("Chad refused to send troops .", "send", ("asserts", "actual", True)),
        ("Chad denied sending troops .", "sending", ("denies", "actual", False)),
        ("Chad allegedly sent troops .", "sent", ("asserts", "alleged", False)),
        ("Chad has not sent troops .", "sent", ("asserts", "actual", True)),
        ("Chad has yet to send troops .", "send", ("asserts", "actual", True)),
        ("Chad has not ruled out sending troops .", "sending", ("asserts", "possible", False)),
        ("Chad has not confirmed that it sent troops .", "sent", ("unconfirmed", "actual", False)),
        ("Chad said Mali had sent troops .", "sent", ("asserts", "actual", False)),
        ("Chad said Mali had not sent troops .", "sent", ("asserts", "actual", True)),
        ("If Mali attacks , Chad will send troops .", "send", ("asserts", "conditional", False)),
        ("If Mali attacks , Chad will send troops .", "attacks", ("asserts", "conditional", False)),
        ("Mali rejected the claim that it sent troops .", "sent", ("denies", "actual", False)),
        ("The possibility of sending troops was raised .", "sending",
         ("asserts", "possible", False)),
    ],
)  # fmt: skip
def test_what_stands_over_an_event_word(scopes, text, trigger, told):
    found = read(scopes, text, trigger)
    assert (found.stance, found.modality, found.negated) == told


@pytest.mark.parametrize(
    ("text", "trigger", "speakers"),
    [
        ("Chad said Mali had sent troops .", "sent", ["Chad"]),
        ("Chad denied sending troops .", "sending", ["Chad"]),
        ("Mali rejected the claim that it sent troops .", "sent", ["Mali"]),
        ("Chad may send troops .", "send", []),
        ("Chad refused to send troops .", "send", []),
    ],
)
def test_who_speaks(scopes, text, trigger, speakers):
    assert [s.text for s in read(scopes, text, trigger).speakers] == speakers


def test_the_words_that_carry_the_stance_are_cues(scopes):
    found = read(scopes, "Chad denied sending troops .", "sending")
    assert "denied" in [cue.text for cue in found.cues]


def test_a_light_verb_gives_its_modals_to_the_event(scopes):
    doc = parsed(
        "Chad may impose sanctions .", "NNP MD VB NNS .", "2:nsubj 2:aux 2:ROOT 2:obj 2:punct"
    )
    found = scopes.read(doc[3], doc[2])
    assert (found.modality, found.negated) == ("possible", False)
