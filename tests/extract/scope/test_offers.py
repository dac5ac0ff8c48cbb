"""What a verb does to the request or plan that is its object."""

import pytest

from kg.extract.scope.offers import effects_on
from kg.knowledge import lexicon
from tests.extract.trees import parsed

REQUEST = "NNP VBD DT NN IN NN .", "1:nsubj 1:ROOT 3:det 1:obj 5:case 3:nmod 1:punct"


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("Chad denied a request for aid .", "refuse"),
        ("Chad rejected a request for aid .", "refuse"),
        ("Chad confirmed a request for aid .", "confirm"),
        ("Chad considered a request for aid .", "consider"),
    ],
)
def test_the_verb_over_a_request(text, effect):
    assert effect in effects_on(parsed(text, *REQUEST)[3], lexicon.load())


def test_denying_a_claim_refuses_nothing():
    doc = parsed("Chad denied a report of aid .", *REQUEST)
    assert effects_on(doc[3], lexicon.load()) == {"deny"}


def test_what_is_no_object_has_no_effect():
    doc = parsed("Chad denied a request for aid .", *REQUEST)
    assert effects_on(doc[5], lexicon.load()) == frozenset()
    assert effects_on(doc[0], lexicon.load()) == frozenset()
