"""Noun phrases to who they are, on trees by hand."""

import pytest

from tests.extract.handmade import context, keys, word

CASES = {
    "Chad and Mali met .": ("NNP CC NNP VBD .", "3:nsubj 2:cc 0:conj 3:ROOT 3:punct",
                            "Chad", ["TCD", "MLI"]),
    "The Chadian army left .": ("DT JJ NN VBD .", "2:det 2:amod 3:nsubj 3:ROOT 3:punct",
                                "army", ["TCD-FORCES"]),
    "Chad said it left .": ("NNP VBD PRP VBD .", "1:nsubj 1:ROOT 3:nsubj 1:ccomp 1:punct",
                            "it", ["TCD"]),
    "Rain fell .": ("NN VBD .", "1:nsubj 1:ROOT 1:punct", "Rain", []),
    "Chadian officials left .": ("JJ NNS VBD .", "1:amod 2:nsubj 2:ROOT 2:punct",
                                 "officials", ["group-t-chadian-officials"]),
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_who_a_phrase_names(text):
    tags, arcs, head, who = CASES[text]
    of = context((text, tags, arcs))
    found = keys(of.agents.of_phrase(word(of, head)))
    assert found == who
    assert of.agents.of_phrase(word(of, head)) == of.agents.of_phrase(word(of, head))
    assert set(found) <= of.agents.seen.keys()


def test_nobody_is_no_phrase():
    of = context(("Rain fell .", "NN VBD .", "1:nsubj 1:ROOT 1:punct"))
    assert of.agents.of_phrase(None) == of.agents.whose(None) == ()


def test_where_a_phrase_names_nobody_its_owner_is_told():
    of = context(("Malian tanks left .", "JJ NNS VBD .", "1:amod 2:nsubj 2:ROOT 2:punct"))
    assert of.agents.of_phrase(word(of, "tanks")) == ()
    assert keys(of.agents.whose(word(of, "tanks"))) == ["MLI"]


def test_who_speaks_without_a_name_is_somebody_all_the_same():
    of = context(
        ("The analyst said so .", "DT NN VBD RB .", "1:det 2:nsubj 2:ROOT 2:advmod 2:punct")
    )
    (agent,) = of.agents.speaking(word(of, "analyst"))
    assert (agent.kind, agent.of) == ("Group", None)
    of = context(
        ("The attack said so .", "DT NN VBD RB .", "1:det 2:nsubj 2:ROOT 2:advmod 2:punct")
    )
    assert of.agents.speaking(word(of, "attack")) == ()


def test_the_state_that_counts_when_somebody_acts():
    of = context(
        ("The Chadian army left .", "DT JJ NN VBD .", "2:det 2:amod 3:nsubj 3:ROOT 3:punct")
    )
    (army,) = of.agents.of_phrase(word(of, "army"))
    assert of.agents.principal(army).key == "TCD"
