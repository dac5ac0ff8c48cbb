"""Unnamed people, on trees by hand."""

import pytest

from kg.extract.mentions.groups import is_counted_pair, is_pair
from tests.extract.handmade import context, word
from tests.extract.trees import parsed

LEFT = "1:amod 2:nsubj 2:ROOT 2:punct"


def group(text: str, tags: str, arcs: str, noun: str):
    of = context((text, tags, arcs))
    (agent,) = of.agents.of_phrase(word(of, noun))
    return of, agent


def test_officials_belong_to_the_state_in_front_of_them():
    _, agent = group("Malian officials left .", "JJ NNS VBD .", LEFT, "officials")
    assert (agent.kind, agent.of, agent.label) == ("Group", "MLI", "Malian officials")


def test_rebels_act_for_no_state_whatever_stands_in_front_of_them():
    of, agent = group("Malian rebels left .", "JJ NNS VBD .", LEFT, "rebels")
    assert agent.of is None
    assert of.agents.groups.is_band(agent)


def test_three_countries_are_some_and_all_states_nobody():
    arcs = "1:nummod 2:nsubj 2:ROOT 2:punct"
    of = context(("Three countries left .", "CD NNS VBD .", arcs))
    (some,) = of.agents.unnamed(word(of, "countries"))
    assert some.label == "Three countries"
    of = context(("The countries left .", "DT NNS VBD .", "1:det 2:nsubj 2:ROOT 2:punct"))
    assert of.agents.unnamed(word(of, "countries")) == ()


@pytest.mark.parametrize(
    ("text", "tags", "counted", "pair"),
    [
        ("the two countries", "DT CD NNS", True, True),
        ("both countries", "DT NNS", True, True),
        ("two countries", "CD NNS", False, True),
        ("the countries", "DT NNS", False, True),
        ("the country", "DT NN", False, False),
    ],
)
def test_what_may_mean_two_that_are_known(text, tags, counted, pair):
    last = len(tags.split()) - 1
    arcs = " ".join([*(f"{last}:det" for _ in range(last)), f"{last}:ROOT"])
    noun = parsed(text, tags, arcs)[last]
    assert (is_counted_pair(noun), is_pair(noun)) == (counted, pair)
