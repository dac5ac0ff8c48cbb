import random

from kg.extract.agree.certainty import Facts, chance, numbers
from kg.training.claims.calibrate import fit


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
    weights = fit([numbers(f) for f in given], right)
    low, high = chance(weights, facts(0.1)), chance(weights, facts(0.9))
    assert low < 0.4
    assert high > 0.6


def test_what_stands_in_few_rows_gets_no_weight():
    rows = [{"always": 1.0}, {"always": 1.0, "once": 1.0}]
    assert fit(rows, [True, False], least=2).keys() == {"always"}
