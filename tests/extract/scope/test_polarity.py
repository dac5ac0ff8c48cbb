"""How negations, denials and doubts compose, from the inside out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.scope.polarity import Polarity

DONE = Polarity()
NOT_DONE = Polarity(negated=True)


def told(polarity: Polarity) -> tuple[str, str, bool]:
    return polarity.stance, polarity.modality, polarity.negated


def test_two_negations_cancel():
    assert DONE.against() == NOT_DONE
    assert DONE.against().against() == DONE


def test_a_denial_keeps_the_negation_below_it():
    assert told(DONE.refused().denied()) == ("denies", "actual", True)
    assert told(DONE.denied()) == ("denies", "actual", False)


def test_a_denial_of_a_denial_leaves_it_open():
    assert told(DONE.denied().denied()) == ("unconfirmed", "actual", False)


def test_what_was_held_back_is_no_denial_later():
    assert DONE.held_back().denied().stance == "unconfirmed"


def test_a_negation_over_a_denial_does_not_reach_the_event():
    assert DONE.denied().against() == DONE.denied()


def test_what_is_not_ruled_out_is_only_possible():
    assert told(DONE.ruled_out()) == ("asserts", "planned", True)
    assert told(DONE.ruled_out().against()) == ("asserts", "possible", False)
    assert told(DONE.ruled_out().refused()) == ("asserts", "possible", False)


def test_a_refusal_settles_what_was_possible():
    assert told(DONE.raised("possible").refused()) == ("asserts", "actual", True)
    assert told(DONE.raised("planned").refused()) == ("asserts", "planned", True)


def test_a_stronger_modality_wins_and_a_settled_one_stays():
    assert DONE.raised("conditional").raised("planned").modality == "conditional"
    assert DONE.raised("conditional").settled("actual").modality == "actual"


def test_kinds_tell_denials_and_silences_apart():
    assert DONE.denied().kind == "fullDenial"
    assert DONE.denied("refutation").kind == "refutation"
    assert DONE.held_back().kind == "nonDenial"


WORDS = ("against", "refused", "ruled_out", "denied", "held_back")


@given(st.lists(st.sampled_from(WORDS)))
def test_nothing_makes_a_denial_an_assertion_again(words):
    polarity, seen = DONE, False
    for word in words:
        polarity = getattr(polarity, word)()
        seen = seen or not polarity.asserted
        assert not (seen and polarity.asserted)


@pytest.mark.parametrize("word", WORDS)
def test_nothing_is_changed_in_place(word):
    getattr(DONE, word)()
    assert Polarity() == DONE
