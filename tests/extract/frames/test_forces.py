"""Whose the troops are that arrive, on trees by hand."""

from tests.extract.handmade import context, told


def actors(*sentence: str) -> list[tuple[str, ...]]:
    """Whom those who act count as, of each claim."""
    of = context(sentence)
    return [tuple(of.agents.seen[key].principal for key in c.actors) for c in told(of)]


def test_troops_that_arrive_are_of_the_state_in_front_of_them():
    tags, arcs = "JJ NNS VBD IN NNP .", "1:amod 2:nsubj 2:ROOT 4:case 2:obl 2:punct"
    assert actors("Danish troops arrived in Mali .", tags, arcs) == [("DNK",)]
    assert actors("More troops arrived in Mali .", tags, arcs) == [()]


def test_a_brigade_is_of_the_soldiers_that_it_is_made_of():
    assert actors(
        "A brigade of Danish soldiers arrived in Mali .",
        "DT NN IN JJ NNS VBD IN NNP .",
        "1:det 5:nsubj 4:case 4:amod 1:nmod 5:ROOT 7:case 5:obl 5:punct",
    ) == [("DNK",)]
