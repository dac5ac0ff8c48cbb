"""What an article is read with: frames of its words, and what is told so far, on trees by hand."""

from dataclasses import replace

import pytest

from kg.model import Evidence
from tests.extract.handmade import claims, context, keys, word
from tests.link.claims import claim

SENT = ("Chad sent troops to Mali .", "NNP VBD NNS IN NNP .",
        "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct")  # fmt: skip


def classes(of, text: str) -> set[str]:
    return {frame.event_class for frame in of.frames(word(of, text))}


def test_event_words_have_frames_and_other_words_none():
    of = context(SENT)
    assert "Deployment" in classes(of, "sent")
    assert classes(of, "troops") == classes(of, "Mali") == set()


@pytest.mark.parametrize(
    ("text", "tags", "arcs", "trigger"),
    [
        ("The attack party left .", "DT NN NN VBD .", "2:det 2:compound 3:nsubj 3:ROOT 3:punct",
         "attack"),
        ("It spoke of AIDS .", "PRP VBD IN NNP .", "1:nsubj 1:ROOT 3:case 1:obl 1:punct", "AIDS"),
    ],
)  # fmt: skip
def test_a_word_within_another_or_in_capitals_is_no_event(text, tags, arcs, trigger):
    assert classes(context((text, tags, arcs)), trigger) == set()


def test_the_state_that_most_of_it_is_set_in():
    attacked = ("Chad attacked a base in Mopti .", "NNP VBD DT NN IN NNP .",
                "1:nsubj 1:ROOT 3:det 1:obj 5:case 3:nmod 1:punct")  # fmt: skip
    of = context(attacked)
    assert keys(of.setting(word(of, "attacked"))) == ["MLI"]
    assert context(SENT).setting(word(context(SENT), "sent")) == ()


def test_claims_so_far_are_those_of_the_same_story():
    of = context(SENT)
    told = replace(claim("t", 0), trigger=Evidence("sent", 5, 9))
    of = replace(of, claims=(told,))
    assert of.told(word(of, "troops")) == [told]


def test_those_whom_claims_name_are_found_by_key():
    of = context(SENT)
    assert keys(of.named(["MLI", "TCD"])) == ["MLI", "TCD"]
    assert of.principals(["TCD"]) == {"TCD"}


def test_a_word_takes_up_a_claim_of_its_own_story():
    of = context(SENT)
    told = replace(claim("t", 0, recipients=("MLI",)), trigger=Evidence("sent", 5, 9))
    of = replace(of, claims=(told,))
    assert of.taken_up(word(of, "troops"), (told.event_class,), frozenset()) == told
    assert of.taken_up(word(of, "troops"), ("Meeting",), frozenset()) is None


def test_who_is_blamed_has_done_it_and_who_is_grateful_got_it():
    blamed, thanked = (
        context((f"Chad {verb} Mali for the attack .", "NNP VBD NNP IN DT NN .",
                 "1:nsubj 1:ROOT 1:obj 5:case 5:det 1:obl 1:punct"))
        for verb in ("blamed", "thanked")
    )  # fmt: skip
    scope = blamed.scope(word(blamed, "attack"), None)
    assert keys(blamed.blamed(scope)) == ["MLI"]
    scope = thanked.scope(word(thanked, "attack"), None)
    assert keys(thanked.thankful(scope, "Aid")) == ["TCD"]
    assert thanked.thankful(scope, "Meeting") == ()
    assert claims(SENT)[0].actors == ("TCD",)
