import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.agree.certainty import BIAS, Facts, chance, numbers
from kg.extract.propose.marks import Marks

CHANCE = st.floats(0, 1)


def facts(marks: Marks | None, **changed) -> Facts:
    plain = {
        "by_lexicon": True,
        "by_taught": True,
        "agreed": 1.0,
        "actors": 1,
        "recipients": 1,
        "completed": False,
        "joint": False,
    }
    return Facts(event_class="Attack", marks=marks, **{**plain, **changed})


def marks(score: float, sure: float = 1.0) -> Marks:
    values = {name: {"yes": sure, "no": 1 - sure} for name in ("stance", "modality", "negated")}
    roles = {"actor": {3: sure}, "recipient": {}, "claimant": {}}
    return Marks(0, {"-": 1 - score, "Attack": score}, roles, values)


def test_nothing_known_and_no_weights_is_one_half():
    assert chance({}, facts(None)) == 0.5


@pytest.mark.parametrize("name", ["score", "values", "roles", "agreed"])
def test_more_of_what_speaks_for_a_claim_makes_it_more_certain(name):
    weights = {name: 1.0}
    low = chance(weights, facts(marks(0.6, 0.6), agreed=0.1))
    high = chance(weights, facts(marks(0.9, 0.9), agreed=0.9))
    assert low < high


def test_facts_are_told_by_name():
    told = numbers(facts(None, by_taught=False, actors=0, recipients=0, joint=True))
    assert (told[BIAS], told["lexicon alone"], told["taught alone"]) == (1.0, 1.0, 0.0)
    assert (told["Attack"], told["nothing beside"]) == (1.0, 1.0)
    assert (told["no actor"], told["no recipient"]) == (1.0, 0.0), "who meets has no recipient"


@given(CHANCE, CHANCE, st.dictionaries(st.sampled_from(["score", "roles", BIAS]), st.floats(-9, 9)))
def test_a_certainty_is_a_chance_of_two_decimals(score, sure, weights):
    found = chance(weights, facts(marks(score, sure)))
    assert 0 <= found <= 1
    assert found == round(found, 2)
