import random

from kg.extract.agree.certainty import Facts, chance
from kg.training.claims.calibrate import Recorder, fit
from tests.extract.agree.test_agree import card, marks
from tests.extract.contexts import context


def facts(agreed: float, by_lexicon: bool = True) -> Facts:
    return Facts(
        event_class="Attack",
        marks=None,
        by_lexicon=by_lexicon,
        by_taught=True,
        agreed=agreed,
        actors=1,
        recipients=1,
        completed=False,
        joint=False,
    )


def test_weights_say_what_the_verdicts_said():
    mixed = random.Random(3)
    given = [facts(mixed.random()) for _ in range(400)]
    right = [mixed.random() < f.agreed for f in given]
    weights = fit(given, right)
    low, high = chance(weights, facts(0.1)), chance(weights, facts(0.9))
    assert low < 0.4
    assert high > 0.6


def test_a_claim_carries_the_number_of_its_facts():
    recorder = Recorder(context("Peru sent troops to Chile."), card(), {1: marks(0.9)})
    first, second = facts(0.1), facts(0.2)
    assert recorder.chances(first) == (0.0, 1.0)
    assert recorder.chances(second) == (1.0, 1.0)
    assert recorder.facts == [first, second]
